package dealscope.app;

import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.index.BadQuery;
import dealscope.index.FeedRules;
import dealscope.source.Opml;
import dealscope.source.Opml.Outline;
import dealscope.source.Opml.Refusal;
import dealscope.store.Store;
import dealscope.web.site.Actions.ImportReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of feeds into the store and out of it. A feed whose rules cannot be read comes in without them. */
final class ListTransfer {
    private final Store store;
    private final FeedRules rules;

    ListTransfer(Store store, FeedRules rules) {
        this.store = store;
        this.rules = rules;
    }

    ImportReport read(byte[] opml, Instant now) {
        Opml.Listing list = Opml.read(opml);
        List<Refusal> refused = new ArrayList<>(list.refused());
        List<FeedState> feeds = list.feeds().stream()
                .map(outline -> FeedLists.feed(checked(outline, refused), now))
                .toList();
        int added = store.addFeeds(feeds).size();
        return new ImportReport(added, feeds.size() - added, list.repeated(), refused, list.cut());
    }

    private Outline checked(Outline outline, List<Refusal> refused) {
        FeedOptions options = outline.options();
        String trouble = trouble(options.keep());
        trouble = trouble == null ? trouble(options.drop()) : trouble;
        if (trouble == null) {
            return outline;
        }
        refused.add(new Refusal("the rules of " + outline.title(), trouble));
        return new Outline(outline.title(), outline.url(), outline.category(), options.withRules(null, null));
    }

    private @Nullable String trouble(@Nullable String rule) {
        try {
            if (rule != null) {
                rules.check(rule);
            }
            return null;
        } catch (BadQuery e) {
            return e.getMessage();
        }
    }

    static byte[] write(Store store) {
        return Opml.write(
                "Dealscope feeds",
                store.feeds().stream().map(FeedLists::outline).toList());
    }
}
