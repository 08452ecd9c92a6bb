package dealscope.index;

import org.jspecify.annotations.Nullable;

/**
 * A search as people and programs ask it.
 *
 * @param kind deals or articles
 * @param query in the query language of {@link SearchQuery}; blank finds all
 * @param cursor from {@link SearchResult#next()} of the page before, or null
 * @param limit 1 to 1000
 * @param facets whether to count facets
 * @param background whether deals told only in passing are found too
 */
public record SearchRequest(
        Kind kind, String query, Sort sort, @Nullable String cursor, int limit, boolean facets, boolean background) {
    public enum Kind {
        DEALS,
        ARTICLES
    }

    public enum Sort {
        RELEVANCE,
        /** First reported, newest first. */
        DATE,
        /** US dollars, largest first, deals without a value last. */
        VALUE,
        POWER,
        CONFIDENCE,
        /** Last changed first. */
        CHANGED
    }
}
