package dealscope.store;

import dealscope.deal.Report;
import dealscope.ledger.Coverage;
import dealscope.ledger.Family;
import dealscope.ledger.ReportId;
import dealscope.ledger.ResolvedDeal;
import dealscope.ledger.Resolver;
import dealscope.ledger.Tie;
import dealscope.ledger.correction.Correction;
import dealscope.ledger.correction.Corrections;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Brings the stored deals up to date after reports came, changed or went, inside the transaction that changed them.
 *
 * <p>Only the neighbourhood is resolved anew: all reports that share a tie with the changed ones. A deal all of whose
 * ties lie inside the neighbourhood comes out as a rebuild of everything would make it. Whenever a deal comes out of
 * it with other reports than are stored for it, its ties join the neighbourhood and it is resolved once more, until
 * nothing at the rim moves. A deal of many parties that shares a pair of them belongs to the neighbourhood as well; one that shares a
 * single party is loaded whole, because deals inside are held against it. So do all deals that a correction is about, with one
 * of them. So the result equals {@link #rebuild}.
 */
final class DealRevision {
    private final Resolver resolver;
    private final Corrections corrections;
    private final AnchorPlaces places;
    private final ReportTable reports;
    private final DealTable deals;
    private final ArticleTable articles;

    private final Set<Tie> ties = new HashSet<>();
    private final Map<ReportId, Coverage> loaded = new HashMap<>();
    /** Deal by report as stored before this revision, for loaded reports and for those that went. */
    private final Map<ReportId, String> before = new HashMap<>();

    private final Set<String> knownArticles = new HashSet<>();

    DealRevision(Handle handle, LedgerRules rules) {
        this.resolver = rules.at(handle);
        this.corrections = resolver.corrections();
        this.places = new AnchorPlaces(handle, corrections);
        this.reports = new ReportTable(handle);
        this.deals = new DealTable(handle);
        this.articles = new ArticleTable(handle);
    }

    /** To be called for each article before its reports change. */
    void willChange(String articleId) {
        ties.addAll(reports.tiesOf(articleId));
        remember(articleId);
    }

    private void remember(String articleId) {
        if (knownArticles.add(articleId)) {
            before.putAll(deals.assignedOf(articleId));
        }
    }

    /** Resolves anew what the changed articles touch. Call it after the change. */
    void revise(Collection<String> changedArticles) {
        changedArticles.forEach(this::willChange);
        Set<String> changed = Set.copyOf(changedArticles);
        Set<Tie> inside = new HashSet<>(ties);
        Set<Tie> present = new HashSet<>();
        List<ResolvedDeal> resolved = List.of();
        int known = -1;
        while (inside.size() > known) {
            known = inside.size();
            resolved = resolved(inside, present);
            for (ResolvedDeal deal : resolved) {
                Set<Tie> own = tiesOf(deal);
                long shared = own.stream().filter(inside::contains).count();
                if (shared > 1 && many(deal) || shared > 0 && moved(deal, changed)) {
                    inside.addAll(own);
                }
            }
            inside.addAll(resolver.entangled(loaded.values(), changed, Set.copyOf(inside)));
            inside.addAll(corrected(resolved, inside, changed));
        }
        store(resolved.stream().filter(deal -> inside.containsAll(tiesOf(deal))).toList(), changed);
    }

    /** A correction is resolved whole: when it finds one of its reports in a deal that is made anew, all of them are. */
    private Set<Tie> corrected(List<ResolvedDeal> resolved, Set<Tie> inside, Set<String> changed) {
        Set<String> articleIds = new TreeSet<>(changed);
        resolved.stream().filter(deal -> inside.containsAll(tiesOf(deal))).forEach(deal -> deal.reports()
                .forEach(report -> articleIds.add(report.articleId())));
        Set<Tie> further = correctedIn(articleIds);
        further.addAll(formerly(changed));
        return further;
    }

    /**
     * The ties of all reports that the deals of these articles were made of. Those of a merged deal need not be tied to one
     * another, and when the merge holds no longer they go their own ways.
     */
    private Set<Tie> formerly(Set<String> changed) {
        Set<Tie> further = new HashSet<>();
        if (corrections.onDeals().isEmpty()) {
            return further;
        }
        Set<String> ids = new TreeSet<>();
        before.forEach((report, deal) -> {
            if (changed.contains(report.articleId())) {
                ids.add(deal);
            }
        });
        for (String id : ids) {
            Set<Tie> own = new HashSet<>(ties);
            reports.ofDeal(id).forEach(told -> own.addAll(resolver.ties(told.report())));
            further.addAll(together(own));
        }
        return further;
    }

    /** The ties of all reports by which corrections that are anchored in these articles find their deals. */
    private Set<Tie> correctedIn(Set<String> articleIds) {
        Set<Tie> further = new HashSet<>();
        for (Correction correction : corrections.anchoredIn(articleIds)) {
            Set<Tie> own = new HashSet<>();
            correction.decision().targets().stream()
                    .flatMap(List::stream)
                    .map(places::report)
                    .filter(Objects::nonNull)
                    .forEach(report -> own.addAll(resolver.ties(report)));
            further.addAll(together(own));
        }
        return further;
    }

    /** Resolves what the ties inside touch, with every deal of many parties and every correction whole that shares one of them. */
    private List<ResolvedDeal> resolved(Set<Tie> inside, Set<Tie> present) {
        Set<Tie> wanted = new HashSet<>(inside);
        List<ResolvedDeal> resolved;
        do {
            for (Tie tie : wanted) {
                if (present.add(tie)) {
                    reports.tied(tie).forEach(this::load);
                }
            }
            resolved = resolver.resolveReports(loaded.values());
            Set<String> beside = new TreeSet<>();
            for (ResolvedDeal deal : resolved) {
                Set<Tie> own = tiesOf(deal);
                if (own.stream().anyMatch(inside::contains)) {
                    wanted.addAll(many(deal) ? own : Set.of());
                    deal.reports().forEach(report -> beside.add(report.articleId()));
                }
            }
            wanted.addAll(correctedIn(beside));
        } while (!present.containsAll(wanted));
        return resolved;
    }

    /** Resolves everything anew; companies may have got other parents. */
    void rebuild() {
        reports.retie(resolver::ties);
        reports.all().forEach(this::load);
        deals.ids().forEach(id -> before.putAll(deals.reportsOf(id)));
        Set<String> orphans = new HashSet<>(deals.ids());
        orphans.removeAll(before.values());
        orphans.forEach(id -> deals.remove(id, null));
        store(resolver.resolveReports(loaded.values()), knownArticles);
    }

    private void load(ReportTable.Told told) {
        loaded.put(told.id(), told.coverage());
        remember(told.id().articleId());
    }

    /** Whether the deal's reports, as far as they are loaded or went, are not exactly those of one stored deal. */
    private boolean moved(ResolvedDeal deal, Set<String> changed) {
        Set<@Nullable String> stored = new HashSet<>();
        for (ReportId report : deal.reports()) {
            if (changed.contains(report.articleId())) {
                return true;
            }
            stored.add(before.get(report));
        }
        String id = stored.iterator().next();
        if (stored.size() != 1 || id == null) {
            return true;
        }
        return before.entrySet().stream()
                .anyMatch(entry -> entry.getValue().equals(id)
                        && (loaded.containsKey(entry.getKey())
                                || changed.contains(entry.getKey().articleId()))
                        && !deal.reports().contains(entry.getKey()));
    }

    /** An ordinary deal's reports are all of one pair, so that they are loaded with either of the two; this one's not. */
    private boolean many(ResolvedDeal deal) {
        return tiesOf(deal).size() > 2 || told(deal).anyMatch(resolver::ofManyPairs);
    }

    /** The ties of all the deal's reports. */
    private Set<Tie> tiesOf(ResolvedDeal deal) {
        return together(told(deal).map(resolver::ties).flatMap(Set::stream).collect(Collectors.toSet()));
    }

    /** What was merged by an analyst may be of several families, and is then held against deals of each. */
    private static Set<Tie> together(Set<Tie> ties) {
        Set<Family> families = ties.stream().map(Tie::family).collect(Collectors.toSet());
        if (families.size() < 2) {
            return ties;
        }
        Set<Tie> all = new HashSet<>();
        ties.forEach(tie -> families.forEach(family -> all.add(new Tie(tie.root(), family))));
        return all;
    }

    private Stream<Report> told(ResolvedDeal deal) {
        return deal.reports().stream()
                .map(id -> Objects.requireNonNull(loaded.get(id)))
                .flatMap(coverage -> coverage.reports().stream());
    }

    private void store(List<ResolvedDeal> resolved, Set<String> changed) {
        Set<ReportId> placed = new HashSet<>();
        resolved.forEach(deal -> placed.addAll(deal.reports()));
        Set<String> replaced = new TreeSet<>();
        before.forEach((report, deal) -> {
            if (placed.contains(report) || changed.contains(report.articleId())) {
                replaced.add(deal);
            }
        });
        Set<String> touched = new TreeSet<>();
        for (String id : replaced) {
            deals.reportsOf(id).keySet().forEach(report -> touched.add(report.articleId()));
        }
        placed.forEach(report -> touched.add(report.articleId()));
        Map<String, List<String>> idsBefore = deals.idsByArticle(List.copyOf(touched));
        removeReplaced(replaced, resolved);
        resolved.forEach(deals::save);
        Map<String, List<String>> idsAfter = deals.idsByArticle(List.copyOf(touched));
        for (String article : touched) {
            if (!Objects.equals(idsBefore.get(article), idsAfter.get(article))) {
                articles.touch(article);
            }
        }
    }

    private void removeReplaced(Set<String> replaced, List<ResolvedDeal> resolved) {
        Set<String> kept = new HashSet<>();
        resolved.forEach(deal -> kept.add(deal.deal().id()));
        for (String id : replaced) {
            if (!kept.contains(id)) {
                deals.remove(id, successor(id, resolved));
            }
        }
    }

    /** The deal that took over most of the reports; of several the first by id. */
    private @Nullable String successor(String id, List<ResolvedDeal> resolved) {
        Map<String, Integer> shares = new TreeMap<>();
        for (ResolvedDeal deal : resolved) {
            for (ReportId report : deal.reports()) {
                if (id.equals(before.get(report))) {
                    shares.merge(deal.deal().id(), 1, Integer::sum);
                }
            }
        }
        String best = null;
        for (Map.Entry<String, Integer> share : shares.entrySet()) {
            if (best == null || share.getValue() > Objects.requireNonNull(shares.get(best))) {
                best = share.getKey();
            }
        }
        return best;
    }
}
