package dealscope.store;

import dealscope.alert.Delivery;
import dealscope.alert.Delivery.Channel;
import dealscope.alert.Delivery.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Deliveries of events, those that wait and those that are done. */
final class DeliveryTable {
    private final Handle handle;

    DeliveryTable(Handle handle) {
        this.handle = handle;
    }

    void add(Delivery delivery) {
        int added = handle.createUpdate("""
                        insert into alert_delivery (id, number, alert_id, channel, state, tries, next_try, created, tried,
                          status, reason)
                        select :id, coalesce(max(number), 0) + 1, :alert, :channel, :state, :tries, :next, :created,
                          :tried, :status, :reason from alert_delivery where true
                        on conflict (id) do nothing""")
                .bind("id", delivery.id())
                .bind("alert", delivery.alertId())
                .bind("channel", delivery.channel().label())
                .bind("state", delivery.state().label())
                .bind("tries", delivery.tries())
                .bind("next", Column.millis(delivery.next()))
                .bind("created", Column.millis(delivery.created()))
                .bind("tried", Column.millis(delivery.tried()))
                .bind("status", delivery.status())
                .bind("reason", Column.clean(delivery.reason()))
                .execute();
        if (added == 1) {
            delivery.eventIds().forEach(event -> addEvent(delivery.id(), event));
        }
    }

    void addEvent(String delivery, String event) {
        handle.createUpdate("""
                        insert into alert_delivery_event (delivery_id, event_id) values (:delivery, :event)
                        on conflict do nothing""").bind("delivery", delivery).bind("event", event).execute();
    }

    /** A mail of this alert that nobody tried to send yet and that holds fewer than {@code most} events. */
    Optional<String> openMail(String alertId, int most) {
        return handle.createQuery("""
                        select id from alert_delivery
                        where alert_id = :alert and channel = 'email' and state = 'waiting' and tries = 0
                          and tried is null
                          and (select count(*) from alert_delivery_event where delivery_id = id) between 1 and :most - 1
                        order by number desc limit 1""")
                .bind("alert", alertId)
                .bind("most", most)
                .mapTo(String.class)
                .findOne();
    }

    List<Delivery> due(Instant now, int limit) {
        return whole(handle.createQuery("""
                        select * from alert_delivery where next_try <= :now
                          and alert_id in (select id from alert where removed is null and paused = 0)
                        order by next_try, number limit :limit""")
                .bind("now", Column.millis(now))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    /** Keeps others from sending it while it is tried; when the program ends meanwhile, it is due again {@code until}. */
    void lease(String id, Instant now, Instant until) {
        handle.createUpdate("update alert_delivery set next_try = :until, tried = :now where id = :id")
                .bind("until", Column.millis(until))
                .bind("now", Column.millis(now))
                .bind("id", id)
                .execute();
    }

    /** Mails that wait for more to go with them wait no longer. */
    void closeMails(Instant now) {
        handle.createUpdate("""
                        update alert_delivery set next_try = :now
                        where channel = 'email' and tries = 0 and tried is null and next_try > :now""").bind("now", Column.millis(now)).execute();
    }

    void tried(Delivery after) {
        handle.createUpdate("""
                        update alert_delivery set state = :state, tries = :tries, next_try = :next, tried = :tried,
                          status = :status, reason = :reason where id = :id""")
                .bind("state", after.state().label())
                .bind("tries", after.tries())
                .bind("next", Column.millis(after.next()))
                .bind("tried", Column.millis(after.tried()))
                .bind("status", after.status())
                .bind("reason", Column.clean(after.reason()))
                .bind("id", after.id())
                .execute();
    }

    /** The last first. */
    List<Delivery> ofAlert(String alertId, int limit) {
        return whole(handle.createQuery("""
                        select * from alert_delivery where alert_id = :alert order by number desc limit :limit""")
                .bind("alert", Column.clean(alertId))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    /** Forgets what was done before {@code before}. */
    void purge(Instant before) {
        handle.createUpdate("delete from alert_delivery where next_try is null and created < :before")
                .bind("before", Column.millis(before))
                .execute();
    }

    private List<Delivery> whole(List<Delivery> bare) {
        Map<String, List<String>> events = new HashMap<>();
        if (!bare.isEmpty()) {
            handle.createQuery("""
                            select delivery_id, event_id from alert_delivery_event
                            join alert_event on alert_event.id = event_id
                            where delivery_id in (<ids>) order by alert_event.number""")
                    .bindList("ids", bare.stream().map(Delivery::id).toList())
                    .map((row, context) -> Map.entry(row.getString("delivery_id"), row.getString("event_id")))
                    .forEach(each -> events.computeIfAbsent(each.getKey(), id -> new ArrayList<>())
                            .add(each.getValue()));
        }
        return bare.stream()
                .map(each -> with(each, events.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Delivery with(Delivery bare, List<String> events) {
        return new Delivery(
                bare.id(),
                bare.alertId(),
                bare.channel(),
                events,
                bare.state(),
                bare.tries(),
                bare.next(),
                bare.created(),
                bare.tried(),
                bare.status(),
                bare.reason());
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getString("alert_id"),
                Channel.of(row.getString("channel")),
                List.of(),
                State.of(row.getString("state")),
                row.getInt("tries"),
                Column.instant(row, "next_try"),
                Column.requiredInstant(row, "created"),
                Column.instant(row, "tried"),
                row.getInt("status"),
                row.getString("reason"));
    }
}
