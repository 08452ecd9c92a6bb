package dealscope.store;

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
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Brings the stored deals up to date after reports came, changed or went, inside the transaction that changed them.
 *
 * <p>Only what can change is resolved anew. That is, first, the groups of the changed reports: all reports that hang
 * together with them by companies ({@link Tie.Kind#groups}). Then the reports with one named side that may belong to a
 * deal which came out of it otherwise than it is stored, with those of the same size and text; and, to be held against
 * these, the groups of the deals that they may belong to. Deals that a correction is about are resolved together. Of the latter only deals that win or lose a report are
 * stored. Everything found goes by keys of companies, amount and days, so that the work depends on how much is told of
 * these companies in these days, not on how much the store holds; and the result equals {@link #rebuild}.
 */
final class DealRevision {
    private final Resolver resolver;
    private final Corrections corrections;
    private final AnchorPlaces places;
    private final ReportTable reports;
    private final DealTable deals;
    private final ArticleTable articles;
    private final Neighbourhood near;

    /** Ties that the changed reports had. */
    private final Set<Tie> former = new HashSet<>();
    /** Deal by report as stored before this revision, for loaded reports and for those that went. */
    private final Map<ReportId, String> before = new HashMap<>();

    private final Set<String> knownArticles = new HashSet<>();
    private final Set<String> knownDeals = new HashSet<>();

    DealRevision(Handle handle, LedgerRules rules) {
        this.resolver = rules.at(handle).remembering();
        this.corrections = resolver.corrections();
        this.places = new AnchorPlaces(handle, corrections);
        this.reports = new ReportTable(handle);
        this.deals = new DealTable(handle);
        this.articles = new ArticleTable(handle);
        this.near = new Neighbourhood(reports, resolver);
    }

    /** To be called for each article before its reports change. */
    void willChange(String articleId) {
        former.addAll(reports.tiesOf(articleId));
        remember(List.of(articleId));
    }

    private void remember(Collection<String> articleIds) {
        List<String> unknown = articleIds.stream().filter(knownArticles::add).toList();
        before.putAll(deals.assignedOf(unknown));
    }

    /** Resolves anew what the changed articles touch. Call it after the change. */
    void revise(Collection<String> changedArticles) {
        changedArticles.forEach(this::willChange);
        Set<String> changed = Set.copyOf(changedArticles);
        Set<ReportId> own = tieAnew(changed);
        Set<Tie> touched = new HashSet<>(former);
        touched.addAll(near.tiesOf(own, kind -> true));
        Set<ReportId> inside = new HashSet<>(near.connected(touched, Tie.Kind::groups));
        Set<ReportId> beside = formerly(changed);
        Set<ReportId> lone = new HashSet<>(lone(own));
        lone.addAll(near.tied(counterparts(touched)));
        lone.addAll(near.tied(only(touched, Tie.Kind.LONE_AMOUNT)));
        lone.addAll(lone(near.sameText(own)));
        List<ResolvedDeal> resolved;
        int known;
        do {
            beside.addAll(correctedIn(changed));
            inside.addAll(near.connected(near.tiesOf(beside, Tie.Kind::groups), Tie.Kind::groups));
            lone.addAll(lone(beside));
            known = near.reports().size() + inside.size() + lone.size();
            Set<ReportId> rim = around(lone);
            resolved = resolve();
            for (ResolvedDeal deal : resolved) {
                boolean ours =
                        deal.reports().stream().anyMatch(report -> inside.contains(report) || lone.contains(report));
                if (ours || deal.reports().stream().anyMatch(report -> lost(report, lone))) {
                    near.load(storedWith(deal));
                    beside.addAll(correctedIn(articlesOf(deal.reports())));
                }
                if (ours && moved(deal, changed)) {
                    lone.addAll(mayBelongTo(deal));
                }
            }
            lone.addAll(lone(rim));
            beside.removeAll(inside);
            beside.removeAll(lone);
        } while (known < near.reports().size() + inside.size() + lone.size() + beside.size());
        store(
                resolved.stream()
                        .filter(deal -> deal.reports().stream()
                                .anyMatch(report ->
                                        inside.contains(report) || lone.contains(report) || lost(report, lone)))
                        .toList(),
                changed);
    }

    /** The reports by which corrections that are anchored in these articles find their deals. */
    private Set<ReportId> correctedIn(Collection<String> articleIds) {
        Set<ReportId> anchored = new HashSet<>();
        for (Correction correction : corrections.anchoredIn(articleIds)) {
            correction.decision().targets().stream()
                    .flatMap(List::stream)
                    .map(places)
                    .filter(Objects::nonNull)
                    .forEach(anchored::add);
        }
        near.load(anchored);
        anchored.retainAll(near.reports());
        return anchored;
    }

    /** All reports of the deals that the changed ones were of; those of a merged deal may have nothing else in common. */
    private Set<ReportId> formerly(Set<String> changed) {
        Set<String> ids = new TreeSet<>();
        before.forEach((report, deal) -> {
            if (changed.contains(report.articleId())) {
                ids.add(deal);
            }
        });
        Set<ReportId> all = new HashSet<>();
        ids.forEach(id -> all.addAll(deals.reportsOf(id).keySet()));
        near.load(all);
        all.retainAll(near.reports());
        return all;
    }

    private static Set<String> articlesOf(Collection<ReportId> some) {
        return some.stream().map(ReportId::articleId).collect(Collectors.toSet());
    }

    private Set<ReportId> tieAnew(Set<String> changed) {
        Set<ReportId> own = near.loadArticles(changed);
        changed.forEach(reports::untie);
        reports.tie(near.allTies(own));
        return own;
    }

    /** Loads the lone reports that hang together with these and the groups that they may belong to; returns the former. */
    private Set<ReportId> around(Set<ReportId> lone) {
        Set<ReportId> all = new HashSet<>(lone);
        int known;
        do {
            known = all.size();
            all.addAll(near.connected(
                    near.tiesOf(all, kind -> kind == Tie.Kind.LONE_AMOUNT), kind -> kind == Tie.Kind.LONE_AMOUNT));
            all.addAll(lone(near.sameText(all)));
        } while (known < all.size());
        Set<ReportId> candidates = new HashSet<>(near.tied(counterparts(near.tiesOf(all, kind -> true))));
        candidates.addAll(near.sameText(all));
        near.connected(near.tiesOf(candidates, Tie.Kind::groups), Tie.Kind::groups);
        return all;
    }

    private Set<ReportId> mayBelongTo(ResolvedDeal deal) {
        Set<ReportId> lone = lone(near.tied(counterparts(near.tiesOf(deal.reports(), kind -> true))));
        lone.addAll(lone(near.sameText(deal.reports())));
        lone.addAll(lone(storedWith(deal)));
        lone.addAll(lone(deal.reports()));
        return lone;
    }

    private List<ResolvedDeal> resolve() {
        remember(articlesOf(near.reports()));
        return resolver.resolveReports(near.coverage());
    }

    /** The reports of the stored deals that those of this one are from. */
    private Set<ReportId> storedWith(ResolvedDeal deal) {
        Set<ReportId> all = new HashSet<>();
        for (ReportId report : deal.reports()) {
            String id = before.get(report);
            if (id != null) {
                if (knownDeals.add(id)) {
                    before.putAll(deals.reportsOf(id));
                }
                before.forEach((other, stored) -> {
                    if (stored.equals(id)) {
                        all.add(other);
                    }
                });
            }
        }
        near.load(all);
        all.retainAll(near.reports());
        return all;
    }

    /** Whether the deal that has this report had, or has, one of the lone reports. */
    private boolean lost(ReportId report, Set<ReportId> lone) {
        String id = before.get(report);
        return id != null && lone.stream().anyMatch(other -> id.equals(before.get(other)));
    }

    /** Whether reports that name both sides, or the id, are not those of one stored deal. */
    private boolean moved(ResolvedDeal deal, Set<String> changed) {
        String id = deal.deal().id();
        Set<ReportId> core = new HashSet<>(deal.reports());
        core.removeIf(near::lone);
        boolean same = core.stream()
                .allMatch(report -> id.equals(before.get(report)) && !changed.contains(report.articleId()));
        return !same
                || before.entrySet().stream()
                        .anyMatch(entry -> entry.getValue().equals(id)
                                && !deal.reports().contains(entry.getKey())
                                && (changed.contains(entry.getKey().articleId())
                                        || near.has(entry.getKey()) && !near.lone(entry.getKey())));
    }

    private Set<ReportId> lone(Collection<ReportId> some) {
        return some.stream().filter(near::lone).collect(Collectors.toSet());
    }

    private static Set<Tie> only(Set<Tie> ties, Tie.Kind kind) {
        return ties.stream().filter(tie -> tie.kind() == kind).collect(Collectors.toSet());
    }

    private static Set<Tie> counterparts(Set<Tie> ties) {
        return ties.stream()
                .filter(tie -> !tie.kind().groups())
                .map(Tie::counterpart)
                .collect(Collectors.toSet());
    }

    /** Resolves everything anew; companies may have got other parents. */
    void rebuild() {
        reports.untieAll();
        for (ReportTable.Told told : reports.all()) {
            near.add(told);
            reports.tie(resolver.ties(told.coverage()));
        }
        before.putAll(deals.allAssigned());
        before.keySet().forEach(report -> knownArticles.add(report.articleId()));
        Set<String> orphans = new HashSet<>(deals.ids());
        orphans.removeAll(Set.copyOf(before.values()));
        orphans.forEach(id -> deals.remove(id, null));
        store(resolver.resolveReports(near.coverage()), knownArticles);
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
