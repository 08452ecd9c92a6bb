package dealscope.ledger;

import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.Field;
import java.util.List;

/**
 * What a publisher's edit of an article made of its claims for one field of one deal.
 *
 * @param payer of the deal as the article tells it now, or told it when it tells it no more
 * @param before claims of the former text, empty when it made none
 * @param after claims of the new text, empty when it makes none any more
 */
public record ClaimChange(
        Field field, List<Company> payer, List<Company> payee, List<Claim> before, List<Claim> after) {
    public ClaimChange {
        payer = List.copyOf(payer);
        payee = List.copyOf(payee);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
