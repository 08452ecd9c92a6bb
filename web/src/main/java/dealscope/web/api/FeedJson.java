package dealscope.web.api;

import dealscope.crawler.FeedHistory;
import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.store.FeedStats;
import dealscope.web.feed.FeedHealth;
import dealscope.web.view.Links;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as the API and {@code feeds list --json} tell it; {@code openapi.json} says what each field is.
 *
 * @param words the state with its reason, in words
 * @param schedule {@code adaptive}, {@code every} or {@code cron}
 * @param everyMinutes when the schedule is {@code every}
 * @param silentDays days since its newest entry when that is long for this feed, else null
 */
public record FeedJson(
        String id,
        String url,
        String title,
        @Nullable String category,
        boolean enabled,
        boolean sample,
        @Nullable String note,
        String state,
        String words,
        @Nullable Instant nextCheck,
        @Nullable Instant lastCheck,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastEntry,
        @Nullable Long silentDays,
        int failures,
        @Nullable String reason,
        String schedule,
        @Nullable Long everyMinutes,
        @Nullable String cron,
        @Nullable String keep,
        @Nullable String drop,
        Instant added,
        int articles,
        int fullArticles,
        int deals,
        double itemsPerDay,
        int deals28,
        int deals90,
        double dealShare,
        int robotsBlocked28,
        String page) {
    /** The names of the columns of a CSV file, in the order of {@link #cells}. */
    static final List<String> COLUMNS = List.of(
            "id",
            "title",
            "url",
            "category",
            "state",
            "words",
            "last_success",
            "next_check",
            "last_entry",
            "silent_days",
            "failures",
            "schedule",
            "items_per_day",
            "articles",
            "full_articles",
            "deals",
            "deals28",
            "deals90",
            "deal_share",
            "robots_blocked28",
            "note",
            "added");

    public static FeedJson of(FeedHealth health, Instant now) {
        FeedState feed = health.feed();
        FeedOptions options = feed.options();
        FeedHistory history = feed.history();
        FeedStats stats = health.stats();
        Duration every = options.every();
        return new FeedJson(
                feed.id(),
                feed.url(),
                feed.title(),
                feed.category(),
                options.enabled(),
                feed.sample(),
                options.note(),
                health.state().label(),
                health.words(),
                health.nextCheck(now),
                history.lastCheck(),
                history.lastSuccess(),
                history.lastEntry(),
                health.silent() == null ? null : health.silent().toDays(),
                history.failures(),
                history.reason(),
                health.schedule(),
                every == null ? null : every.toMinutes(),
                options.cron(),
                options.keep(),
                options.drop(),
                feed.added(),
                stats.articles(),
                stats.full(),
                stats.deals(),
                round(stats.perDay()),
                stats.deals28(),
                stats.deals90(),
                round(stats.share()),
                stats.robots28(),
                Links.feed(feed.id()));
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** A line of a CSV file. */
    List<@Nullable Object> cells() {
        return java.util.Arrays.asList(
                id,
                title,
                url,
                category,
                state,
                words,
                lastSuccess,
                nextCheck,
                lastEntry,
                silentDays,
                failures,
                schedule,
                itemsPerDay,
                articles,
                fullArticles,
                deals,
                deals28,
                deals90,
                dealShare,
                robotsBlocked28,
                note,
                added);
    }
}
