package dealscope.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an alert tells of one deal.
 *
 * @param id the same however often it is delivered: what a receiver knows repetitions by
 * @param dealId the deal as it is now; of one that is gone, its last id
 * @param formerId a deal that became part of this one, or null
 * @param at when it was noticed
 * @param before what was known before, or null when the deal is new
 * @param after what is known now, or null when the deal is gone
 */
public record AlertEvent(
        String id,
        String alertId,
        Kind kind,
        String dealId,
        @Nullable String formerId,
        Instant at,
        @Nullable DealFacts before,
        @Nullable DealFacts after) {
    /** What happened. */
    public enum Kind {
        /** Nobody had told of this deal. */
        NEW,
        /** The deal was known; its facts changed, another deal became part of it, or it has only now come to match. */
        CHANGED,
        /** The alert told of it, and it does not match any more. */
        LEFT,
        /** The alert told of it, and it is no deal any more, or an analyst hid it. */
        GONE;

        /** The name in the store and the API, lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    /** What is known of the deal, or was last. */
    public DealFacts facts() {
        DealFacts facts = after == null ? before : after;
        if (facts == null) {
            throw new IllegalStateException("an event without facts: " + id);
        }
        return facts;
    }

    /** The facts that changed; empty for a deal that is new or gone. */
    public List<DealFacts.Change> changes() {
        return before == null || after == null ? List.of() : before.changesTo(after);
    }
}
