package dealscope.web.page;

import dealscope.crawler.FeedState;
import dealscope.store.Store.FeedStats;
import dealscope.web.view.Dates;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A feed in the table of feeds.
 *
 * @param state {@code ok}, {@code failing}, {@code paused}, {@code new}
 * @param words the state in words, with the reason
 * @param silent "silent for 40 days" when its newest entry is old; empty otherwise
 * @param yield deals for each hundred articles
 */
public record FeedLine(
        String id,
        String title,
        String host,
        String url,
        @Nullable String category,
        @Nullable String note,
        boolean enabled,
        boolean sample,
        String state,
        String words,
        String lastSuccess,
        String lastSuccessAt,
        String nextCheck,
        String nextCheckAt,
        String silent,
        String perDay,
        int articles,
        int full,
        int deals,
        String yield) {
    /** A news feed without an entry for this long is worth a look. */
    private static final Duration SILENT = Duration.ofDays(14);

    static FeedLine of(FeedState feed, @Nullable FeedStats given, Instant now) {
        FeedStats stats = given == null ? new FeedStats(feed.id(), 0, 0, 0, 0) : given;
        return new FeedLine(
                feed.id(),
                feed.title(),
                host(feed.url()),
                feed.url(),
                feed.category(),
                feed.options().note(),
                feed.options().enabled(),
                feed.sample(),
                state(feed),
                words(feed),
                Dates.relative(feed.history().lastSuccess(), now),
                Dates.minute(feed.history().lastSuccess()),
                feed.options().enabled() ? next(feed.history().nextCheck(), now) : "–",
                feed.options().enabled() && feed.history().nextCheck() != null
                        ? Dates.minute(feed.history().nextCheck())
                        : "",
                silent(feed, now),
                stats.perDay() <= 0 ? "" : String.format(Locale.ROOT, "%.1f", stats.perDay()),
                stats.articles(),
                stats.full(),
                stats.deals(),
                stats.articles() == 0
                        ? ""
                        : String.format(Locale.ROOT, "%.0f", 100.0 * stats.deals() / stats.articles()));
    }

    private static String state(FeedState feed) {
        if (!feed.options().enabled()) {
            return "paused";
        }
        if (feed.history().failures() > 0) {
            return "failing";
        }
        return feed.history().lastSuccess() == null ? "new" : "ok";
    }

    private static String words(FeedState feed) {
        return switch (state(feed)) {
            case "paused" ->
                feed.options().note() == null
                        ? "Paused"
                        : "Paused: " + feed.options().note();
            case "failing" ->
                (feed.history().reason() == null ? "Failed" : feed.history().reason())
                        + (feed.history().failures() > 1 ? ", " + feed.history().failures() + " times in a row" : "");
            case "new" -> "Not read yet";
            default -> "OK";
        };
    }

    private static String next(@Nullable Instant at, Instant now) {
        return at == null || !at.isAfter(now) ? "now" : Dates.relative(at, now);
    }

    private static String silent(FeedState feed, Instant now) {
        if (feed.history().lastEntry() == null
                || Duration.between(feed.history().lastEntry(), now).compareTo(SILENT) < 0) {
            return "";
        }
        return "silent for " + Duration.between(feed.history().lastEntry(), now).toDays() + " days";
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? url : host;
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
