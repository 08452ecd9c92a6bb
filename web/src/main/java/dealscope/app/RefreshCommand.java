package dealscope.app;

import dealscope.crawler.FeedState;
import dealscope.crawler.Progress;
import dealscope.crawler.Visit;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dealscope refresh}: one round, with progress on standard error. */
@Command(
        name = "refresh",
        description = "Fetches the feeds that are due, reads their articles and brings deals and index up to date.",
        mixinStandardHelpOptions = true)
final class RefreshCommand implements Callable<Integer> {
    @Mixin
    DataOptions data = new DataOptions();

    @Option(
            names = "--all",
            description = "Every feed that is switched on, due or not (never twice within 10 minutes).")
    boolean all;

    @Option(names = "--sample", description = "Follows the sample feeds first.")
    boolean sample;

    @Override
    public Integer call() throws IOException {
        Console console = new Console(System.err);
        try (Program program = Program.open(data.settings())) {
            if (sample) {
                program.addSamples();
            } else {
                program.addDefaultFeeds();
            }
            if (all) {
                List<String> ids = program.store().feeds().stream()
                        .filter(feed -> feed.options().enabled())
                        .map(FeedState::id)
                        .toList();
                program.store().makeDue(ids);
            }
            Progress done = program.refresher().round(now -> show(console, now));
            console.say(summary(done, program));
            return 0;
        }
    }

    private static void show(Console console, Progress now) {
        console.progress(
                now.feedsDone() + now.pagesDone(),
                now.feedsTotal() + now.pagesTotal(),
                "%d of %d feeds, %d of %d pages"
                        .formatted(now.feedsDone(), now.feedsTotal(), now.pagesDone(), now.pagesTotal()));
        Visit last = now.last();
        if (last != null && !last.outcome().isSuccess() && last.articleId() == null) {
            console.say(last.url().replaceAll("\\p{Cntrl}", " ") + ": " + last.reason());
        }
    }

    private static String summary(Progress done, Program program) {
        var stats = program.store().stats();
        return "%d feeds read, %d failed, %d new entries, %d pages; the store holds %d articles and %d deals"
                .formatted(
                        done.feedsDone() - done.failed(),
                        done.failed(),
                        done.fresh(),
                        done.pagesDone(),
                        stats.articles(),
                        stats.deals());
    }
}
