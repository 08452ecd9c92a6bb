package dealscope.watch;

import dealscope.alert.Alert;
import dealscope.alert.AlertEvent;
import dealscope.alert.AlertEvent.Kind;
import dealscope.alert.DealFacts;
import dealscope.deal.Deal;
import dealscope.index.SavedQueries;
import dealscope.store.DealNews;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What alerts tell of one deal:
 *
 * <ul>
 *   <li>of a deal that nobody had told of, all alerts that it matches say that it is new;
 *   <li>of a deal whose facts changed, all alerts that it matches say what changed; those that told of it and that it
 *       matches no more say that it left;
 *   <li>of a deal that another one became part of, the alerts that told of the other one say so;
 *   <li>of a deal that only has more articles now, the alerts that did not find it without them say that it matches now;
 *   <li>of a deal that is gone, the alerts that told of it say so.
 * </ul>
 */
final class Telling {
    private final Map<String, Alert> alerts;
    private final SavedQueries queries;
    private final long from;
    private final Instant at;

    /** @param from the change after which the news came: with alert and deal it makes an event's id */
    Telling(Map<String, Alert> alerts, SavedQueries queries, long from, Instant at) {
        this.alerts = alerts;
        this.queries = queries;
        this.from = from;
        this.at = at;
    }

    List<AlertEvent> of(DealNews news) {
        Map<String, String> told = told(news);
        DealNews.Known known = news.before();
        Deal deal = news.now();
        if (deal == null) {
            return known == null || news.moved() ? List.of() : gone(news, told, known.facts());
        }
        DealFacts after = DealFacts.of(deal);
        if (known == null) {
            return all(queries.matching(deal), Kind.NEW, news, Map.of(), null, after);
        }
        if (!known.facts().changesTo(after).isEmpty()) {
            return changed(news, told, known.facts(), after, queries.matching(deal));
        }
        boolean merged = news.former().size() + (news.known() == null ? 0 : 1) > 1;
        boolean grown = !known.articles().containsAll(DealNews.Known.of(deal).articles());
        return merged || grown ? joined(news, deal, known, told, after) : List.of();
    }

    /** Alerts that told of the deal, with the id under which they did; the present one before a former one. */
    private Map<String, String> told(DealNews news) {
        Map<String, String> told = new TreeMap<>();
        for (DealNews.Teller teller : news.tellers()) {
            if (alerts.containsKey(teller.alertId())) {
                told.merge(
                        teller.alertId(),
                        teller.dealId(),
                        (one, other) -> one.equals(news.id()) || !other.equals(news.id()) ? one : other);
            }
        }
        return told;
    }

    private List<AlertEvent> gone(DealNews news, Map<String, String> told, DealFacts before) {
        return all(told.keySet(), Kind.GONE, news, told, before, null);
    }

    private List<AlertEvent> changed(
            DealNews news, Map<String, String> told, DealFacts before, DealFacts after, Set<String> matching) {
        List<AlertEvent> events = all(matching, Kind.CHANGED, news, told, before, after);
        List<String> left =
                told.keySet().stream().filter(id -> !matching.contains(id)).toList();
        events.addAll(all(left, Kind.LEFT, news, told, before, after));
        return events;
    }

    private List<AlertEvent> joined(
            DealNews news, Deal deal, DealNews.Known known, Map<String, String> told, DealFacts after) {
        Set<String> telling = new LinkedHashSet<>();
        Set<String> untold = new LinkedHashSet<>();
        for (String id : queries.matching(deal)) {
            String under = told.get(id);
            if (under == null) {
                untold.add(id);
            } else if (!under.equals(news.id())) {
                telling.add(id);
            }
        }
        telling.addAll(untold);
        if (!untold.isEmpty()) {
            Set<String> articles = new HashSet<>(known.articles());
            news.former().values().forEach(former -> articles.addAll(former.articles()));
            untold.retainAll(queries.matching(toldBy(deal, articles), untold));
            telling.removeAll(untold); // it matched without the new articles
        }
        return all(telling, Kind.CHANGED, news, told, after, after);
    }

    /** The deal as far as these articles tell of it; its facts stay. */
    private static Deal toldBy(Deal deal, Set<String> articles) {
        return new Deal(
                deal.id(),
                deal.type(),
                deal.payer(),
                deal.payee(),
                deal.value(),
                deal.powerMw(),
                deal.hardware(),
                deal.term(),
                deal.site(),
                deal.equityStakePct(),
                deal.status(),
                deal.history(),
                deal.announced(),
                deal.reported(),
                deal.firstSeen(),
                deal.lastChanged(),
                deal.claims().stream()
                        .filter(claim -> articles.contains(claim.articleId()))
                        .toList(),
                deal.sources().stream()
                        .filter(source -> articles.contains(source.articleId()))
                        .toList(),
                deal.independent(),
                deal.copies(),
                deal.partOf(),
                deal.supersedes(),
                deal.possibleDuplicateOf(),
                deal.excludeFromTotals(),
                deal.background(),
                deal.confidence(),
                deal.conflicts(),
                deal.sample(),
                deal.hidden(),
                deal.corrections());
    }

    private List<AlertEvent> all(
            Iterable<String> alertIds,
            Kind kind,
            DealNews news,
            Map<String, String> told,
            @Nullable DealFacts before,
            @Nullable DealFacts after) {
        List<AlertEvent> events = new ArrayList<>();
        for (String alertId : alertIds) {
            if (alerts.containsKey(alertId)) {
                String under = told.get(alertId);
                String former = under == null || under.equals(news.id()) ? null : under;
                events.add(new AlertEvent(id(alertId, news.id()), alertId, kind, news.id(), former, at, before, after));
            }
        }
        return events;
    }

    private String id(String alertId, String dealId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((alertId + "\n" + dealId + "\n" + from).getBytes(StandardCharsets.UTF_8));
            return "e-" + HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
