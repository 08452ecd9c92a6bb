package dealscope.store;

import dealscope.ledger.ClaimChange;
import java.time.Instant;
import java.util.List;

/**
 * What one change of an article made of its claims.
 *
 * @param number of the change, as in {@link Revision}
 */
public record ClaimEdit(String articleId, int number, Instant seen, List<ClaimChange> changes) {
    public ClaimEdit {
        changes = List.copyOf(changes);
    }
}
