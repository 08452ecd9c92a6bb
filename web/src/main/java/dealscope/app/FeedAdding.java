package dealscope.app;

import dealscope.article.UrlKey;
import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.source.Candidate;
import dealscope.source.Discovery;
import dealscope.source.Opml.Outline;
import dealscope.store.Store;
import dealscope.web.site.Actions.AddFeed;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows what people type: a feed, or the feed of the site it belongs to. */
final class FeedAdding {
    private final Store store;
    private final Discovery discovery;
    private final InstantSource clock;

    FeedAdding(Store store, Discovery discovery, InstantSource clock) {
        this.store = store;
        this.discovery = discovery;
        this.clock = clock;
    }

    /**
     * What to call a new feed, and where to keep it.
     *
     * @param title null: as the feed calls itself
     */
    record Wish(@Nullable String title, @Nullable String category) {
        static final Wish NONE = new Wish(null, null);
    }

    /** Asks the web for the feeds of this address, and follows the one there is. */
    AddFeed add(String address, Wish wish) {
        AddFeed known = known(address.strip());
        if (known != null) {
            return known;
        }
        return switch (discovery.find(address)) {
            case Discovery.Found.Nothing nothing -> new AddFeed.Refused(nothing.reason());
            case Discovery.Found.Feeds feeds -> {
                Candidate sure = feeds.sure();
                yield sure == null ? new AddFeed.Choice(feeds.candidates()) : follow(sure.url(), sure.title(), wish);
            }
        };
    }

    /** Follows exactly this address, asking nobody. */
    AddFeed follow(String address, Wish wish) {
        String refusal = FeedLists.refusal(address);
        return refusal != null ? new AddFeed.Refused(refusal) : follow(address.strip(), null, wish);
    }

    private AddFeed follow(String url, @Nullable String found, Wish wish) {
        AddFeed known = known(url);
        if (known != null) {
            return known;
        }
        String title = wish.title() != null ? wish.title() : found != null ? found : url;
        FeedState feed = FeedLists.feed(new Outline(title, url, wish.category(), FeedOptions.DEFAULT), clock.instant());
        List<FeedState> added = store.addFeeds(List.of(feed));
        return added.isEmpty()
                ? new AddFeed.Known(feed.id())
                : new AddFeed.Added(added.getFirst().id());
    }

    private @Nullable AddFeed known(String url) {
        String key = UrlKey.of(url);
        return store.feeds().stream()
                .filter(feed -> UrlKey.of(feed.url()).equals(key))
                .findFirst()
                .map(feed -> new AddFeed.Known(feed.id()))
                .orElse(null);
    }
}
