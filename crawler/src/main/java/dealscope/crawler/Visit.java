package dealscope.crawler;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request for a feed or an article page: the crawl's log, kept and shown.
 *
 * @param articleId null for a visit to the feed itself
 * @param outcome one word, see {@link Outcome}
 * @param reason in words for people; null when all went well; after a success, what was wrong with the document
 * @param status HTTP status, 0 when there was no answer
 * @param bytes decoded size
 * @param entries entries in the document (feeds), 0 for pages
 * @param fresh entries that were new to the store
 */
public record Visit(
        String feedId,
        @Nullable String articleId,
        String url,
        Instant at,
        Duration took,
        Outcome outcome,
        @Nullable String reason,
        int status,
        long bytes,
        int entries,
        int fresh) {
    /** The same visit, with the number of entries that the store found to be new. */
    public Visit withFresh(int count) {
        return new Visit(feedId, articleId, url, at, took, outcome, reason, status, bytes, entries, count);
    }
}
