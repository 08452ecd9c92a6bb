package dealscope.nlp.claim;

import java.util.Comparator;
import java.util.List;

/** Says which deals the article is about: those that the title or the first paragraph tells. */
final class MainJudge {
    /** A telling below this is a guess, and no article is about a guess. */
    private static final double TOLD = 0.5;

    private MainJudge() {}

    static void judge(List<Draft> drafts, List<Line> lines, Lexicon lexicon) {
        int lead = lead(lines);
        for (Draft draft : drafts) {
            draft.setMain(draft.tellings.stream()
                    .filter(t -> t.weight() >= TOLD)
                    .anyMatch(t -> t.line().inTitle() || (t.line().number() <= lead && !older(t, lexicon))));
        }
        if (drafts.stream().noneMatch(Draft::main)) {
            drafts.stream()
                    .min(Comparator.comparingInt(d -> d.first().line().number()))
                    .ifPresent(d -> d.setMain(true));
        }
    }

    /** "Its previous agreement", "signed in March". */
    private static boolean older(Candidate telling, Lexicon lexicon) {
        return lexicon.past.anyIn(telling.line(), telling.from() - 4, telling.to() + 3);
    }

    /** Number of the last line of the lead: the first paragraph, of which at most two sentences in an unparagraphed text. */
    private static int lead(List<Line> lines) {
        int last = -1;
        int count = 0;
        boolean paragraphs =
                lines.stream().anyMatch(l -> !l.inTitle() && l.sentence().paragraph() > 0);
        for (Line line : lines) {
            if (line.inTitle()) {
                last = line.number();
                continue;
            }
            if (line.sentence().paragraph() > 0 || (!paragraphs && count >= 2)) {
                break;
            }
            count++;
            last = line.number();
        }
        return last;
    }
}
