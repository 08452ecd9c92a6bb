package dealscope.store;

import static dealscope.store.Column.flag;
import static dealscope.store.Column.millis;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.ledger.ReportId;
import dealscope.ledger.ResolvedDeal;
import dealscope.ledger.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Deals as whole records, with the columns and rows that questions need, and the ids they had formerly. */
final class DealTable {
    private static final String ASSIGNED = "select article_id, ordinal, deal_id from deal_report";
    /** Articles that one statement asks for. */
    private static final int PAGE = 500;

    private final Handle handle;
    private final ChangeLog changes;

    DealTable(Handle handle) {
        this.handle = handle;
        this.changes = new ChangeLog(handle);
    }

    Optional<Deal> byId(String id) {
        Optional<Deal> deal = current(id);
        return deal.isPresent()
                ? deal
                : handle.createQuery("select deal_id from deal_alias where former_id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne()
                        .flatMap(this::current);
    }

    private Optional<Deal> current(String id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** The deals to which those of these ids lead that are former ones. */
    Map<String, String> successors(List<String> ids) {
        Map<String, String> successors = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("select former_id, deal_id from deal_alias where former_id in (<ids>)")
                    .bindList("ids", ids)
                    .map((row, context) -> Map.entry(row.getString("former_id"), row.getString("deal_id")))
                    .forEach(each -> successors.put(each.getKey(), each.getValue()));
        }
        return successors;
    }

    Map<String, Deal> byIds(List<String> ids) {
        Map<String, Deal> deals = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("select body from deal where id in (<ids>)")
                    .bindList("ids", ids)
                    .map((row, context) -> Json.read(row.getString("body"), Deal.class))
                    .forEach(deal -> deals.put(deal.id(), deal));
        }
        return deals;
    }

    /** The next deals in order of id after {@code id}. */
    List<Deal> after(String id, int limit) {
        return handle.createQuery("select body from deal where id > :id and hidden = 0 order by id limit :limit")
                .bind("id", id)
                .bind("limit", limit)
                .map((row, context) -> Json.read(row.getString("body"), Deal.class))
                .list();
    }

    List<Deal> ofCompany(String companyId) {
        return handle.createQuery("""
                        select body from deal
                        where hidden = 0 and id in (select deal_id from deal_party where company_id = :id)
                        order by reported desc nulls last, id""")
                .bind("id", companyId)
                .map((row, context) -> Json.read(row.getString("body"), Deal.class))
                .list();
    }

    /** Ids of those that are in lists. */
    List<String> shownIds() {
        return handle.createQuery("select id from deal where hidden = 0")
                .mapTo(String.class)
                .list();
    }

    List<String> ids() {
        return handle.createQuery("select id from deal").mapTo(String.class).list();
    }

    /** Ids of the deals that these articles tell of, by article. */
    Map<String, List<String>> idsByArticle(List<String> articleIds) {
        Map<String, Set<String>> ids = new TreeMap<>();
        assignedOf(articleIds)
                .forEach((report, deal) -> ids.computeIfAbsent(report.articleId(), article -> new TreeSet<>())
                        .add(deal));
        Map<String, List<String>> lists = new HashMap<>();
        ids.forEach((article, deals) -> lists.put(article, List.copyOf(deals)));
        return lists;
    }

    /** The deal that each of these articles' reports is part of. */
    Map<ReportId, String> assignedOf(List<String> articleIds) {
        Map<ReportId, String> assigned = new HashMap<>();
        for (int from = 0; from < articleIds.size(); from += PAGE) {
            List<String> page = articleIds.subList(from, Math.min(articleIds.size(), from + PAGE));
            assigned.putAll(assigned(handle.createQuery(ASSIGNED + " where article_id in (<ids>)")
                    .bindList("ids", page)));
        }
        return assigned;
    }

    /** The reports that the deal with this id is made of. */
    Map<ReportId, String> reportsOf(String dealId) {
        return assigned(handle.createQuery(ASSIGNED + " where deal_id = :id").bind("id", dealId));
    }

    Map<ReportId, String> allAssigned() {
        return assigned(handle.createQuery(ASSIGNED));
    }

    private static Map<ReportId, String> assigned(Query query) {
        Map<ReportId, String> assigned = new HashMap<>();
        query.map((row, context) -> Map.entry(
                        new ReportId(row.getString("article_id"), row.getInt("ordinal")), row.getString("deal_id")))
                .forEach(pair -> assigned.put(pair.getKey(), pair.getValue()));
        return assigned;
    }

    /** Stores the deal unless it is there just so. */
    void save(ResolvedDeal resolved) {
        Deal deal = resolved.deal();
        String body = Json.write(deal);
        boolean same = handle.createQuery("select body from deal where id = :id")
                .bind("id", deal.id())
                .mapTo(String.class)
                .findOne()
                .filter(body::equals)
                .isPresent();
        if (!same) {
            write(deal, body);
            saveParties(deal);
        }
        saveReports(resolved);
    }

    private void write(Deal deal, String body) {
        Tally tally = Tally.of(deal);
        changes.exists(deal.id());
        handle.createUpdate("delete from deal_alias where former_id = :id")
                .bind("id", deal.id())
                .execute();
        handle.createUpdate("""
                        insert into deal (id, type, status, reported, day, hidden, tally, usd_cents, claims, background,
                          body, seq)
                        values (:id, :type, :status, :reported, :day, :hidden, :tally, :cents, :claims, :background,
                          :body, :seq)
                        on conflict (id) do update set type = excluded.type, status = excluded.status,
                          reported = excluded.reported, day = excluded.day, hidden = excluded.hidden,
                          tally = excluded.tally, usd_cents = excluded.usd_cents, claims = excluded.claims,
                          background = excluded.background, body = excluded.body, seq = excluded.seq""")
                .bind("id", deal.id())
                .bind("type", deal.type().label())
                .bind("status", deal.status().label())
                .bind("reported", millis(deal.reported()))
                .bind("day", day(deal))
                .bind("hidden", flag(deal.hidden()))
                .bind("tally", tally.reason().label())
                .bind("cents", cents(tally))
                .bind("claims", deal.claims().size())
                .bind("background", flag(deal.background()))
                .bind("body", body)
                .bind("seq", changes.next())
                .execute();
    }

    private void saveParties(Deal deal) {
        handle.createUpdate("delete from deal_party where deal_id = :id")
                .bind("id", deal.id())
                .execute();
        boolean partnership = deal.type() == DealType.PARTNERSHIP;
        deal.payer().forEach(company -> saveParty(deal.id(), company, partnership ? "party" : "payer"));
        deal.payee().forEach(company -> saveParty(deal.id(), company, partnership ? "party" : "payee"));
    }

    private void saveParty(String dealId, Company company, String side) {
        handle.createUpdate("""
                        insert into deal_party (deal_id, company_id, side, name) values (:dealId, :id, :side, :name)
                        on conflict do nothing""")
                .bind("dealId", dealId)
                .bind("id", company.id())
                .bind("side", side)
                .bind("name", company.name())
                .execute();
    }

    private void saveReports(ResolvedDeal resolved) {
        if (reportsOf(resolved.deal().id()).keySet().equals(resolved.reports())) {
            return;
        }
        handle.createUpdate("delete from deal_report where deal_id = :id")
                .bind("id", resolved.deal().id())
                .execute();
        for (ReportId report : resolved.reports()) {
            handle.createUpdate("""
                            insert into deal_report (article_id, ordinal, deal_id) values (:article, :ordinal, :deal)
                            on conflict (article_id, ordinal) do update set deal_id = excluded.deal_id""")
                    .bind("article", report.articleId())
                    .bind("ordinal", report.ordinal())
                    .bind("deal", resolved.deal().id())
                    .execute();
        }
    }

    /** Removes a deal; its id, and those that led to it, lead to the successor from now on. */
    void remove(String id, @Nullable String successor) {
        handle.createUpdate("delete from deal where id = :id").bind("id", id).execute();
        changes.removed(id);
        if (successor == null) {
            handle.createUpdate("delete from deal_alias where deal_id = :id")
                    .bind("id", id)
                    .execute();
            return;
        }
        handle.createUpdate("update deal_alias set deal_id = :successor where deal_id = :id")
                .bind("id", id)
                .bind("successor", successor)
                .execute();
        handle.createUpdate("""
                        insert into deal_alias (former_id, deal_id) values (:id, :successor)
                        on conflict (former_id) do update set deal_id = excluded.deal_id""").bind("id", id).bind("successor", successor).execute();
    }

    private static @Nullable Long day(Deal deal) {
        LocalDate announced = deal.announced();
        return announced == null
                ? millis(deal.reported() == null ? deal.firstSeen() : deal.reported())
                : millis(announced.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static @Nullable Long cents(Tally tally) {
        BigDecimal usd = tally.usd();
        return usd == null
                ? null
                : usd.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
