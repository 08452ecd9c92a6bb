package dealscope.index;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param total exact number of hits
 * @param hits of this page
 * @param facets by facet name ({@code company}, {@code payer}, {@code payee}, {@code type}, {@code status}, {@code hardware}, {@code source}, {@code site}, {@code year}, {@code value}, {@code conflict}), most frequent first
 * @param next cursor of the next page, null on the last
 * @param partial whether the search was ended for its length in time: what is here is right, and there may be more
 * @param didYouMean the query as it was probably meant, which finds something; null when anything was found, or nothing
 *     is near
 */
public record SearchResult(
        long total,
        List<Hit> hits,
        Map<String, List<Facet>> facets,
        @Nullable String next,
        boolean partial,
        @Nullable String didYouMean) {
    SearchResult insteadOf(String query) {
        return new SearchResult(total, hits, facets, next, partial, query);
    }

    /**
     * @param snippet plain text around the matching words, matches between U+E000 and U+E001; null when there is none
     * @param story all hits of one story have the same; {@code story:…} finds them
     * @param others how many further hits of this story there are; 0 unless stories were asked for
     */
    public record Hit(String id, float score, @Nullable String snippet, String story, long others) {}

    /**
     * @param value as it is written in a query: {@code anthropic}
     * @param label as shown: {@code Anthropic}
     */
    public record Facet(String value, String label, int count) {}
}
