package dealscope.index;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.NumericUtils;

/** Counts the hits of a query in bars, in one pass over their column. */
final class Histograms {
    private static final List<Step> DOLLARS = List.of(
            new Step(0, "0", "$0"),
            new Step(1e6, "1m", "$1m"),
            new Step(1e7, "10m", "$10m"),
            new Step(3e7, "30m", "$30m"),
            new Step(1e8, "100m", "$100m"),
            new Step(3e8, "300m", "$300m"),
            new Step(1e9, "1bn", "$1bn"),
            new Step(3e9, "3bn", "$3bn"),
            new Step(1e10, "10bn", "$10bn"),
            new Step(3e10, "30bn", "$30bn"),
            new Step(1e11, "100bn", "$100bn"),
            new Step(3e11, "300bn", "$300bn"));
    private static final List<Step> MEGAWATTS = List.of(
            new Step(0, "0mw", "0 MW"),
            new Step(10, "10mw", "10 MW"),
            new Step(30, "30mw", "30 MW"),
            new Step(100, "100mw", "100 MW"),
            new Step(300, "300mw", "300 MW"),
            new Step(1000, "1gw", "1 GW"),
            new Step(3000, "3gw", "3 GW"),
            new Step(10_000, "10gw", "10 GW"));
    private static final int MOST_MONTHS = 24;
    private static final int MOST_BARS = 40;

    private Histograms() {}

    /** The beginning of a bar: its amount, as a query writes it, as people read it. */
    private record Step(double from, String query, String words) {}

    static Histogram of(Histogram.Of what, IndexSearcher searcher, Query query) throws IOException {
        return switch (what) {
            case VALUE -> amounts(what.field(), DOLLARS, searcher, query);
            case POWER -> amounts(what.field(), MEGAWATTS, searcher, query);
            case PUBLISHED -> months(what.field(), searcher, query);
        };
    }

    @FunctionalInterface
    private interface Counting {
        void count(long stored);
    }

    /** Gives every hit's value to {@code counting}; returns how many have none. */
    private static long each(QueryField field, IndexSearcher searcher, Query query, Counting counting)
            throws IOException {
        long without = 0;
        FacetsCollector hits = searcher.search(query, new FacetsCollectorManager());
        for (FacetsCollector.MatchingDocs matching : hits.getMatchingDocs()) {
            SortedNumericDocValues values =
                    DocValues.getSortedNumeric(matching.context().reader(), field.label());
            DocIdSetIterator docs = matching.bits().iterator();
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if (values.advanceExact(doc)) {
                    counting.count(values.nextValue());
                } else {
                    without++;
                }
            }
        }
        return without;
    }

    private static Histogram amounts(QueryField field, List<Step> steps, IndexSearcher searcher, Query query)
            throws IOException {
        long[] counts = new long[steps.size()];
        long without = each(field, searcher, query, stored -> {
            double amount = NumericUtils.sortableLongToDouble(stored);
            int at = steps.size() - 1;
            while (at > 0 && amount < steps.get(at).from()) {
                at--;
            }
            counts[at]++;
        });
        List<Histogram.Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            bars.add(bar(field.label(), steps, i, counts[i]));
        }
        return new Histogram(trimmed(bars), without);
    }

    private static Histogram.Bar bar(String field, List<Step> steps, int at, long count) {
        Step from = steps.get(at);
        boolean last = at == steps.size() - 1;
        if (last) {
            String terms = field + ":>=" + from.query();
            return new Histogram.Bar(from.words() + " and more", terms, from.from(), Double.POSITIVE_INFINITY, count);
        }
        Step to = steps.get(at + 1);
        String below = field + ":<" + to.query();
        return at == 0
                ? new Histogram.Bar("under " + to.words(), below, from.from(), to.from(), count)
                : new Histogram.Bar(
                        from.words() + " to " + to.words(),
                        field + ":>=" + from.query() + " " + below,
                        from.from(),
                        to.from(),
                        count);
    }

    private static List<Histogram.Bar> trimmed(List<Histogram.Bar> bars) {
        int first = 0;
        int last = bars.size();
        while (first < last && bars.get(first).count() == 0) {
            first++;
        }
        while (last > first && bars.get(last - 1).count() == 0) {
            last--;
        }
        return bars.subList(first, last);
    }

    private static Histogram months(QueryField field, IndexSearcher searcher, Query query) throws IOException {
        TreeMap<Long, Long> days = new TreeMap<>();
        long without =
                each(field, searcher, query, stored -> days.merge(Math.floorDiv(stored, 86_400_000L), 1L, Long::sum));
        if (days.isEmpty()) {
            return new Histogram(List.of(), without);
        }
        TreeMap<Long, Long> months = new TreeMap<>();
        days.forEach((day, count) -> months.merge(month(day), count, Long::sum));
        long span = months.lastKey() - months.firstKey() + 1;
        int unit = span <= MOST_MONTHS ? 1 : span <= 3L * MOST_BARS ? 3 : 12;
        TreeMap<Long, Long> units = new TreeMap<>();
        months.forEach((month, count) -> units.merge(Math.floorDiv(month, (long) unit), count, Long::sum));
        return new Histogram(bars(field.label(), units, unit), without);
    }

    private static long month(long day) {
        LocalDate date = LocalDate.ofEpochDay(Math.clamp(day, -719_162L, 2_932_896L));
        return date.getYear() * 12L + date.getMonthValue() - 1;
    }

    /** The newest bars; what is older than they reach is told together in the first. */
    private static List<Histogram.Bar> bars(String field, TreeMap<Long, Long> units, int months) {
        long last = units.lastKey();
        long first = Math.max(units.firstKey(), last - MOST_BARS + 1);
        List<Histogram.Bar> bars = new ArrayList<>();
        for (long unit = first; unit <= last; unit++) {
            boolean older = unit == first && units.firstKey() < first;
            long count = older
                    ? units.headMap(unit, true).values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    : units.getOrDefault(unit, 0L);
            LocalDate from = LocalDate.of((int) Math.floorDiv(unit * months, 12L), 1, 1)
                    .plusMonths(Math.floorMod(unit * months, 12L));
            String name = name(from, months);
            bars.add(new Histogram.Bar(
                    older ? name + " and before" : name,
                    field + ":" + (older ? ".." + name : name),
                    older ? Double.NEGATIVE_INFINITY : millis(from),
                    millis(from.plusMonths(months)),
                    count));
        }
        return trimmed(bars);
    }

    private static String name(LocalDate from, int months) {
        return switch (months) {
            case 1 -> from.toString().substring(0, 7);
            case 3 -> from.getYear() + "-Q" + (from.getMonthValue() + 2) / 3;
            default -> String.format(java.util.Locale.ROOT, "%04d", from.getYear());
        };
    }

    private static double millis(LocalDate day) {
        return Instant.from(day.atStartOfDay(ZoneOffset.UTC)).toEpochMilli();
    }
}
