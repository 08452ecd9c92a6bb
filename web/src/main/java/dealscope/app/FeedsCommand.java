package dealscope.app;

import dealscope.crawler.FeedState;
import dealscope.store.Store;
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
            FeedListCommands.Export.class
        })
final class FeedsCommand {
    private FeedsCommand() {}

    /** The id of the feed that has this address; the name itself when none has. */
    static String idOf(Store store, String name) {
        return store.feeds().stream()
                .filter(feed -> feed.url().equals(name))
                .map(FeedState::id)
                .findFirst()
                .orElse(name);
    }

    /** Says on standard error that there is no such feed. */
    static void unknown(String name) {
        System.err.println("there is no feed " + oneLine(name) + "; see: dealscope feeds list");
    }

    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
