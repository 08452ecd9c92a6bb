package dealscope.app;

import dealscope.crawler.Crawler;
import dealscope.crawler.FeedState;
import dealscope.crawler.Listener;
import dealscope.crawler.Progress;
import dealscope.store.Store;
import java.io.IOException;
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
 */
final class Refresher implements AutoCloseable {
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
    private volatile boolean closed;
    private volatile Runnable upkeep = () -> {};
    private volatile @Nullable Progress progress;

    Refresher(Store store, Crawler crawler, Pipeline pipeline, InstantSource clock) {
        this.store = store;
        this.crawler = crawler;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Asks for a round in the background, unless one is asked for already. */
    void request() {
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

    /** A round for the schedule, which must go on whatever happens. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    void quietly() {
        try {
            upkeep.run();
        } catch (RuntimeException | StackOverflowError e) {
            if (!closed) {
                log.error("hubs could not be asked; they are next time", e);
            }
        }
        try {
            round(Listener.NONE);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (!closed) {
                log.error("the refresh was broken off; the next one goes on where it ended", e);
            }
        }
    }

    /** How far the round under way has come, or null when there is none. */
    @Nullable
    Progress progress() {
        return progress;
    }

    /** Articles that wait to be read, as far as the pipeline knows. */
    int unread() {
        return pipeline.waiting();
    }

    /**
     * Fetches all that is due with its pages, reads it and brings the index up to date.
     *
     * @return how it went; its totals are zero when nothing was due
     */
    synchronized Progress round(Listener listener) throws IOException {
        Semaphore fetched = new Semaphore(0);
        Thread reader = Thread.ofPlatform().name("pipeline").daemon().start(() -> readWhile(fetched));
        try {
            List<FeedState> due = due();
            progress = new Progress(0, due.size(), 0, 0, 0, 0, null);
            return crawler.refresh(due, now -> {
                progress = now;
                listener.onProgress(now);
            });
        } finally {
            fetched.release();
            joined(reader);
            if (!closed) {
                pipeline.run();
            }
            progress = null;
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
