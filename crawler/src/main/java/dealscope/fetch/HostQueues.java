package dealscope.fetch;

import dealscope.crawler.HostPauses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Manners: at each host (by name, http and https alike; other ports count apart) one request at a time, in the order in
 * which they were wanted, with a pause between them; and a host that asked to be left alone is, also after a restart.
 * Besides, the number of documents held at once is bounded by places. Safe for many threads.
 */
final class HostQueues {
    private static final Logger LOG = LoggerFactory.getLogger(HostQueues.class);
    private static final Duration LONGEST_CRAWL_DELAY = Duration.ofSeconds(30);
    private static final int TIDY_ABOVE = 10_000;

    private final ConcurrentHashMap<String, HostQueue> queues = new ConcurrentHashMap<>();
    private final Semaphore places;
    private final Duration delay;
    private final Predicate<String> undelayed;
    private final HostPauses pauses;
    private final InstantSource clock;

    /**
     * @param undelayed hosts at which no delay is needed
     * @param pauses where it is kept who asked to be left alone
     */
    HostQueues(int places, Duration delay, Predicate<String> undelayed, HostPauses pauses, InstantSource clock) {
        this.places = new Semaphore(places, true);
        this.delay = delay;
        this.undelayed = undelayed;
        this.pauses = pauses;
        this.clock = clock;
        pauses.hostPauses(clock.instant()).forEach((host, until) -> {
            HostQueue queue = new HostQueue();
            queue.hold(until);
            queues.put(host, queue);
        });
    }

    /** What counts as one host. */
    private static String host(HttpUrl url) {
        return url.port() == 80 || url.port() == 443 ? url.host() : url.host() + ":" + url.port();
    }

    Turn open() {
        return new Turn();
    }

    /** Nobody asks this host for anything before {@code until}. A later end is never shortened. */
    void hold(HttpUrl url, Instant until) {
        HostQueue queue = join(url);
        queue.hold(until);
        leave(url);
        try {
            pauses.pauseHost(host(url), until);
        } catch (RuntimeException e) {
            LOG.warn("could not note that {} asked for a pause; a restart will forget it", url.host(), e);
        }
    }

    /** The pause that robots.txt asks for; at most 30 s is granted. */
    void crawlDelay(HttpUrl url, Duration asked) {
        HostQueue queue = join(url);
        queue.crawlDelay = asked.compareTo(LONGEST_CRAWL_DELAY) > 0 ? LONGEST_CRAWL_DELAY : asked;
        leave(url);
    }

    private HostQueue join(HttpUrl url) {
        if (queues.size() > TIDY_ABOVE) {
            tidy();
        }
        return queues.compute(host(url), (key, known) -> {
            HostQueue queue = known == null ? new HostQueue() : known;
            queue.users++;
            return queue;
        });
    }

    private void leave(HttpUrl url) {
        queues.computeIfPresent(host(url), (key, queue) -> {
            queue.users--;
            return queue;
        });
    }

    private void tidy() {
        Instant now = clock.instant();
        for (String key : queues.keySet()) {
            queues.computeIfPresent(key, (k, queue) -> queue.isIdle(now) ? null : queue);
        }
    }

    private static final class HostQueue {
        private final Semaphore turn = new Semaphore(1, true);
        private volatile Duration crawlDelay = Duration.ZERO;
        private volatile Instant heldUntil = Instant.MIN;
        private volatile long readyAt = System.nanoTime();
        /** Guarded by the map's lock on this key. */
        private int users;

        synchronized void hold(Instant until) {
            heldUntil = until.isAfter(heldUntil) ? until : heldUntil;
        }

        boolean isIdle(Instant now) {
            return users == 0 && readyAt - System.nanoTime() < 0 && !now.isBefore(heldUntil);
        }

        void waitUntilReady() throws InterruptedException {
            long wait = readyAt - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
        }
    }

    /** One task's way through the queues: for one thread. */
    final class Turn implements AutoCloseable {
        private @Nullable HttpUrl at;
        private @Nullable HostQueue queue;
        private boolean hasPlace;

        /**
         * Waits for the host's turn, its pause, and a place.
         *
         * @return null when it is our turn; else until when the host wants to be left alone
         */
        @Nullable
        Instant enter(HttpUrl url) {
            releasePlace();
            HostQueue next = join(url);
            boolean entered = false;
            try {
                next.turn.acquire();
                entered = true;
                Instant held = next.heldUntil;
                if (clock.instant().isBefore(held)) {
                    next.turn.release();
                    HostQueues.this.leave(url);
                    return held;
                }
                next.waitUntilReady();
                places.acquire();
                hasPlace = true;
                at = url;
                queue = next;
                return null;
            } catch (InterruptedException e) {
                if (entered) {
                    next.turn.release();
                }
                HostQueues.this.leave(url);
                Thread.currentThread().interrupt();
                throw new CancellationException("the crawl was stopped");
            }
        }

        /** Lets the next one have the host; our place remains ours. */
        void leave() {
            HostQueue left = queue;
            HttpUrl url = at;
            if (left != null && url != null) {
                left.readyAt = System.nanoTime() + pause(url, left).toNanos();
                left.turn.release();
                HostQueues.this.leave(url);
                queue = null;
                at = null;
            }
        }

        private Duration pause(HttpUrl url, HostQueue left) {
            if (undelayed.test(url.host())) {
                return Duration.ZERO;
            }
            return left.crawlDelay.compareTo(delay) > 0 ? left.crawlDelay : delay;
        }

        private void releasePlace() {
            if (hasPlace) {
                hasPlace = false;
                places.release();
            }
        }

        @Override
        public void close() {
            leave();
            releasePlace();
        }
    }
}
