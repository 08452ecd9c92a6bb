package dealscope.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/** Counts facets. The reader state is costly and depends on the reader alone: it is made once for each reader. */
final class Facets {
    static final String FIELD = "$facets";
    static final String YEAR = "year";
    static final List<String> NAMES = List.of(
            "type", "status", "company", "payer", "payee", "hardware", "source", "site", "value", YEAR, "conflict");
    private static final int MOST = 100;

    private @Nullable IndexReader reader;
    private @Nullable DefaultSortedSetDocValuesReaderState state;

    Map<String, List<SearchResult.Facet>> count(DirectoryReader current, FacetsCollector hits) throws IOException {
        Map<String, List<SearchResult.Facet>> facets = new LinkedHashMap<>();
        DefaultSortedSetDocValuesReaderState readerState = stateOf(current);
        if (readerState == null) {
            return facets;
        }
        SortedSetDocValuesFacetCounts counts = new SortedSetDocValuesFacetCounts(readerState, hits);
        for (String name : NAMES) {
            FacetResult result = readerState.getDims().iterator().hasNext() && hasDimension(readerState, name)
                    ? counts.getTopChildren(MOST, name)
                    : null;
            List<SearchResult.Facet> values = new ArrayList<>();
            if (result != null) {
                for (LabelAndValue entry : result.labelValues) {
                    values.add(facet(entry));
                }
            }
            facets.put(name, List.copyOf(values));
        }
        return facets;
    }

    /** Every value of a dimension over all documents, the most frequent first. */
    List<SearchResult.Facet> all(DirectoryReader current, String name) throws IOException {
        DefaultSortedSetDocValuesReaderState readerState = stateOf(current);
        if (readerState == null || !hasDimension(readerState, name)) {
            return List.of();
        }
        FacetResult result = new SortedSetDocValuesFacetCounts(readerState).getAllChildren(name);
        List<SearchResult.Facet> values = new ArrayList<>();
        for (LabelAndValue entry : result.labelValues) {
            values.add(facet(entry));
        }
        values.sort(
                Comparator.comparing(SearchResult.Facet::count).reversed().thenComparing(SearchResult.Facet::value));
        return List.copyOf(values);
    }

    private static boolean hasDimension(DefaultSortedSetDocValuesReaderState state, String name) {
        return state.getPrefixToOrdRange().containsKey(name);
    }

    private static SearchResult.Facet facet(LabelAndValue entry) {
        int split = entry.label.indexOf(Documents.LABEL);
        return new SearchResult.Facet(
                entry.label.substring(0, split), entry.label.substring(split + 1), entry.value.intValue());
    }

    private synchronized @Nullable DefaultSortedSetDocValuesReaderState stateOf(DirectoryReader current)
            throws IOException {
        if (reader != current) {
            reader = current;
            boolean any = current.leaves().stream()
                    .anyMatch(leaf -> leaf.reader().getFieldInfos().fieldInfo(FIELD) != null);
            state = any ? new DefaultSortedSetDocValuesReaderState(current, Documents.config()) : null;
        }
        return state;
    }

    /** Bands of value in US dollars, as people speak of deals. */
    enum Band {
        TEN_BILLION(1e10, Double.POSITIVE_INFINITY, ">=10bn", "$10bn and more"),
        BILLION(1e9, 1e10, "1bn..9.99bn", "$1bn to $10bn"),
        HUNDRED_MILLION(1e8, 1e9, "100m..999m", "$100m to $1bn"),
        SMALL(0, 1e8, "<100m", "under $100m");

        private final double min;
        private final double below;
        private final String query;
        private final String label;

        Band(double min, double below, String query, String label) {
            this.min = min;
            this.below = below;
            this.query = query;
            this.label = label;
        }

        static Band of(double usd) {
            for (Band band : values()) {
                if (usd >= band.min && usd < band.below) {
                    return band;
                }
            }
            return SMALL;
        }

        String query() {
            return query;
        }

        String label() {
            return label;
        }
    }
}
