package dealscope.crawler;

import dealscope.crawler.CrawlStore.PendingPage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The refresh round: feeds are fetched and stored, then the pages of their new entries.
 *
 * <p>Every feed is a task of its own on a virtual thread; what happens to one, be it a hostile document or a fault of this
 * program, is stored as that feed's visit and touches no other. Safe for many threads: a feed that is being visited by
 * one refresh is left out by another. Interrupting the caller stops the round; what was not stored is fetched next time.
 */
public final class Crawler {
    private static final Logger LOG = LoggerFactory.getLogger(Crawler.class);
    /** Feeds whose pages are read side by side; bounds the articles in memory. */
    private static final int PAGE_ROUNDS = 64;

    private static final int STOP_SECONDS = 5;

    private final CrawlStore store;
    private final FeedVisits feeds;
    private final PageVisits pages;
    private final CrawlSettings settings;
    private final InstantSource clock;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
    private final Semaphore pageRounds = new Semaphore(PAGE_ROUNDS);

    public Crawler(
            Web web,
            FeedParser parser,
            PageReader reader,
            CrawlStore store,
            EntryFilter filter,
            Pushes pushes,
            Interval interval,
            CrawlSettings settings,
            InstantSource clock) {
        this.store = store;
        this.feeds = new FeedVisits(web, parser, store, filter, pushes, interval, settings, clock);
        this.pages = new PageVisits(web, reader, store, clock);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Visits these feeds and some of their pending pages, and returns when all is stored. Feeds that are switched off,
     * are not due, or were asked a moment ago, are left out; their pending pages are not.
     */
    public Progress refresh(List<FeedState> due, Listener listener) {
        var board = new Scoreboard(due.size(), listener);
        ExecutorService tasks = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("feed-", 0).factory());
        try {
            var running = new ArrayList<Future<?>>();
            for (FeedState feed : due) {
                running.add(tasks.submit(() -> round(feed, board)));
            }
            for (Future<?> task : running) {
                task.get();
            }
            tasks.shutdown();
        } catch (InterruptedException e) {
            stop(tasks);
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            tasks.shutdownNow();
            throw new IllegalStateException("a feed's task let a fault escape", e.getCause());
        }
        return board.now();
    }

    /** Lets nothing run on behind the back of a caller who was told that the round is over. */
    private static void stop(ExecutorService tasks) {
        tasks.shutdownNow();
        try {
            if (!tasks.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("some feeds are still being read after {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            LOG.warn("stopped twice while feeds are still being read");
        }
    }

    private void round(FeedState feed, Scoreboard board) {
        if (!inFlight.add(feed.id())) {
            board.feedSkipped();
            return;
        }
        try {
            visitFeed(feed, board);
            visitPages(store.feed(feed.id()).orElse(feed), board);
        } catch (CancellationException e) {
            LOG.info("stopped while reading {}", feed.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            LOG.error("could not store what came of feed {}", feed.id(), e);
        } finally {
            inFlight.remove(feed.id());
        }
    }

    private void visitFeed(FeedState feed, Scoreboard board) {
        if (!feed.options().enabled() || !isDue(feed) || wasJustAsked(feed)) {
            board.feedSkipped();
            return;
        }
        try {
            board.feedDone(feeds.visit(feed));
        } catch (CancellationException e) {
            throw e;
        } catch (Throwable e) {
            LOG.error("reading feed {} failed", feed.id(), e);
            board.feedDone(feeds.crashed(feed, e));
        }
    }

    private boolean isDue(FeedState feed) {
        Instant next = feed.history().nextCheck();
        return next == null || !next.isAfter(clock.instant()) || wasAskedInTheFuture(feed);
    }

    private boolean wasJustAsked(FeedState feed) {
        Instant last = feed.history().lastCheck();
        return last != null
                && !wasAskedInTheFuture(feed)
                && clock.instant().isBefore(last.plus(settings.minimumPause()));
    }

    /** The clock was put back, and what the feed's history says of times to come means nothing. */
    private boolean wasAskedInTheFuture(FeedState feed) {
        Instant last = feed.history().lastCheck();
        return last != null && last.isAfter(clock.instant());
    }

    private void visitPages(FeedState feed, Scoreboard board) throws InterruptedException {
        pageRounds.acquire();
        try {
            Instant end = clock.instant().plus(settings.pageTime());
            List<PendingPage> pending = store.pendingPages(feed.id(), clock.instant(), settings.pagesPerFeed());
            board.pagesFound(pending.size());
            for (PendingPage page : pending) {
                if (clock.instant().isAfter(end)) {
                    return;
                }
                board.pageDone(visitPage(page, feed));
            }
        } finally {
            pageRounds.release();
        }
    }

    private Visit visitPage(PendingPage page, FeedState feed) {
        try {
            return pages.visit(page, feed);
        } catch (CancellationException e) {
            throw e;
        } catch (Throwable e) {
            LOG.error("reading page of article {} failed", page.article().id(), e);
            return pages.crashed(page.article(), e);
        }
    }
}
