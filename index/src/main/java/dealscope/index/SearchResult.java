package dealscope.index;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param total exact number of hits
 * @param hits of this page
 * @param facets by facet name ({@code company}, {@code payer}, {@code payee}, {@code type}, {@code status}, {@code hardware}, {@code source}, {@code year}, {@code value}), most frequent first
 * @param next cursor of the next page, null on the last
 */
public record SearchResult(
        long total,
        List<Hit> hits,
        Map<String, List<Facet>> facets,
        @Nullable String next) {
    /**
     * @param snippet plain text around the matching words, matches between U+E000 and U+E001; null when there is none
     */
    public record Hit(String id, float score, @Nullable String snippet) {}

    /**
     * @param value as it is written in a query: {@code anthropic}
     * @param label as shown: {@code Anthropic}
     */
    public record Facet(String value, String label, int count) {}
}
