package dealscope.index;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.Hardware;
import dealscope.deal.Status;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/** What deals are ordered by beside the fields that are searched: names folded, the rung of the status, counts. */
final class SortKeys {
    private SortKeys() {}

    static String field(SearchRequest.Sort sort) {
        return "sort." + sort.name().toLowerCase(Locale.ROOT);
    }

    static void add(Document doc, Deal deal) {
        name(doc, SearchRequest.Sort.PAYER, first(deal.payer()));
        name(doc, SearchRequest.Sort.PAYEE, first(deal.payee()));
        name(doc, SearchRequest.Sort.TYPE, deal.type().label());
        name(
                doc,
                SearchRequest.Sort.HARDWARE,
                deal.hardware().stream().map(Hardware::name).findFirst().orElse(null));
        name(doc, SearchRequest.Sort.SITE, deal.site());
        number(doc, SearchRequest.Sort.STATUS, rung(deal.status()));
        number(doc, SearchRequest.Sort.SOURCES, deal.independent());
        number(
                doc,
                SearchRequest.Sort.TERM,
                deal.term() == null ? null : deal.term().years());
        number(doc, SearchRequest.Sort.STAKE, deal.equityStakePct());
    }

    private static @Nullable String first(List<Company> companies) {
        return companies.isEmpty() ? null : companies.get(0).name();
    }

    private static long rung(Status status) {
        return switch (status) {
            case CANCELLED -> 0;
            case TALKS -> 1;
            case REPORTED -> 2;
            case ANNOUNCED -> 3;
            case CLOSED -> 4;
        };
    }

    private static void name(Document doc, SearchRequest.Sort sort, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            String folded = Normalizer.normalize(name, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .replace("\u0000", "")
                    .toLowerCase(Locale.ROOT);
            doc.add(new SortedDocValuesField(field(sort), new BytesRef(Documents.clip(folded))));
        }
    }

    private static void number(Document doc, SearchRequest.Sort sort, long number) {
        doc.add(new SortedNumericDocValuesField(field(sort), number));
    }

    private static void number(Document doc, SearchRequest.Sort sort, @Nullable Double number) {
        if (number != null && Double.isFinite(number)) {
            doc.add(new SortedNumericDocValuesField(field(sort), NumericUtils.doubleToSortableLong(number)));
        }
    }
}
