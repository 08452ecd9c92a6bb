package dealscope.article;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as read from its bytes, whatever its format.
 *
 * @param title plain text
 * @param link address of the site the feed belongs to, absolute
 * @param entries in the order of the feed; of a truncated feed those before the cut
 * @param ttl how long the publisher wants us to wait between visits ({@code ttl}, {@code sy:updatePeriod}), or null
 * @param warnings what was wrong with the bytes and how it was mended, one sentence each
 */
public record Feed(
        @Nullable String title,
        @Nullable String link,
        List<Entry> entries,
        @Nullable Duration ttl,
        List<String> warnings) {
    public Feed {
        entries = List.copyOf(entries);
        warnings = List.copyOf(warnings);
    }
}
