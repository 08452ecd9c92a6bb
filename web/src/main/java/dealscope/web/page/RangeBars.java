package dealscope.web.page;

import dealscope.index.BadQuery;
import dealscope.index.DealIndex;
import dealscope.index.Histogram;
import dealscope.web.view.Labels;
import dealscope.web.view.QueryTerms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How the deals of a search spread over value, power and time, as small histograms whose bars are filters. A filter that
 * is in force on the same field narrows no bar: what it keeps stands out among what there is.
 */
public final class RangeBars {
    private static final int HEIGHT = 36;
    private static final int SLIVER = 2;

    private final DealIndex index;
    private final SearchState state;
    private final QueryTerms terms;

    RangeBars(DealIndex index, SearchState state) {
        this.index = index;
        this.state = state;
        this.terms = QueryTerms.of(state.query());
    }

    /**
     * One histogram.
     *
     * @param first words for the left end, as {@code last} for the right
     * @param clear address without a filter on this field; empty when there is none
     */
    public record Range(String field, String label, List<Bar> bars, String first, String last, String clear) {}

    /**
     * @param y upper edge, from the top, in a picture that is {@value RangeBars#HEIGHT} high
     * @param words what it is and how many, for the hover text
     * @param href the search with this bar as its filter, or without when it is
     * @param in whether the filter in force keeps any of it
     */
    public record Bar(int x, int y, int height, String words, String href, boolean in) {}

    List<Range> all() throws BadQuery, IOException {
        List<Range> ranges = new ArrayList<>();
        for (Histogram.Of what : Histogram.Of.values()) {
            Range range = range(what);
            if (!range.bars().isEmpty()) {
                ranges.add(range);
            }
        }
        return ranges;
    }

    private Range range(Histogram.Of what) throws BadQuery, IOException {
        String field = what.label() + ":";
        QueryTerms rest = new QueryTerms(
                terms.terms().stream().filter(term -> !term.startsWith(field)).toList());
        String own = String.join(
                " ",
                terms.terms().stream().filter(term -> term.startsWith(field)).toList());
        Histogram all = index.histogram(what, rest.text(), state.background());
        List<Histogram.Bar> kept = own.isEmpty()
                ? all.bars()
                : index.histogram(what, terms.text(), state.background()).bars();
        long most = all.bars().stream().mapToLong(Histogram.Bar::count).max().orElse(1);
        List<Bar> bars = new ArrayList<>();
        for (Histogram.Bar bar : all.bars()) {
            boolean exact = own.equals(bar.terms());
            String href = state.withQuery(exact ? rest.text() : (rest.text() + " " + bar.terms()).strip())
                    .link();
            int height =
                    bar.count() == 0 ? 0 : Math.max(SLIVER, (int) Math.round((double) HEIGHT * bar.count() / most));
            String words = bar.label() + ": " + Labels.plural(bar.count(), "deal");
            bars.add(new Bar(bars.size(), HEIGHT - height, height, words, href, holdsAny(bar, kept)));
        }
        return new Range(
                what.label(),
                label(what),
                bars,
                bars.isEmpty() ? "" : all.bars().getFirst().label().replaceFirst(" to .*", ""),
                bars.isEmpty() ? "" : end(all.bars().getLast().label()),
                own.isEmpty() ? "" : state.withQuery(rest.text()).link());
    }

    /** The bars that are kept may be finer: months within a quarter. */
    private static boolean holdsAny(Histogram.Bar bar, List<Histogram.Bar> kept) {
        return kept.stream().anyMatch(each -> each.count() > 0 && each.from() < bar.to() && each.to() > bar.from());
    }

    /** Where the last bar ends: {@code $30bn}, {@code $300bn +}. */
    private static String end(String label) {
        return label.replaceFirst(".* to ", "").replace(" and more", " +");
    }

    private static String label(Histogram.Of what) {
        return switch (what) {
            case VALUE -> "Value, US$";
            case POWER -> "Power";
            case PUBLISHED -> "First reported";
        };
    }
}
