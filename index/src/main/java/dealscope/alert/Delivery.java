package dealscope.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The handing over of events to one receiver: one event to a webhook, one or many in a mail. It is tried until the
 * receiver takes it or {@link #state} says that it was given up, so a receiver may get it twice, with the same id.
 *
 * @param eventIds oldest first; none for a test
 * @param tries attempts that have ended
 * @param next when it is tried next; null when it is not tried again
 * @param tried when it was tried last
 * @param status of HTTP or SMTP; 0 when there was none
 * @param reason why the last attempt failed, in words
 */
public record Delivery(
        String id,
        String alertId,
        Channel channel,
        List<String> eventIds,
        State state,
        int tries,
        @Nullable Instant next,
        Instant created,
        @Nullable Instant tried,
        int status,
        @Nullable String reason) {
    /** The way that a delivery goes. */
    public enum Channel {
        WEBHOOK,
        EMAIL;

        /** The name in the store and the API, lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Channel of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    /** What has become of it. */
    public enum State {
        WAITING,
        SENT,
        /** Given up: tried too often, or the receiver said that it wants no more. */
        FAILED;

        /** The name in the store and the API, lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether somebody only wanted to see that it works. */
    public boolean isTest() {
        return eventIds.isEmpty();
    }
}
