package dealscope.crawler;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A feed's own pace, remembered so that it holds while the server answers "not modified" and after a restart.
 *
 * @param interval between two checks as it follows from the feed's rhythm and its publisher's wishes; null: unknown
 * @param skipHours hours of the day (UTC, 0 to 23) in which its publisher wants no visit
 * @param skipDays days of the week (UTC) likewise
 */
public record Pace(@Nullable Duration interval, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
    public static final Pace UNKNOWN = new Pace(null, Set.of(), Set.of());

    public Pace {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }
}
