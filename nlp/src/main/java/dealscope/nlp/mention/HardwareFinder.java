package dealscope.nlp.mention;

import dealscope.deal.Hardware;
import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.fact.HardwareCatalog;
import dealscope.fact.HardwareFact;
import dealscope.nlp.mention.HardwareCounts.Count;
import dealscope.nlp.mention.HardwareCounts.Item;
import dealscope.nlp.mention.HardwareNames.Product;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.Lexeme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds chips, racks and systems of the fact file, each with the count that the text binds to it. Generic items ("GPUs")
 * count only with a number before them. Memory, network gear and
 * what gives power become products.
 */
public final class HardwareFinder {
    private static final Set<String> ONLY_PRODUCTS =
            Set.of("memory", "network", "storage", "turbine", "engine", "fuel cell", "battery", "reactor");
    private final HardwareNames names;
    private final HardwareCounts counts;
    private final ChipWords words = new ChipWords();

    public HardwareFinder(HardwareCatalog catalog) {
        this.names = new HardwareNames(catalog);
        this.counts = new HardwareCounts(names);
    }

    /** What an article has shown so far. For one article and one thread. */
    public static final class Seen {
        private final Set<HardwareFact> facts = new HashSet<>();
        private final NovelHardware novel;

        private Seen(NovelHardware novel) {
            this.novel = novel;
        }

        private Set<HardwareFact> facts() {
            return facts;
        }

        private NovelHardware novel() {
            return novel;
        }
    }

    /** Begins an article: looks through all its sentences for chips that only it names. */
    public Seen begin(List<List<Lexeme>> sentences) {
        NovelHardware novel = new NovelHardware(words);
        sentences.forEach(novel::learn);
        return new Seen(novel);
    }

    /**
     * The products in order.
     *
     * @param seen of {@link #begin}; products of earlier sentences are in it, this sentence's are added. A name such as "Rubin" counts alone once it
     *     was introduced
     */
    public List<Found> find(String source, boolean inTitle, List<Lexeme> lexemes, Seen seen) {
        List<Item> items = new ArrayList<>();
        int at = 0;
        int done = 0;
        while (at < lexemes.size()) {
            Product product = names.at(lexemes, at, seen.novel());
            if (product == null) {
                at++;
                continue;
            }
            Count count = counts.before(lexemes, product, done);
            if (count != null || !product.fact().generic()) {
                items.add(new Item(product, count));
            }
            at = product.to();
            done = at;
        }
        items.removeIf(isUnexplained(items, seen.facts()).and(item -> !names.isNearVendor(lexemes, item.product())));
        items.forEach(item -> seen.facts().add(item.product().fact()));
        counts.settle(lexemes, items, seen.novel().countOfRow(lexemes));
        return items.stream().map(item -> found(source, inTitle, lexemes, item)).toList();
    }

    /** A bare name needs its vendor or another product of it in the sentence, or its introduction before. */
    private static Predicate<Item> isUnexplained(List<Item> items, Set<HardwareFact> seen) {
        List<Product> sure =
                items.stream().map(Item::product).filter(p -> !p.doubtful()).toList();
        return item -> item.product().doubtful()
                && !seen.contains(item.product().fact())
                && sure.stream()
                        .noneMatch(p -> Objects.equals(
                                p.fact().vendor(), item.product().fact().vendor()));
    }

    private static Found found(String source, boolean inTitle, List<Lexeme> lexemes, Item item) {
        Product product = item.product();
        Count count = item.count();
        int start = lexemes.get(count == null ? product.from() : count.from()).start();
        int end = lexemes.get(product.to() - 1).end();
        String text = source.substring(start, end);
        HardwareFact fact = product.fact();
        if (ONLY_PRODUCTS.contains(fact.kind())) {
            Mention mention = new Mention(MentionKind.PRODUCT, text, start, end, fact.name(), inTitle);
            return new Found(mention, new Detail.Named(fact.name()));
        }
        String vendor = fact.vendor() == null ? product.vendor() : fact.vendor();
        boolean named = fact.vendor() != null || vendor == null;
        String name = named ? fact.name() : vendor + " " + fact.name();
        Hardware hardware = new Hardware(name, vendor, count == null ? null : count.number());
        return new Found(new Mention(MentionKind.HARDWARE, text, start, end, name, inTitle), new Detail.Gear(hardware));
    }
}
