package dealscope.index;

import dealscope.index.QueryField.Shape;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code >=1bn}, {@code 500m..2bn}, {@code 1-2bn}, {@code 1bn+}, {@code ~45bn}, {@code >500mw}, {@code 2026-05..},
 * {@code 30d}: what stands after the colon of a field that is a number or a time.
 */
final class QueryRange {
    private static final String[] SIGNS = {">=", "<=", "≥", "≤", ">", "<", "="};
    /** What "about" means: a tenth more or less. */
    private static final double ABOUT = 0.1;

    private static final Pattern DASHED = Pattern.compile("[^-]*\\d[^-]*-[^-]*\\d[^-]*");

    private final QueryField field;
    private final int position;
    private final Instant now;

    private QueryRange(QueryField field, int position, Instant now) {
        this.field = field;
        this.position = position;
        this.now = now;
    }

    /** @param position of the value in the query, for messages */
    static SearchQuery.Between read(QueryField field, String value, int position, Instant now) throws BadQuery {
        return new QueryRange(field, position, now).read(value.toLowerCase(Locale.ROOT));
    }

    private SearchQuery.Between read(String value) throws BadQuery {
        int dots = value.indexOf("..");
        if (dots >= 0) {
            return between(
                    value.substring(0, dots).strip(), value.substring(dots + 2).strip(), dots + 2);
        }
        for (String sign : SIGNS) {
            if (value.startsWith(sign)) {
                int after = sign.length();
                return compared(sign, span(value.substring(after).strip(), after, null));
            }
        }
        if (field.shape() != Shape.TIME) {
            if (DASHED.matcher(value).matches()) {
                int dash = value.indexOf('-');
                return between(
                        value.substring(0, dash).strip(),
                        value.substring(dash + 1).strip(),
                        dash + 1);
            }
            if (value.endsWith("+")) {
                return compared(">=", span(value.substring(0, value.length() - 1), 0, null));
            }
            if (value.startsWith("~")) {
                Span about = span(value.substring(1).strip(), 1, null);
                return made(about.first() * (1 - ABOUT), about.last() * (1 + ABOUT));
            }
        }
        Span span = span(value, 0, null);
        return made(span.first(), span.open() ? null : span.last());
    }

    private SearchQuery.Between between(String from, String to, int toAt) throws BadQuery {
        if (from.isEmpty() && to.isEmpty()) {
            throw new BadQuery("a range needs at least one end, as in " + field.example(), position);
        }
        Span last = to.isEmpty() ? null : span(to, toAt, currency(from));
        Span first = from.isEmpty() ? null : span(from, 0, currency(to));
        if (first != null && last != null && first.bare() && !last.bare() && first.last() < last.written()) {
            first = span(from + last.unit(), 0, currency(to)); // 1-2bn: the unit is said once
        }
        if (first != null && last != null && first.first() > last.last()) {
            throw new BadQuery("the range ends before it begins", position);
        }
        return made(first == null ? null : first.first(), last == null ? null : last.last());
    }

    private SearchQuery.Between compared(String sign, Span span) {
        boolean time = field.shape() == Shape.TIME;
        return switch (sign) {
            case ">=", "≥" -> made(span.first(), null);
            case ">" -> made(time ? span.last() + 1 : Math.nextUp(span.last()), null);
            case "<=", "≤" -> made(null, span.last());
            case "<" -> made(null, time ? span.first() - 1 : Math.nextDown(span.first()));
            default -> made(span.first(), span.last());
        };
    }

    private SearchQuery.Between made(@Nullable Double min, @Nullable Double max) {
        return new SearchQuery.Between(field, min, max);
    }

    private @Nullable String currency(String words) {
        return field.shape() == Shape.AMOUNT ? QueryAmounts.currency(words) : null;
    }

    /** The interval that the words stand for: a year is all its days, an amount is itself. */
    private Span span(String words, int offset, @Nullable String currency) throws BadQuery {
        Span span =
                switch (field.shape()) {
                    case AMOUNT -> QueryAmounts.money(words, currency);
                    case POWER -> QueryAmounts.power(words);
                    case COUNT -> QueryAmounts.count(words);
                    case SHARE -> QueryAmounts.share(words);
                    default -> QueryDates.span(words, now);
                };
        if (span == null) {
            throw new BadQuery("\"" + words + "\" is not " + wanted(), position + offset);
        }
        return span;
    }

    private String wanted() {
        return switch (field.shape()) {
            case AMOUNT -> "an amount such as 500m, 1.5bn, €2bn, >=1bn or 1bn..5bn";
            case POWER -> "a power such as 300mw, 1.2gw or 100-500mw";
            case COUNT -> "a number such as 3 or >=3";
            case SHARE -> "a share such as 0.8 or 80%";
            default ->
                "a date such as 2026, 2026-05, 2026-05-06, 2026-Q2, today, last-week, an age such as 30d,"
                        + " or two of them with .. between";
        };
    }

    /**
     * @param first and last are both inside
     * @param open whether it goes on to the end of time when it stands alone: an age
     * @param written the number as written, before its unit
     * @param unit as written; empty when none is
     */
    record Span(double first, double last, boolean open, double written, String unit) {
        static Span of(double first, double last) {
            return new Span(first, last, false, first, "");
        }

        boolean bare() {
            return unit.isEmpty();
        }
    }
}
