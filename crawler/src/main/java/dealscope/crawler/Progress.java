package dealscope.crawler;

import org.jspecify.annotations.Nullable;

/**
 * How far a refresh has come. The totals of pages grow while feeds are read.
 *
 * @param failed feeds that could not be read this time
 * @param fresh entries that were new to the store
 * @param last what happened last, or null at the beginning and for a feed that was not asked
 */
public record Progress(
        int feedsDone,
        int feedsTotal,
        int failed,
        int pagesDone,
        int pagesTotal,
        int fresh,
        @Nullable Visit last) {}
