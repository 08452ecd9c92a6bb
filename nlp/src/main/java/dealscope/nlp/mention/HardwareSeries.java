package dealscope.nlp.mention;

import dealscope.fact.HardwareFact;
import dealscope.fact.Phrase;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Products that belong to a known series and that no list holds: the next MI, GB or Ascend. Immutable. */
final class HardwareSeries {
    private final PhraseTrie<List<Series>> series = new PhraseTrie<>();

    private record Series(
            String words, int fewest, int most, Set<String> suffixes, String name, String vendor, boolean alone) {}

    /** @param alone needs nothing beside it */
    record Match(HardwareFact fact, int from, int to, boolean alone) {}

    HardwareSeries() {
        Map<String, List<Series>> byWords = new LinkedHashMap<>();
        for (Phrase phrase : Phrase.load("hardware-series.csv", "digits", "suffixes", "name", "vendor", "alone")) {
            String[] digits = phrase.get("digits").split("-", 2);
            byWords.computeIfAbsent(phrase.words(), k -> new ArrayList<>())
                    .add(new Series(
                            phrase.words(),
                            Integer.parseInt(digits[0]),
                            Integer.parseInt(digits[digits.length - 1]),
                            Set.of(phrase.get("suffixes").split("\\|", -1)),
                            phrase.get("name"),
                            phrase.get("vendor"),
                            phrase.get("alone").equals("yes")));
        }
        byWords.forEach(series::add);
    }

    @Nullable
    Match at(List<Lexeme> lexemes, int from) {
        for (PhraseTrie.Match<List<Series>> words : series.at(lexemes, from)) {
            for (Series one : words.value()) {
                Match match = match(lexemes, one, from, words.to());
                if (match != null) {
                    return match;
                }
            }
        }
        return null;
    }

    private static @Nullable Match match(List<Lexeme> lexemes, Series series, int from, int at) {
        if (at >= lexemes.size() || !isWritten(lexemes, series, from)) {
            return null;
        }
        Lexeme number = lexemes.get(at);
        boolean word = series.words().chars().anyMatch(Character::isLowerCase);
        int digits = number.folded().length();
        boolean fits = number.number()
                && number.folded().chars().allMatch(Character::isDigit)
                && digits >= series.fewest()
                && digits <= series.most()
                && (!number.spaced()
                        || word
                        || series.words().length() > 2 && series.name().contains(" #"));
        if (!fits) {
            return null;
        }
        String code = number.folded();
        int to = at + 1;
        Lexeme suffix = to < lexemes.size() && !lexemes.get(to).spaced() ? lexemes.get(to) : null;
        if (suffix != null && suffix.letters()) {
            if (series.suffixes().contains(suffix.text())) {
                code += suffix.text();
            } else if (!suffix.text().equals("s")) {
                return null;
            }
            to++;
        }
        String name = series.name().replace("#", code);
        return new Match(HardwareFact.unlisted(name, series.vendor()), from, to, series.alone());
    }

    /** With the capitals of the series, and nothing glued before it. */
    private static boolean isWritten(List<Lexeme> lexemes, Series series, int from) {
        Lexeme first = lexemes.get(from);
        boolean glued = from > 0 && !first.spaced() && lexemes.get(from - 1).kind() != Lexeme.Kind.SIGN;
        String written = series.words();
        boolean same = written.startsWith(first.text())
                || written.toLowerCase(Locale.ROOT).startsWith(first.folded())
                        && first.allCaps()
                        && first.text().length() > 3;
        return same && !glued;
    }
}
