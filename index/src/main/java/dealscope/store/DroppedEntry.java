package dealscope.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry that is not read because its feed's rules drop it. */
public record DroppedEntry(
        String title, String url, @Nullable Instant published, Instant seen) {
    /** Why it is not among the articles. */
    public static final String REASON = "dropped by the feed's rule";
}
