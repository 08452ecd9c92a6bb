package dealscope.app;

import dealscope.crawler.FeedState;
import dealscope.source.Backfill;
import dealscope.web.site.Actions.BackfillState;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Older entries on request, in the background, one feed at a time. */
final class Backfills implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Backfills.class);

    private final Backfill backfill;
    private final Runnable onNews;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("backfill").daemon().factory());
    private @Nullable BackfillState state;

    /** @param onNews called when there are pages to fetch */
    Backfills(Backfill backfill, Runnable onNews) {
        this.backfill = backfill;
        this.onNews = onNews;
    }

    /** False when another one is under way. */
    synchronized boolean start(FeedState feed, Backfill.Plan plan) {
        if (state != null && state.running()) {
            return false;
        }
        state = new BackfillState(feed.id(), plan, new Backfill.Step(0, 0, 0), null, null);
        background.execute(() -> run(feed, plan));
        return true;
    }

    private void run(FeedState feed, Backfill.Plan plan) {
        try {
            Backfill.Result result = backfill.run(feed, plan, step -> at(feed, plan, step, null, null));
            at(feed, plan, last(), result, null);
            if (!plan.dryRun() && result.fresh() > 0) {
                onNews.run();
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.error("looking for older entries of {} failed", feed.id(), e);
            at(feed, plan, last(), null, "This program failed. The log has the details.");
        }
    }

    private synchronized void at(
            FeedState feed,
            Backfill.Plan plan,
            Backfill.Step step,
            Backfill.@Nullable Result result,
            @Nullable String failure) {
        state = new BackfillState(feed.id(), plan, step, result, failure);
    }

    private synchronized Backfill.Step last() {
        return state == null ? new Backfill.Step(0, 0, 0) : state.step();
    }

    /** The one under way, else the last one since the program began. */
    synchronized Optional<BackfillState> state() {
        return Optional.ofNullable(state);
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
