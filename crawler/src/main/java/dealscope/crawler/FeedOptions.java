package dealscope.crawler;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the user set for one feed. The crawler changes it in one case only: it switches off a feed that is gone for good.
 *
 * @param enabled false: never fetched
 * @param note why it is switched off, or terms to know
 * @param every fixed time between two checks, ten minutes to a day; null to follow the feed's own rhythm
 * @param cron times of the checks as a cron expression of five fields in UTC; goes before {@code every}; null for none
 * @param keep a query: only entries that match it are kept; null keeps all
 * @param drop a query: entries that match it are not kept; null drops none
 */
public record FeedOptions(
        boolean enabled,
        @Nullable String note,
        @Nullable Duration every,
        @Nullable String cron,
        @Nullable String keep,
        @Nullable String drop) {
    /** Switched on, without a wish. */
    public static final FeedOptions DEFAULT = new FeedOptions(true, null, null, null, null, null);

    /** On or off for this reason, without a wish. */
    public static FeedOptions of(boolean enabled, @Nullable String note) {
        return new FeedOptions(enabled, note, null, null, null, null);
    }

    public FeedOptions withEnabled(boolean on) {
        return new FeedOptions(on, note, every, cron, keep, drop);
    }

    public FeedOptions withNote(@Nullable String text) {
        return new FeedOptions(enabled, text, every, cron, keep, drop);
    }

    /** At most one of both is given; none: the feed's own rhythm. */
    public FeedOptions withSchedule(@Nullable Duration fixed, @Nullable String times) {
        return new FeedOptions(enabled, note, fixed, times, keep, drop);
    }

    public FeedOptions withRules(@Nullable String keeping, @Nullable String dropping) {
        return new FeedOptions(enabled, note, every, cron, keeping, dropping);
    }
}
