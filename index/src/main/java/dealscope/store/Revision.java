package dealscope.store;

import dealscope.ledger.ClaimChange;
import java.time.Instant;
import java.util.List;

/**
 * A version of an article that its publisher replaced.
 *
 * @param number of the change that replaced it, from 1; gaps are versions that were not kept
 * @param seen when that change was seen
 * @param text of the former version, cut at 60,000 characters
 * @param changes what the change made of the article's claims; empty when it made nothing, or was not analyzed yet
 */
public record Revision(
        String articleId, int number, Instant seen, String title, String text, List<ClaimChange> changes) {
    public Revision {
        changes = List.copyOf(changes);
    }
}
