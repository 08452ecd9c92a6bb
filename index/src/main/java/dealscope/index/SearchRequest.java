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
 * @param stories whether of all hits of one story only the first is given, with the number of the others
 * @param complete whether it takes the time it needs; else it may end early, and say so by {@link SearchResult#partial()}
 */
public record SearchRequest(
        Kind kind,
        String query,
        Sort sort,
        @Nullable String cursor,
        int limit,
        boolean facets,
        boolean background,
        boolean stories,
        boolean complete) {
    /** Every hit by itself, in limited time. */
    public SearchRequest(
            Kind kind,
            String query,
            Sort sort,
            @Nullable String cursor,
            int limit,
            boolean facets,
            boolean background) {
        this(kind, query, sort, cursor, limit, facets, background, false, false);
    }

    /** The same search with one hit for each story; {@code story:…} finds the others. */
    public SearchRequest byStory() {
        return new SearchRequest(kind, query, sort, cursor, limit, facets, background, true, complete);
    }

    /** The same search without a limit in time, for sums and files that must not silently lack something. */
    public SearchRequest inFull() {
        return new SearchRequest(kind, query, sort, cursor, limit, facets, background, stories, true);
    }

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
