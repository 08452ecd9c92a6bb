package dealscope.web.page;

import dealscope.deal.Deal;
import dealscope.deal.Status;
import dealscope.web.view.Amounts;

/** What may be added up: no cancelled deal, no retelling, no slice of a programme, and no rate for a period. */
final class Totals {
    private Totals() {}

    static double dollars(Deal deal) {
        boolean counts = deal.value() != null
                && deal.value().usd() != null
                && deal.value().per() == null
                && deal.status() != Status.CANCELLED
                && !deal.background()
                && !deal.excludeFromTotals();
        return counts && deal.value() != null && deal.value().usd() != null
                ? deal.value().usd().doubleValue()
                : 0;
    }

    static String words(double dollars) {
        return dollars > 0 ? Amounts.usd(dollars) : "";
    }
}
