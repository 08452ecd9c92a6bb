package dealscope.store;

import dealscope.store.Store.CompanySummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Companies as the deals name them. */
final class CompanyTable {
    private static final String SUMMARY = """
            select p.company_id, max(p.name) as name, count(distinct p.deal_id) as deals,
              sum(case when p.side = 'payer' then 1 else 0 end) as payer,
              sum(case when p.side = 'payee' then 1 else 0 end) as payee,
              sum(case when p.side = 'payee' and d.tally = 'counted' then coalesce(d.usd_cents, 0) else 0 end) as cents_in,
              sum(case when p.side = 'payer' and d.tally = 'counted' then coalesce(d.usd_cents, 0) else 0 end) as cents_out
            from deal_party p join deal d on d.id = p.deal_id and d.hidden = 0
            """;

    private final Handle handle;

    CompanyTable(Handle handle) {
        this.handle = handle;
    }

    List<CompanySummary> all() {
        return summaries(handle.createQuery(SUMMARY + "group by p.company_id order by deals desc, p.company_id"));
    }

    Optional<CompanySummary> byId(String id) {
        return summaries(handle.createQuery(SUMMARY + "where p.company_id = :id group by p.company_id")
                        .bind("id", id))
                .stream()
                .findFirst();
    }

    /** The name of each company by its id. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        handle.createQuery("select company_id, max(name) as name from deal_party group by company_id")
                .map((row, context) -> Map.entry(row.getString("company_id"), row.getString("name")))
                .forEach(pair -> names.put(pair.getKey(), pair.getValue()));
        return names;
    }

    private static List<CompanySummary> summaries(Query query) {
        return query.map((row, context) -> new CompanySummary(
                        row.getString("company_id"),
                        row.getString("name"),
                        row.getInt("deals"),
                        row.getInt("payer"),
                        row.getInt("payee"),
                        row.getDouble("cents_in") / 100,
                        row.getDouble("cents_out") / 100))
                .list();
    }
}
