package dealscope.app;

import dealscope.crawler.FeedState;
import dealscope.crawler.Interval;
import dealscope.crawler.Outcome;
import dealscope.crawler.Visit;
import dealscope.store.Store;
import dealscope.web.feed.FeedHealth;
import dealscope.web.site.Actions.RefreshFeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a feed that a person wants refreshed may be asked now: not within the least time between two visits, not when
 * it is paused, and not while its host has asked to be left alone.
 */
final class RefreshWait {
    private RefreshWait() {}

    static RefreshFeed check(Store store, String feedId, Instant now) {
        return store.feed(feedId)
                .map(feed -> check(store, feed, now))
                .orElseGet(RefreshFeed.Unknown::new);
    }

    /** Those of the feeds that may be asked now. */
    static List<String> askable(Store store, List<FeedState> feeds, Instant now) {
        List<String> ids = new ArrayList<>();
        for (FeedState feed : feeds) {
            if (check(store, feed, now) instanceof RefreshFeed.Asked) {
                ids.add(feed.id());
            }
        }
        return ids;
    }

    private static RefreshFeed check(Store store, FeedState feed, Instant now) {
        if (!feed.options().enabled()) {
            return new RefreshFeed.Paused();
        }
        Instant asked = feed.history().lastCheck();
        Instant again = asked == null || asked.isAfter(now) ? now : asked.plus(Interval.MINIMUM);
        if (again.isAfter(now)) {
            return new RefreshFeed.NotBefore(again, "it was asked a moment ago");
        }
        Instant held = hostWants(store, feed);
        return held != null && held.isAfter(now)
                ? new RefreshFeed.NotBefore(held, FeedHealth.host(feed.url()) + " asked to be left alone")
                : new RefreshFeed.Asked();
    }

    /** The time that the host gave when it was asked last, or null. */
    private static @Nullable Instant hostWants(Store store, FeedState feed) {
        if (feed.history().failures() == 0) {
            return null;
        }
        List<Visit> last = store.feedLog().visits(feed.id(), 1);
        boolean limited = !last.isEmpty() && last.getFirst().outcome() == Outcome.RATE_LIMITED;
        return limited ? feed.history().nextCheck() : null;
    }
}
