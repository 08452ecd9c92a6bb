package dealscope.app;

import dealscope.crawler.FeedState;
import dealscope.crawler.Interval;
import dealscope.store.Store;
import dealscope.web.feed.FeedHealth;
import dealscope.web.site.Actions.RefreshFeed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a feed that a person wants refreshed may be asked now: not within the least time between two visits, not when
 * it is paused, and not while its host has asked to be left alone.
 */
final class RefreshWait {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private RefreshWait() {}

    static RefreshFeed check(Store store, String feedId, Instant now) {
        Map<String, Instant> pauses = store.hostPauses(now);
        return store.feed(feedId).map(feed -> check(feed, pauses, now)).orElseGet(RefreshFeed.Unknown::new);
    }

    /** Those of the store's feeds that may be asked now. */
    static List<String> askable(Store store, Instant now) {
        Map<String, Instant> pauses = store.hostPauses(now);
        return store.feeds().stream()
                .filter(feed -> check(feed, pauses, now) instanceof RefreshFeed.Asked)
                .map(FeedState::id)
                .toList();
    }

    private static RefreshFeed check(FeedState feed, Map<String, Instant> pauses, Instant now) {
        if (!feed.options().enabled()) {
            return new RefreshFeed.Paused();
        }
        Instant held = pauses.get(host(feed.url()));
        if (held != null && held.isAfter(now)) {
            return new RefreshFeed.NotBefore(held, FeedHealth.host(feed.url()) + " asked to be left alone");
        }
        Instant asked = feed.history().lastCheck();
        Instant again = asked == null || asked.isAfter(now) ? now : asked.plus(Interval.MINIMUM);
        return again.isAfter(now)
                ? new RefreshFeed.NotBefore(again, "it was asked a moment ago")
                : new RefreshFeed.Asked();
    }

    /** As {@link dealscope.crawler.HostPauses} names hosts: with the port when it is not the usual one. */
    private static String host(String url) {
        try {
            URI uri = URI.create(url);
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            int port = uri.getPort();
            return port < 0 || port == HTTP || port == HTTPS ? host : host + ":" + port;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
