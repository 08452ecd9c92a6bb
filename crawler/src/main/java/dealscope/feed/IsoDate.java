package dealscope.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates that begin with the year: ISO 8601 (also as W3C-DTF and RFC 3339) with its shortenings of 1988 ({@code -03-12},
 * {@code 031231}, {@code 2003-335}), the same with slashes or dots, and seconds or milliseconds since 1970.
 */
final class IsoDate {
    private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}{2,12}+[.,]{0,2}+ ?(?=\\d{4}[/.-]\\d)");
    private static final Pattern DAY = Pattern.compile("^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)");
    private static final Pattern BASIC = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?!\\d)");
    private static final Pattern ORDINAL = Pattern.compile("^(\\d{4})-?(\\d{3})(?!\\d)");
    private static final Pattern WEEK = Pattern.compile("^(\\d{4})-?W(\\d{2})(?:-?(\\d))?(?!\\d)");
    private static final Pattern MONTH = Pattern.compile("^(\\d{4})-(\\d{1,2})(?![\\d/-])");
    private static final Pattern YEAR = Pattern.compile("^(\\d{4})(?=$|T)");
    private static final Pattern SHORT = Pattern.compile("^-(\\d{2})-?(\\d{2})(?:-?(\\d{2}))?(?!\\d)");
    private static final Pattern SHORT_BASIC = Pattern.compile("^(\\d{2})(\\d{2})(\\d{2})(?=$|[T ])");
    private static final Pattern SHORT_ORDINAL = Pattern.compile("^(\\d{2})(\\d{3})(?=$|T)");
    private static final Pattern EPOCH = Pattern.compile("^\\d{10}(?:\\d{3})?(?:\\.\\d{1,9})?$");
    private static final Pattern TIME = Pattern.compile(
            "^(?:[Tt]| ?[,@]? ?)(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,:](\\d{1,9})\\d*+)?)?(?!\\d)(?! ?[apAP]\\.?[mM])");
    private static final Pattern HOUR = Pattern.compile("^[Tt](\\d{2})()()()(?=$|[Zz+ -])");
    private static final Pattern DIGITS = Pattern.compile("^(\\d{8})(\\d{6})$");

    private IsoDate() {}

    /** The instant, or null when {@code text} is of another form. */
    static @Nullable Instant parse(String text) {
        if (EPOCH.matcher(text).matches()) {
            return epoch(text);
        }
        String start = DIGITS.matcher(WEEKDAY.matcher(text).replaceFirst("")).replaceFirst("$1T$2");
        Matcher found = find(start);
        LocalDate day = found == null ? null : day(found);
        if (found == null || day == null) {
            return null;
        }
        String rest = start.substring(found.end());
        if (rest.isBlank()) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        Matcher time = (HOUR.matcher(rest).lookingAt() ? HOUR : TIME).matcher(rest);
        if (!time.find()) {
            String zone = rest.equals("T") ? "" : rest.strip();
            boolean known = zone.isEmpty() || zone.startsWith("+") || zone.startsWith("-") || Zones.isKnown(zone);
            return known ? day.atStartOfDay(Zones.of(zone)).toInstant() : null;
        }
        LocalDateTime at = FeedDate.at(
                day.getYear(),
                day.getMonthValue(),
                day.getDayOfMonth(),
                number(time, 1),
                number(time, 2),
                number(time, 3));
        return at.plusNanos(fraction(time.group(4)))
                .atZone(Zones.of(rest.substring(time.end())))
                .toInstant();
    }

    private static @Nullable Matcher find(String text) {
        for (Pattern pattern : new Pattern[] {
            DAY, BASIC, ORDINAL, WEEK, MONTH, YEAR, SHORT, SHORT_BASIC, SHORT_ORDINAL,
        }) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return matcher;
            }
        }
        return null;
    }

    private static @Nullable LocalDate day(Matcher m) {
        Pattern form = m.pattern();
        int first = number(m, 1);
        if (form == DAY) {
            return LocalDate.of(first, number(m, 3), number(m, 4));
        } else if (form == BASIC) {
            return LocalDate.of(first, number(m, 2), number(m, 3));
        } else if (form == ORDINAL) {
            return LocalDate.ofYearDay(first, number(m, 2));
        } else if (form == WEEK) {
            return LocalDate.of(first, 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(m, 2))
                    .with(ChronoField.DAY_OF_WEEK, m.group(3) == null ? 1 : number(m, 3));
        } else if (form == MONTH) {
            return LocalDate.of(first, number(m, 2), 1);
        } else if (form == YEAR) {
            return LocalDate.of(first, 1, 1);
        } else if (form == SHORT) {
            return LocalDate.of(FeedDate.fullYear(first), number(m, 2), m.group(3) == null ? 1 : number(m, 3));
        } else if (form == SHORT_BASIC) {
            return LocalDate.of(FeedDate.fullYear(first), number(m, 2), number(m, 3));
        }
        return LocalDate.ofYearDay(FeedDate.fullYear(first), number(m, 2));
    }

    private static Instant epoch(String digits) {
        int dot = digits.indexOf('.');
        long value = Long.parseLong(dot < 0 ? digits : digits.substring(0, dot));
        return digits.length() >= 13 && dot < 0 ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
    }

    private static long fraction(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong((digits + "000000000").substring(0, 9));
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
