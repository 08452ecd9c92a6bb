package dealscope.app;

import dealscope.crawler.FeedState;
import dealscope.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dealscope feeds …}: which feeds are followed, and how they are. */
@Command(
        name = "feeds",
        description = "Adds, lists, removes, imports and exports feeds.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            FeedsCommand.ListFeeds.class,
            FeedsAddCommand.class,
            FeedsCommand.Remove.class,
            FeedsCommand.Restore.class,
            FeedsCommand.Pause.class,
            FeedsCommand.Resume.class,
            FeedListCommands.Import.class,
            FeedListCommands.Export.class,
            FeedsRuleCommand.class,
            FeedsBackfillCommand.class
        })
final class FeedsCommand {
    private FeedsCommand() {}

    @Command(
            name = "list",
            description = "Shows every feed: state, last success, next check, what it brought, what is wrong.",
            mixinStandardHelpOptions = true)
    static final class ListFeeds implements Callable<Integer> {
        @Mixin
        DataOptions data = new DataOptions();

        @Override
        public Integer call() {
            try (Store store = Store.openReadOnly(data.settings().storeUrl())) {
                Map<String, Store.FeedStats> stats = store.feedStats().stream()
                        .collect(Collectors.toMap(Store.FeedStats::feedId, Function.identity()));
                Instant now = Instant.now();
                System.out.printf(
                        Locale.ROOT,
                        "%-12s  %-7s  %8s  %8s  %8s  %5s  %s%n",
                        "id",
                        "state",
                        "success",
                        "next",
                        "articles",
                        "deals",
                        "feed");
                store.feeds().stream()
                        .sorted(Comparator.comparing(FeedState::title, String.CASE_INSENSITIVE_ORDER))
                        .forEach(feed -> print(feed, stats.get(feed.id()), now));
            }
            return 0;
        }

        private static void print(FeedState feed, Store.@Nullable FeedStats stats, Instant now) {
            System.out.printf(
                    Locale.ROOT,
                    "%-12s  %-7s  %8s  %8s  %8d  %5d  %s%n",
                    feed.id(),
                    state(feed),
                    ago(feed.history().lastSuccess(), now),
                    feed.options().enabled() ? ahead(feed.history().nextCheck(), now) : "-",
                    stats == null ? 0 : stats.articles(),
                    stats == null ? 0 : stats.deals(),
                    oneLine(feed.title() + "  " + feed.url()));
            String trouble = feed.history().reason() != null
                    ? feed.history().reason()
                    : feed.options().enabled() ? null : feed.options().note();
            if (trouble != null) {
                System.out.println("              " + oneLine(trouble));
            }
        }

        private static String state(FeedState feed) {
            if (!feed.options().enabled()) {
                return "off";
            }
            return feed.history().failures() > 0 ? "failing" : feed.history().lastSuccess() == null ? "new" : "ok";
        }

        private static String ago(@Nullable Instant at, Instant now) {
            return at == null ? "never" : span(Duration.between(at, now));
        }

        private static String ahead(@Nullable Instant at, Instant now) {
            return at == null || !at.isAfter(now) ? "now" : "in " + span(Duration.between(now, at));
        }

        private static String span(Duration span) {
            long minutes = Math.max(0, span.toMinutes());
            return minutes < 120 ? minutes + "m" : minutes < 2880 ? minutes / 60 + "h" : minutes / 1440 + "d";
        }
    }

    /** Commands that do one thing to each feed named by id or address. */
    abstract static class OnFeeds implements Callable<Integer> {
        @Mixin
        DataOptions data = new DataOptions();

        @Parameters(arity = "1..*", paramLabel = "FEED", description = "Id or address of a feed.")
        List<String> names = List.of();

        abstract boolean apply(Store store, String id);

        abstract String done();

        @Override
        public Integer call() {
            int unknown = 0;
            try (Store store = Stores.open(data.settings())) {
                for (String name : names) {
                    if (apply(store, idOf(store, name))) {
                        System.err.println(oneLine(name) + " " + done());
                    } else {
                        System.err.println("there is no feed " + oneLine(name) + "; see: dealscope feeds list");
                        unknown++;
                    }
                }
            }
            return unknown == 0 ? 0 : 1;
        }

        private static String idOf(Store store, String name) {
            FeedState feed = find(store, name);
            return feed == null ? name : feed.id();
        }

        static boolean enable(Store store, String id, boolean enabled) {
            return store.feed(id)
                    .map(feed -> {
                        store.changeFeed(feed.withEnabled(enabled));
                        return true;
                    })
                    .orElse(false);
        }
    }

    @Command(
            name = "remove",
            description = "Stops following feeds; their articles and deals stay. Undo: dealscope feeds restore.",
            mixinStandardHelpOptions = true)
    static final class Remove extends OnFeeds {
        @Override
        boolean apply(Store store, String id) {
            return store.removeFeed(id);
        }

        @Override
        String done() {
            return "removed; undo with: dealscope feeds restore";
        }
    }

    @Command(
            name = "restore",
            description = "Follows removed feeds again, as they were.",
            mixinStandardHelpOptions = true)
    static final class Restore extends OnFeeds {
        @Override
        boolean apply(Store store, String id) {
            return store.restoreFeed(id);
        }

        @Override
        String done() {
            return "restored";
        }
    }

    @Command(name = "pause", description = "Switches feeds off without removing them.", mixinStandardHelpOptions = true)
    static final class Pause extends OnFeeds {
        @Override
        boolean apply(Store store, String id) {
            return enable(store, id, false);
        }

        @Override
        String done() {
            return "paused";
        }
    }

    @Command(name = "resume", description = "Switches feeds on; they are due at once.", mixinStandardHelpOptions = true)
    static final class Resume extends OnFeeds {
        @Override
        boolean apply(Store store, String id) {
            return enable(store, id, true);
        }

        @Override
        String done() {
            return "is followed again";
        }
    }

    /** The feed with this id or address, or null. */
    static @Nullable FeedState find(Store store, String name) {
        return store.feed(name)
                .or(() -> store.feeds().stream()
                        .filter(feed -> feed.url().equals(name))
                        .findFirst())
                .orElse(null);
    }

    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
