package dealscope.crawler;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts a refresh and tells its listener, one event at a time. */
final class Scoreboard {
    private static final Logger LOG = LoggerFactory.getLogger(Scoreboard.class);

    private final Listener listener;
    private Progress progress;

    Scoreboard(int feeds, Listener listener) {
        this.listener = listener;
        this.progress = new Progress(0, feeds, 0, 0, 0, 0, null);
    }

    synchronized Progress now() {
        return progress;
    }

    void feedDone(Visit visit) {
        add(1, visit.outcome().isSuccess() ? 0 : 1, 0, 0, visit.fresh(), visit);
    }

    /** A feed that was not asked. */
    void feedSkipped() {
        add(1, 0, 0, 0, 0, null);
    }

    void pagesFound(int pages) {
        if (pages > 0) {
            add(0, 0, 0, pages, 0, null);
        }
    }

    void pageDone(Visit visit) {
        add(0, 0, 1, 0, 0, visit);
    }

    private synchronized void add(int feeds, int failed, int pages, int pagesFound, int fresh, @Nullable Visit last) {
        progress = new Progress(
                progress.feedsDone() + feeds,
                progress.feedsTotal(),
                progress.failed() + failed,
                progress.pagesDone() + pages,
                progress.pagesTotal() + pagesFound,
                progress.fresh() + fresh,
                last);
        try {
            listener.onProgress(progress);
        } catch (RuntimeException e) {
            LOG.warn("the listener of a refresh failed", e);
        }
    }
}
