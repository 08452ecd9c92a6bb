package dealscope.nlp.mention;

import dealscope.fact.Currencies;
import dealscope.nlp.mention.Numerals.Numeral;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an amount is written: a mark, a number and a magnitude ({@code US$1.2bn}), or a number and a word
 * ({@code 1.2-billion-euro}), or two of them as a range that share what only one of them says.
 */
final class MoneyGrammar {
    /** Currencies that a bare "$" may turn out to be by a word after the amount: "$5 billion Canadian dollars". */
    private static final Set<String> DOLLARS = Set.of("AUD", "CAD", "SGD", "HKD", "NZD", "TWD");

    /** "rose from $5 billion to $10 billion" is two amounts; after these words it is a range. */
    private static final Set<String> RANGE_WORDS =
            Set.of("range", "ranges", "ranging", "ranged", "anywhere", "somewhere", "between");

    private static final BigDecimal LEAST_AFTER_CODE = new BigDecimal(1000);

    private final Numerals numerals = new Numerals();
    private final PhraseTrie<Mark> marks = new PhraseTrie<>();
    private final PhraseTrie<Mark> words = new PhraseTrie<>();

    /** @param written as the fact file has it; {@code risky} words need a magnitude before them */
    private record Mark(String code, String written, boolean risky) {
        boolean lettersOnly() {
            return written.chars().allMatch(Character::isLetter);
        }

        /** Codes and symbols have one case, words any. */
        boolean fits(List<Lexeme> lexemes, int from, int to) {
            if (!written.equals(written.toUpperCase(java.util.Locale.ROOT)) && !lettersOnly()) {
                return true;
            }
            boolean capitals = Character.isUpperCase(written.charAt(0));
            for (int i = from; i < to; i++) {
                Lexeme lexeme = lexemes.get(i);
                if (capitals && lexeme.letters() && !written.contains(lexeme.text())) {
                    return false;
                }
            }
            return true;
        }
    }

    /** An amount over the lexemes {@code [from, to)}. */
    record Amount(int from, int to, String currency, BigDecimal min, BigDecimal max) {
        boolean range() {
            return min.compareTo(max) != 0;
        }
    }

    /** A number with or without a currency. */
    private record Part(int from, int to, @Nullable String currency, Numeral numeral) {}

    MoneyGrammar(Currencies currencies) {
        for (Currencies.Currency currency : currencies.all()) {
            currency.marks().forEach(m -> marks.add(m, new Mark(currency.code(), m, false)));
            currency.words().forEach(w -> words.add(w, new Mark(currency.code(), w, false)));
            currency.risky().forEach(w -> words.add(w, new Mark(currency.code(), w, true)));
        }
    }

    @Nullable
    Amount at(List<Lexeme> lexemes, int from) {
        Part first = part(lexemes, from);
        if (first == null) {
            return null;
        }
        Amount range = range(lexemes, first);
        if (range != null) {
            return range;
        }
        if (first.currency() == null) {
            return null;
        }
        BigDecimal value = first.numeral().value();
        return new Amount(first.from(), first.to(), first.currency(), value, value);
    }

    private @Nullable Part part(List<Lexeme> lexemes, int from) {
        Part marked = marked(lexemes, from);
        if (marked != null) {
            return marked;
        }
        if (from > 0 && isGlued(lexemes, from)) {
            return null;
        }
        Numeral numeral = numerals.at(lexemes, from, false);
        if (numeral == null) {
            return null;
        }
        int at = Numerals.isAt(lexemes, numeral.to(), "-") ? numeral.to() + 1 : numeral.to();
        for (PhraseTrie.Match<Mark> word :
                at < lexemes.size() ? words.at(lexemes, at) : List.<PhraseTrie.Match<Mark>>of()) {
            boolean enough = !word.value().risky() || numeral.hasMagnitude();
            if (enough && word.value().fits(lexemes, at, word.to())) {
                return new Part(from, word.to(), word.value().code(), numeral);
            }
        }
        return new Part(from, numeral.to(), null, numeral);
    }

    private @Nullable Part marked(List<Lexeme> lexemes, int from) {
        for (PhraseTrie.Match<Mark> match : marks.at(lexemes, from)) {
            Mark mark = match.value();
            if (!mark.fits(lexemes, from, match.to()) || match.to() >= lexemes.size()) {
                continue;
            }
            if (!lexemes.get(match.to()).number()) {
                continue;
            }
            Numeral numeral = numerals.at(lexemes, match.to(), true);
            if (numeral == null || (mark.lettersOnly() && !sure(lexemes.get(match.to()), numeral))) {
                continue;
            }
            return withWord(lexemes, new Part(from, numeral.to(), mark.code(), numeral));
        }
        return null;
    }

    /** After letters such as TRY or SR only a large number that is no year is an amount. */
    private static boolean sure(Lexeme digits, Numeral numeral) {
        if (numeral.hasMagnitude()) {
            return true;
        }
        boolean year = digits.text().length() == 4 && digits.text().matches("(?:19|20)[0-9]{2}");
        return numeral.value().compareTo(LEAST_AFTER_CODE) >= 0 && !year;
    }

    /** "$5 billion USD", "$5 billion Canadian dollars". */
    private Part withWord(List<Lexeme> lexemes, Part part) {
        int at = part.to();
        if (at < lexemes.size() && "USD".equals(part.currency())) {
            for (PhraseTrie.Match<Mark> word : words.at(lexemes, at)) {
                String code = word.value().code();
                if ((code.equals("USD") || DOLLARS.contains(code))
                        && word.value().fits(lexemes, at, word.to())) {
                    return new Part(part.from(), word.to(), code, part.numeral());
                }
            }
        }
        return part;
    }

    private @Nullable Amount range(List<Lexeme> lexemes, Part first) {
        int connector = first.to();
        if (connector + 1 >= lexemes.size()) {
            return null;
        }
        boolean between = first.from() > 0 && lexemes.get(first.from() - 1).is("between");
        if (!connects(lexemes, first, connector, between)) {
            return null;
        }
        Part second = part(lexemes, connector + 1);
        if (second == null || (first.currency() == null && second.currency() == null)) {
            return null;
        }
        String currency = second.currency() == null ? first.currency() : second.currency();
        if (currency == null || (first.currency() != null && !first.currency().equals(currency))) {
            return null;
        }
        Numeral low = first.numeral();
        if (!low.hasMagnitude() && second.numeral().hasMagnitude()) {
            low = low.times(second.numeral().factor());
        } else if (second.currency() == null && !second.numeral().hasMagnitude()) {
            return null; // "$5 billion to 3 companies"
        }
        BigDecimal min = low.value();
        BigDecimal max = second.numeral().value();
        if (min.compareTo(max) >= 0) {
            return null;
        }
        return new Amount(first.from() - (between ? 1 : 0), second.to(), currency, min, max);
    }

    private static boolean connects(List<Lexeme> lexemes, Part first, int connector, boolean between) {
        Lexeme lexeme = lexemes.get(connector);
        if (lexeme.is("and")) {
            return between;
        }
        if (lexeme.is("-") || lexeme.is("\u2013") || lexeme.is("\u2014") || lexeme.is("~") || lexeme.is("\u2212")) {
            return true;
        }
        if (!lexeme.is("to") && !lexeme.is("or")) {
            return false;
        }
        if (first.from() == 0) {
            return true;
        }
        Lexeme before = lexemes.get(first.from() - 1);
        if (before.is("from")) {
            return first.from() > 1
                    && RANGE_WORDS.contains(lexemes.get(first.from() - 2).folded());
        }
        return !before.is("by");
    }

    /** The digits belong to a word or a larger number before them: H100, v5.1. */
    private static boolean isGlued(List<Lexeme> lexemes, int at) {
        Lexeme lexeme = lexemes.get(at);
        if (lexeme.spaced()) {
            return false;
        }
        Lexeme before = lexemes.get(at - 1);
        boolean hyphen = before.is("-")
                && !before.spaced()
                && at > 1
                && lexemes.get(at - 2).allCaps();
        return before.letters() || before.number() || hyphen;
    }
}
