package dealscope.ledger.correction;

import java.util.Map;

/**
 * What an analyst asks for, in the words of a form or of the API; what is not given is empty.
 *
 * @param kind of {@link Decision}
 * @param deal id of the deal that it is about
 * @param other id of the deal to merge it with, or to hold it apart from
 * @param articles ids of the articles whose claims are of another deal, separated by commas
 * @param side payer or payee
 * @param wrong company, by id or name
 * @param right company, by id or name; of an alias the one that both names mean
 * @param correction id of the correction to undo
 */
public record CorrectionRequest(
        String kind,
        String author,
        String note,
        String deal,
        String other,
        String articles,
        String side,
        String wrong,
        String right,
        String field,
        String value,
        String correction) {

    /** From fields by name; those that are not there are empty. */
    public static CorrectionRequest of(Map<String, String> fields) {
        return new CorrectionRequest(
                text(fields, "kind"),
                text(fields, "author"),
                text(fields, "note"),
                text(fields, "deal"),
                text(fields, "other"),
                text(fields, "articles"),
                text(fields, "side"),
                text(fields, "wrong"),
                text(fields, "right"),
                text(fields, "field"),
                text(fields, "value"),
                text(fields, "correction"));
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
