package dealscope.store;

import static dealscope.store.Column.flag;
import static dealscope.store.Column.millis;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.deal.Money;
import dealscope.deal.Status;
import dealscope.deal.Term;
import dealscope.ledger.ReportId;
import dealscope.ledger.ResolvedDeal;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
    /** Above this an amount is an error of reading and is left out of sums; cents of it still fit a bigint. */
    private static final BigDecimal LARGEST_USD = new BigDecimal("50000000000000");

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
        return handle.createQuery("select body from deal where id > :id order by id limit :limit")
                .bind("id", id)
                .bind("limit", limit)
                .map((row, context) -> Json.read(row.getString("body"), Deal.class))
                .list();
    }

    List<Deal> ofCompany(String companyId) {
        return handle.createQuery("""
                        select body from deal
                        where id in (select deal_id from deal_party where company_id = :id)
                        order by reported desc nulls last, id""")
                .bind("id", companyId)
                .map((row, context) -> Json.read(row.getString("body"), Deal.class))
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
        changes.exists(deal.id());
        handle.createUpdate("delete from deal_alias where former_id = :id")
                .bind("id", deal.id())
                .execute();
        handle.createUpdate("""
                        insert into deal (id, type, reported, total_cents, claims, background, body, seq)
                        values (:id, :type, :reported, :cents, :claims, :background, :body, :seq)
                        on conflict (id) do update set type = excluded.type, reported = excluded.reported,
                          total_cents = excluded.total_cents, claims = excluded.claims,
                          background = excluded.background, body = excluded.body, seq = excluded.seq""")
                .bind("id", deal.id())
                .bind("type", deal.type().label())
                .bind("reported", millis(deal.reported()))
                .bind("cents", totalCents(deal))
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

    /** What the deal adds to sums; null when it must not be counted or nobody knows the total. */
    static @Nullable Long totalCents(Deal deal) {
        Money value = deal.value();
        if (value == null
                || value.usd() == null
                || deal.status() == Status.CANCELLED
                || deal.background()
                || deal.excludeFromTotals()) {
            return null;
        }
        BigDecimal usd = total(value.usd(), value.per(), deal.term());
        if (usd == null || usd.signum() < 0 || usd.compareTo(LARGEST_USD) > 0) {
            return null;
        }
        return usd.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** A rate becomes a total when the contract's length is known. */
    private static @Nullable BigDecimal total(BigDecimal amount, @Nullable String per, @Nullable Term term) {
        if (per == null) {
            return amount;
        }
        Double years = term == null ? null : term.years();
        if (years == null || !(years > 0 && years < 100)) {
            return null;
        }
        return switch (per) {
            case "year" -> amount.multiply(BigDecimal.valueOf(years));
            case "month" -> amount.multiply(BigDecimal.valueOf(12 * years));
            default -> null;
        };
    }
}
