package dealscope.index;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.util.BytesRef;

/**
 * How hits are ordered, and the cursor after one of them. The last key is always the id, so the order is total and a
 * cursor survives what is inserted before or after it. What has no value for the key comes last in either direction.
 */
record Order(SearchRequest.Sort by, boolean reversed) {
    /** Stands in a cursor for a hit that has no name to sort by; no name holds it. */
    private static final String NO_NAME = "\u0000";

    private enum Key {
        SCORE,
        LONG,
        DOUBLE,
        NAME
    }

    static Order of(SearchRequest request) {
        return new Order(request.sort(), request.reversed() && request.sort() != SearchRequest.Sort.RELEVANCE);
    }

    private Key key() {
        return switch (by) {
            case RELEVANCE -> Key.SCORE;
            case DATE, CHANGED, ANNOUNCED, STATUS, SOURCES -> Key.LONG;
            case VALUE, POWER, CONFIDENCE, TERM, STAKE -> Key.DOUBLE;
            case PAYER, PAYEE, TYPE, HARDWARE, SITE -> Key.NAME;
        };
    }

    private String field() {
        return switch (by) {
            case DATE -> QueryField.PUBLISHED.label();
            case CHANGED -> QueryField.CHANGED.label();
            case ANNOUNCED -> QueryField.ANNOUNCED.label();
            case VALUE -> QueryField.VALUE.label();
            case POWER -> QueryField.POWER.label();
            case CONFIDENCE -> QueryField.CONFIDENCE.label();
            default -> SortKeys.field(by);
        };
    }

    Sort sort() {
        return new Sort(first(), new SortField(Documents.ID, SortField.Type.STRING));
    }

    private SortField first() {
        boolean descending = by.ascending() == reversed;
        return switch (key()) {
            case SCORE -> new SortField(null, SortField.Type.SCORE);
            case LONG -> {
                SortField sort = new SortedNumericSortField(field(), SortField.Type.LONG, descending);
                sort.setMissingValue(descending ? Long.MIN_VALUE : Long.MAX_VALUE);
                yield sort;
            }
            case DOUBLE -> {
                SortField sort = new SortedNumericSortField(field(), SortField.Type.DOUBLE, descending);
                sort.setMissingValue(descending ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
                yield sort;
            }
            case NAME -> {
                SortField sort = new SortField(field(), SortField.Type.STRING, descending);
                sort.setMissingValue(descending ? SortField.STRING_FIRST : SortField.STRING_LAST);
                yield sort;
            }
        };
    }

    private String name() {
        return reversed ? "-" + by.name() : by.name();
    }

    String encode(FieldDoc last) {
        String id = ((BytesRef) last.fields[1]).utf8ToString();
        Object value = last.fields[0];
        String key = value == null ? NO_NAME : value instanceof BytesRef text ? text.utf8ToString() : value.toString();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((name() + " " + id + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    FieldDoc decode(String cursor) throws BadQuery {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 3);
            if (parts.length == 3 && parts[0].equals(name())) {
                Object key =
                        switch (key()) {
                            case SCORE -> Float.valueOf(parts[2]);
                            case LONG -> Long.valueOf(parts[2]);
                            case DOUBLE -> Double.valueOf(parts[2]);
                            case NAME -> parts[2].equals(NO_NAME) ? null : new BytesRef(parts[2]);
                        };
                return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {key, new BytesRef(parts[1])});
            }
        } catch (IllegalArgumentException e) {
            // falls through: what was sent is no cursor of ours
        }
        throw new BadQuery("this cursor does not belong to this search; start again without it", 0);
    }
}
