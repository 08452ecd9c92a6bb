package dealscope.nlp.mention;

import dealscope.deal.Hardware;
import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.fact.HardwareCatalog;
import dealscope.fact.HardwareFact;
import dealscope.fact.WordList;
import dealscope.nlp.mention.HardwareNames.Product;
import dealscope.nlp.mention.Numerals.Numeral;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.Lexeme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds chips, racks and systems of the fact file, each with the count that the text binds to it. Generic items ("GPUs")
 * count only with a number before them. Memory, network gear and
 * what gives power become products.
 */
public final class HardwareFinder {
    private static final BigDecimal LARGEST_COUNT = new BigDecimal(1_000_000_000);
    private static final int MODIFIERS = 7;
    /** Digits of the number in "Tier 1" or "Phase 10". */
    private static final int SHORT = 2;

    private static final int NEAR_EACH = 7;
    /** Between "nodes" and the count of what each of them holds. */
    private static final int NEAR_HOLDER = 4;

    private static final Set<String> YEAR_PREPOSITIONS =
            Set.of("in", "by", "since", "for", "from", "until", "late", "early");
    private static final Set<String> ONLY_PRODUCTS =
            Set.of("memory", "network", "storage", "turbine", "engine", "fuel cell", "battery", "reactor");
    /** Systems that hold chips, for "five servers with eight H100s each". */
    private static final Set<String> HOLDERS = Set.of("Server", "HPC server", "AI server", "Server rack", "AI system");

    private static final Set<String> HOLDING_KINDS = Set.of("rack", "system", "superchip");

    private final HardwareNames names;
    private final Numerals numerals = new Numerals();
    private final NovelHardware.Words words = new NovelHardware.Words();
    private final Set<String> modifiers = WordList.load("hardware-modifiers.txt");
    private final Set<String> holderNouns = WordList.load("holder-nouns.txt");
    private final Set<String> numbered = WordList.load("numbered-nouns.txt");

    /** A count whose first lexeme is {@code from}. */
    private record Count(long number, int from) {}

    /** A product in this sentence with its count. */
    private record Item(Product product, @Nullable Count count) {
        Item times(long factor) {
            Count own = Objects.requireNonNull(count);
            return new Item(product, new Count(own.number() * factor, own.from()));
        }
    }

    public HardwareFinder(HardwareCatalog catalog) {
        this.names = new HardwareNames(catalog);
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
            Count count = count(lexemes, product, done);
            if (count != null || !product.fact().generic()) {
                items.add(new Item(product, count));
            }
            at = product.to();
            done = at;
        }
        items.removeIf(isUnexplained(items, seen.facts()).and(item -> !names.isNearVendor(lexemes, item.product())));
        items.forEach(item -> seen.facts().add(item.product().fact()));
        multiply(lexemes, items);
        countBehind(lexemes, items);
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

    /** The number before the product, with nothing but modifiers between: "110,000 of Nvidia's newest GB300 chips". */
    private @Nullable Count count(List<Lexeme> lexemes, Product product, int done) {
        int at = product.from() - 1;
        for (int i = 0; i < MODIFIERS && at >= done; i++, at--) {
            for (int start = Math.max(done, at - 3); start <= at; start++) {
                Numeral numeral = numerals.at(lexemes, start, false);
                if (numeral != null && numeral.to() == at + 1 && isCount(lexemes, numeral)) {
                    return new Count(numeral.value().longValue(), numeral.from());
                }
            }
            if (!modifiers.contains(lexemes.get(at).folded()) && !names.isVendor(lexemes.get(at))) {
                return null;
            }
        }
        return null;
    }

    private boolean isCount(List<Lexeme> lexemes, Numeral numeral) {
        BigDecimal value = numeral.value();
        if (value.signum() <= 0 || value.stripTrailingZeros().scale() > 0 || value.compareTo(LARGEST_COUNT) > 0) {
            return false;
        }
        Lexeme first = lexemes.get(numeral.from());
        Lexeme before = numeral.from() > 0 ? lexemes.get(numeral.from() - 1) : null;
        if (before != null && !first.spaced() && (before.letters() || before.is("$") || before.is("-"))) {
            return false;
        }
        if (before != null && first.text().length() <= SHORT && numbered.contains(before.folded())) {
            return false;
        }
        boolean year = isYear(first.text()) && !numeral.hasMagnitude();
        return !year || before == null || !YEAR_PREPOSITIONS.contains(before.folded());
    }

    private static boolean isYear(String digits) {
        return digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
    }

    /** "five servers with eight H100s each", "five servers, each equipped with eight H100s": forty. */
    private void multiply(List<Lexeme> lexemes, List<Item> items) {
        Count holders = null;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            Count count = item.count();
            if (count == null) {
                continue;
            }
            if (isHolder(item.product().fact())) {
                holders = count;
            } else if (isEach(lexemes, count.from(), item.product().to())) {
                Count held = holders == null ? holders(lexemes, count.from()) : holders;
                items.set(i, held == null ? item : item.times(held.number()));
            }
        }
    }

    /** "32 nodes with", right before a count. */
    private @Nullable Count holders(List<Lexeme> lexemes, int from) {
        for (int at = from - 1; at > 0 && at >= from - NEAR_HOLDER; at--) {
            if (holderNouns.contains(lexemes.get(at).folded())) {
                Numeral numeral = numerals.at(lexemes, at - 1, false);
                return numeral != null && numeral.to() == at && isCount(lexemes, numeral)
                        ? new Count(numeral.value().longValue(), numeral.from())
                        : null;
            }
        }
        return null;
    }

    /** "its Kestrel chips, a hundred thousand of them". */
    private void countBehind(List<Lexeme> lexemes, List<Item> items) {
        if (items.isEmpty() || items.getLast().count() != null) {
            return;
        }
        Item last = items.getLast();
        for (int at = last.product().to(); at + 2 < lexemes.size(); at++) {
            Numeral numeral = numerals.at(lexemes, at, false);
            if (numeral != null && isOfThem(lexemes, numeral.to()) && isCount(lexemes, numeral)) {
                Count count =
                        new Count(numeral.value().longValue(), last.product().from());
                items.set(items.size() - 1, new Item(last.product(), count));
                return;
            }
        }
    }

    private static boolean isOfThem(List<Lexeme> lexemes, int at) {
        return Numerals.isAt(lexemes, at, "of")
                && (Numerals.isAt(lexemes, at + 1, "them") || Numerals.isAt(lexemes, at + 1, "those"));
    }

    private static boolean isHolder(HardwareFact fact) {
        return HOLDERS.contains(fact.name()) || HOLDING_KINDS.contains(fact.kind());
    }

    private static boolean isEach(List<Lexeme> lexemes, int from, int to) {
        for (int at = Math.max(0, from - NEAR_EACH); at < from; at++) {
            if (lexemes.get(at).is("each")) {
                return true;
            }
        }
        return Numerals.isAt(lexemes, to, "each") || Numerals.isAt(lexemes, to, "apiece");
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
