package dealscope.nlp.mention;

import dealscope.fact.Phrase;
import dealscope.nlp.text.Lexeme;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads numbers with their magnitude: 1.2bn, 110,000, 1,23,456 crore, forty billion, half a million. */
final class Numerals {
    /** Longer runs of digits are no amount of anything. */
    private static final int MAX_DIGITS = 30;

    private static final BigDecimal LIMIT = new BigDecimal("1e18");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    /** Between a fraction and its whole, each at most once, in this order: "half-a-". */
    private static final List<String> JOINERS = List.of("-", "of", "a", "-");

    private final Map<String, BigDecimal> words = new HashMap<>();
    private final Map<String, BigDecimal> magnitudes = new HashMap<>();
    private final Set<String> shortMagnitudes = new HashSet<>();

    /**
     * A number in the text.
     *
     * @param from number of its first lexeme
     * @param to after its last lexeme, magnitude included
     * @param plain without the magnitude
     * @param factor 1 when no magnitude is written
     * @param spelled true when no digit is in it
     */
    record Numeral(int from, int to, BigDecimal plain, BigDecimal factor, boolean spelled) {
        BigDecimal value() {
            return plain.multiply(factor);
        }

        boolean hasMagnitude() {
            return factor.compareTo(BigDecimal.ONE) != 0;
        }

        Numeral times(BigDecimal other) {
            return new Numeral(from, to, plain, other, spelled);
        }
    }

    /** A part of what begins at the lexeme {@code to}. */
    record Fraction(BigDecimal value, int to) {}

    Numerals() {
        for (Phrase phrase : Phrase.load("number-words.csv", "value")) {
            words.put(phrase.words(), new BigDecimal(phrase.get("value")));
        }
        for (Phrase phrase : Phrase.load("magnitudes.csv", "factor", "short")) {
            magnitudes.put(phrase.words(), new BigDecimal(phrase.get("factor")));
            if (!phrase.get("short").isEmpty()) {
                shortMagnitudes.add(phrase.words());
            }
        }
    }

    /**
     * The number that begins at the lexeme, or null.
     *
     * @param marked a currency stands before it, so that "$5 B" is a magnitude even with a space
     */
    @Nullable
    Numeral at(List<Lexeme> lexemes, int from, boolean marked) {
        if (from >= lexemes.size()) {
            return null;
        }
        Lexeme first = lexemes.get(from);
        if (first.number()) {
            BigDecimal plain = parse(first.folded());
            return plain == null ? null : withMagnitude(lexemes, from, from + 1, plain, false, marked);
        }
        return first.letters() ? spelled(lexemes, from) : null;
    }

    /** "forty", "twenty-five billion", "half a billion", "another billion", "one hundred million", "a billion". */
    private @Nullable Numeral spelled(List<Lexeme> lexemes, int from) {
        Fraction fraction = fraction(lexemes, from);
        Numeral part = fraction == null ? null : onlyWithMagnitude(lexemes, from, fraction.to(), fraction.value());
        if (part != null) {
            return part;
        }
        String word = lexemes.get(from).folded();
        BigDecimal value = words.get(word);
        if (value != null) {
            int to = from + 1;
            if (value.compareTo(BigDecimal.TEN) > 0 && isAt(lexemes, to, "-")) {
                BigDecimal unit =
                        to + 1 < lexemes.size() ? words.get(lexemes.get(to + 1).folded()) : null;
                if (unit != null && unit.compareTo(BigDecimal.TEN) < 0) {
                    return withMagnitude(lexemes, from, to + 2, value.add(unit), true, false);
                }
            }
            if (isAt(lexemes, to, "and") && isAt(lexemes, to + 1, "a") && isAt(lexemes, to + 2, "half")) {
                return withMagnitude(lexemes, from, to + 3, value.add(HALF), true, false);
            }
            return withMagnitude(lexemes, from, to, value, true, false);
        }
        if (word.equals("a") || word.equals("another") || word.equals("an")) {
            return onlyWithMagnitude(lexemes, from, from + 1, BigDecimal.ONE);
        }
        return null;
    }

    /** "half a", "a quarter of a", "half-", "three-quarters of a": what follows is the whole. */
    static @Nullable Fraction fraction(List<Lexeme> lexemes, int from) {
        int at = from;
        BigDecimal value = HALF;
        if (isAt(lexemes, at, "three")) {
            at = isAt(lexemes, at + 1, "-") ? at + 2 : at + 1;
            value = QUARTER.multiply(new BigDecimal(3));
            if (!isAt(lexemes, at, "quarters")) {
                return null;
            }
        } else {
            at += isAt(lexemes, at, "a") || isAt(lexemes, at, "another") ? 1 : 0;
            if (isAt(lexemes, at, "quarter")) {
                value = QUARTER;
            } else if (!isAt(lexemes, at, "half")) {
                return null;
            }
        }
        at++;
        for (String joiner : JOINERS) {
            at += isAt(lexemes, at, joiner) ? 1 : 0;
        }
        return new Fraction(value, at);
    }

    private @Nullable Numeral onlyWithMagnitude(List<Lexeme> lexemes, int from, int to, BigDecimal value) {
        Numeral numeral = withMagnitude(lexemes, from, to, value, true, false);
        return numeral.hasMagnitude() ? numeral : null;
    }

    private Numeral withMagnitude(
            List<Lexeme> lexemes, int from, int to, BigDecimal plain, boolean spelled, boolean marked) {
        BigDecimal factor = BigDecimal.ONE;
        int end = to;
        for (int i = 0; i < 2; i++) {
            int at = isAt(lexemes, end, "-") && end + 1 < lexemes.size() ? end + 1 : end;
            BigDecimal magnitude = magnitude(lexemes, at, marked, spelled);
            if (magnitude == null || factor.multiply(magnitude).compareTo(new BigDecimal("1e15")) > 0) {
                break;
            }
            if (factor.compareTo(BigDecimal.ONE) > 0 && factor.compareTo(magnitude) >= 0) {
                break; // "$5 billion billion": the first one counts
            }
            factor = factor.multiply(magnitude);
            end = at + 1;
        }
        return new Numeral(from, end, plain, factor, spelled);
    }

    private @Nullable BigDecimal magnitude(List<Lexeme> lexemes, int at, boolean marked, boolean spelled) {
        if (at >= lexemes.size()) {
            return null;
        }
        Lexeme lexeme = lexemes.get(at);
        BigDecimal magnitude = magnitudes.get(lexeme.folded());
        if (magnitude == null) {
            return null;
        }
        boolean shortForm = shortMagnitudes.contains(lexeme.folded());
        if (shortForm && (spelled || (lexeme.spaced() && !(marked && isLone(lexeme))))) {
            return null;
        }
        // 5M is a magnitude, 5Mbit and 5M2 are not: what follows must not be glued to it.
        Lexeme next = at + 1 < lexemes.size() ? lexemes.get(at + 1) : null;
        boolean glued = next != null && !next.spaced() && (next.number() || next.letters());
        return glued ? null : magnitude;
    }

    /** The B of "$5 B", the MM of "$5 MM", the b of "$5 b". */
    private static boolean isLone(Lexeme lexeme) {
        return lexeme.text().length() <= 2 && lexeme.allCaps() || lexeme.is("b") || lexeme.is("m");
    }

    boolean isMagnitude(Lexeme lexeme) {
        return magnitudes.containsKey(lexeme.folded());
    }

    static boolean isAt(List<Lexeme> lexemes, int at, String folded) {
        return at >= 0 && at < lexemes.size() && lexemes.get(at).folded().equals(folded);
    }

    /** Null for what is no number of sensible size. 1,234.5 and 1.234,5 and 1,23,456 and 1,5 are understood. */
    static @Nullable BigDecimal parse(String digits) {
        if (digits.length() > MAX_DIGITS) {
            return null;
        }
        int dot = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        String plain;
        if (dot >= 0 && comma >= 0) {
            boolean dotLast = dot > comma;
            plain = dotLast ? digits.replace(",", "") : digits.replace(".", "").replace(',', '.');
        } else if (comma >= 0) {
            boolean grouped = digits.length() - comma == 4 || digits.indexOf(',') != comma;
            plain = grouped ? digits.replace(",", "") : digits.replace(',', '.');
        } else {
            plain = digits.indexOf('.') != dot ? digits.replace(".", "") : digits;
        }
        if (plain.indexOf('.') != plain.lastIndexOf('.')) {
            return null;
        }
        BigDecimal value = new BigDecimal(plain);
        return value.compareTo(LIMIT) > 0 ? null : value;
    }
}
