package dealscope.app;

import static dealscope.app.FeedsCommand.oneLine;

import dealscope.crawler.FeedState;
import dealscope.index.BadQuery;
import dealscope.store.DroppedEntry;
import dealscope.store.Store;
import dealscope.web.site.Actions.RuleTrial;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dealscope feeds rule}: what to keep and what to drop of a feed. */
@Command(
        name = "rule",
        description = {
            "Shows or sets what is kept and what is dropped of a feed, in the search language: words, \"phrases\","
                    + " source: and published:.",
            "Articles that are stored stay. Dropped entries are remembered and come back when the rules let them pass."
        },
        mixinStandardHelpOptions = true)
final class FeedsRuleCommand extends OneFeedCommand {
    private static final int SHOWN = 20;

    @Option(names = "--keep", paramLabel = "QUERY", description = "Keeps only entries that match; '' keeps all.")
    @Nullable
    String keep;

    @Option(names = "--drop", paramLabel = "QUERY", description = "Drops entries that match; '' drops none.")
    @Nullable
    String drop;

    @Option(names = "--dry-run", description = "Only says what the rules would do to what is stored.")
    boolean dryRun;

    @Override
    public Integer call() {
        Settings settings = data.settings();
        boolean changes = (keep != null || drop != null) && !dryRun;
        try (Store store = changes ? Stores.open(settings) : Store.openReadOnly(settings.storeUrl())) {
            return onFeed(store, feed -> rule(store, feed, changes));
        }
    }

    private int rule(Store store, FeedState feed, boolean changes) {
        RuleBook book = new RuleBook(store, InstantSource.system());
        String keeping = keep == null ? feed.options().keep() : keep;
        String dropping = drop == null ? feed.options().drop() : drop;
        try {
            if (dryRun) {
                say(book.tryRules(feed.id(), keeping, dropping).orElseThrow());
            } else if (changes) {
                int back = book.setRules(feed.id(), keeping, dropping).orElseThrow();
                System.err.println("the rules hold from the next entry on; " + back + " dropped entries came back");
            } else {
                show(store, feed);
            }
            return 0;
        } catch (BadQuery e) {
            throw new UsageException("this cannot be a rule: " + e.getMessage());
        }
    }

    private static void say(RuleTrial trial) {
        System.out.println("Of " + trial.articles() + " stored articles of this feed the rules would have kept "
                + (trial.articles() - trial.wouldDrop()) + " and dropped " + trial.wouldDrop() + ".");
        examples("kept", trial.kept());
        examples("dropped", trial.dropped());
        if (trial.held() > 0) {
            System.out.println("Of " + trial.held() + " entries that were dropped before " + trial.wouldReturn()
                    + " would come back.");
        }
        System.out.println("Nothing was changed.");
    }

    private static void examples(String what, List<String> titles) {
        titles.forEach(title -> System.out.println("  " + what + ": " + oneLine(title)));
    }

    private static void show(Store store, FeedState feed) {
        System.out.println("keep: " + rule(feed.options().keep(), "everything"));
        System.out.println("drop: " + rule(feed.options().drop(), "nothing"));
        int held = store.sources().droppedCount(feed.id());
        if (held > 0) {
            System.out.println(held + " entries " + DroppedEntry.REASON + ", the last of them:");
            for (DroppedEntry entry : store.sources().dropped(feed.id(), SHOWN)) {
                System.out.println("  " + oneLine(entry.title() + "  " + entry.url()));
            }
        }
    }

    private static String rule(@Nullable String rule, String otherwise) {
        return rule == null ? otherwise : oneLine(rule);
    }
}
