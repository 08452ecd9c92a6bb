package dealscope.index;

import java.util.List;

/**
 * How the deals of a search spread over amounts or time, in bars from small to large; empty bars between others are there
 * too, those at the ends are not.
 *
 * @param without deals that have no such value
 */
public record Histogram(List<Bar> bars, long without) {
    public Histogram {
        bars = List.copyOf(bars);
    }

    /** What is counted. */
    public enum Of {
        /** US dollars, in bars of a third of a power of ten. */
        VALUE(QueryField.VALUE),
        /** Megawatts, in bars as those of value. */
        POWER(QueryField.POWER),
        /** The first report, by month, quarter or year, whatever gives few enough bars. */
        PUBLISHED(QueryField.PUBLISHED);

        private final QueryField field;

        Of(QueryField field) {
            this.field = field;
        }

        QueryField field() {
            return field;
        }

        /** The field's name in queries. */
        public String label() {
            return field.label();
        }
    }

    /**
     * @param label for people: {@code $1bn to $3bn}, {@code 2026-05}
     * @param terms that find exactly these, as one writes them in a query: {@code value:>=1bn value:<3bn}
     * @param from inclusive: dollars, megawatts or milliseconds since 1970
     * @param to exclusive; infinite in the last bar of amounts
     */
    public record Bar(String label, String terms, double from, double to, long count) {}
}
