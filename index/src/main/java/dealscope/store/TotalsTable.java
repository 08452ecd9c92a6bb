package dealscope.store;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.deal.Status;
import dealscope.ledger.Loops.Payment;
import dealscope.ledger.Tally;
import dealscope.ledger.Totals;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Sums and payments from the columns of deals, without their records: all deals in some milliseconds. */
final class TotalsTable {
    private final Handle handle;

    TotalsTable(Handle handle) {
        this.handle = handle;
    }

    private record Row(
            String id, String type, String status, @Nullable Instant day, Tally tally) {}

    Totals all(LedgerStore.By by, Predicate<String> ids) {
        Map<String, Map<String, String>> parties =
                switch (by) {
                    case PAYER -> parties("payer");
                    case PAYEE -> parties("payee");
                    default -> Map.of();
                };
        Totals totals = new Totals();
        handle.createQuery("select id, type, status, day, tally, usd_cents from deal order by id")
                .map((row, context) -> row(row))
                .forEach(row -> {
                    if (ids.test(row.id())) {
                        totals.add(keys(row, by, parties), row.tally());
                    }
                });
        return totals;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("type"),
                row.getString("status"),
                Column.instant(row, "day"),
                tally(row));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        long cents = row.getLong("usd_cents");
        BigDecimal usd = row.wasNull() ? null : BigDecimal.valueOf(cents, 2).stripTrailingZeros();
        return new Tally(Tally.Reason.valueOf(row.getString("tally").toUpperCase(Locale.ROOT)), usd);
    }

    private Map<String, Map<String, String>> parties(String side) {
        Map<String, Map<String, String>> parties = new HashMap<>();
        handle.createQuery("select deal_id, company_id, name from deal_party where side = :side")
                .bind("side", side)
                .map((row, context) -> {
                    parties.computeIfAbsent(row.getString("deal_id"), deal -> new TreeMap<>())
                            .put(row.getString("company_id"), row.getString("name"));
                    return true;
                })
                .list();
        return parties;
    }

    private static Map<String, String> keys(Row row, LedgerStore.By by, Map<String, Map<String, String>> parties) {
        return switch (by) {
            case PAYER, PAYEE -> parties.getOrDefault(row.id(), Map.of("", "unnamed"));
            case TYPE -> one(row.type());
            case STATUS -> one(row.status());
            case QUARTER -> one(quarter(row.day()));
            case YEAR -> one(quarter(row.day()).replaceFirst("-.*", ""));
        };
    }

    /** The groups of a deal as it was on some day. */
    static Map<String, String> keys(Deal deal, LedgerStore.By by) {
        LocalDate announced = deal.announced();
        Instant day = announced == null
                ? (deal.reported() == null ? deal.firstSeen() : deal.reported())
                : announced.atStartOfDay(ZoneOffset.UTC).toInstant();
        boolean partnership = deal.type() == DealType.PARTNERSHIP;
        Row row = new Row(deal.id(), deal.type().label(), deal.status().label(), day, Tally.of(deal));
        List<Company> side = partnership ? List.of() : by == LedgerStore.By.PAYER ? deal.payer() : deal.payee();
        Map<String, String> named = new TreeMap<>();
        side.forEach(company -> named.put(company.id(), company.name()));
        return keys(row, by, named.isEmpty() ? Map.of() : Map.of(deal.id(), named));
    }

    private static Map<String, String> one(String key) {
        return Map.of(key, key);
    }

    private static String quarter(@Nullable Instant day) {
        if (day == null) {
            return "undated";
        }
        LocalDate date = day.atZone(ZoneOffset.UTC).toLocalDate();
        return date.getYear() + "-Q" + (date.getMonthValue() + 2) / 3;
    }

    /** Every payment of one house to another. @param root from a company to its house */
    List<Payment> payments(UnaryOperator<String> root, Function<String, @Nullable String> names) {
        return handle.createQuery("""
                        select d.id, d.tally, d.usd_cents, a.company_id as payer, a.name as payer_name,
                          b.company_id as payee, b.name as payee_name
                        from deal d
                          join deal_party a on a.deal_id = d.id and a.side = 'payer'
                          join deal_party b on b.deal_id = d.id and b.side = 'payee'
                        where d.hidden = 0 and d.status <> :cancelled
                        order by d.id, a.company_id, b.company_id""")
                .bind("cancelled", Status.CANCELLED.label())
                .map((row, context) -> {
                    Tally tally = tally(row);
                    return new Payment(
                            row.getString("id"),
                            house(row.getString("payer"), row.getString("payer_name"), root, names),
                            house(row.getString("payee"), row.getString("payee_name"), root, names),
                            tally.reason(),
                            tally.usd());
                })
                .list();
    }

    private static Company house(
            String id, String name, UnaryOperator<String> root, Function<String, @Nullable String> names) {
        String house = root.apply(id);
        String known = names.apply(house);
        return new Company(house, house.equals(id) || known == null ? name : known);
    }
}
