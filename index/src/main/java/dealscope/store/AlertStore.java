package dealscope.store;

import dealscope.alert.Alert;
import dealscope.alert.AlertEvent;
import dealscope.alert.Delivery;
import dealscope.alert.Delivery.Channel;
import dealscope.alert.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The store's part about alerts; {@link Store#alerts}. Promises what the store promises. What an alert has to tell, and
 * how far that was delivered, is stored in the transaction that notes how far deals were asked, so no end of the program
 * loses or repeats any of it.
 */
public final class AlertStore {
    /** How long a removed alert can be brought back. */
    public static final Duration UNDO = FeedLog.UNDO;
    /** Events of one mail; more go into the next. */
    public static final int MOST_IN_MAIL = 100;
    /** A mail waits so long for more news to go with it. */
    public static final Duration MAIL_WAIT = Duration.ofSeconds(60);

    /** Far above what people save, and what matching was measured with. */
    static final int MOST_ALERTS = 20_000;

    private static final Duration DELIVERIES_KEPT = Duration.ofDays(30);
    private static final Duration EVENTS_KEPT = Duration.ofDays(365);

    private final Database database;
    private final InstantSource clock;

    AlertStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    // -- alerts ----------------------------------------------------------------------------------------------------

    /** All, the youngest first. */
    public List<Alert> all() {
        return database.read(handle -> new AlertTable(handle).all());
    }

    public Optional<Alert> byId(String id) {
        return database.read(handle -> new AlertTable(handle).byId(id));
    }

    /** Those that are not paused, and the number of their revision, which grows with every change of any. */
    public Active active() {
        return database.read(handle -> {
            AlertTable table = new AlertTable(handle);
            return new Active(table.progress().revision(), table.active());
        });
    }

    public record Active(long revision, List<Alert> alerts) {}

    /** The revision of {@link #active} alone. */
    public long revision() {
        return database.read(handle -> new AlertTable(handle).progress().revision());
    }

    /** What signs the alert's webhook; null when it has none. */
    public @Nullable String secret(String alertId) {
        return database.read(handle -> new AlertTable(handle).secret(alertId));
    }

    /**
     * Stores an alert, new or changed.
     *
     * @param secret replaces the one that is there unless it is null
     * @return false when there are too many
     */
    public boolean save(Alert alert, @Nullable String secret) {
        return database.write(handle -> {
            AlertTable table = new AlertTable(handle);
            if (table.byId(alert.id()).isEmpty() && table.count() >= MOST_ALERTS) {
                return false;
            }
            table.save(alert, secret);
            return true;
        });
    }

    /** Removes an alert; {@link #restore} brings it back as it was, for {@link #UNDO}. */
    public boolean remove(String id) {
        return database.write(handle -> new AlertTable(handle).remove(id, clock.instant()));
    }

    public boolean restore(String id) {
        return database.write(handle -> new AlertTable(handle).restore(id));
    }

    // -- news ------------------------------------------------------------------------------------------------------

    /** Deals that changed since {@link #note} was called last, at most {@code limit} and few more, in order. */
    public Pending pending(int limit) {
        return database.read(handle -> new NewsReader(handle).pending(limit));
    }

    /**
     * @param from the change up to which deals were asked
     * @param to the change up to which these are all
     */
    public record Pending(long from, long to, List<DealNews> news) {}

    /**
     * Notes that all of these deals were asked for alerts, and what came of it.
     *
     * @return false when another process was first; then nothing is noted
     */
    public boolean note(Pending pending, List<AlertEvent> events) {
        if (pending.from() == pending.to()) {
            return true;
        }
        return database.write(handle -> {
            if (!new AlertTable(handle).goOn(pending.from(), pending.to())) {
                return false;
            }
            pending.news().forEach(news -> remember(handle, news));
            plan(handle, events);
            return true;
        });
    }

    private static void remember(Handle handle, DealNews news) {
        ToldTable told = new ToldTable(handle);
        if (news.now() != null) {
            DealNews.Known known = DealNews.Known.of(news.now());
            if (!known.equals(news.known())) {
                told.save(news.id(), known);
            }
        } else if (!news.moved() && news.known() != null) {
            told.remove(news.id());
        }
        news.former().keySet().forEach(told::remove);
    }

    private static void plan(Handle handle, List<AlertEvent> events) {
        Map<String, Alert> alerts = new AlertTable(handle)
                .byIds(events.stream().map(AlertEvent::alertId).distinct().toList());
        List<AlertEvent> told = events.stream()
                .filter(event -> alerts.containsKey(event.alertId()))
                .toList();
        new AlertEventTable(handle).addAll(told);
        for (AlertEvent event : told) {
            plan(handle, Objects.requireNonNull(alerts.get(event.alertId())), event);
        }
    }

    private static void plan(Handle handle, Alert alert, AlertEvent event) {
        DeliveryTable deliveries = new DeliveryTable(handle);
        if (alert.webhook() != null) {
            deliveries.add(waiting(event, Channel.WEBHOOK, event.at()));
        }
        if (alert.email() != null) {
            deliveries
                    .openMail(alert.id(), MOST_IN_MAIL)
                    .ifPresentOrElse(
                            mail -> deliveries.addEvent(mail, event.id()),
                            () -> deliveries.add(
                                    waiting(event, Channel.EMAIL, event.at().plus(MAIL_WAIT))));
        }
    }

    private static Delivery waiting(AlertEvent event, Channel channel, Instant due) {
        String id = event.id() + (channel == Channel.WEBHOOK ? "-w" : "-m");
        List<String> events = List.of(event.id());
        return new Delivery(id, event.alertId(), channel, events, State.WAITING, 0, due, event.at(), null, 0, null);
    }

    /** What an alert told, the last first. */
    public List<AlertEvent> events(String alertId, int limit) {
        return database.read(handle -> new AlertEventTable(handle).ofAlert(alertId, limit));
    }

    // -- deliveries ------------------------------------------------------------------------------------------------

    /**
     * Takes deliveries that are due, those that waited longest first. They are not due again before {@code lease} is over,
     * so that nobody else tries them at the same time; {@link #tried} says what came of each.
     */
    public List<Delivery> take(int limit, Duration lease) {
        Instant now = clock.instant();
        if (database.read(handle -> new DeliveryTable(handle).due(now, 1)).isEmpty()) {
            return List.of();
        }
        return database.write(handle -> {
            DeliveryTable table = new DeliveryTable(handle);
            List<Delivery> due = table.due(now, limit);
            due.forEach(each -> table.lease(each.id(), now, now.plus(lease)));
            return due;
        });
    }

    /** Makes mails due that wait for more to go with them: nothing more comes. */
    public void closeMails() {
        database.write(handle -> {
            new DeliveryTable(handle).closeMails(clock.instant());
            return true;
        });
    }

    /** The events of a delivery, oldest first. */
    public List<AlertEvent> eventsOf(Delivery delivery) {
        return database.read(handle -> new AlertEventTable(handle).byIds(delivery.eventIds()));
    }

    /** Stores how a delivery stands after an attempt. */
    public void tried(Delivery after) {
        database.write(handle -> {
            new DeliveryTable(handle).tried(after);
            return true;
        });
    }

    /** Stores a delivery that was made outside the order: a test. */
    public void keep(Delivery done) {
        database.write(handle -> {
            new DeliveryTable(handle).add(done);
            return true;
        });
    }

    /** Deliveries of an alert, the last first. */
    public List<Delivery> deliveries(String alertId, int limit) {
        return database.read(handle -> new DeliveryTable(handle).ofAlert(alertId, limit));
    }

    /** Forgets what is too old to be asked for: removed alerts, deliveries that are done, events. */
    public void purge() {
        Instant now = clock.instant();
        database.write(handle -> {
            new AlertTable(handle).purge(now.minus(UNDO));
            new DeliveryTable(handle).purge(now.minus(DELIVERIES_KEPT));
            new AlertEventTable(handle).purge(now.minus(EVENTS_KEPT));
            return true;
        });
    }
}
