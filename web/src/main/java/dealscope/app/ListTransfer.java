package dealscope.app;

import dealscope.crawler.FeedState;
import dealscope.source.Opml;
import dealscope.store.Store;
import dealscope.web.site.Actions.ImportReport;
import java.time.Instant;
import java.util.List;

/** Lists of feeds into the store and out of it. */
final class ListTransfer {
    private ListTransfer() {}

    static ImportReport read(byte[] opml, Store store, Instant now) {
        Opml.Listing list = Opml.read(opml);
        List<FeedState> feeds = list.feeds().stream()
                .map(outline -> FeedLists.feed(outline, now))
                .toList();
        int added = store.addFeeds(feeds).size();
        return new ImportReport(added, feeds.size() - added, list.repeated(), list.refused(), list.cut());
    }

    static byte[] write(Store store) {
        return Opml.write(
                "Dealscope feeds",
                store.feeds().stream().map(FeedLists::outline).toList());
    }
}
