package dealscope.store;

import dealscope.crawler.FeedState;
import dealscope.crawler.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What the store remembers of feeds beside their state: visits, what they brought, and those that were removed. Safe for
 * many threads; every method is one transaction. Failure: {@link StoreException}.
 */
public final class FeedLog {
    /** How long a removed feed can come back as it was. */
    public static final Duration UNDO = Duration.ofDays(7);

    private final Database database;
    private final InstantSource clock;

    FeedLog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Numbers of every feed, by feed id. */
    public List<FeedStats> stats() {
        return database.read(handle -> new FeedCounts(handle).of(clock.instant()));
    }

    /** The last visits to the feed itself, newest first; {@link Store#visits} has those to its pages too. */
    public List<Visit> visits(String feedId, int limit) {
        return database.read(handle -> new VisitTable(handle).ofFeed(feedId, false, limit));
    }

    /** Ids of the newest articles that the feed brought first, newest first. */
    public List<String> newestArticles(String feedId, int limit) {
        return database.read(handle -> new ArticleTable(handle).newest(feedId, limit));
    }

    /** Feeds that were removed and can come back, the last one first. */
    public List<Removed> removed() {
        return database.read(handle -> new FeedTable(handle).removed());
    }

    /** A feed that was removed at this time. */
    public record Removed(FeedState feed, Instant at) {}

    /**
     * Forgets feeds that were removed longer ago than {@link #UNDO}, with their visits. Their articles stay; a page that
     * was still to be fetched is fetched no more.
     *
     * @return how many feeds
     */
    public int purge() {
        Instant before = clock.instant().minus(UNDO);
        if (database.read(handle -> new FeedTable(handle).removedBefore(before)).isEmpty()) {
            return 0;
        }
        return database.write(handle -> {
            FeedTable feeds = new FeedTable(handle);
            ArticleTable articles = new ArticleTable(handle);
            List<String> gone = feeds.removedBefore(before);
            for (String id : gone) {
                articles.settleUnread(id, "The feed was removed before this page was read.");
                feeds.purge(id);
            }
            return gone.size();
        });
    }
}
