package dealscope.crawler;

import java.time.Duration;

/**
 * Limits of a refresh.
 *
 * @param entriesPerVisit entries taken from one feed document, the newest
 * @param pagesPerFeed pages fetched for one feed in one refresh; the rest stays pending
 * @param pageTime after which no further page of the same feed is begun in this refresh
 * @param minimumPause a feed that was read less than this ago is not asked again, whoever wishes it
 */
public record CrawlSettings(int entriesPerVisit, int pagesPerFeed, Duration pageTime, Duration minimumPause) {
    public static CrawlSettings defaults() {
        return new CrawlSettings(1_000, 40, Duration.ofMinutes(5), Duration.ofMinutes(10));
    }
}
