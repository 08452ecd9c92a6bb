package dealscope.nlp.mention;

import dealscope.nlp.text.Lexeme;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates: "May 6, 2026", "6 May", "May 2029", "2026-05-06", "Tuesday", "Q3 2026", "second half of 2027", "end of
 * 2028". What lacks a year or names only a weekday is resolved against the day of publication, or not read without one.
 */
final class Calendar {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2079;
    private static final Map<String, Integer> ORDINALS = Map.of("first", 1, "second", 2, "third", 3, "fourth", 4);

    private final Map<String, Month> months = new HashMap<>();
    private final Map<String, DayOfWeek> weekdays = new HashMap<>();

    /** A time over the lexemes {@code [lexemeFrom, lexemeTo)}, from its first day to its last. */
    record Day(int lexemeFrom, int lexemeTo, LocalDate from, LocalDate to) {}

    Calendar() {
        for (Month month : Month.values()) {
            months.put(name(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)), month);
            months.put(name(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)), month);
        }
        months.put("sept", Month.SEPTEMBER);
        for (DayOfWeek day : DayOfWeek.values()) {
            weekdays.put(name(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)), day);
        }
    }

    private static String name(String display) {
        return display.toLowerCase(Locale.ROOT);
    }

    @Nullable
    Day at(List<Lexeme> lexemes, int at, @Nullable LocalDate published) {
        try {
            Day day = iso(lexemes, at);
            day = day != null ? day : monthFirst(lexemes, at, published);
            day = day != null ? day : dayFirst(lexemes, at, published);
            day = day != null ? day : partOfYear(lexemes, at);
            return day != null ? day : weekday(lexemes, at, published);
        } catch (DateTimeException e) {
            return null; // 31 June
        }
    }

    /** The bare year here, for those who know by the words around it that it is one. */
    @Nullable
    Day year(List<Lexeme> lexemes, int at) {
        Integer year = yearAt(lexemes, at);
        return year == null ? null : span(at, at + 1, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static Day span(int lexemeFrom, int lexemeTo, LocalDate from, LocalDate to) {
        return new Day(lexemeFrom, lexemeTo, from, to);
    }

    /** 2026-05-06. */
    private static @Nullable Day iso(List<Lexeme> lexemes, int at) {
        Integer year = yearAt(lexemes, at);
        if (year == null || !Numerals.isAt(lexemes, at + 1, "-") || !Numerals.isAt(lexemes, at + 3, "-")) {
            return null;
        }
        Integer month = number(lexemes, at + 2, 12);
        Integer day = number(lexemes, at + 4, 31);
        if (month == null || day == null || lexemes.get(at + 2).spaced()) {
            return null;
        }
        LocalDate date = LocalDate.of(year, month, day);
        return span(at, at + 5, date, date);
    }

    /** May 6, 2026; May 6; May 2029; May (only with a year or a day). */
    private @Nullable Day monthFirst(List<Lexeme> lexemes, int at, @Nullable LocalDate published) {
        Month month = monthAt(lexemes, at);
        if (month == null) {
            return null;
        }
        int next = Numerals.isAt(lexemes, at + 1, ".") ? at + 2 : at + 1;
        Integer year = yearAt(lexemes, next);
        if (year == null && Numerals.isAt(lexemes, next, ",")) {
            year = yearAt(lexemes, next + 1);
            next = year == null ? next : next + 1;
        }
        if (year != null) {
            YearMonth whole = YearMonth.of(year, month);
            return span(at, next + 1, whole.atDay(1), whole.atEndOfMonth());
        }
        Integer day = number(lexemes, next, 31);
        if (day == null) {
            return null;
        }
        int end = ordinalEnd(lexemes, next + 1);
        int yearAt = Numerals.isAt(lexemes, end, ",") ? end + 1 : end;
        return withYear(lexemes, at, end, yearAt, month, day, published);
    }

    /** 6 May 2026, 6th of May. */
    private @Nullable Day dayFirst(List<Lexeme> lexemes, int at, @Nullable LocalDate published) {
        Integer day = number(lexemes, at, 31);
        if (day == null) {
            return null;
        }
        int next = ordinalEnd(lexemes, at + 1);
        next = Numerals.isAt(lexemes, next, "of") ? next + 1 : next;
        Month month = monthAt(lexemes, next);
        return month == null ? null : withYear(lexemes, at, next + 1, next + 1, month, day, published);
    }

    private static int ordinalEnd(List<Lexeme> lexemes, int at) {
        if (at < lexemes.size() && !lexemes.get(at).spaced()) {
            String ending = lexemes.get(at).folded();
            return ending.equals("st") || ending.equals("nd") || ending.equals("rd") || ending.equals("th")
                    ? at + 1
                    : at;
        }
        return at;
    }

    private static @Nullable Day withYear(
            List<Lexeme> lexemes, int at, int end, int yearAt, Month month, int day, @Nullable LocalDate published) {
        Integer year = yearAt(lexemes, yearAt);
        if (year != null) {
            LocalDate date = LocalDate.of(year, month, day);
            return span(at, yearAt + 1, date, date);
        }
        if (published == null) {
            return null;
        }
        LocalDate date = LocalDate.of(published.getYear(), month, day);
        LocalDate near = date.isAfter(published.plusMonths(6))
                ? date.minusYears(1)
                : date.isBefore(published.minusMonths(6)) ? date.plusYears(1) : date;
        return span(at, end, near, near);
    }

    /** Q3 2026, third quarter of 2026, second half of 2027, early 2026, end of 2028. */
    private static @Nullable Day partOfYear(List<Lexeme> lexemes, int at) {
        Lexeme first = lexemes.get(at);
        Integer part = null;
        int next = at + 1;
        boolean half = false;
        if ((first.is("q") || first.is("h"))
                && next < lexemes.size()
                && !lexemes.get(next).spaced()) {
            part = number(lexemes, next, first.is("q") ? 4 : 2);
            half = first.is("h");
            next++;
        } else if (ORDINALS.containsKey(first.folded()) && next < lexemes.size()) {
            half = lexemes.get(next).is("half");
            boolean quarter = lexemes.get(next).is("quarter");
            part = half || quarter ? ORDINALS.get(first.folded()) : null;
            next++;
        }
        if (part == null || (half && part > 2)) {
            return null;
        }
        next = Numerals.isAt(lexemes, next, "of") || Numerals.isAt(lexemes, next, "in") ? next + 1 : next;
        Integer year = yearAt(lexemes, next);
        if (year == null) {
            return null;
        }
        int length = half ? 6 : 3;
        LocalDate from = LocalDate.of(year, (part - 1) * length + 1, 1);
        return span(at, next + 1, from, from.plusMonths(length).minusDays(1));
    }

    /** The last such day up to the day of publication. */
    private @Nullable Day weekday(List<Lexeme> lexemes, int at, @Nullable LocalDate published) {
        Lexeme lexeme = lexemes.get(at);
        DayOfWeek day = lexeme.capital() ? weekdays.get(lexeme.folded()) : null;
        if (day == null || published == null) {
            return null;
        }
        LocalDate date = published.with(TemporalAdjusters.previousOrSame(day));
        return span(at, at + 1, date, date);
    }

    private @Nullable Month monthAt(List<Lexeme> lexemes, int at) {
        return at < lexemes.size() && lexemes.get(at).capital()
                ? months.get(lexemes.get(at).folded())
                : null;
    }

    private static @Nullable Integer yearAt(List<Lexeme> lexemes, int at) {
        Integer year = at >= 0 ? number(lexemes, at, LAST_YEAR) : null;
        return year != null && year >= FIRST_YEAR ? year : null;
    }

    private static @Nullable Integer number(List<Lexeme> lexemes, int at, int max) {
        if (at >= lexemes.size() || !lexemes.get(at).number()) {
            return null;
        }
        String digits = lexemes.get(at).folded();
        if (digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int value = Integer.parseInt(digits);
        return value >= 1 && value <= max ? value : null;
    }
}
