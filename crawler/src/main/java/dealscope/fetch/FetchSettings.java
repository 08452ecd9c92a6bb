package dealscope.fetch;

import dealscope.crawler.FetchRequest.Kind;
import java.time.Duration;

/**
 * Limits and manners of the crawler.
 *
 * @param userAgent product, version and an address where its owner can be found: {@code DealscopeBot/0.1 (+https://…)}
 * @param agentToken the product token that robots.txt files name, lower-case
 * @param connectTimeout for one connection, TLS included
 * @param deadline for a whole exchange: all redirects, the last byte of the body
 * @param feedBytes decoded size a feed may have
 * @param pageBytes decoded size a page may have
 * @param hostDelay pause between two requests to one host
 * @param places documents in memory at once
 */
public record FetchSettings(
        String userAgent,
        String agentToken,
        Duration connectTimeout,
        Duration deadline,
        int feedBytes,
        int pageBytes,
        Duration hostDelay,
        int places) {
    /** RFC 9309, section 2.5: at least 500 KiB of a robots.txt must be read. */
    static final int ROBOTS_BYTES = 512 * 1024;

    public FetchSettings {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline must be positive: " + deadline);
        }
        if (places < 1) {
            throw new IllegalArgumentException("places must be at least one: " + places);
        }
    }

    /** 30 s for an exchange, 10 MiB for feeds and pages, 1 s between requests, 8 documents at once. */
    public static FetchSettings defaults() {
        return new FetchSettings(
                userAgent("0.1.0", "https://dealscope.example/bot"),
                "dealscopebot",
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                10 << 20,
                10 << 20,
                Duration.ofSeconds(1),
                8);
    }

    /** @param contact a page that tells who runs this crawler and how to reach them */
    public static String userAgent(String version, String contact) {
        return "DealscopeBot/" + version + " (+" + contact + ")";
    }

    public FetchSettings withUserAgent(String value) {
        return new FetchSettings(value, agentToken, connectTimeout, deadline, feedBytes, pageBytes, hostDelay, places);
    }

    public FetchSettings withDeadline(Duration value) {
        return new FetchSettings(userAgent, agentToken, connectTimeout, value, feedBytes, pageBytes, hostDelay, places);
    }

    public FetchSettings withBytes(int feed, int page) {
        return new FetchSettings(userAgent, agentToken, connectTimeout, deadline, feed, page, hostDelay, places);
    }

    public FetchSettings withHostDelay(Duration value) {
        return new FetchSettings(userAgent, agentToken, connectTimeout, deadline, feedBytes, pageBytes, value, places);
    }

    public FetchSettings withPlaces(int value) {
        return new FetchSettings(
                userAgent, agentToken, connectTimeout, deadline, feedBytes, pageBytes, hostDelay, value);
    }

    int maxBytes(Kind kind) {
        return switch (kind) {
            case FEED, SITEMAP -> feedBytes;
            case PAGE -> pageBytes;
            case ROBOTS, HUB -> ROBOTS_BYTES;
        };
    }
}
