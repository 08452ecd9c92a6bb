package dealscope.web.api;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.ledger.Tally;
import dealscope.store.Store.CompanySummary;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The numbers of a company worked out from deals of a former day. */
final class CompanySums {
    private CompanySums() {}

    static CompanySummary of(CompanySummary company, List<Deal> deals) {
        List<Deal> directed = deals.stream()
                .filter(deal -> deal.type() != DealType.PARTNERSHIP)
                .toList();
        List<Deal> pays = on(directed, Deal::payer, company.id());
        List<Deal> paid = on(directed, Deal::payee, company.id());
        return new CompanySummary(
                company.id(), company.name(), deals.size(), pays.size(), paid.size(), sum(paid), sum(pays));
    }

    private static List<Deal> on(List<Deal> deals, Function<Deal, List<Company>> side, String id) {
        return deals.stream()
                .filter(deal -> side.apply(deal).stream()
                        .anyMatch(company -> company.id().equals(id)))
                .toList();
    }

    private static double sum(List<Deal> deals) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Deal deal : deals) {
            Tally tally = Tally.of(deal);
            sum = tally.reason() == Tally.Reason.COUNTED && tally.usd() != null ? sum.add(tally.usd()) : sum;
        }
        return sum.doubleValue();
    }
}
