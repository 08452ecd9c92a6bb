package dealscope.app;

import dealscope.crawler.FeedState;
import dealscope.store.Store;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command on one feed, named by id or address. */
abstract class OneFeedCommand implements Callable<Integer> {
    @Mixin
    DataOptions data = new DataOptions();

    @Parameters(paramLabel = "FEED", description = "Id or address of a feed.")
    String name = "";

    /** @return what {@code act} returns for the feed; 1 when there is no such feed, which it says on standard error */
    final int onFeed(Store store, ToIntFunction<FeedState> act) {
        FeedState feed = FeedsCommand.find(store, name);
        if (feed == null) {
            FeedsCommand.unknown(name);
            return 1;
        }
        return act.applyAsInt(feed);
    }
}
