package dealscope.index;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code >=1bn}, {@code 500m..2bn}, {@code >500mw}, {@code 2026-05..}, {@code 2025-q3}, {@code 30d}. */
final class QueryRange {
    private static final Pattern NUMBER = Pattern.compile("\\$?(\\d{1,18}(?:\\.\\d{1,9})?)([a-z]{0,8})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-?q([1-4])");
    private static final Pattern AGE = Pattern.compile("(\\d{1,4})([hdwmy])");
    private static final Map<String, Double> MONEY = Map.ofEntries(
            Map.entry("", 1.0),
            Map.entry("k", 1e3),
            Map.entry("m", 1e6),
            Map.entry("mn", 1e6),
            Map.entry("million", 1e6),
            Map.entry("b", 1e9),
            Map.entry("bn", 1e9),
            Map.entry("billion", 1e9),
            Map.entry("t", 1e12),
            Map.entry("tn", 1e12),
            Map.entry("trillion", 1e12));
    private static final Map<String, Double> MEGAWATTS = Map.of("", 1.0, "kw", 1e-3, "mw", 1.0, "gw", 1e3);
    private static final Map<String, Integer> DAYS = Map.of("d", 1, "w", 7, "m", 30, "y", 365);

    private QueryRange() {}

    static SearchQuery.Between read(QueryField field, String value, int position, Instant now) throws BadQuery {
        int dots = value.indexOf("..");
        if (dots >= 0) {
            String from = value.substring(0, dots);
            String to = value.substring(dots + 2);
            if (from.isEmpty() && to.isEmpty()) {
                throw new BadQuery("a range needs at least one end", position);
            }
            Double min = from.isEmpty() ? null : span(field, from, position, now)[0];
            Double max = to.isEmpty() ? null : span(field, to, position + dots + 2, now)[1];
            if (min != null && max != null && min > max) {
                throw new BadQuery("the range ends before it begins", position);
            }
            return new SearchQuery.Between(field, min, max);
        }
        for (String sign : new String[] {">=", "<=", ">", "<", "="}) {
            if (value.startsWith(sign)) {
                double[] span = span(field, value.substring(sign.length()), position + sign.length(), now);
                return compared(field, sign, span);
            }
        }
        double[] span = span(field, value, position, now);
        return new SearchQuery.Between(field, span[0], span[1]);
    }

    private static SearchQuery.Between compared(QueryField field, String sign, double[] span) {
        Double min = null;
        Double max = null;
        switch (sign) {
            case ">=" -> min = span[0];
            case ">" -> min = Math.nextUp(span[1]);
            case "<=" -> max = span[1];
            case "<" -> max = Math.nextDown(span[0]);
            default -> {
                min = span[0];
                max = span[1];
            }
        }
        return new SearchQuery.Between(field, min, max);
    }

    /** The interval that the words stand for: a year is all its days, an amount is itself. */
    private static double[] span(QueryField field, String words, int position, Instant now) throws BadQuery {
        return switch (field.shape()) {
            case AMOUNT -> number(words, MONEY, "an amount such as 500m, 1.5bn or 20bn", position);
            case POWER -> number(words, MEGAWATTS, "a power such as 300mw or 1.2gw", position);
            default -> time(words, position, now);
        };
    }

    private static double[] number(String words, Map<String, Double> units, String example, int position)
            throws BadQuery {
        Matcher matcher = NUMBER.matcher(words.replace(",", ""));
        Double unit = matcher.matches() ? units.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new BadQuery("\"" + words + "\" is not " + example, position);
        }
        double value = Double.parseDouble(matcher.group(1)) * unit;
        return new double[] {value, value};
    }

    private static double[] time(String words, int position, Instant now) throws BadQuery {
        Matcher age = AGE.matcher(words);
        if (age.matches()) {
            int count = Integer.parseInt(age.group(1));
            Duration back = "h".equals(age.group(2))
                    ? Duration.ofHours(count)
                    : Duration.ofDays((long) count * DAYS.getOrDefault(age.group(2), 1));
            return new double[] {now.minus(back).toEpochMilli(), Double.MAX_VALUE};
        }
        if (words.length() > 10) {
            Instant minute = minute(words);
            if (minute != null) {
                return new double[] {
                    minute.toEpochMilli(), minute.plusSeconds(60).toEpochMilli() - 1
                };
            }
        }
        LocalDate[] days = days(words);
        if (days == null) {
            throw new BadQuery(
                    "\"" + words
                            + "\" is not a date such as 2026, 2026-05, 2026-05-06, 2026-05-06T14:30, 2026-Q2 or an age such as 30d",
                    position);
        }
        return new double[] {millis(days[0]), millis(days[1].plusDays(1)) - 1};
    }

    /** {@code 2026-05-06T14:30} and {@code 2026-05-06T14:30Z}, in UTC. */
    private static @Nullable Instant minute(String words) {
        try {
            String local = words.endsWith("z") ? words.substring(0, words.length() - 1) : words;
            return local.length() == 16
                    ? LocalDateTime.parse(local.toUpperCase(Locale.ROOT)).toInstant(ZoneOffset.UTC)
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate @Nullable [] days(String words) {
        try {
            Matcher quarter = QUARTER.matcher(words);
            if (quarter.matches()) {
                YearMonth first =
                        YearMonth.of(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)) * 3 - 2);
                return new LocalDate[] {first.atDay(1), first.plusMonths(2).atEndOfMonth()};
            }
            return switch (words.length()) {
                case 4 -> new LocalDate[] {LocalDate.parse(words + "-01-01"), LocalDate.parse(words + "-12-31")};
                case 7 ->
                    new LocalDate[] {
                        YearMonth.parse(words).atDay(1), YearMonth.parse(words).atEndOfMonth()
                    };
                case 10 -> new LocalDate[] {LocalDate.parse(words), LocalDate.parse(words)};
                default -> null;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static double millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
