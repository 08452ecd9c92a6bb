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
 * cursor survives what is inserted before or after it.
 */
enum Order {
    RELEVANCE(new SortField(null, SortField.Type.SCORE)),
    DATE(longs(QueryField.PUBLISHED)),
    VALUE(doubles(QueryField.VALUE.label())),
    POWER(doubles(QueryField.POWER.label())),
    CONFIDENCE(doubles(QueryField.CONFIDENCE.label())),
    CHANGED(longs(QueryField.CHANGED));

    private final SortField first;

    Order(SortField first) {
        this.first = first;
    }

    static Order of(SearchRequest.Sort sort) {
        return valueOf(sort.name());
    }

    private static SortField longs(QueryField field) {
        SortField sort = new SortedNumericSortField(field.label(), SortField.Type.LONG, true);
        sort.setMissingValue(Long.MIN_VALUE);
        return sort;
    }

    private static SortField doubles(String field) {
        SortField sort = new SortedNumericSortField(field, SortField.Type.DOUBLE, true);
        sort.setMissingValue(Double.NEGATIVE_INFINITY);
        return sort;
    }

    Sort sort() {
        return new Sort(first, new SortField(Documents.ID, SortField.Type.STRING));
    }

    String encode(FieldDoc last) {
        String id = ((BytesRef) last.fields[1]).utf8ToString();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((name() + " " + last.fields[0] + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    FieldDoc decode(String cursor) throws BadQuery {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 3);
            if (parts.length == 3 && parts[0].equals(name())) {
                Object key =
                        switch (this) {
                            case RELEVANCE -> Float.valueOf(parts[1]);
                            case DATE, CHANGED -> Long.valueOf(parts[1]);
                            case VALUE, POWER, CONFIDENCE -> Double.valueOf(parts[1]);
                        };
                return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {key, new BytesRef(parts[2])});
            }
        } catch (IllegalArgumentException e) {
            // falls through: what was sent is no cursor of ours
        }
        throw new BadQuery("this cursor does not belong to this search; start again without it", 0);
    }
}
