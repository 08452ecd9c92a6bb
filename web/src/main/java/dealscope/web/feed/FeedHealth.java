package dealscope.web.feed;

import dealscope.crawler.FeedState;
import dealscope.store.FeedStats;
import dealscope.store.Store;
import dealscope.web.view.Dates;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a feed is doing at a moment.
 *
 * @param silent time since its newest entry when that is long for this feed, else null
 */
public record FeedHealth(
        FeedState feed,
        FeedStats stats,
        State state,
        @Nullable Duration silent) {
    /** A feed that publishes every day or more often is let be over a long weekend. */
    private static final Duration LEAST_SILENCE = Duration.ofDays(4);

    private static final Duration MOST_SILENCE = Duration.ofDays(120);
    /** For a feed whose rhythm is not known. */
    private static final Duration USUAL_SILENCE = Duration.ofDays(14);
    /** Silence counts from so many times the feed's own rhythm on. */
    private static final int RHYTHMS = 4;

    /** In the order of urgency. */
    public enum State {
        FAILING,
        NEW,
        OK,
        PAUSED;

        /** The name in the API and in addresses. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All feeds of a store, by title. */
    public static List<FeedHealth> all(Store store, Instant now) {
        Map<String, FeedStats> stats =
                store.feedLog().stats().stream().collect(Collectors.toMap(FeedStats::feedId, each -> each));
        return store.feeds().stream()
                .map(feed -> of(feed, stats.getOrDefault(feed.id(), FeedStats.none(feed.id())), now))
                .toList();
    }

    public static FeedHealth of(FeedState feed, FeedStats stats, Instant now) {
        return new FeedHealth(feed, stats, state(feed), silence(feed, stats, now));
    }

    private static State state(FeedState feed) {
        if (!feed.options().enabled()) {
            return State.PAUSED;
        }
        if (feed.history().failures() > 0) {
            return State.FAILING;
        }
        return feed.history().lastSuccess() == null ? State.NEW : State.OK;
    }

    private static @Nullable Duration silence(FeedState feed, FeedStats stats, Instant now) {
        Instant newest = feed.history().lastEntry();
        if (newest == null || !feed.options().enabled()) {
            return null;
        }
        Duration silence = Duration.between(newest, now);
        return silence.compareTo(limit(stats.rhythm())) > 0 ? silence : null;
    }

    private static Duration limit(@Nullable Duration rhythm) {
        if (rhythm == null) {
            return USUAL_SILENCE;
        }
        Duration own = rhythm.compareTo(MOST_SILENCE) > 0 ? MOST_SILENCE : rhythm.multipliedBy(RHYTHMS);
        if (own.compareTo(LEAST_SILENCE) < 0) {
            return LEAST_SILENCE;
        }
        return own.compareTo(MOST_SILENCE) > 0 ? MOST_SILENCE : own;
    }

    /** The state with its reason, in words. */
    public String words() {
        String note = feed.options().note();
        return switch (state) {
            case PAUSED -> note == null ? "Paused" : "Paused: " + note;
            case FAILING -> reason() + (failures() > 1 ? " (" + failures() + " times in a row)" : "");
            case NEW -> "Not read yet";
            case OK -> "OK";
        };
    }

    private String reason() {
        String reason = feed.history().reason();
        return reason == null ? "It could not be read" : reason;
    }

    private int failures() {
        return feed.history().failures();
    }

    /** {@code silent for 40 days}; empty when it is not. */
    public String silence() {
        return silent == null ? "" : "silent for " + silent.toDays() + " days";
    }

    /** When it is checked next; null for a feed that is paused. */
    public @Nullable Instant nextCheck(Instant now) {
        if (!feed.options().enabled()) {
            return null;
        }
        Instant next = feed.history().nextCheck();
        return next == null || next.isBefore(now) ? now : next;
    }

    /** {@code in 2 h}, {@code now}, or empty for a feed that is paused. */
    public String next(Instant now) {
        Instant next = nextCheck(now);
        return next == null ? "" : next.isAfter(now) ? Dates.relative(next, now) : "now";
    }

    /** {@code adaptive}, {@code every} or {@code cron}. */
    public String schedule() {
        return feed.options().cron() != null ? "cron" : feed.options().every() != null ? "every" : "adaptive";
    }

    /** The same for people: {@code every 2 h}. */
    public String scheduleWords() {
        Duration every = feed.options().every();
        if (feed.options().cron() != null) {
            return "cron " + feed.options().cron();
        }
        return every == null ? "adaptive" : "every " + Dates.span(every);
    }

    /** What it may be called when its title tells nothing: the host of its address. */
    public String host() {
        return host(feed.url());
    }

    /** The host of an address, or the address itself when it has none. */
    public static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? url : host;
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
