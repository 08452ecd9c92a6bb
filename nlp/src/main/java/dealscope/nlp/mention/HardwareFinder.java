package dealscope.nlp.mention;

import dealscope.deal.Hardware;
import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.fact.HardwareCatalog;
import dealscope.fact.HardwareFact;
import dealscope.fact.WordList;
import dealscope.nlp.mention.Numerals.Numeral;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds chips, racks and systems of the fact file, each with the count that the text binds to it. Generic items ("GPUs")
 * count only with a number before them.
 */
public final class HardwareFinder {
    private static final BigDecimal LARGEST_COUNT = new BigDecimal(1_000_000_000);
    private static final int MODIFIERS = 6;

    private final Numerals numerals = new Numerals();
    private final PhraseTrie<HardwareFact> names = new PhraseTrie<>();
    private final Map<String, String> vendors = new HashMap<>();
    private final Set<String> modifiers = WordList.load("hardware-modifiers.txt");
    private final Set<String> tails = WordList.load("hardware-tails.txt");

    /** A product over the lexemes {@code [from, to)}; the vendor before it and words like "GPUs" after it included. */
    private record Product(
            HardwareFact fact, int from, int to, @Nullable String vendor) {}

    /** A count whose first lexeme is {@code from}. */
    private record Count(long number, int from) {}

    public HardwareFinder(HardwareCatalog catalog) {
        for (HardwareFact fact : catalog.all()) {
            fact.names().forEach(name -> names.add(name, fact));
            if (fact.vendor() != null) {
                String first = fact.name().split(" ")[0];
                vendors.putIfAbsent(first.toLowerCase(java.util.Locale.ROOT), first);
            }
        }
    }

    public List<Found> find(String source, boolean inTitle, List<Lexeme> lexemes) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        int done = 0;
        while (at < lexemes.size()) {
            Product product = at(lexemes, at);
            if (product == null) {
                at++;
                continue;
            }
            Count count = count(lexemes, product, done);
            if (count != null || !product.fact().generic()) {
                found.add(found(source, inTitle, lexemes, product, count));
            }
            at = product.to();
            done = at;
        }
        return found;
    }

    private @Nullable Product at(List<Lexeme> lexemes, int from) {
        int after = vendorEnd(lexemes, from);
        String vendor = after > from ? vendors.get(lexemes.get(from).folded()) : null;
        PhraseTrie.Match<HardwareFact> match = match(lexemes, from);
        if (match == null && after > from) {
            match = match(lexemes, after);
        }
        if (match == null) {
            return null;
        }
        int to = match.to();
        while (to < lexemes.size() && tails.contains(lexemes.get(to).folded())) {
            to++;
        }
        return new Product(match.value(), from, to, vendor);
    }

    private PhraseTrie.@Nullable Match<HardwareFact> match(List<Lexeme> lexemes, int from) {
        for (PhraseTrie.Match<HardwareFact> match : names.at(lexemes, from)) {
            if (fits(lexemes, match)) {
                return endOfWord(lexemes, match);
            }
        }
        return null;
    }

    /** The name begins and ends where words do, a plural s allowed; its capitals are capitals in the text. */
    private static boolean fits(List<Lexeme> lexemes, PhraseTrie.Match<HardwareFact> match) {
        Lexeme first = lexemes.get(match.from());
        if (!first.spaced() && match.from() > 0) {
            Lexeme before = lexemes.get(match.from() - 1);
            if (before.letters() || before.number()) {
                return false;
            }
        }
        if (!match.value().generic() && first.letters() && !first.capital()) {
            return lexemes.size() > match.from() + 1 && first.text().length() <= 2;
        }
        if (match.to() < lexemes.size()) {
            Lexeme next = lexemes.get(match.to());
            return next.spaced()
                    || next.kind() == Lexeme.Kind.SIGN
                    || next.text().equals("s");
        }
        return true;
    }

    private static PhraseTrie.Match<HardwareFact> endOfWord(
            List<Lexeme> lexemes, PhraseTrie.Match<HardwareFact> match) {
        int to = match.to();
        boolean plural = to < lexemes.size()
                && !lexemes.get(to).spaced()
                && lexemes.get(to).text().equals("s");
        return plural ? new PhraseTrie.Match<>(match.value(), match.from(), to + 1) : match;
    }

    /** After "Nvidia", "Nvidia's"; {@code from} itself when no vendor is there. */
    private int vendorEnd(List<Lexeme> lexemes, int from) {
        Lexeme lexeme = lexemes.get(from);
        if (!lexeme.capital() || !vendors.containsKey(lexeme.folded())) {
            return from;
        }
        boolean possessive = from + 2 < lexemes.size()
                && (lexemes.get(from + 1).is("'") || lexemes.get(from + 1).is("\u2019"))
                && lexemes.get(from + 2).text().equals("s");
        return possessive ? from + 3 : from + 1;
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
            if (!modifiers.contains(lexemes.get(at).folded())
                    && !vendors.containsKey(lexemes.get(at).folded())) {
                return null;
            }
        }
        return null;
    }

    private static boolean isCount(List<Lexeme> lexemes, Numeral numeral) {
        BigDecimal value = numeral.value();
        if (value.signum() <= 0 || value.stripTrailingZeros().scale() > 0 || value.compareTo(LARGEST_COUNT) > 0) {
            return false;
        }
        Lexeme first = lexemes.get(numeral.from());
        Lexeme before = numeral.from() > 0 ? lexemes.get(numeral.from() - 1) : null;
        if (before != null && !first.spaced() && (before.letters() || before.is("$") || before.is("-"))) {
            return false;
        }
        boolean year = first.text().matches("(?:19|20)[0-9]{2}") && !numeral.hasMagnitude();
        return !year
                || before == null
                || !Set.of("in", "by", "since", "for", "from", "until").contains(before.folded());
    }

    private Found found(String source, boolean inTitle, List<Lexeme> lexemes, Product product, @Nullable Count count) {
        int start = lexemes.get(count == null ? product.from() : count.from()).start();
        int end = lexemes.get(product.to() - 1).end();
        HardwareFact fact = product.fact();
        String vendor = fact.vendor() == null ? product.vendor() : fact.vendor();
        String name = fact.generic() && vendor != null ? vendor + " " + fact.name() : fact.name();
        Hardware hardware = new Hardware(name, vendor, count == null ? null : count.number());
        Mention mention = new Mention(MentionKind.HARDWARE, source.substring(start, end), start, end, name, inTitle);
        return new Found(mention, new Detail.Gear(hardware));
    }
}
