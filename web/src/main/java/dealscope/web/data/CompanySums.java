package dealscope.web.data;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.ledger.Tally;
import dealscope.store.Store.CompanySummary;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers of companies worked out from deals that are given one after another: of a former day, or of those that a
 * query finds. Memory holds the companies, not the deals.
 */
public final class CompanySums {
    private final Map<String, Sum> sums = new HashMap<>();

    private static final class Sum {
        private final String name;
        private int deals;
        private int asPayer;
        private int asPayee;
        private BigDecimal in = BigDecimal.ZERO;
        private BigDecimal out = BigDecimal.ZERO;

        Sum(String name) {
            this.name = name;
        }

        CompanySummary summary(String id) {
            return new CompanySummary(id, name, deals, asPayer, asPayee, in.doubleValue(), out.doubleValue());
        }
    }

    public void add(Deal deal) {
        Tally tally = Tally.of(deal);
        BigDecimal usd = tally.reason() == Tally.Reason.COUNTED && tally.usd() != null ? tally.usd() : BigDecimal.ZERO;
        boolean directed = deal.type() != DealType.PARTNERSHIP;
        Set<String> counted = new HashSet<>();
        for (Company company : deal.payer()) {
            Sum sum = of(company, counted);
            if (directed) {
                sum.asPayer++;
                sum.out = sum.out.add(usd);
            }
        }
        for (Company company : deal.payee()) {
            Sum sum = of(company, counted);
            if (directed) {
                sum.asPayee++;
                sum.in = sum.in.add(usd);
            }
        }
    }

    private Sum of(Company company, Set<String> counted) {
        Sum sum = sums.computeIfAbsent(company.id(), id -> new Sum(company.name()));
        if (counted.add(company.id())) {
            sum.deals++;
        }
        return sum;
    }

    public Optional<CompanySummary> of(String id) {
        return Optional.ofNullable(sums.get(id)).map(sum -> sum.summary(id));
    }

    /** Most deals first. */
    public List<CompanySummary> all() {
        return sums.entrySet().stream()
                .map(each -> each.getValue().summary(each.getKey()))
                .sorted(Comparator.comparingInt((CompanySummary each) -> -each.deals())
                        .thenComparing(CompanySummary::id))
                .toList();
    }
}
