package dealscope.app;

import static dealscope.app.FeedsCommand.oneLine;

import dealscope.crawler.FeedState;
import dealscope.web.site.Actions.RefreshFeed;
import dealscope.web.view.Dates;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dealscope feeds refresh FEED…}: reads these feeds now, as far as that is polite. */
@Command(
        name = "refresh",
        description =
                "Reads these feeds now, due or not; none twice within 10 minutes, none whose host asked to be left alone.",
        mixinStandardHelpOptions = true)
final class FeedsRefreshCommand implements Callable<Integer> {
    @Mixin
    DataOptions data = new DataOptions();

    @Parameters(arity = "1..*", paramLabel = "FEED", description = "Id or address of a feed.")
    List<String> names = List.of();

    @Override
    public Integer call() throws IOException {
        try (Program program = Program.open(data.settings())) {
            List<FeedState> feeds = new ArrayList<>();
            for (String name : names) {
                ask(program, name, feeds);
            }
            if (!feeds.isEmpty()) {
                boolean failed = RefreshReport.run(program, feeds).failed() > 0;
                return failed || feeds.size() < names.size() ? 1 : 0;
            }
        }
        return 1;
    }

    private static void ask(Program program, String name, List<FeedState> feeds) {
        Instant now = program.clock().instant();
        FeedState feed = FeedsCommand.find(program.store(), name);
        if (feed == null) {
            FeedsCommand.unknown(name);
            return;
        }
        switch (RefreshWait.check(program.store(), feed.id(), now)) {
            case RefreshFeed.Asked asked -> feeds.add(feed);
            case RefreshFeed.NotBefore wait ->
                System.err.println(oneLine(name) + " is not asked now: " + wait.reason() + "; again "
                        + Dates.relative(wait.at(), now) + ", at " + Dates.time(wait.at()));
            case RefreshFeed.Paused paused ->
                System.err.println(oneLine(name) + " is paused; see: dealscope feeds resume");
            case RefreshFeed.Unknown unknown -> FeedsCommand.unknown(name);
        }
    }
}
