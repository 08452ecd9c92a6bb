package dealscope.store;

import dealscope.alert.AlertEvent;
import dealscope.alert.DealFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What alerts told, in order. */
final class AlertEventTable {
    private final Handle handle;

    AlertEventTable(Handle handle) {
        this.handle = handle;
    }

    /** What of an event is stored as JSON. */
    record Body(
            @Nullable String formerId,
            @Nullable DealFacts before,
            @Nullable DealFacts after) {}

    /** Adds events in their order; those that are there already stay as they are. */
    void addAll(List<AlertEvent> events) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into alert_event (id, number, alert_id, deal_id, kind, at, body)
                values (:id, :number, :alert, :deal, :kind, :at, :body) on conflict (id) do nothing""");
        long number = last();
        AlertEvent former = null;
        String body = "";
        for (AlertEvent event : events) {
            body = former != null && sameBody(former, event) ? body : body(event);
            former = event;
            batch.bind("id", event.id())
                    .bind("number", ++number)
                    .bind("alert", event.alertId())
                    .bind("deal", event.dealId())
                    .bind("kind", event.kind().label())
                    .bind("at", Column.millis(event.at()))
                    .bind("body", body)
                    .add();
        }
        if (!events.isEmpty()) {
            batch.execute();
        }
    }

    private long last() {
        return handle.createQuery("select coalesce(max(number), 0) from alert_event")
                .mapTo(Long.class)
                .one();
    }

    /** The alerts tell of one deal one after another, from the same facts. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean sameBody(AlertEvent one, AlertEvent other) {
        return one.before() == other.before()
                && one.after() == other.after()
                && Objects.equals(one.formerId(), other.formerId());
    }

    private static String body(AlertEvent event) {
        return Json.write(new Body(event.formerId(), event.before(), event.after()));
    }

    /** The last first. */
    List<AlertEvent> ofAlert(String alertId, int limit) {
        return handle.createQuery("""
                        select * from alert_event where alert_id = :alert order by number desc limit :limit""")
                .bind("alert", Column.clean(alertId))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    /** In the order of {@code ids}. */
    List<AlertEvent> byIds(List<String> ids) {
        Map<String, AlertEvent> found = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("select * from alert_event where id in (<ids>)")
                    .bindList("ids", ids)
                    .map((row, context) -> read(row))
                    .forEach(event -> found.put(event.id(), event));
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Alerts whose last word on one of these deals was that it is there. */
    List<DealNews.Teller> tellers(List<String> dealIds) {
        return handle.createQuery("""
                        select alert_id, deal_id from alert_event as told
                        where deal_id in (<ids>) and kind in ('new', 'changed')
                          and number = (select max(number) from alert_event as other
                            where other.alert_id = told.alert_id and other.deal_id = told.deal_id)
                        order by alert_id, deal_id""")
                .bindList("ids", dealIds)
                .map((row, context) -> new DealNews.Teller(row.getString("alert_id"), row.getString("deal_id")))
                .list();
    }

    /** Forgets what was told before {@code before} and waits for no delivery. */
    void purge(Instant before) {
        handle.createUpdate("""
                        delete from alert_event where at < :before and id not in (
                          select event_id from alert_delivery_event
                          join alert_delivery on alert_delivery.id = delivery_id where next_try is not null)""").bind("before", Column.millis(before)).execute();
    }

    private static AlertEvent read(ResultSet row) throws SQLException {
        Body body = Json.read(row.getString("body"), Body.class);
        return new AlertEvent(
                row.getString("id"),
                row.getString("alert_id"),
                AlertEvent.Kind.of(row.getString("kind")),
                row.getString("deal_id"),
                body.formerId(),
                Column.requiredInstant(row, "at"),
                body.before(),
                body.after());
    }
}
