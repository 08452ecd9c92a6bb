package dealscope.store;

import dealscope.deal.Deal;
import dealscope.deal.Report;
import dealscope.ledger.Coverage;
import dealscope.ledger.ReportId;
import dealscope.ledger.Resolver;
import dealscope.ledger.Rewind;
import dealscope.ledger.correction.Correction;
import dealscope.ledger.correction.Corrections;
import dealscope.ledger.correction.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Deals as they were known at a former time: from the articles published by then, in the words that they had then, with
 * the corrections made by then. An article without a date was known when it was read. Which reports are of one deal is
 * taken from today: what we know better now about that only helps.
 *
 * <p>Costs what the deals' own reports cost to read, however large the store is.
 */
final class PastDeals {
    private final DealTable deals;
    private final ReportTable reports;
    private final RevisionTable revisions;
    private final Resolver resolver;
    private final AnchorPlaces places;
    private final Corrections corrections;
    private final Instant until;
    private final Map<String, Boolean> known = new HashMap<>();

    /** @param until the first moment that was not known yet */
    PastDeals(Handle handle, LedgerRules rules, Instant until) {
        this.deals = new DealTable(handle);
        this.reports = new ReportTable(handle);
        this.revisions = new RevisionTable(handle);
        this.resolver = rules.at(handle);
        this.places = new AnchorPlaces(handle, rules.corrections(handle));
        this.corrections = Corrections.of(rules.log(handle).stream()
                .filter(correction -> correction.at().isBefore(until))
                .toList());
        this.until = until;
    }

    /** Those that were known, and not hidden, in the order of {@code ids}. */
    List<Deal> of(List<String> ids) {
        Map<String, Deal> now = deals.byIds(ids);
        List<Deal> then = new ArrayList<>();
        for (String id : ids) {
            Deal deal = now.get(id);
            Deal recalled = deal == null ? null : recall(deal);
            if (recalled != null && !recalled.hidden()) {
                then.add(recalled);
            }
        }
        return then;
    }

    /** Null when nobody had told of it. */
    @Nullable
    Deal recall(Deal now) {
        List<Coverage> coverage = known(reports.ofDeal(now.id()));
        known.put(now.id(), !coverage.isEmpty());
        return coverage.isEmpty() ? null : resolver.recall(now, coverage, made(coverage), this::isKnown);
    }

    private boolean isKnown(String dealId) {
        return known.computeIfAbsent(
                dealId, id -> reports.ofDeal(id).stream().anyMatch(told -> isKnown(told.coverage())));
    }

    private boolean isKnown(Coverage article) {
        Instant published = article.published();
        return (published == null ? article.seen() : published).isBefore(until);
    }

    private List<Coverage> known(List<ReportTable.Told> told) {
        List<ReportTable.Told> early =
                told.stream().filter(each -> isKnown(each.coverage())).toList();
        Map<String, List<ClaimEdit>> edits = new HashMap<>();
        revisions
                .edits(early.stream()
                        .map(each -> each.id().articleId())
                        .distinct()
                        .toList())
                .forEach(edit -> edits.computeIfAbsent(edit.articleId(), id -> new ArrayList<>())
                        .addFirst(edit));
        Map<String, List<Report>> byArticle = new LinkedHashMap<>();
        for (ReportTable.Told each : early) {
            Report report = each.report();
            for (ClaimEdit edit : edits.getOrDefault(each.id().articleId(), List.of())) {
                report = report == null || edit.seen().isBefore(until) ? report : Rewind.before(report, edit.changes());
            }
            if (report != null) {
                byArticle
                        .computeIfAbsent(each.id().articleId(), id -> new ArrayList<>())
                        .add(report);
            }
        }
        return early.stream()
                .map(ReportTable.Told::coverage)
                .filter(article -> byArticle.containsKey(article.articleId()))
                .map(article -> with(article, Objects.requireNonNull(byArticle.get(article.articleId()))))
                .distinct()
                .toList();
    }

    private static Coverage with(Coverage article, List<Report> reports) {
        return new Coverage(
                article.articleId(),
                article.publisher(),
                article.title(),
                article.url(),
                article.published(),
                article.seen(),
                article.story(),
                article.length(),
                article.sample(),
                reports);
    }

    /** The corrections that wrote into this deal by then. */
    private List<Correction> made(List<Coverage> coverage) {
        Set<ReportId> own = new HashSet<>();
        coverage.forEach(article ->
                article.reports().forEach(report -> own.add(new ReportId(article.articleId(), report.ordinal()))));
        return corrections.anchoredIn(coverage.stream().map(Coverage::articleId).toList()).stream()
                .filter(correction -> !(correction.decision() instanceof Decision.Merge)
                        && !(correction.decision() instanceof Decision.Split))
                .filter(correction -> correction.decision().targets().getFirst().stream()
                        .map(places)
                        .anyMatch(own::contains))
                .sorted((a, b) -> a.at().compareTo(b.at()))
                .toList();
    }
}
