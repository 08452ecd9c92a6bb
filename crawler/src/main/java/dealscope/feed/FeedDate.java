package dealscope.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: RFC 822 with all its descendants, ISO 8601 with all its shortenings, asctime, numeric and
 * other languages' forms. A date that does not exist (25:00, 31 June, year 22013), that leaves day and month open
 * ({@code 03/04/2026}), or that lies outside of [{@link #EARLIEST}, now + {@link #AHEAD}] is null, never guessed. Without a
 * zone a time is UTC, without a time it is midnight.
 *
 * <p>The lower bound lets old feeds be read; the crawler draws its own, nearer one.
 */
public final class FeedDate {
    static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    static final Duration AHEAD = Duration.ofHours(48);
    private static final int LONGEST = 100;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F]++");
    private final InstantSource clock;

    /** @param clock what is ahead of it counts as a mistake */
    public FeedDate(InstantSource clock) {
        this.clock = clock;
    }

    /** The moment that {@code text} names, or null. */
    public @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.length() > 4 * LONGEST) {
            return null;
        }
        String tidy = BLANKS.matcher(text).replaceAll(" ").strip();
        if (tidy.isEmpty() || tidy.length() > LONGEST) {
            return null;
        }
        try {
            Instant instant = IsoDate.parse(tidy);
            return within(instant != null ? instant : WordDate.parse(tidy));
        } catch (DateTimeException | NumberFormatException noSuchDate) {
            return null;
        }
    }

    private @Nullable Instant within(@Nullable Instant instant) {
        if (instant == null || instant.isBefore(EARLIEST)) {
            return null;
        }
        return instant.isAfter(clock.instant().plus(AHEAD)) ? null : instant;
    }

    /** @throws DateTimeException when there is no such day or time; 24:00:00 and a leap second are allowed */
    static LocalDateTime at(int year, int month, int day, int hour, int minute, int second) {
        if (hour == 24 && minute == 0 && second == 0) {
            return LocalDateTime.of(year, month, day, 0, 0).plusDays(1);
        }
        return LocalDateTime.of(year, month, day, hour, minute, second == 60 ? 59 : second);
    }

    /** RFC 2822, section 4.3, with the turn of the century moved on. */
    static int fullYear(int twoDigits) {
        return twoDigits >= 90 ? 1900 + twoDigits : 2000 + twoDigits;
    }
}
