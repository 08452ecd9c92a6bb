package dealscope.nlp.mention;

import dealscope.fact.HardwareFact;
import dealscope.fact.WordList;
import dealscope.nlp.mention.HardwareNames.Product;
import dealscope.nlp.mention.Numerals.Numeral;
import dealscope.nlp.text.Lexeme;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds counts to the products of a sentence. Immutable. */
final class HardwareCounts {
    static final BigDecimal LARGEST = new BigDecimal(1_000_000_000);
    private static final int MODIFIERS = 7;
    /** Digits of the number in "Tier 1" or "Phase 10". */
    private static final int SHORT = 2;

    private static final int NEAR_EACH = 7;
    /** Words of "one hundred and twelve". */
    private static final int LONGEST_NUMERAL = 6;
    /** Between "nodes" and the count of what each of them holds. */
    private static final int NEAR_HOLDER = 4;

    /** Between a product and its count. */
    private static final Set<String> BEHIND = Set.of("(", ":", "x", "\u00d7");

    private static final Set<String> YEAR_PREPOSITIONS =
            Set.of("in", "by", "since", "for", "from", "until", "late", "early");
    /** Systems that hold chips, for "five servers with eight H100s each". */
    private static final Set<String> HOLDERS = Set.of("Server", "HPC server", "AI server", "Server rack", "AI system");

    private static final Set<String> HOLDING_KINDS = Set.of("rack", "system", "superchip");

    private final HardwareNames names;
    private final Numerals numerals = new Numerals();
    private final Set<String> modifiers = WordList.load("hardware-modifiers.txt");
    private final Set<String> holderNouns = WordList.load("holder-nouns.txt");
    private final Set<String> numbered = WordList.load("numbered-nouns.txt");
    private final Set<String> countWords = WordList.load("count-words.txt");

    /** A count whose first lexeme is {@code from}. */
    record Count(long number, int from) {}

    /** A product in this sentence with its count. */
    record Item(Product product, @Nullable Count count) {
        Item times(long factor) {
            Count own = Objects.requireNonNull(count);
            return new Item(product, new Count(own.number() * factor, own.from()));
        }
    }

    HardwareCounts(HardwareNames names) {
        this.names = names;
    }

    /** Counts that stand behind products, in a column of a table, or are multiplied by those of what holds them. */
    void settle(List<Lexeme> lexemes, List<Item> items, long row) {
        Product product = items.isEmpty() ? null : items.getFirst().product();
        boolean alone = product != null && (items.size() == 1 || Numerals.isAt(lexemes, product.to(), ","));
        if (row > 0 && product != null && alone && items.getFirst().count() == null) {
            items.set(0, new Item(product, new Count(row, product.from())));
        }
        countRightBehind(lexemes, items);
        multiply(lexemes, items);
        countBehind(lexemes, items);
    }

    /** "B300 GPUs (18,432 in total)", "H200: 4,096 units", "B200 x 512". */
    private void countRightBehind(List<Lexeme> lexemes, List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            Product product = items.get(i).product();
            Numeral numeral = items.get(i).count() != null ? null : rightBehind(lexemes, product.to());
            if (numeral != null) {
                items.set(i, new Item(product, new Count(numeral.value().longValue(), product.from())));
            }
        }
    }

    private @Nullable Numeral rightBehind(List<Lexeme> lexemes, int sign) {
        if (sign + 1 >= lexemes.size() || !BEHIND.contains(lexemes.get(sign).folded())) {
            return null;
        }
        Numeral numeral = numerals.at(lexemes, sign + 1, false);
        if (numeral == null
                || !isCount(lexemes, numeral)
                || isYear(lexemes.get(sign + 1).text())) {
            return null;
        }
        int end = numeral.to();
        while (end < lexemes.size() && countWords.contains(lexemes.get(end).folded())) {
            end++;
        }
        boolean bracket = lexemes.get(sign).is("(");
        boolean closed = bracket
                ? Numerals.isAt(lexemes, end, ")")
                : end >= lexemes.size()
                        || lexemes.get(end).kind() == Lexeme.Kind.SIGN
                                && !lexemes.get(end).is("%");
        return closed ? numeral : null;
    }

    /** The number before the product, with nothing but modifiers between: "110,000 of Nvidia's newest GB300 chips". */
    @Nullable
    Count before(List<Lexeme> lexemes, Product product, int done) {
        int at = product.from() - 1;
        Count figures = inFigures(lexemes, at);
        if (figures != null) {
            return figures;
        }
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

    /** "nine hundred (900)". */
    private @Nullable Count inFigures(List<Lexeme> lexemes, int end) {
        boolean bracket =
                end >= 3 && lexemes.get(end).is(")") && lexemes.get(end - 2).is("(");
        Numeral figures = bracket ? numerals.at(lexemes, end - 1, false) : null;
        if (figures == null || figures.to() != end || !isCount(lexemes, figures)) {
            return null;
        }
        for (int at = Math.max(0, end - 2 - LONGEST_NUMERAL); at < end - 2; at++) {
            Numeral word = numerals.at(lexemes, at, false);
            if (word != null && word.to() == end - 2) {
                return new Count(figures.value().longValue(), at);
            }
        }
        return null;
    }

    private boolean isCount(List<Lexeme> lexemes, Numeral numeral) {
        BigDecimal value = numeral.value();
        if (value.signum() <= 0 || value.stripTrailingZeros().scale() > 0 || value.compareTo(LARGEST) > 0) {
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
            boolean each = isEach(lexemes, count.from(), item.product().to());
            Count held = !each ? null : holders == null ? holders(lexemes, count.from()) : holders;
            if (held != null) {
                items.set(i, item.times(held.number()));
            } else if (isHolder(item.product().fact())) {
                holders = count;
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
            boolean apart = lexemes.get(at - 1).kind() == Lexeme.Kind.SIGN;
            if (apart && numeral != null && isOfThem(lexemes, numeral.to()) && isCount(lexemes, numeral)) {
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
}
