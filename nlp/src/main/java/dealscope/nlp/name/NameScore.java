package dealscope.nlp.name;

import dealscope.deal.MentionKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.util.Span;

/** Precision, recall and F1 of a name finder, for each kind and over all; a name is right when span and kind are. */
final class NameScore {
    private final Map<MentionKind, Count> counts = new EnumMap<>(MentionKind.class);

    private static final class Count {
        private int right;
        private int found;
        private int marked;

        double precision() {
            return found == 0 ? 0 : 100.0 * right / found;
        }

        double recall() {
            return marked == 0 ? 0 : 100.0 * right / marked;
        }

        double f1() {
            return found + marked == 0 ? 0 : 200.0 * right / (found + marked);
        }
    }

    void add(List<Span> marked, List<NameFinder.Guess> guesses) {
        for (Span span : marked) {
            count(MentionKind.of(span.getType())).marked++;
        }
        for (NameFinder.Guess guess : guesses) {
            Count count = count(guess.kind());
            count.found++;
            if (marked.contains(new Span(guess.from(), guess.to(), guess.kind().label()))) {
                count.right++;
            }
        }
    }

    private Count count(MentionKind kind) {
        return counts.computeIfAbsent(kind, k -> new Count());
    }

    /** From 0 to 100. */
    double f1(MentionKind kind) {
        return count(kind).f1();
    }

    /** From 0 to 100. */
    double f1() {
        return all().f1();
    }

    private Count all() {
        Count all = new Count();
        for (Count count : counts.values()) {
            all.right += count.right;
            all.found += count.found;
            all.marked += count.marked;
        }
        return all;
    }

    String table() {
        StringBuilder table = new StringBuilder();
        counts.forEach((kind, count) -> row(table, kind.label(), count));
        row(table, "all", all());
        return table.toString();
    }

    private static void row(StringBuilder table, String label, Count count) {
        table.append(String.format(
                Locale.ROOT,
                "%-10s P %5.1f  R %5.1f  F1 %5.1f  (%d marked)%n",
                label,
                count.precision(),
                count.recall(),
                count.f1(),
                count.marked));
    }
}
