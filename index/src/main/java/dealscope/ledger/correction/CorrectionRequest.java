package dealscope.ledger.correction;

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
        String correction) {}
