package dealscope.store;

import static dealscope.store.Column.clean;

import dealscope.alert.Alert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Saved queries, and how far deals were asked for them. */
final class AlertTable {
    private static final String KEPT = "select * from alert where removed is null";
    /** Alerts that one statement asks for. */
    private static final int PAGE = 500;

    private final Handle handle;

    AlertTable(Handle handle) {
        this.handle = handle;
    }

    List<Alert> all() {
        return handle.createQuery(KEPT + " order by created desc, id")
                .map((row, context) -> read(row))
                .list();
    }

    List<Alert> active() {
        return handle.createQuery(KEPT + " and paused = 0 order by id")
                .map((row, context) -> read(row))
                .list();
    }

    int count() {
        return handle.createQuery("select count(*) from alert where removed is null")
                .mapTo(Integer.class)
                .one();
    }

    Optional<Alert> byId(String id) {
        return handle.createQuery(KEPT + " and id = :id")
                .bind("id", clean(id))
                .map((row, context) -> read(row))
                .findOne();
    }

    Map<String, Alert> byIds(List<String> ids) {
        Map<String, Alert> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += PAGE) {
            handle.createQuery(KEPT + " and id in (<ids>)")
                    .bindList("ids", ids.subList(from, Math.min(ids.size(), from + PAGE)))
                    .map((row, context) -> read(row))
                    .forEach(alert -> found.put(alert.id(), alert));
        }
        return found;
    }

    @Nullable
    String secret(String id) {
        return handle.createQuery("select secret from alert where id = :id and secret is not null")
                .bind("id", clean(id))
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    /** @param secret replaces the one that is there unless it is null */
    void save(Alert alert, @Nullable String secret) {
        handle.createUpdate("""
                        insert into alert (id, name, query, background, webhook, secret, email, paused, created)
                        values (:id, :name, :query, :background, :webhook, :secret, :email, :paused, :created)
                        on conflict (id) do update set name = excluded.name, query = excluded.query,
                          background = excluded.background, webhook = excluded.webhook,
                          secret = coalesce(excluded.secret, alert.secret), email = excluded.email,
                          paused = excluded.paused""")
                .bind("id", alert.id())
                .bind("name", clean(alert.name()))
                .bind("query", clean(alert.query()))
                .bind("background", Column.flag(alert.background()))
                .bind("webhook", clean(alert.webhook()))
                .bind("secret", secret)
                .bind("email", clean(alert.email()))
                .bind("paused", Column.flag(alert.paused()))
                .bind("created", Column.millis(alert.created()))
                .execute();
        revised();
    }

    boolean remove(String id, Instant at) {
        int removed = handle.createUpdate("update alert set removed = :at where id = :id and removed is null")
                .bind("at", Column.millis(at))
                .bind("id", clean(id))
                .execute();
        revised();
        return removed > 0;
    }

    boolean restore(String id) {
        int restored = handle.createUpdate("update alert set removed = null where id = :id and removed is not null")
                .bind("id", clean(id))
                .execute();
        revised();
        return restored > 0;
    }

    /** Forgets those that were removed before {@code before}, with all that they told. */
    void purge(Instant before) {
        handle.createUpdate("delete from alert where removed < :before")
                .bind("before", Column.millis(before))
                .execute();
    }

    private void revised() {
        handle.execute("update alert_progress set revision = revision + 1 where id = 1");
    }

    /** @param seq the last change of which deals were asked; @param revision of the alerts */
    record Progress(long seq, long revision) {}

    Progress progress() {
        return handle.createQuery("select seq, revision from alert_progress where id = 1")
                .map((row, context) -> new Progress(row.getLong("seq"), row.getLong("revision")))
                .one();
    }

    /** False when somebody else went on from {@code from}. */
    boolean goOn(long from, long to) {
        return handle.createUpdate("update alert_progress set seq = :to where id = 1 and seq = :from")
                        .bind("to", to)
                        .bind("from", from)
                        .execute()
                == 1;
    }

    private static Alert read(ResultSet row) throws SQLException {
        return new Alert(
                row.getString("id"),
                row.getString("name"),
                row.getString("query"),
                Column.flag(row, "background"),
                row.getString("webhook"),
                row.getString("email"),
                Column.flag(row, "paused"),
                Column.requiredInstant(row, "created"));
    }
}
