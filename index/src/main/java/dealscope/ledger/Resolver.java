package dealscope.ledger;

import dealscope.deal.Deal;
import dealscope.deal.Report;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

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

    /** Every company is its own ultimate parent. */
    public Resolver() {
        this(UnaryOperator.identity());
    }

    /** @param root the id of the ultimate parent of the company with this id, which may be itself */
    public Resolver(UnaryOperator<String> root) {
        this.root = root;
    }

    /** Returns the deals told by {@code coverage}, ordered by id. Of an article given twice the one read last counts. */
    public List<Deal> resolve(Collection<Coverage> coverage) {
        return resolveReports(coverage).stream().map(ResolvedDeal::deal).toList();
    }

    /** The same, each with its reports. */
    public List<ResolvedDeal> resolveReports(Collection<Coverage> coverage) {
        return DealAssembly.of(Clustering.of(told(coverage)), root);
    }

    private List<Told> told(Collection<Coverage> coverage) {
        Map<ReportId, Told> told = new HashMap<>();
        for (Coverage article : coverage) {
            for (Report report : article.reports()) {
                Told one = Told.of(article, report, root);
                told.merge(one.id(), one, (a, b) -> LATEST.compare(a.article(), b.article()) >= 0 ? a : b);
            }
        }
        return told.values().stream().sorted(Told.ORDER).toList();
    }

    /** What each report of the article may share with others; nothing for a report without parties, it makes no deal. */
    public Map<ReportId, Set<Tie>> ties(Coverage article) {
        Map<ReportId, Set<Tie>> ties = new LinkedHashMap<>();
        for (Report report : article.reports()) {
            Told told = Told.of(article, report, root);
            ties.put(told.id(), told.ties());
        }
        return ties;
    }
}
