package dealscope.crawler;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a feed and its server told about how often to come, remembered so that it holds while the server answers "not
 * modified" and after a restart.
 *
 * @param rhythm median time between two entries; null when the entries do not tell
 * @param ttl between two visits, as the feed document asks ({@code ttl}, {@code sy:updatePeriod}); null: not said
 * @param freshFor how long a copy stays fresh, as the HTTP headers said; null: not said
 * @param skipHours hours of the day (UTC, 0 to 23) in which the publisher wants no visit
 * @param skipDays days of the week (UTC) likewise
 */
public record Pace(
        @Nullable Duration rhythm,
        @Nullable Duration ttl,
        @Nullable Duration freshFor,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays) {
    /** Nothing is known yet. */
    public static final Pace UNKNOWN = new Pace(null, null, null, Set.of(), Set.of());

    public Pace {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }

    Pace withFreshFor(@Nullable Duration said) {
        return new Pace(rhythm, ttl, said, skipHours, skipDays);
    }
}
