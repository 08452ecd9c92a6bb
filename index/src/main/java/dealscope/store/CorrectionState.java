package dealscope.store;

import dealscope.ledger.correction.Correction;
import java.util.List;
import java.util.Locale;

/**
 * A correction and what has become of it.
 *
 * @param dealIds the deals that it is about now
 * @param reason in words, for every state but {@link State#IN_FORCE}
 */
public record CorrectionState(Correction correction, State state, List<String> dealIds, String reason) {
    public CorrectionState {
        dealIds = List.copyOf(dealIds);
    }

    /** Whether it holds. */
    public enum State {
        IN_FORCE,
        /** Another correction took it back. */
        UNDONE,
        /** A later correction decides the same field otherwise. */
        OVERRULED,
        /** More articles tell of the deal now than those that the analyst saw. */
        OUTGROWN,
        /** The evidence that it rested on is gone: it waits, and holds again when that comes back. */
        LOST;

        /** The name in the API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
