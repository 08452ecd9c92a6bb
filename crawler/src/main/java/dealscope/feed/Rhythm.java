package dealscope.feed;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long a publisher asks us to wait: RSS {@code ttl} in minutes, else {@code sy:updatePeriod} / {@code updateFrequency}. */
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
