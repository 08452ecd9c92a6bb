package dealscope.web.page;

import dealscope.deal.Deal;
import dealscope.ledger.Tally;
import dealscope.web.view.Amounts;

/** The dollars of deals that count in sums, see {@link Tally}. */
final class Counted {
    private Counted() {}

    static double dollars(Deal deal) {
        Tally tally = Tally.of(deal);
        return tally.reason() == Tally.Reason.COUNTED && tally.usd() != null
                ? tally.usd().doubleValue()
                : 0;
    }

    static String words(double dollars) {
        return dollars > 0 ? Amounts.usd(dollars) : "";
    }
}
