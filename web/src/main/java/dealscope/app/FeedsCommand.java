package dealscope.app;

import dealscope.crawler.FeedState;
import dealscope.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code dealscope feeds …}: which feeds are followed, and how they are. */
@Command(
        name = "feeds",
        description = "Adds, lists, refreshes, changes, removes, imports and exports feeds.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            FeedsListCommand.class,
            FeedsShowCommand.class,
            FeedsAddCommand.class,
            FeedsSetCommand.class,
            FeedsRefreshCommand.class,
            FeedChangeCommands.Pause.class,
            FeedChangeCommands.Resume.class,
            FeedChangeCommands.Remove.class,
            FeedChangeCommands.Undo.class,
            FeedListCommands.Import.class,
            FeedListCommands.Export.class,
            FeedsRuleCommand.class,
            FeedsBackfillCommand.class
        })
final class FeedsCommand {
    private FeedsCommand() {}

    /** The feed with this id or address, or null. */
    static @Nullable FeedState find(Store store, String name) {
        return store.feed(name)
                .or(() -> store.feeds().stream()
                        .filter(feed -> feed.url().equals(name))
                        .findFirst())
                .orElse(null);
    }

    /** Says on standard error that there is no such feed. */
    static void unknown(String name) {
        System.err.println("there is no feed " + oneLine(name) + "; see: dealscope feeds list");
    }

    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
