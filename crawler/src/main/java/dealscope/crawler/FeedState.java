package dealscope.crawler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed we follow and all we remember of it between visits. A value; after a visit there is a new one.
 *
 * @param id made by us from the address at the time it was added
 * @param url current address; moves only after repeated permanent redirects
 * @param title shown to people: the user's, else the feed's own, else the host
 * @param category folder in OPML, or null
 * @param sample whether it belongs to the sample collection
 * @param options what the user set
 * @param validators of the last document that was read
 * @param history of the visits
 * @param move the address to which it seems to be moving
 */
public record FeedState(
        String id,
        String url,
        String title,
        @Nullable String category,
        Instant added,
        boolean sample,
        FeedOptions options,
        Validators validators,
        FeedHistory history,
        FeedMove move) {
    /** A feed that was never visited. */
    public static FeedState unvisited(
            String id,
            String url,
            String title,
            @Nullable String category,
            Instant added,
            boolean sample,
            FeedOptions options) {
        return new FeedState(
                id, url, title, category, added, sample, options, Validators.NONE, FeedHistory.NONE, FeedMove.NONE);
    }

    /** The same feed under a title and a category that somebody chose. */
    public FeedState named(String newTitle, @Nullable String newCategory) {
        return new FeedState(id, url, newTitle, newCategory, added, sample, options, validators, history, move);
    }

    public FeedState withOptions(FeedOptions changed) {
        return new FeedState(id, url, title, category, added, sample, changed, validators, history, move);
    }

    public FeedState withHistory(FeedHistory changed) {
        return new FeedState(id, url, title, category, added, sample, options, validators, changed, move);
    }

    /** The same feed, switched on or off. */
    public FeedState withEnabled(boolean on) {
        return withOptions(options.withEnabled(on));
    }
}
