package dealscope.ledger;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.deal.Report;
import dealscope.ledger.correction.Anchor;
import dealscope.ledger.correction.Correction;
import dealscope.ledger.correction.Corrections;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes deals out of the reports of many articles. A pure function: the same coverage gives the same deals and ids, in
 * whatever order it comes. Safe for many threads.
 *
 * <pre>{@code
 * List<Deal> deals = new Resolver(companies::root).resolve(coverage);
 * }</pre>
 *
 * <p>{@link Clustering} says which reports are of one deal, {@link Thresholds} holds its numbers, {@link Choice} the
 * rule by which a deal's fields are chosen, {@link StatusLadder} how its status comes about.
 */
public final class Resolver {
    /** Raised when the rules change, so that stored deals are made anew. */
    public static final int VERSION = 3;

    private static final Comparator<Coverage> LATEST = Comparator.comparing(Coverage::seen)
            .thenComparing(Coverage::url)
            .thenComparing(Coverage::title)
            .thenComparing(Coverage::story)
            .thenComparing(Coverage::length);

    private final UnaryOperator<String> root;
    private final Corrections corrections;
    private final Function<Anchor, @Nullable ReportId> places;

    /** Every company is its own ultimate parent. */
    public Resolver() {
        this(UnaryOperator.identity());
    }

    /** @param root the id of the ultimate parent of the company with this id, which may be itself */
    public Resolver(UnaryOperator<String> root) {
        this(root, Corrections.NONE, anchor -> null);
    }

    private Resolver(UnaryOperator<String> root, Corrections corrections, Function<Anchor, @Nullable ReportId> places) {
        this.root = root;
        this.corrections = corrections;
        this.places = places;
    }

    /**
     * The same rules, with corrections in force.
     *
     * @param places from an anchor to the report that it has become, null when that is there no more
     */
    public Resolver with(Corrections inForce, Function<Anchor, @Nullable ReportId> places) {
        return new Resolver(id -> root.apply(inForce.companyId(id)), inForce, places);
    }

    /** Id of the ultimate parent of this company, or of the one that is meant by it. */
    public String rootOf(String companyId) {
        return root.apply(companyId);
    }

    /** The corrections in force. */
    public Corrections corrections() {
        return corrections;
    }

    /** Returns the deals told by {@code coverage}, ordered by id. Of an article given twice the one read last counts. */
    public List<Deal> resolve(Collection<Coverage> coverage) {
        return resolveReports(coverage).stream().map(ResolvedDeal::deal).toList();
    }

    /** The same, each with its reports. */
    public List<ResolvedDeal> resolveReports(Collection<Coverage> coverage) {
        List<Cluster> clusters = Regrouping.of(Clustering.of(told(coverage)), corrections, places);
        return Amendments.of(DealAssembly.of(clusters, root), corrections, places);
    }

    /**
     * A deal as it was on a former day: what shows of it chosen from those of its reports that were known.
     *
     * @param now the deal as it is, whose id and links are kept
     * @param known coverage of that day with the reports that are of this deal, at least one
     * @param corrections made by then that write into this deal
     * @param deals whether the deal with this id was known
     */
    public Deal recall(Deal now, Collection<Coverage> known, List<Correction> corrections, Predicate<String> deals) {
        Deal made = DealAssembly.alone(Cluster.of(told(known)), now.id(), root);
        AmendedDeal then = new AmendedDeal(made);
        then.link(now, deals);
        return Amendments.of(then.deal(), corrections);
    }

    private List<Told> told(Collection<Coverage> coverage) {
        Map<ReportId, Told> told = new HashMap<>();
        for (Coverage article : coverage) {
            for (Report report : article.reports()) {
                Told one = Told.of(article, corrections.renamed(report), root);
                told.merge(one.id(), one, (a, b) -> LATEST.compare(a.article(), b.article()) >= 0 ? a : b);
            }
        }
        return told.values().stream().sorted(Told.ORDER).toList();
    }

    /** What ties this report to others; empty when it names no party, and then it makes no deal. */
    public Set<Tie> ties(Report told) {
        Report report = corrections.renamed(told);
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

    /** Whether the report is of more than one pair of companies. */
    public boolean ofManyPairs(Report report) {
        return pairs(ultimate(report.payer()), ultimate(report.payee()), report.type()) > 1;
    }

    /**
     * Further ties that must be looked at to resolve the reports of {@code articleIds} as if all coverage were there,
     * when {@code coverage} is all that shares one of {@code ties}: those of reports with many parties, through which
     * groups of companies hang together.
     */
    public Set<Tie> entangled(Collection<Coverage> coverage, Set<String> articleIds, Set<Tie> ties) {
        List<Told> told = told(coverage);
        Set<Tie> further = new HashSet<>();
        Predicate<Told> changed = one -> articleIds.contains(one.id().articleId());
        for (List<Told> group :
                Components.of(told.stream().filter(Told::twoSided).toList())) {
            if (group.stream().anyMatch(changed)) {
                group.forEach(one -> further.addAll(ties(one.report())));
            }
        }
        for (Told one : told) {
            Set<Tie> own = ties(one.report());
            if (!one.twoSided() && own.stream().anyMatch(ties::contains)) {
                further.addAll(own);
            }
        }
        return further;
    }

    private static int pairs(Set<String> payers, Set<String> payees, DealType type) {
        if (type != DealType.PARTNERSHIP) {
            return payers.size() * payees.size();
        }
        Set<String> parties = new HashSet<>(payers);
        parties.addAll(payees);
        return parties.size() * (parties.size() - 1) / 2;
    }

    private Set<String> ultimate(List<Company> companies) {
        Set<String> roots = new HashSet<>();
        companies.forEach(company -> roots.add(root.apply(company.id())));
        return roots;
    }
}
