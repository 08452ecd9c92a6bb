package dealscope.app;

import static dealscope.app.FeedsCommand.oneLine;

import dealscope.crawler.FeedState;
import dealscope.store.FeedLog.Removed;
import dealscope.store.Store;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dealscope feeds pause}, {@code resume}, {@code remove} and {@code undo}: one thing done to each feed named. */
final class FeedChangeCommands {
    private FeedChangeCommands() {}

    /** A command on feeds named by id or address. */
    abstract static class OnFeeds implements Callable<Integer> {
        @Mixin
        DataOptions data = new DataOptions();

        @Parameters(arity = "1..*", paramLabel = "FEED", description = "Id or address of a feed.")
        List<String> names = List.of();

        /** @return false when there is no such feed */
        abstract boolean apply(Store store, String name);

        abstract String done();

        @Override
        public Integer call() {
            int unknown = 0;
            try (Store store = Stores.open(data.settings())) {
                for (String name : names) {
                    if (apply(store, name)) {
                        System.err.println(oneLine(name) + " " + done());
                    } else {
                        FeedsCommand.unknown(name);
                        unknown++;
                    }
                }
            }
            return unknown == 0 ? 0 : 1;
        }

        static boolean enable(Store store, String name, boolean enabled) {
            FeedState feed = FeedsCommand.find(store, name);
            if (feed != null) {
                store.changeFeed(feed.withEnabled(enabled));
            }
            return feed != null;
        }
    }

    @Command(name = "pause", description = "Switches feeds off without removing them.", mixinStandardHelpOptions = true)
    static final class Pause extends OnFeeds {
        @Override
        boolean apply(Store store, String name) {
            return enable(store, name, false);
        }

        @Override
        String done() {
            return "paused";
        }
    }

    @Command(name = "resume", description = "Switches feeds on; they are due at once.", mixinStandardHelpOptions = true)
    static final class Resume extends OnFeeds {
        @Override
        boolean apply(Store store, String name) {
            return enable(store, name, true);
        }

        @Override
        String done() {
            return "is followed again";
        }
    }

    @Command(
            name = "remove",
            description =
                    "Stops following feeds; their articles and deals stay. Undo within a week: dealscope feeds undo.",
            mixinStandardHelpOptions = true)
    static final class Remove extends OnFeeds {
        @Override
        boolean apply(Store store, String name) {
            FeedState feed = FeedsCommand.find(store, name);
            return feed != null && store.removeFeed(feed.id());
        }

        @Override
        String done() {
            return "removed; undo with: dealscope feeds undo";
        }
    }

    @Command(
            name = "undo",
            description = "Follows removed feeds again, as they were; for a week after the removal.",
            mixinStandardHelpOptions = true)
    static final class Undo extends OnFeeds {
        @Override
        boolean apply(Store store, String name) {
            String id = store.feedLog().removed().stream()
                    .map(Removed::feed)
                    .filter(feed -> feed.url().equals(name))
                    .map(feed -> feed.id())
                    .findFirst()
                    .orElse(name);
            return store.restoreFeed(id);
        }

        @Override
        String done() {
            return "is followed again";
        }
    }
}
