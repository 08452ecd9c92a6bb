package dealscope.quality;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Scores as lines for people: a kind or rate a line, with its floor where there is one. */
public final class ScoreTable {
    private ScoreTable() {}

    /** @param floors by label of kind or rate; may be empty */
    public static String of(Scores scores, Map<String, Double> floors) {
        StringBuilder table = new StringBuilder();
        line(table, "%-22s %6s %6s %6s %6s %6s %6s %6s", "", "P", "R", "F1", "right", "wrong", "missed", "floor");
        for (Kind kind : Kind.values()) {
            Tally tally = scores.of(kind);
            line(
                    table,
                    "%-22s %6.1f %6.1f %6.1f %6d %6d %6d %6s",
                    kind.label(),
                    tally.precision(),
                    tally.recall(),
                    tally.f1(),
                    tally.right(),
                    tally.wrong(),
                    tally.missed(),
                    floor(floors, kind.label()));
        }
        for (Rate rate : Rate.values()) {
            Share share = scores.of(rate);
            String floor = floor(floors, rate.label());
            line(
                    table,
                    "%-22s %13s %6s %6d of %-3d %9s",
                    rate.label(),
                    "",
                    share.of() == 0 ? "-" : String.format(Locale.ROOT, "%.1f", share.percent()),
                    share.part(),
                    share.of(),
                    floor.isEmpty() || rate.moreIsBetter() ? floor : "at most " + floor);
        }
        return table.toString();
    }

    private static String floor(Map<String, Double> floors, String label) {
        return Objects.toString(floors.get(label), "");
    }

    private static void line(StringBuilder table, String format, Object... cells) {
        table.append(String.format(Locale.ROOT, format, cells).stripTrailing()).append('\n');
    }
}
