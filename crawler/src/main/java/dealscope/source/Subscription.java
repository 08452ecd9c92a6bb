package dealscope.source;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What we have agreed with a hub about one feed.
 *
 * @param token the part of our callback's address that nobody can guess
 * @param secret with which the hub signs what it sends
 * @param topic what the feed calls itself
 * @param reason why it is refused or did not work, in words, or null
 * @param nextTry when the hub is to be asked (again), or null
 * @param tries in vain so far
 * @param leaseEnd until when the hub has promised to tell us, or null
 * @param lastPush when it told us something last, or null
 */
public record Subscription(
        String feedId,
        String token,
        String secret,
        String topic,
        String hub,
        State state,
        @Nullable String reason,
        @Nullable Instant nextTry,
        int tries,
        @Nullable Instant leaseEnd,
        @Nullable Instant lastPush) {
    /** How far it has come. */
    public enum State {
        /** The feed names a hub, which was not asked yet. */
        OFFERED,
        /** The hub was asked and has not called back. */
        ASKED,
        /** The hub has called back. */
        ACTIVE,
        /** The hub has said no. */
        REFUSED,
        /** We want no more of it. */
        ENDING;

        /** The name in the store. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isActive(Instant now) {
        return state == State.ACTIVE && leaseEnd != null && leaseEnd.isAfter(now);
    }

    Subscription asked(State newState, Instant retry) {
        return new Subscription(
                feedId, token, secret, topic, hub, newState, reason, retry, tries + 1, leaseEnd, lastPush);
    }

    Subscription failed(String why) {
        return new Subscription(feedId, token, secret, topic, hub, state, why, nextTry, tries, leaseEnd, lastPush);
    }

    Subscription active(Instant renewal, Instant end) {
        return new Subscription(feedId, token, secret, topic, hub, State.ACTIVE, null, renewal, 0, end, lastPush);
    }

    Subscription refused(String why, Instant retry) {
        return new Subscription(feedId, token, secret, topic, hub, State.REFUSED, why, retry, 0, null, lastPush);
    }

    Subscription ending(Instant now) {
        return new Subscription(feedId, token, secret, topic, hub, State.ENDING, reason, now, 0, leaseEnd, lastPush);
    }

    Subscription pushed(Instant now) {
        return new Subscription(feedId, token, secret, topic, hub, state, reason, nextTry, tries, leaseEnd, now);
    }
}
