package dealscope.nlp.mention;

import dealscope.fact.Companies;
import dealscope.fact.HardwareCatalog;
import dealscope.fact.HardwareFact;
import dealscope.fact.WordList;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the names of products in lexemes. Immutable. */
final class HardwareNames {
    private static final int SHORTEST_BARE = 4;

    private final PhraseTrie<Entry> names = new PhraseTrie<>();
    private final Map<String, String> vendors = new HashMap<>();
    private final Map<String, HardwareFact> facts = new HashMap<>();
    private final HardwareSeries series = new HardwareSeries();
    private final Set<String> tails = WordList.load("hardware-tails.txt");
    private final PhraseTrie<Boolean> joiners = new PhraseTrie<>();
    private final Set<String> companyNames = new HashSet<>();

    /** @param bare the product's name without its vendor, also a word of another meaning: Rubin, Helios, Grace */
    private record Entry(HardwareFact fact, String written, boolean bare) {}

    /**
     * A product over the lexemes {@code [from, to)}; the vendor before it and words like "GPUs" after it included.
     *
     * @param vendor as the text names it before a generic item; null when it does not
     * @param doubtful a bare name that nothing beside it explains
     */
    record Product(
            HardwareFact fact, int from, int to, @Nullable String vendor, boolean doubtful) {}

    HardwareNames(HardwareCatalog catalog) {
        WordList.load("hardware-joiners.txt").forEach(words -> joiners.add(words, true));
        Companies.load().all().forEach(company -> company.names().forEach(companyNames::add));
        for (HardwareFact fact : catalog.all()) {
            facts.put(fact.name(), fact);
            fact.names().forEach(name -> names.add(name, new Entry(fact, name, false)));
            if (fact.vendor() != null) {
                String brand = fact.name().split(" ")[0];
                vendors.putIfAbsent(brand.toLowerCase(Locale.ROOT), brand);
                vendors.putIfAbsent(fact.vendor().toLowerCase(Locale.ROOT), fact.vendor());
            }
        }
        for (HardwareFact fact : catalog.all()) {
            String bare = fact.name().substring(fact.name().indexOf(' ') + 1);
            boolean word = bare.indexOf(' ') < 0 && bare.chars().allMatch(Character::isLetter);
            if (fact.vendor() != null && !fact.generic() && word && bare.length() >= SHORTEST_BARE) {
                names.add(bare, new Entry(fact, bare, true));
            }
        }
    }

    boolean isVendor(Lexeme lexeme) {
        return vendors.containsKey(lexeme.folded());
    }

    /** The longest that the fact file, its series or the article itself names here. */
    @Nullable
    Product at(List<Lexeme> lexemes, int from, NovelHardware novel) {
        Product known = known(lexemes, from);
        Product other = ofSeries(lexemes, from);
        if (other == null) {
            NovelHardware.Match match = novel.at(lexemes, from);
            other = match == null ? null : new Product(match.fact(), from, tailEnd(lexemes, match.to()), null, false);
        }
        return known == null || (other != null && other.to() > known.to()) ? other : known;
    }

    private @Nullable Product ofSeries(List<Lexeme> lexemes, int from) {
        int after = vendorEnd(lexemes, from);
        HardwareSeries.Match match = series.at(lexemes, after < lexemes.size() ? after : from);
        if (match == null) {
            return null;
        }
        int to = tailEnd(lexemes, match.to());
        boolean vendor = after > from
                && (lexemes.get(from).folded().equals(fold(match.fact().vendor()))
                        || match.fact()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .startsWith(lexemes.get(from).folded()));
        if (after > from && !vendor || !(vendor || match.alone() || to > match.to())) {
            return null;
        }
        HardwareFact listed = facts.get(match.fact().name());
        int start = after > from + 1 ? after : from;
        return new Product(listed == null ? match.fact() : listed, start, to, null, false);
    }

    private static String fold(@Nullable String vendor) {
        return vendor == null ? "" : vendor.toLowerCase(Locale.ROOT);
    }

    private int tailEnd(List<Lexeme> lexemes, int from) {
        int to = joinerEnd(lexemes, from);
        if (to < lexemes.size() && !tails.contains(lexemes.get(to).folded())) {
            to = from;
        }
        while (to < lexemes.size() && tails.contains(lexemes.get(to).folded())) {
            to++;
        }
        return to;
    }

    /** After "-class" or "series"; {@code from} itself when no such word is there. */
    private int joinerEnd(List<Lexeme> lexemes, int from) {
        boolean hyphen = from + 1 < lexemes.size()
                && lexemes.get(from).is("-")
                && !lexemes.get(from).spaced();
        int at = hyphen ? from + 1 : from;
        if (at >= lexemes.size()) {
            return from;
        }
        List<PhraseTrie.Match<Boolean>> found = joiners.at(lexemes, at);
        return found.isEmpty() || found.getFirst().to() >= lexemes.size()
                ? from
                : found.getFirst().to();
    }

    /** Whether the sentence names the vendor of a bare name that is no person's or other company's name. */
    boolean isNearVendor(List<Lexeme> lexemes, Product product) {
        String vendor = product.fact().vendor();
        if (vendor == null || companyNames.contains(lexemes.get(product.from()).text())) {
            return false;
        }
        boolean partOfName = isCapitalWord(lexemes, product.from() - 1) || isCapitalWord(lexemes, product.to());
        return !partOfName && IntStream.range(0, lexemes.size()).anyMatch(at -> isNamed(lexemes, at, vendor));
    }

    /** Whether the vendor's name begins at the lexeme; it may be of several: d-Matrix. */
    private static boolean isNamed(List<Lexeme> lexemes, int from, String vendor) {
        String name = fold(vendor);
        boolean capital = false;
        int done = 0;
        for (int at = from; at < lexemes.size() && done < name.length(); at++) {
            Lexeme lexeme = lexemes.get(at);
            done += lexeme.spaced() && at > from ? 1 : 0;
            if (!name.startsWith(lexeme.folded(), done)) {
                return false;
            }
            done += lexeme.folded().length();
            capital |= lexeme.capital();
        }
        return capital && done == name.length();
    }

    private static boolean isCapitalWord(List<Lexeme> lexemes, int at) {
        return at >= 0
                && at < lexemes.size()
                && lexemes.get(at).letters()
                && lexemes.get(at).capital();
    }

    private @Nullable Product known(List<Lexeme> lexemes, int from) {
        PhraseTrie.Match<Entry> direct = match(lexemes, from);
        int after = vendorEnd(lexemes, from);
        PhraseTrie.Match<Entry> behind = after > from ? match(lexemes, after) : null;
        boolean further = behind != null && (direct == null || behind.to() > direct.to());
        PhraseTrie.Match<Entry> match = further ? behind : direct;
        if (match == null) {
            return null;
        }
        int to = tailEnd(lexemes, match.to());
        boolean possessive = after > from + 1;
        int start = further && possessive ? after : from;
        String vendor = after > from ? vendors.get(lexemes.get(from).folded()) : null;
        boolean doubtful = match.value().bare() && to == match.to() && !(further && vendor != null);
        return new Product(match.value().fact(), start, to, vendor, doubtful);
    }

    private PhraseTrie.@Nullable Match<Entry> match(List<Lexeme> lexemes, int from) {
        for (PhraseTrie.Match<Entry> match : names.at(lexemes, from)) {
            if (isWhole(lexemes, match) && hasCapitals(lexemes, match)) {
                return withPlural(lexemes, match);
            }
        }
        return null;
    }

    /** The name begins and ends where words do, a plural s allowed. */
    private static boolean isWhole(List<Lexeme> lexemes, PhraseTrie.Match<Entry> match) {
        Lexeme first = lexemes.get(match.from());
        if (match.from() > 0 && !first.spaced()) {
            Lexeme before = lexemes.get(match.from() - 1);
            if (before.letters() || before.number()) {
                return false;
            }
        }
        if (match.to() >= lexemes.size()) {
            return true;
        }
        Lexeme next = lexemes.get(match.to());
        return next.spaced() || next.kind() == Lexeme.Kind.SIGN || next.text().equals("s");
    }

    /** Generic items in any case; others with the capital that the fact file has. */
    private static boolean hasCapitals(List<Lexeme> lexemes, PhraseTrie.Match<Entry> match) {
        Entry entry = match.value();
        Lexeme first = lexemes.get(match.from());
        boolean written = Character.isUpperCase(entry.written().codePointAt(0));
        return entry.fact().generic() || !first.letters() || first.capital() || !written;
    }

    private static PhraseTrie.Match<Entry> withPlural(List<Lexeme> lexemes, PhraseTrie.Match<Entry> match) {
        int to = match.to();
        boolean plural = to < lexemes.size()
                && !lexemes.get(to).spaced()
                && lexemes.get(to).text().equals("s");
        return plural ? new PhraseTrie.Match<>(match.value(), match.from(), to + 1) : match;
    }

    /** After "Nvidia" or "Nvidia's"; {@code from} itself when no vendor is there. */
    private int vendorEnd(List<Lexeme> lexemes, int from) {
        Lexeme lexeme = lexemes.get(from);
        if (!lexeme.capital() || !isVendor(lexeme)) {
            return from;
        }
        boolean possessive = from + 2 < lexemes.size()
                && (lexemes.get(from + 1).is("'") || lexemes.get(from + 1).is("\u2019"))
                && lexemes.get(from + 2).text().equals("s");
        return possessive ? from + 3 : from + 1;
    }
}
