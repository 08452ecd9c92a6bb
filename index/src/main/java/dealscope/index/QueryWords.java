package dealscope.index;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The words that fields of few values understand, from {@code query-words.csv}: {@code type:loan} is {@code type:debt}. */
final class QueryWords {
    private static final Map<QueryField, Map<String, String>> VALUES = new LinkedHashMap<>();
    private static final Map<QueryField, Map<String, String>> MEANINGS = new LinkedHashMap<>();

    static {
        for (var row : DataFile.csv("query-words.csv", 4)) {
            QueryField field = QueryField.of(row.get(0)).orElseThrow();
            VALUES.computeIfAbsent(field, key -> new LinkedHashMap<>()).put(row.get(1), row.get(2));
            if (row.get(1).equals(row.get(2))) {
                MEANINGS.computeIfAbsent(field, key -> new LinkedHashMap<>()).put(row.get(1), row.get(3));
            }
        }
    }

    private QueryWords() {}

    /** The value that a word in lower case means. */
    static Optional<String> value(QueryField field, String word) {
        Map<String, String> values = Objects.requireNonNull(VALUES.get(field));
        return Optional.ofNullable(values.get(word)).or(() -> Optional.ofNullable(values.get(word.replace(' ', '-'))));
    }

    /** The values themselves, each with what it means (or nothing), in the order of the file. */
    static Map<String, String> values(QueryField field) {
        return Objects.requireNonNull(MEANINGS.get(field));
    }

    /** All words that are understood. */
    static Collection<String> all(QueryField field) {
        return Objects.requireNonNull(VALUES.get(field)).keySet();
    }
}
