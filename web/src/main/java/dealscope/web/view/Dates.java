package dealscope.web.view;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates and times, in UTC, as people read them. */
public final class Dates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH);

    private Dates() {}

    /** {@code 20 May 2026}. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    public static String day(@Nullable Instant at) {
        return at == null ? "–" : format(DAY, at);
    }

    /** {@code May 2026}. */
    public static String month(LocalDate date) {
        return MONTH.format(date);
    }

    /** {@code 20 May 2026, 14:05 UTC}. */
    public static String minute(@Nullable Instant at) {
        return at == null ? "never" : format(MINUTE, at);
    }

    /** {@code 14:05 UTC}. */
    public static String time(Instant at) {
        return format(TIME, at);
    }

    /** {@code 90 min}, {@code 2 h}, {@code 3 days}: a length of time, cut to whole units. */
    public static String span(Duration time) {
        if (time.toMinutes() < 120 && time.toMinutes() != 60) {
            return time.toMinutes() + " min";
        }
        return time.toHours() < 48 ? time.toHours() + " h" : time.toDays() + " days";
    }

    /** {@code 2026-05-20} for {@code <time datetime>}. */
    public static String iso(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    /** {@code 3 min ago}, {@code in 2 h}, {@code just now}, {@code never}. */
    public static String relative(@Nullable Instant at, Instant now) {
        if (at == null) {
            return "never";
        }
        Duration away = Duration.between(at, now);
        String distance = distance(away.abs());
        if (distance.isEmpty()) {
            return away.isNegative() ? "now" : "just now";
        }
        return away.isNegative() ? "in " + distance : distance + " ago";
    }

    private static String distance(Duration time) {
        if (time.toMinutes() < 1) {
            return "";
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " min";
        }
        if (time.toHours() < 48) {
            return time.toHours() + " h";
        }
        return time.toDays() + " days";
    }

    private static String format(DateTimeFormatter format, Instant at) {
        try {
            return format.format(at.atOffset(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return at.toString();
        }
    }
}
