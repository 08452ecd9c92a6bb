package dealscope.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times in HTTP headers: {@code Retry-After}, {@code Expires}. After RFC 9110, sections 5.6.7 and 10.2.3. */
final class RetryAfter {
    /** However long a server wishes, it is asked again after a day. */
    static final Duration LONGEST = Duration.ofHours(24);

    private static final int MAX_LENGTH = 64;
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .appendPattern(" HH:mm:ss z")
                    .toFormatter(Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    private RetryAfter() {}

    /** When to come again: in the future and at most a day ahead; null when the header is missing, past or nonsense. */
    static @Nullable Instant parse(@Nullable String header, Instant now) {
        if (header == null || header.length() > MAX_LENGTH) {
            return null;
        }
        String value = header.strip();
        Instant until = isDigits(value) ? now.plus(seconds(value)) : date(value);
        if (until == null || !until.isAfter(now)) {
            return null;
        }
        Instant latest = now.plus(LONGEST);
        return until.isAfter(latest) ? latest : until;
    }

    static boolean isDigits(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A number of seconds of any length, at most a day. */
    static Duration seconds(String digits) {
        if (digits.length() > 9) {
            return LONGEST;
        }
        Duration duration = Duration.ofSeconds(Long.parseLong(digits));
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }

    /** An HTTP date in any of its three forms, or null. */
    static @Nullable Instant date(String value) {
        for (DateTimeFormatter format : DATES) {
            try {
                return format.parse(value, Instant::from);
            } catch (DateTimeException e) {
                continue;
            }
        }
        return null;
    }
}
