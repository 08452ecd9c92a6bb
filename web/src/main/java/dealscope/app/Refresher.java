package dealscope.app;

import dealscope.crawler.Crawler;
import dealscope.crawler.FeedState;
import dealscope.crawler.Listener;
import dealscope.store.Store;
import dealscope.web.site.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refreshes: fetches what is due, and reads and indexes what came while the fetching still goes on. One round at a time;
 * a round that is asked for during another one follows it. Whatever a round throws ends that round alone.
 *
 * <p>A round can be stopped: what was stored is kept and read, what was not stays due. Rounds of the schedule then rest
 * for {@link #REST}; a round that somebody asks for ends the rest.
 */
final class Refresher implements AutoCloseable {
    /** Long enough to do what the refresh was stopped for. */
    static final Duration REST = Duration.ofMinutes(15);

    private static final Logger log = LoggerFactory.getLogger(Refresher.class);
    private static final int MOST_FEEDS = 500;
    private static final long BREATH_MILLIS = 400;

    private final Store store;
    private final Crawler crawler;
    private final Pipeline pipeline;
    private final InstantSource clock;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("refresh").daemon().factory());
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Object stopping = new Object();
    /** The thread that may be interrupted; guarded by {@code stopping}. */
    private @Nullable Thread crawling;

    private volatile boolean stopped;
    private volatile boolean closed;
    private volatile Runnable upkeep = () -> {};
    private volatile @Nullable Instant restsUntil;
    private volatile @Nullable Round round;

    Refresher(Store store, Crawler crawler, Pipeline pipeline, InstantSource clock) {
        this.store = store;
        this.crawler = crawler;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    private record Round(Instant started, dealscope.crawler.Progress progress) {}

    /** Asks for a round in the background, unless one is asked for already. */
    void request() {
        restsUntil = null;
        if (!closed && asked.compareAndSet(false, true)) {
            background.execute(() -> {
                asked.set(false);
                quietly();
            });
        }
    }

    /** Has {@code work} done before each round of the schedule; what it throws ends nothing but itself. */
    void before(Runnable work) {
        upkeep = work;
    }

    /** A round for the schedule, which must go on whatever happens. None while it rests. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    synchronized void quietly() {
        try {
            upkeep.run();
        } catch (RuntimeException | StackOverflowError e) {
            if (!closed) {
                log.error("hubs could not be asked; they are next time", e);
            }
        }
        try {
            if (resting() == null) {
                round(Listener.NONE);
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (!closed) {
                log.error("the refresh was broken off; the next one goes on where it ended", e);
            }
        }
    }

    /** Until when no round comes by itself, or null. */
    private @Nullable Instant resting() {
        Instant until = restsUntil;
        return until != null && clock.instant().isBefore(until) ? until : null;
    }

    /** How far the round under way has come; cheap. */
    Progress progress() {
        Round now = round;
        if (now == null) {
            Instant rest = resting();
            return rest == null ? Progress.IDLE : Progress.stopped(rest);
        }
        dealscope.crawler.Progress done = now.progress();
        return new Progress(
                stopped ? Progress.State.STOPPING : Progress.State.RUNNING,
                done.feedsDone(),
                done.feedsTotal(),
                done.failed(),
                done.fresh(),
                done.pagesDone(),
                done.pagesTotal(),
                pipeline.waiting(),
                now.started(),
                null);
    }

    /** Stops the fetching under way and returns at once; nothing that was stored is lost. False when there is none. */
    boolean stop() {
        synchronized (stopping) {
            Thread worker = crawling;
            if (worker == null) {
                return false;
            }
            stopped = true;
            restsUntil = clock.instant().plus(REST);
            worker.interrupt();
            return true;
        }
    }

    /**
     * Fetches all that is due with its pages, reads it and brings the index up to date.
     *
     * @return how it went; its totals are zero when nothing was due
     */
    synchronized dealscope.crawler.Progress round(Listener listener) throws IOException {
        store.feedLog().purge();
        return round(due(), listener);
    }

    /** The same for these feeds, due or not. */
    synchronized dealscope.crawler.Progress round(List<FeedState> feeds, Listener listener) throws IOException {
        Semaphore fetched = new Semaphore(0);
        Thread reader = Thread.ofPlatform().name("pipeline").daemon().start(() -> readWhile(fetched));
        try {
            return crawl(feeds, listener);
        } finally {
            fetched.release();
            joined(reader);
            if (!closed) {
                pipeline.run();
            }
            round = null;
            stopped = false;
        }
    }

    private dealscope.crawler.Progress crawl(List<FeedState> feeds, Listener listener) {
        Instant started = clock.instant();
        if (!feeds.isEmpty()) {
            round = new Round(started, new dealscope.crawler.Progress(0, feeds.size(), 0, 0, 0, 0, null));
        }
        synchronized (stopping) {
            crawling = Thread.currentThread();
        }
        try {
            return crawler.refresh(feeds, now -> {
                round = new Round(started, now);
                listener.onProgress(now);
            });
        } finally {
            crawled();
        }
    }

    /** An interruption that was meant for the crawl ends with it; one that ends the program does not. */
    private void crawled() {
        synchronized (stopping) {
            crawling = null;
            if (stopped && !closed && Thread.interrupted()) {
                log.info("the refresh was stopped; what it had not read yet stays due");
            }
        }
    }

    /** Feeds that are due, then those whose pages wait since an earlier round or another life of the program. */
    private List<FeedState> due() {
        Map<String, FeedState> feeds = new LinkedHashMap<>();
        Instant now = clock.instant();
        store.dueFeeds(now, MOST_FEEDS).forEach(feed -> feeds.put(feed.id(), feed));
        for (String id : store.feedsWithPendingPages(now, MOST_FEEDS)) {
            if (!feeds.containsKey(id)) {
                store.feed(id).ifPresent(feed -> feeds.put(id, feed));
            }
        }
        return List.copyOf(feeds.values());
    }

    private void readWhile(Semaphore fetched) {
        try {
            while (!fetched.tryAcquire(BREATH_MILLIS, TimeUnit.MILLISECONDS) && !closed) {
                pipeline.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.warn("reading stopped; it is taken up again when the feeds are fetched: {}", e.toString());
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        background.shutdownNow();
        try {
            if (!background.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("a refresh did not stop within 10 seconds; what it had not stored is fetched again next time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
