package dealscope.crawler;

import dealscope.article.Feed;
import dealscope.crawler.CrawlStore.Draft;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Entries that come another way than by a visit to their feed (an archive, a sitemap, a hub's message), brought to the
 * store as those of a visit would be: same identities, same rules. The feed's state stays as it is. Safe for many threads.
 */
public final class Intake {
    private final CrawlStore store;
    private final EntryFilter filter;
    private final InstantSource clock;

    public Intake(CrawlStore store, EntryFilter filter, InstantSource clock) {
        this.store = store;
        this.filter = filter;
        this.clock = clock;
    }

    /** Drafts of the newest {@code cap} entries, those that the feed's rules drop marked as such. */
    public List<Draft> drafts(FeedState feed, Feed content, int cap) {
        return filter.mark(feed.options(), Drafts.of(content, feed, clock.instant(), cap));
    }

    /**
     * Stores drafts of one document.
     *
     * @param url where the document came from
     * @param remark what is to be said of it in the feed's log
     * @param bytes size of the document
     * @return what was stored, with the number of fresh entries counted
     */
    public Visit store(FeedState feed, List<Draft> drafts, String url, String remark, long bytes) {
        Instant now = clock.instant();
        var visit =
                new Visit(feed.id(), null, url, now, Duration.ZERO, Outcome.OK, remark, 200, bytes, drafts.size(), 0);
        return store.saveEntries(feed.id(), visit, drafts);
    }
}
