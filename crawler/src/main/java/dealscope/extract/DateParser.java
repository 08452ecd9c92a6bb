package dealscope.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first date in a piece of text: ISO 8601 with or without time and offset, {@code 5 March 2026},
 * {@code March 5, 2026}, {@code Mar 5 14:22:31 UTC 2026}, {@code 5. März 2026}, {@code 2026. március 5.}, {@code 2026年3月5日}, {@code 令和8年3月5日},
 * {@code 05.03.2026}, {@code 3/5/2026}. Only the first
 * {@value #MAX_LENGTH} characters are read. A time without offset is taken as UTC.
 */
final class DateParser {
    private static final int MAX_LENGTH = 200;
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)\\s?+[-/.年년]\\s?+(\\d{1,2}+)\\s?+[-/.月월]\\s?+(\\d{1,2}+)(?!\\d)");
    private static final Pattern YEAR_MONTH =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[.,]?+\\s{1,3}+(\\p{L}{3,14}+)[.,]?+\\s{1,3}+(\\d{1,2}+)(?!\\d)");
    /** A year of the era Reiwa, which began in 2019. */
    private static final Pattern REIWA =
            Pattern.compile("令和\\s?+(\\d{1,2}+|元)\\s?+年\\s?+(\\d{1,2}+)\\s?+月\\s?+(\\d{1,2}+)");

    private static final int BEFORE_REIWA = 2018;
    private static final Pattern COMPACT = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?:T|(?!\\d))");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<!\\d)(\\d{1,2}+)(?:st|nd|rd|th|º|er)?+[.,]?+[\\s-]{0,3}+(?:de |of )?+(\\p{L}{3,14}+)[.,]?+[\\s-]{0,3}+(?:de |del )?+((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?<!\\p{L})(\\p{L}{3,14}+)[.,]?+[\\s-]{0,3}+(\\d{1,2}+)(?:st|nd|rd|th)?+,?+[\\s-]{1,3}+(?:\\d\\d:\\d\\d(?::\\d\\d)?+\\s{1,3}+(?:[A-Z]{3,4}+\\s{1,3}+)?+)?+((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<!\\d)(\\d{1,2}+)\\s?+([-/.])\\s?+(\\d{1,2}+)\\s?+\\2\\s?+((?:19|20)?\\d\\d)(?!\\d)");
    private static final Pattern TIME = Pattern.compile(
            "^[T日일\\s,]{0,3}+(\\d{1,2}+)[:h時](\\d\\d)(?::(\\d\\d)(?:[.,]\\d{1,9}+)?+)?+\\s?+(am|pm|a\\.m\\.|p\\.m\\.)?+\\s?+(Z|UTC|GMT|[+-]\\d\\d:?\\d\\d)?+",
            Pattern.CASE_INSENSITIVE);

    static {
        WordList.load("months.txt")
                .sections()
                .forEach((number, names) -> names.forEach(name -> MONTHS.putIfAbsent(name, Integer.valueOf(number))));
    }

    private DateParser() {}

    /** A day found, and what follows it. */
    private record Hit(int start, int end, LocalDate day) {}

    /**
     * Returns the first date in {@code text}, null without any.
     *
     * @param dayFirst whether 3/5/2026 is the third of May
     */
    static @Nullable OffsetDateTime parse(@Nullable String text, boolean dayFirst) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        String head = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        Hit hit = earlier(numeric(YEAR_FIRST.matcher(head), 1, 2, 3), named(MONTH_DAY.matcher(head), 3, 1, 2));
        hit = earlier(hit, named(DAY_MONTH.matcher(head), 3, 2, 1));
        hit = earlier(hit, named(YEAR_MONTH.matcher(head), 1, 2, 3));
        hit = earlier(hit, reiwa(REIWA.matcher(head)));
        hit = earlier(hit, yearLast(YEAR_LAST.matcher(head), dayFirst));
        if (hit == null) {
            hit = numeric(COMPACT.matcher(head), 1, 2, 3);
        }
        return hit == null ? null : withTime(hit.day(), head.substring(hit.end()));
    }

    private static @Nullable Hit earlier(@Nullable Hit a, @Nullable Hit b) {
        return a == null ? b : b == null || a.start() <= b.start() ? a : b;
    }

    private static @Nullable Hit numeric(Matcher matcher, int year, int month, int day) {
        while (matcher.find()) {
            LocalDate date = date(number(matcher, year), number(matcher, month), number(matcher, day));
            if (date != null) {
                return new Hit(matcher.start(), matcher.end(), date);
            }
        }
        return null;
    }

    private static @Nullable Hit named(Matcher matcher, int year, int month, int day) {
        while (matcher.find()) {
            Integer number = MONTHS.get(matcher.group(month).toLowerCase(Locale.ROOT));
            LocalDate date = number == null ? null : date(number(matcher, year), number, number(matcher, day));
            if (date != null) {
                return new Hit(matcher.start(), matcher.end(), date);
            }
        }
        return null;
    }

    private static @Nullable Hit reiwa(Matcher matcher) {
        if (!matcher.find()) {
            return null;
        }
        int year = matcher.group(1).equals("元") ? 1 : number(matcher, 1);
        LocalDate date = date(BEFORE_REIWA + year, number(matcher, 2), number(matcher, 3));
        return date == null ? null : new Hit(matcher.start(), matcher.end(), date);
    }

    private static @Nullable Hit yearLast(Matcher matcher, boolean dayFirst) {
        while (matcher.find()) {
            int first = number(matcher, 1);
            int second = number(matcher, 3);
            int year = number(matcher, 4);
            boolean day = second > 12
                    ? false
                    : first > 12 || dayFirst || matcher.group(2).equals(".");
            LocalDate date = date(year < 100 ? 2000 + year : year, day ? second : first, day ? first : second);
            if (date != null) {
                return new Hit(matcher.start(), matcher.end(), date);
            }
        }
        return null;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static OffsetDateTime withTime(LocalDate day, String rest) {
        Matcher matcher = TIME.matcher(rest);
        if (!matcher.find()) {
            return day.atStartOfDay().atOffset(ZoneOffset.UTC);
        }
        int hour = number(matcher, 1);
        String half = matcher.group(4);
        if (half != null) {
            hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
        }
        int second = matcher.group(3) == null ? 0 : number(matcher, 3);
        try {
            return day.atTime(LocalTime.of(hour, number(matcher, 2), second)).atOffset(offset(matcher.group(5)));
        } catch (DateTimeException e) {
            return day.atStartOfDay().atOffset(ZoneOffset.UTC);
        }
    }

    private static ZoneOffset offset(@Nullable String text) {
        return text == null || Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
    }
}
