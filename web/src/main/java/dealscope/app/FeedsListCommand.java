package dealscope.app;

import static dealscope.app.FeedsCommand.oneLine;

import dealscope.store.FeedLog.Removed;
import dealscope.store.Store;
import dealscope.web.api.FeedCsv;
import dealscope.web.api.FeedJson;
import dealscope.web.data.Json;
import dealscope.web.feed.FeedHealth;
import dealscope.web.feed.FeedSelection;
import dealscope.web.feed.FeedSelection.Show;
import dealscope.web.feed.FeedSelection.Sort;
import dealscope.web.view.Dates;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dealscope feeds list}: the feeds page on the command line; works beside a running {@code serve}. */
@Command(
        name = "list",
        description = "Shows every feed: state, last success, next check, what it brought, what is wrong.",
        mixinStandardHelpOptions = true)
final class FeedsListCommand implements Callable<Integer> {
    private static final String LINE = "%-12s  %-8s  %9s  %9s  %6s  %9s  %5s  %s%n";

    @Mixin
    DataOptions data = new DataOptions();

    @Option(
            names = "--state",
            description = "Only these: one of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.",
            defaultValue = "ALL")
    Show state = Show.ALL;

    @Option(names = "--category", description = "Only this category; - for feeds in none.")
    String category = "";

    @Option(
            names = "--sort",
            description = "One of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.",
            defaultValue = "TROUBLE")
    Sort sort = Sort.TROUBLE;

    @Option(names = "--reversed", description = "In the opposite order.")
    boolean reversed;

    @Option(names = "--json", description = "One feed a line, as in the API.")
    boolean json;

    @Option(names = "--csv", description = "As CSV.")
    boolean csv;

    @Option(names = "--removed", description = "Those that were removed and can come back.")
    boolean removed;

    @Parameters(
            arity = "0..*",
            paramLabel = "WORD",
            description = "Only feeds in whose title, address or trouble it is.")
    List<String> words = List.of();

    @Override
    public Integer call() throws IOException {
        if (json && csv) {
            throw new UsageException("choose one of --json and --csv");
        }
        Instant now = Instant.now();
        try (Store store = Store.openReadOnly(data.settings().storeUrl())) {
            if (removed) {
                store.feedLog().removed().forEach(each -> gone(each, now));
                return 0;
            }
            FeedSelection selection = new FeedSelection(String.join(" ", words), state, category, sort, reversed);
            List<FeedHealth> all = FeedHealth.all(store, now);
            List<FeedHealth> found = selection.of(all);
            write(found, now);
            System.err.println(found.size() + " of " + all.size() + " feeds");
        }
        return 0;
    }

    private void write(List<FeedHealth> feeds, Instant now) throws IOException {
        if (csv) {
            Writer out = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
            FeedCsv.write(
                    out, feeds.stream().map(feed -> FeedJson.of(feed, now)).toList());
        } else if (json) {
            feeds.forEach(feed -> System.out.println(Json.of(FeedJson.of(feed, now))));
        } else {
            System.out.printf(Locale.ROOT, LINE, "id", "state", "success", "next", "a day", "deals", "yield", "feed");
            feeds.forEach(feed -> line(feed, now));
        }
    }

    private static void line(FeedHealth feed, Instant now) {
        System.out.printf(
                Locale.ROOT,
                LINE,
                feed.feed().id(),
                feed.state().label(),
                column(Dates.relative(feed.feed().history().lastSuccess(), now)),
                column(feed.next(now)),
                feed.stats().perDay() <= 0
                        ? ""
                        : String.format(Locale.ROOT, "%.1f", feed.stats().perDay()),
                feed.stats().deals28() + "/" + feed.stats().deals90(),
                feed.stats().articles90() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT, "%.0f%%", 100 * feed.stats().share()),
                oneLine(feed.feed().title() + "  " + feed.feed().url()));
        String trouble = feed.state() == FeedHealth.State.OK ? "" : feed.words();
        String silence = feed.silence();
        String more = trouble.isEmpty() || silence.isEmpty() ? trouble + silence : trouble + "; " + silence;
        if (!more.isEmpty()) {
            System.out.println("              " + oneLine(more));
        }
    }

    /** The page's words for a column of a table: {@code 3 min}, {@code 2 h}, {@code 9 days}. */
    private static String column(String relative) {
        return relative.replace(" ago", "").replace("just now", "now");
    }

    private static void gone(Removed each, Instant now) {
        System.out.printf(
                Locale.ROOT,
                "%-12s  %-14s  %s%n",
                each.feed().id(),
                Dates.relative(each.at(), now),
                oneLine(each.feed().title() + "  " + each.feed().url()));
    }
}
