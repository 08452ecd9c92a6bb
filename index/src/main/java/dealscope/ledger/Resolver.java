package dealscope.ledger;

import dealscope.deal.Deal;
import dealscope.deal.Report;
import dealscope.ledger.correction.Anchor;
import dealscope.ledger.correction.Correction;
import dealscope.ledger.correction.Corrections;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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
    public static final int VERSION = 5;

    private static final Comparator<Coverage> LATEST = Comparator.comparing(Coverage::seen)
            .thenComparing(Coverage::url)
            .thenComparing(Coverage::title)
            .thenComparing(Coverage::story)
            .thenComparing(Coverage::length);

    private final UnaryOperator<String> root;
    private final Corrections corrections;
    private final Function<Anchor, @Nullable ReportId> places;
    private final @Nullable Map<Coverage, Map<Report, Told>> worked;

    /** Every company is its own ultimate parent. */
    public Resolver() {
        this(UnaryOperator.identity());
    }

    /** @param root the id of the ultimate parent of the company with this id, which may be itself */
    public Resolver(UnaryOperator<String> root) {
        this(root, Corrections.NONE, anchor -> null, null);
    }

    private Resolver(
            UnaryOperator<String> root,
            Corrections corrections,
            Function<Anchor, @Nullable ReportId> places,
            @Nullable Map<Coverage, Map<Report, Told>> worked) {
        this.root = root;
        this.corrections = corrections;
        this.places = places;
        this.worked = worked;
    }

    /** The same rules for one thread that resolves the same coverage again and again: what it worked out, it keeps. */
    public Resolver remembering() {
        return new Resolver(root, corrections, places, new IdentityHashMap<>());
    }

    /**
     * The same rules, with corrections in force.
     *
     * @param places from an anchor to the report that it has become, null when that is there no more
     */
    public Resolver with(Corrections inForce, Function<Anchor, @Nullable ReportId> places) {
        return new Resolver(id -> root.apply(inForce.companyId(id)), inForce, places, null);
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

    private Told told(Coverage article, Report report) {
        if (worked == null) {
            return Told.of(article, corrections.renamed(report), root);
        }
        return worked.computeIfAbsent(article, any -> new IdentityHashMap<>())
                .computeIfAbsent(report, any -> Told.of(article, corrections.renamed(report), root));
    }

    private List<Told> told(Collection<Coverage> coverage) {
        Map<ReportId, Told> told = new HashMap<>();
        for (Coverage article : coverage) {
            for (Report report : article.reports()) {
                Told one = told(article, report);
                told.merge(one.id(), one, (a, b) -> LATEST.compare(a.article(), b.article()) >= 0 ? a : b);
            }
        }
        return told.values().stream().sorted(Told.ORDER).toList();
    }

    /** What each report of the article may share with others; nothing for a report without parties, it makes no deal. */
    public Map<ReportId, Set<Tie>> ties(Coverage article) {
        Map<ReportId, Set<Tie>> ties = new LinkedHashMap<>();
        for (Report report : article.reports()) {
            Told told = told(article, report);
            Set<Tie> own = new LinkedHashSet<>(told.ties());
            told.parties().forEach(party -> own.add(new Tie(Tie.Kind.PARTY, party)));
            ties.put(told.id(), own);
        }
        return ties;
    }
}
