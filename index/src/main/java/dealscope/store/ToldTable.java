package dealscope.store;

import dealscope.alert.DealFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What was known of each deal when it was last asked for alerts. */
final class ToldTable {
    private final Handle handle;

    ToldTable(Handle handle) {
        this.handle = handle;
    }

    Map<String, DealNews.Known> byIds(List<String> ids) {
        Map<String, DealNews.Known> known = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("select deal_id, articles, facts from deal_told where deal_id in (<ids>)")
                    .bindList("ids", ids)
                    .map((row, context) -> Map.entry(
                            row.getString("deal_id"),
                            new DealNews.Known(
                                    Json.read(row.getString("facts"), DealFacts.class),
                                    List.of(Json.read(row.getString("articles"), String[].class)))))
                    .forEach(each -> known.put(each.getKey(), each.getValue()));
        }
        return known;
    }

    /** Former ids that lead to one of these deals now and were known by themselves, with that deal. */
    Map<String, String> formerOf(List<String> dealIds) {
        Map<String, String> former = new TreeMap<>();
        if (!dealIds.isEmpty()) {
            handle.createQuery("""
                            select former_id, deal_alias.deal_id from deal_alias
                            join deal_told on deal_told.deal_id = former_id
                            where deal_alias.deal_id in (<ids>)""")
                    .bindList("ids", dealIds)
                    .map((row, context) -> Map.entry(row.getString("former_id"), row.getString("deal_id")))
                    .forEach(each -> former.put(each.getKey(), each.getValue()));
        }
        return former;
    }

    void save(String dealId, DealNews.Known known) {
        handle.createUpdate("""
                        insert into deal_told (deal_id, articles, facts) values (:id, :articles, :facts)
                        on conflict (deal_id) do update set articles = excluded.articles, facts = excluded.facts""")
                .bind("id", dealId)
                .bind("articles", Json.write(known.articles()))
                .bind("facts", Json.write(known.facts()))
                .execute();
    }

    void remove(String dealId) {
        handle.createUpdate("delete from deal_told where deal_id = :id")
                .bind("id", dealId)
                .execute();
    }
}
