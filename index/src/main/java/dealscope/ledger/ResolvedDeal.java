package dealscope.ledger;

import dealscope.deal.Deal;
import java.util.Set;

/** A deal and the reports it was made of. */
public record ResolvedDeal(Deal deal, Set<ReportId> reports) {
    public ResolvedDeal {
        reports = Set.copyOf(reports);
    }
}
