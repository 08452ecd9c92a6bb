package dealscope.article;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A feed as read from its bytes, whatever its format.
 *
 * @param title plain text
 * @param link address of the site the feed belongs to, absolute
 * @param entries in the order of the feed; of a truncated feed those before the cut
 * @param ttl how long the publisher wants us to wait between visits ({@code ttl}, {@code sy:updatePeriod}), or null
 * @param skipHours hours of the day (UTC, 0 to 23) in which the publisher wants no visit
 * @param skipDays days of the week (UTC) likewise
 * @param warnings what was wrong with the bytes and how it was mended, one sentence each
 */
public record Feed(
        @Nullable String title,
        @Nullable String link,
        List<Entry> entries,
        @Nullable Duration ttl,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays,
        List<String> warnings) {
    /** A feed that may be visited on every day and at every hour. */
    public Feed(
            @Nullable String title,
            @Nullable String link,
            List<Entry> entries,
            @Nullable Duration ttl,
            List<String> warnings) {
        this(title, link, entries, ttl, Set.of(), Set.of(), warnings);
    }

    public Feed {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
        entries = List.copyOf(entries);
        warnings = List.copyOf(warnings);
    }
}
