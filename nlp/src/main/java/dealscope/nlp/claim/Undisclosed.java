package dealscope.nlp.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that say that a deal's price is not told.
 *
 * @param start offset of the words in the line's source
 */
record Undisclosed(Line line, int start, int end) {
    private static final double CLAUSE = 1.4;

    /** Gives the words to the deal whose telling shares their clause, else to the one that the clause speaks of. */
    static void bind(List<Line> lines, List<Draft> drafts, Lexicon lexicon) {
        for (Line line : lines) {
            for (Phrases.Hit<Boolean> hit : lexicon.undisclosed.in(line, 0, line.size())) {
                Draft draft = meant(line, hit, drafts);
                if (draft != null) {
                    draft.undisclosed.add(new Undisclosed(
                            line,
                            line.at(hit.from()).start(),
                            line.at(hit.to() - 1).end()));
                    draft.lines.add(line);
                }
            }
        }
    }

    private static @Nullable Draft meant(Line line, Phrases.Hit<Boolean> hit, List<Draft> drafts) {
        int start = line.clauseStart(hit.from(), 40, CLAUSE);
        for (Draft draft : drafts) {
            boolean told =
                    draft.tellings.stream().anyMatch(t -> t.line() == line && t.from() >= start && t.from() < hit.to());
            if (told) {
                return draft;
            }
        }
        List<Party> named = new ArrayList<>();
        for (int i = start; i < hit.from(); i++) {
            named.addAll(line.at(i).parties());
        }
        return drafts.stream()
                .filter(d -> d.first().line().number() <= line.number())
                .filter(d -> named.stream().allMatch(p -> d.parties().stream().anyMatch(p::same)))
                .max(Comparator.<Draft>comparingInt(d -> d.main() ? 1 : 0).thenComparingInt(d -> d.tellings.stream()
                        .mapToInt(t -> t.line().number())
                        .filter(n -> n <= line.number())
                        .max()
                        .orElse(0)))
                .orElse(null);
    }
}
