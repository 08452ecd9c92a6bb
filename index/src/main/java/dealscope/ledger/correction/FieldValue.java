package dealscope.ledger.correction;

import dealscope.deal.Field;
import dealscope.deal.Hardware;
import dealscope.deal.Money;
import dealscope.deal.Term;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The right value of one field, as {@link FieldText} reads it. Only the component of the field's own kind is set; a field
 * with none set has no value (an amount that nobody disclosed, no site).
 *
 * @param field no party: those are corrected by {@link Decision.Party}
 * @param words as the analyst wrote it
 * @param word the label of a type or status, the name of a site
 */
public record FieldValue(
        Field field,
        String words,
        @Nullable Money money,
        @Nullable Double number,
        List<Hardware> hardware,
        @Nullable Term term,
        @Nullable LocalDate day,
        @Nullable String word) {
    public FieldValue {
        hardware = List.copyOf(hardware);
    }

    static FieldValue none(Field field, String words) {
        return new FieldValue(field, words, null, null, List.of(), null, null, null);
    }
}
