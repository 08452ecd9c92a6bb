package dealscope.crawler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of the visits to a feed, and when the next one is due.
 *
 * @param nextCheck not before; null means at once
 * @param lastCheck when it was asked last
 * @param lastSuccess when that went well last, "not modified" included
 * @param lastEntry publication date of the newest entry
 * @param failures in a row since the last success
 * @param reason of the last failure in words, null after a success
 * @param pace what its last document told about its rhythm
 */
public record FeedHistory(
        @Nullable Instant nextCheck,
        @Nullable Instant lastCheck,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastEntry,
        int failures,
        @Nullable String reason,
        Pace pace) {
    /** Never visited, due at once. */
    public static final FeedHistory NONE = new FeedHistory(null, null, null, null, 0, null, Pace.UNKNOWN);

    FeedHistory withNextCheck(Instant next) {
        return new FeedHistory(next, lastCheck, lastSuccess, lastEntry, failures, reason, pace);
    }
}
