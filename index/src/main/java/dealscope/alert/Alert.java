package dealscope.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A saved query that tells of new and changed deals. Whatever else it does, it has a feed.
 *
 * @param id part of the feed's address; never changes
 * @param query in the language of the search box
 * @param background whether deals told only in passing count too
 * @param webhook where each event is posted, or null
 * @param email where events are mailed, or null
 * @param paused while it is, nothing is noted for it; what happens meanwhile is not told later
 */
public record Alert(
        String id,
        String name,
        String query,
        boolean background,
        @Nullable String webhook,
        @Nullable String email,
        boolean paused,
        Instant created) {
    public Alert withPaused(boolean value) {
        return new Alert(id, name, query, background, webhook, email, value, created);
    }
}
