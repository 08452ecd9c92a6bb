package dealscope.feed;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a publisher asks us to come: RSS {@code ttl} in minutes, else {@code sy:updatePeriod} / {@code updateFrequency};
 * {@code skipHours} and {@code skipDays}.
 */
final class Rhythm {
    private static final Duration LONGEST = Duration.ofDays(366);

    private Rhythm() {}

    static @Nullable String text(@Nullable FeedElement element) {
        return element == null ? null : element.text();
    }

    static @Nullable Duration of(@Nullable String ttl, @Nullable String period, @Nullable String frequency) {
        long minutes = number(ttl);
        if (minutes > 0) {
            return capped(Duration.ofMinutes(minutes));
        }
        Duration length = period == null ? null : length(period.toLowerCase(Locale.ROOT));
        return length == null ? null : length.dividedBy(Math.max(1, number(frequency)));
    }

    /** RSS {@code skipHours}: 0 to 23 in GMT; in RSS 0.91 from 1 to 24. What is no hour is left out. */
    static Set<Integer> hours(List<String> texts) {
        return texts.stream()
                .map(String::strip)
                .filter(text -> text.equals("0") || text.equals("00") || number(text) > 0)
                .map(Rhythm::number)
                .filter(hour -> hour <= 24)
                .map(hour -> (int) (hour % 24))
                .collect(toUnmodifiableSet());
    }

    /** RSS {@code skipDays}: English names. What is no day is left out. */
    static Set<DayOfWeek> days(List<String> texts) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> texts.stream().anyMatch(text -> text.strip().equalsIgnoreCase(day.name())))
                .collect(toUnmodifiableSet());
    }

    private static @Nullable Duration length(String period) {
        return switch (period) {
            case "hourly" -> Duration.ofHours(1);
            case "daily" -> Duration.ofDays(1);
            case "weekly" -> Duration.ofDays(7);
            case "monthly" -> Duration.ofDays(30);
            case "yearly" -> Duration.ofDays(365);
            default -> null;
        };
    }

    private static long number(@Nullable String digits) {
        if (digits == null || digits.isEmpty() || digits.length() > 9) {
            return 0;
        }
        return digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Long.parseLong(digits) : 0;
    }

    private static Duration capped(Duration asked) {
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
