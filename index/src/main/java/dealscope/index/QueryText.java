package dealscope.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a query so that reading it gives the same tree. */
final class QueryText {
    private QueryText() {}

    static String of(SearchQuery query) {
        return switch (query) {
            case SearchQuery.All all -> "";
            case SearchQuery.And and -> joined(and.parts(), " ");
            case SearchQuery.Or or -> joined(or.parts(), " OR ");
            case SearchQuery.Near near -> joined(near.parts(), " NEAR/" + near.distance() + " ");
            case SearchQuery.Not not -> "-" + inside(not.part());
            case SearchQuery.Word word -> word.text() + (word.prefix() ? "*" : "");
            case SearchQuery.Phrase phrase -> '"' + phrase.text() + '"';
            case SearchQuery.Is is -> is.field().label() + ":" + value(is.value());
            case SearchQuery.Between between -> between.field().label() + ":" + range(between);
        };
    }

    private static String joined(List<SearchQuery> parts, String between) {
        return parts.stream().map(QueryText::inside).collect(Collectors.joining(between));
    }

    private static String inside(SearchQuery query) {
        return switch (query) {
            case SearchQuery.And and -> "(" + of(and) + ")";
            case SearchQuery.Or or -> "(" + of(or) + ")";
            case SearchQuery.Near near -> "(" + of(near) + ")";
            default -> of(query);
        };
    }

    /** A name as it stands when it is plain, in quotes otherwise. */
    static String value(String value) {
        boolean plain = !value.isEmpty()
                && Character.isLetterOrDigit(value.charAt(0))
                && value.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_.&".indexOf(c) >= 0);
        return plain ? value : '"' + value + '"';
    }

    private static String range(SearchQuery.Between between) {
        Double min = between.min();
        Double max = between.max();
        QueryField field = between.field();
        if (min != null && min.equals(max)) {
            return "=" + bound(field, min);
        }
        if (min != null && max != null) {
            return bound(field, min) + ".." + bound(field, max);
        }
        return min != null
                ? shorter(">=" + bound(field, min), ">" + bound(field, before(field, min)))
                : shorter("<=" + bound(field, max), "<" + bound(field, max == null ? null : after(field, max)));
    }

    /** What is above 1 begins at a number of many digits. */
    private static String shorter(String inclusive, String exclusive) {
        return exclusive.length() < inclusive.length() ? exclusive : inclusive;
    }

    private static double before(QueryField field, double bound) {
        return field.shape() == QueryField.Shape.TIME ? bound - 1 : Math.nextDown(bound);
    }

    private static double after(QueryField field, double bound) {
        return field.shape() == QueryField.Shape.TIME ? bound + 1 : Math.nextUp(bound);
    }

    private static String bound(QueryField field, @Nullable Double bound) {
        if (bound == null) {
            return "";
        }
        return field.shape() == QueryField.Shape.TIME
                ? Instant.ofEpochMilli(bound.longValue()).toString()
                : new BigDecimal(bound.toString()).stripTrailingZeros().toPlainString();
    }
}
