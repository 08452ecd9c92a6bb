package dealscope.ledger;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.Report;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes deals out of the reports of many articles. A pure function: the same coverage gives the same deals and ids, in
 * whatever order it comes.
 */
public final class Resolver {
    private final UnaryOperator<String> root;

    /** Every company is its own ultimate parent. */
    public Resolver() {
        this(UnaryOperator.identity());
    }

    /** @param root the id of the ultimate parent of the company with this id, which may be itself */
    public Resolver(UnaryOperator<String> root) {
        this.root = root;
    }

    /** Returns the deals told by {@code coverage}, ordered by id. */
    public List<Deal> resolve(Collection<Coverage> coverage) {
        return resolveReports(coverage).stream().map(ResolvedDeal::deal).toList();
    }

    /** The same, each with its reports. */
    public List<ResolvedDeal> resolveReports(Collection<Coverage> coverage) {
        return List.of();
    }

    /** What ties this report to others; empty when it names no party, and then it makes no deal. */
    public Set<Tie> ties(Report report) {
        Set<Tie> ties = new LinkedHashSet<>();
        Family family = Family.of(report.type());
        for (Company company : report.payer()) {
            ties.add(new Tie(root.apply(company.id()), family));
        }
        for (Company company : report.payee()) {
            ties.add(new Tie(root.apply(company.id()), family));
        }
        return ties;
    }

    /**
     * Further ties that must be looked at to resolve the reports of these articles rightly, when {@code coverage} is
     * all that shares a tie with them.
     */
    public Set<Tie> entangled(Collection<Coverage> coverage, Set<String> articleIds) {
        return Set.of();
    }
}
