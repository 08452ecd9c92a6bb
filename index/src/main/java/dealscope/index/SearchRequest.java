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
 * @param reversed the other way round than {@link Sort} says; what has no such value stays last. Relevance has no reverse
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
        boolean reversed,
        boolean stories,
        boolean complete) {
    /** Every hit by itself, in limited time, in the natural order of its sort. */
    public SearchRequest(
            Kind kind,
            String query,
            Sort sort,
            @Nullable String cursor,
            int limit,
            boolean facets,
            boolean background) {
        this(kind, query, sort, cursor, limit, facets, background, false);
    }

    /** Every hit by itself, in limited time. */
    public SearchRequest(
            Kind kind,
            String query,
            Sort sort,
            @Nullable String cursor,
            int limit,
            boolean facets,
            boolean background,
            boolean reversed) {
        this(kind, query, sort, cursor, limit, facets, background, reversed, false, false);
    }

    /** The same search with one hit for each story; {@code story:…} finds the others. */
    public SearchRequest byStory() {
        return new SearchRequest(kind, query, sort, cursor, limit, facets, background, reversed, true, complete);
    }

    /** The same search without a limit in time, for sums and files that must not silently lack something. */
    public SearchRequest inFull() {
        return new SearchRequest(kind, query, sort, cursor, limit, facets, background, reversed, stories, true);
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
        CHANGED,
        /** The day the parties announced it, newest first. */
        ANNOUNCED,
        /** By name, A to Z, as {@code PAYEE}, {@code TYPE}, {@code HARDWARE} and {@code SITE}. */
        PAYER,
        PAYEE,
        TYPE,
        HARDWARE,
        SITE,
        /** Up the ladder: closed first, cancelled last. */
        STATUS,
        /** Years, the longest first. */
        TERM,
        /** Percent of the shares, the largest first. */
        STAKE,
        /** Independent reports, most first. */
        SOURCES;

        /** Whether the natural order runs from small to large: names do. */
        public boolean ascending() {
            return switch (this) {
                case PAYER, PAYEE, TYPE, HARDWARE, SITE -> true;
                default -> false;
            };
        }
    }
}
