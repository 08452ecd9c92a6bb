package dealscope.index;

import dealscope.index.QueryField.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the value of a field that understands a few words only, and says which when it is another. */
final class FewWords {
    private static final Set<String> YES = Set.of("yes", "true", "1");
    private static final Set<String> NO = Set.of("no", "false", "0");

    private final String query;
    private final QueryField field;

    FewWords(String query, QueryField field) {
        this.query = query;
        this.field = field;
    }

    /** @param start where the value begins in the query, its quotation mark included; {@code end} is after it */
    String read(String value, int start, int end) throws BadQuery {
        String lower = value.toLowerCase(Locale.ROOT);
        if (field.shape() == Shape.EXACT) {
            return lower;
        }
        if (field.shape() == Shape.FLAG) {
            if (!YES.contains(lower) && !NO.contains(lower)) {
                throw new BadQuery(field.label() + ": takes yes or no", start);
            }
            return YES.contains(lower) ? "yes" : "no";
        }
        Optional<String> means = QueryWords.value(field, lower);
        if (means.isEmpty()) {
            throw unknown(value, lower, start, end);
        }
        return means.get();
    }

    private BadQuery unknown(String value, String lower, int start, int end) {
        List<String> allowed = List.copyOf(QueryWords.values(field).keySet());
        String one = field.label() + ": is one of " + String.join(", ", allowed);
        Optional<String> near =
                Spelling.nearest(lower, QueryWords.all(field)).flatMap(word -> QueryWords.value(field, word));
        return near.map(word -> new BadQuery(
                        "\"" + value + "\" is not known here; did you mean " + word + "? (" + one + ")",
                        start,
                        query.substring(0, start) + word + query.substring(end)))
                .orElseGet(() -> new BadQuery("\"" + value + "\" is not known here; " + one, start));
    }
}
