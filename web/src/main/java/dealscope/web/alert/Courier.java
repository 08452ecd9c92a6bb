package dealscope.web.alert;

import dealscope.alert.Alert;
import dealscope.alert.AlertEvent;
import dealscope.alert.Delivery;
import dealscope.alert.Delivery.Channel;
import dealscope.alert.Delivery.State;
import dealscope.fetch.HttpPost;
import dealscope.store.AlertStore;
import dealscope.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what alerts have to tell: each delivery until the receiver takes it, at least once, in no certain order. What
 * waits is in the store, so the end of the program ends nothing. {@link #run} delivers what is due; {@link #start} has
 * that done all the time.
 */
public final class Courier implements AutoCloseable {
    /** Longer than any attempt takes; then a delivery that was begun and not ended is due again. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int AT_ONCE = 8;
    private static final int BATCH = 64;
    private static final long BREATH_MILLIS = 1_000;
    private static final long UPKEEP_EVERY = 3_600;

    private final AlertStore alerts;
    private final Webhook webhook;
    private final @Nullable Mailer mailer;
    private final String site;
    private final InstantSource clock;
    private final ExecutorService senders = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("deliver-", 0).daemon().factory());
    private volatile boolean closed;
    private @Nullable Thread background;

    /**
     * @param mailer null when no mail server is set
     * @param site address of this site, without a last slash
     */
    public Courier(Store store, HttpPost post, @Nullable Mailer mailer, String site, InstantSource clock) {
        this.alerts = store.alerts();
        this.webhook = new Webhook(post);
        this.mailer = mailer;
        this.site = site;
        this.clock = clock;
    }

    /** Whether mail can be sent at all. */
    boolean mails() {
        return mailer != null;
    }

    /** Delivers in the background from now on. */
    public synchronized void start() {
        if (background == null) {
            background = Thread.ofPlatform().name("courier").daemon().start(this::work);
        }
    }

    private void work() {
        for (long round = 0; !closed; round++) {
            try {
                if (round % UPKEEP_EVERY == 0) {
                    alerts.purge();
                }
                run();
            } catch (RuntimeException | StackOverflowError e) {
                if (!closed) {
                    LOG.error("alerts could not be delivered; they are tried again", e);
                }
            }
            try {
                Thread.sleep(BREATH_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /**
     * Tries everything that is due, once.
     *
     * @return how many deliveries were taken by their receivers
     */
    public int run() {
        int taken = 0;
        List<Delivery> due = alerts.take(BATCH, LEASE);
        while (!due.isEmpty() && !closed) {
            taken += deliver(due);
            due = due.size() < BATCH ? List.of() : alerts.take(BATCH, LEASE);
        }
        return taken;
    }

    private int deliver(List<Delivery> due) {
        List<Future<Boolean>> sent = new ArrayList<>();
        for (Delivery each : due) {
            sent.add(senders.submit(() -> deliver(each)));
        }
        int taken = 0;
        for (Future<Boolean> each : sent) {
            try {
                taken += each.get() ? 1 : 0;
            } catch (ExecutionException e) {
                LOG.error("a delivery failed in a way that nobody foresaw; it is tried again", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return taken;
            }
        }
        return taken;
    }

    private boolean deliver(Delivery delivery) {
        Alert alert = alerts.byId(delivery.alertId()).orElse(null);
        if (alert == null) {
            return false; // removed a moment ago; it is due again when that is undone
        }
        Instant at = clock.instant();
        Delivery after = after(delivery, attempt(alert, delivery, at), at);
        alerts.tried(after);
        if (after.state() == State.FAILED) {
            LOG.warn("The alert {} could not be delivered ({}): {}", alert.id(), after.channel(), after.reason());
        }
        return after.state() == State.SENT;
    }

    private Attempt attempt(Alert alert, Delivery delivery, Instant at) {
        List<AlertEvent> events = alerts.eventsOf(delivery);
        if (events.isEmpty()) {
            return Attempt.failed(0, "What was to be told is no longer stored.", true);
        }
        return switch (delivery.channel()) {
            case WEBHOOK -> post(alert, EventJson.of(alert, events.getFirst(), site), at);
            case EMAIL -> {
                Mailer by = mailer;
                String to = alert.email();
                yield by == null || to == null ? nowhere(by) : by.send(alert, to, delivery.id(), events, at);
            }
        };
    }

    private Attempt post(Alert alert, EventJson event, Instant at) {
        String url = alert.webhook();
        String secret = alerts.secret(alert.id());
        return url == null || secret == null
                ? Attempt.failed(0, "The alert has no webhook any more.", true)
                : webhook.send(url, secret, event, at);
    }

    private static Attempt nowhere(@Nullable Mailer mailer) {
        return mailer == null
                ? Attempt.failed(0, "No mail server is set; see the setting smtp-host.", false)
                : Attempt.failed(0, "The alert has no e-mail address any more.", true);
    }

    private static Delivery after(Delivery before, Attempt attempt, Instant at) {
        int tries = before.tries() + 1;
        State state = State.SENT;
        Instant next = null;
        if (attempt.reason() != null) {
            Duration pause = attempt.lasting() ? null : Backoff.after(tries, before.id());
            state = pause == null ? State.FAILED : State.WAITING;
            next = pause == null ? null : later(at.plus(pause), attempt.retryAfter());
        }
        return new Delivery(
                before.id(),
                before.alertId(),
                before.channel(),
                before.eventIds(),
                state,
                tries,
                next,
                before.created(),
                at,
                attempt.status(),
                attempt.reason());
    }

    private static Instant later(Instant planned, @Nullable Instant asked) {
        return asked != null && asked.isAfter(planned) ? asked : planned;
    }

    /** Sends a test by each of the alert's ways, at once, and stores what came of it. */
    List<Delivery> test(Alert alert) {
        List<Delivery> done = new ArrayList<>();
        Instant at = clock.instant();
        if (alert.webhook() != null) {
            String id = testId();
            done.add(tested(alert, id, Channel.WEBHOOK, post(alert, EventJson.test(alert, id, at), at), at));
        }
        String to = alert.email();
        if (to != null) {
            String id = testId();
            Mailer by = mailer;
            done.add(tested(alert, id, Channel.EMAIL, by == null ? nowhere(null) : by.test(alert, to, id, at), at));
        }
        done.forEach(alerts::keep);
        return done;
    }

    private static Delivery tested(Alert alert, String id, Channel channel, Attempt attempt, Instant at) {
        State state = attempt.reason() == null ? State.SENT : State.FAILED;
        return new Delivery(
                id, alert.id(), channel, List.of(), state, 1, null, at, at, attempt.status(), attempt.reason());
    }

    private static String testId() {
        return "t-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    @Override
    public void close() {
        closed = true;
        Thread worker;
        synchronized (this) {
            worker = background;
        }
        if (worker != null) {
            worker.interrupt();
        }
        senders.shutdownNow();
        try {
            if (!senders.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("a delivery did not end in time; it is tried again next time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
