package dealscope.index;

import dealscope.index.QueryRange.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days, months, quarters, halves, years, ages and the words people use for them, in UTC, as epoch milliseconds:
 * {@code 2026-05-06}, {@code 2026-Q2}, {@code may 2026}, {@code today}, {@code last week} (Monday to Sunday before this
 * week), {@code past month} (the last 30 days), {@code ytd}, {@code 30d}.
 */
final class QueryDates {
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})[- ]?q([1-4])|q([1-4])[- ]?(\\d{4})");
    private static final Pattern HALF = Pattern.compile("(\\d{4})[- ]?h([12])|h([12])[- ]?(\\d{4})");
    private static final Pattern AGE = Pattern.compile("(\\d{1,4})[- ]?(h|d|w|m|y|hour|day|week|month|year)s?");
    private static final Pattern CALENDAR = Pattern.compile("(this|last|previous|past)[- ](week|month|quarter|year)");
    private static final Pattern PAST = Pattern.compile("(?:last|past)[- ](\\d.*)");
    private static final Pattern MONTH = Pattern.compile("([a-z]{3,9})[- ](\\d{4})|(\\d{4})[- ]([a-z]{3,9})");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final int SHORT = 3;
    private static final int MINUTE = "2026-05-06T14:30".length();

    private QueryDates() {}

    /** @param words in lower case; @return null when they are no date */
    static @Nullable Span span(String words, Instant now) {
        try {
            Matcher past = PAST.matcher(words);
            Span age = age(past.matches() ? past.group(1) : words, now);
            if (age != null) {
                return age;
            }
            LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
            Days days = named(words, today);
            days = days != null ? days : calendar(words, today);
            days = days != null ? days : written(words);
            return days != null
                    ? Span.of(millis(days.first()), millis(days.last().plusDays(1)) - 1)
                    : moment(words);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private record Days(LocalDate first, LocalDate last) {}

    private static @Nullable Span age(String words, Instant now) {
        Matcher age = AGE.matcher(words);
        if (!age.matches()) {
            return null;
        }
        int count = Integer.parseInt(age.group(1));
        int days =
                switch (age.group(2).charAt(0)) {
                    case 'h' -> 0;
                    case 'd' -> 1;
                    case 'w' -> 7;
                    case 'm' -> 30;
                    default -> 365;
                };
        Instant then = days == 0 ? now.minus(count, ChronoUnit.HOURS) : now.minus((long) count * days, ChronoUnit.DAYS);
        return new Span(then.toEpochMilli(), then.toEpochMilli(), true, then.toEpochMilli(), "");
    }

    private static @Nullable Days named(String words, LocalDate today) {
        return switch (words) {
            case "today" -> new Days(today, today);
            case "yesterday" -> new Days(today.minusDays(1), today.minusDays(1));
            case "ytd" -> new Days(today.withDayOfYear(1), today);
            default -> null;
        };
    }

    private static @Nullable Days calendar(String words, LocalDate today) {
        Matcher matcher = CALENDAR.matcher(words);
        if (!matcher.matches()) {
            return null;
        }
        int back = matcher.group(1).equals("this") ? 0 : 1;
        boolean past = matcher.group(1).equals("past");
        return switch (matcher.group(2)) {
            case "week" -> {
                LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .minusWeeks(back);
                yield past ? new Days(today.minusDays(7), today) : new Days(monday, monday.plusDays(6));
            }
            case "month" -> {
                YearMonth month = YearMonth.from(today).minusMonths(back);
                yield past ? new Days(today.minusDays(30), today) : new Days(month.atDay(1), month.atEndOfMonth());
            }
            case "quarter" -> {
                LocalDate first = today.with(IsoFields.DAY_OF_QUARTER, 1).minusMonths(3L * back);
                yield past
                        ? new Days(today.minusMonths(3), today)
                        : new Days(first, first.plusMonths(3).minusDays(1));
            }
            default -> {
                LocalDate first = today.withDayOfYear(1).minusYears(back);
                yield past
                        ? new Days(today.minusYears(1), today)
                        : new Days(first, first.plusYears(1).minusDays(1));
            }
        };
    }

    private static @Nullable Days written(String words) {
        Matcher quarter = QUARTER.matcher(words);
        if (quarter.matches()) {
            return months(either(quarter, 1, 4), either(quarter, 2, 3) * 3 - 2, 3);
        }
        Matcher half = HALF.matcher(words);
        if (half.matches()) {
            return months(either(half, 1, 4), either(half, 2, 3) * 6 - 5, 6);
        }
        Matcher month = MONTH.matcher(words);
        if (month.matches()) {
            int number = month(month.group(1) == null ? month.group(4) : month.group(1));
            return number == 0 ? null : months(either(month, 2, 3), number, 1);
        }
        return switch (words.length()) {
            case 4 ->
                months(
                        Integer.parseInt(
                                LocalDate.parse(words + "-01-01").toString().substring(0, 4)),
                        1,
                        12);
            case 7 ->
                new Days(YearMonth.parse(words).atDay(1), YearMonth.parse(words).atEndOfMonth());
            case 10 -> new Days(LocalDate.parse(words), LocalDate.parse(words));
            default -> null;
        };
    }

    private static int either(Matcher matcher, int one, int other) {
        return Integer.parseInt(matcher.group(one) == null ? matcher.group(other) : matcher.group(one));
    }

    private static Days months(int year, int first, int count) {
        YearMonth begin = YearMonth.of(year, first);
        return new Days(begin.atDay(1), begin.plusMonths(count - 1L).atEndOfMonth());
    }

    /** From 1; 0 when it is no month. */
    private static int month(String word) {
        for (int i = 0; i < MONTHS.size(); i++) {
            String name = MONTHS.get(i);
            if (name.equals(word) || word.length() == SHORT && name.startsWith(word)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** {@code 2026-05-06T14:30}, all of that minute, and {@code 2026-05-06T10:00:00Z}, as programs write it. */
    private static Span moment(String words) {
        if (words.length() == MINUTE || words.length() == MINUTE + 1 && words.endsWith("z")) {
            Instant minute = LocalDateTime.parse(words.substring(0, MINUTE).toUpperCase(java.util.Locale.ROOT))
                    .toInstant(ZoneOffset.UTC);
            return Span.of(minute.toEpochMilli(), minute.plusSeconds(60).toEpochMilli() - 1);
        }
        double at = Instant.parse(words.toUpperCase(java.util.Locale.ROOT)).toEpochMilli();
        return Span.of(at, at);
    }

    private static double millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
