package dealscope.nlp.mention;

import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.fact.WordList;
import dealscope.nlp.mention.Numerals.Numeral;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds percentages, and tells those of a company's shares ("a 10% stake") from others ("rose 5%"). */
public final class PercentFinder {
    private static final int NEAR = 5;
    private static final Set<String> SIGNS = Set.of("%", "percent", "pct", "\uff05");

    private final Numerals numerals = new Numerals();
    private final Set<String> equityWords = WordList.load("equity-words.txt");

    public List<Found> find(String source, boolean inTitle, List<Lexeme> lexemes) {
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < lexemes.size(); at++) {
            Numeral numeral = numerals.at(lexemes, at, false);
            if (numeral == null || numeral.hasMagnitude()) {
                continue;
            }
            int sign = Numerals.isAt(lexemes, numeral.to(), "-") ? numeral.to() + 1 : numeral.to();
            boolean perCent = Numerals.isAt(lexemes, sign, "per") && Numerals.isAt(lexemes, sign + 1, "cent");
            if (sign >= lexemes.size()
                    || !(perCent || SIGNS.contains(lexemes.get(sign).folded()))) {
                continue;
            }
            int to = perCent ? sign + 2 : sign + 1;
            int start = lexemes.get(at).start();
            int end = lexemes.get(to - 1).end();
            double percent = numeral.value().doubleValue();
            Mention mention =
                    new Mention(MentionKind.PERCENT, source.substring(start, end), start, end, percent + "%", inTitle);
            found.add(new Found(mention, new Detail.Share(percent, isEquity(lexemes, at, to))));
            at = to - 1;
        }
        return found;
    }

    private boolean isEquity(List<Lexeme> lexemes, int from, int to) {
        for (int i = Math.max(0, from - NEAR); i < Math.min(lexemes.size(), to + NEAR); i++) {
            if (equityWords.contains(lexemes.get(i).folded())) {
                return true;
            }
        }
        return false;
    }
}
