package dealscope.app;

import dealscope.crawler.FeedState;
import dealscope.crawler.Listener;
import dealscope.crawler.Progress;
import dealscope.crawler.Visit;
import dealscope.store.Store;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refresh on the command line: the bar while it goes on, a line for each feed that fails, a line about the whole. */
final class RefreshReport {
    private RefreshReport() {}

    /** @param feeds null: those that are due */
    static Progress run(Program program, @Nullable List<FeedState> feeds) throws IOException {
        Console console = new Console(System.err);
        Refresher refresher = program.refresher();
        Progress done;
        try (RefreshBar bar = RefreshBar.show(console, refresher::progress)) {
            Listener failures = now -> failure(console, now.last());
            done = feeds == null ? refresher.round(failures) : refresher.round(feeds, failures);
        }
        console.say(summary(done, program.store().stats()));
        return done;
    }

    private static void failure(Console console, @Nullable Visit last) {
        if (last != null && !last.outcome().isSuccess() && last.articleId() == null) {
            console.say(FeedsCommand.oneLine(last.url() + ": " + last.reason()));
        }
    }

    private static String summary(Progress done, Store.Stats stats) {
        return "%d feeds read, %d failed, %d new articles, %d pages; the store holds %d articles and %d deals"
                .formatted(
                        done.feedsDone() - done.failed(),
                        done.failed(),
                        done.fresh(),
                        done.pagesDone(),
                        stats.articles(),
                        stats.deals());
    }
}
