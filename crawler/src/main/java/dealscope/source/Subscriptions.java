package dealscope.source;

import dealscope.crawler.FeedState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What {@link WebSub} asks of the store. Every method is one transaction; all are safe to call from many threads. */
public interface Subscriptions {
    Optional<Subscription> byFeed(String feedId);

    Optional<Subscription> byToken(String token);

    /** Those whose next try is not after {@code now}, the longest waiting first. */
    List<Subscription> due(Instant now, int limit);

    /** Those that are not ending though their feed is not followed any more, or is switched off. */
    List<Subscription> orphans(int limit);

    /** Stores it in the place of the feed's former one. */
    void save(Subscription subscription);

    void remove(String feedId);

    Optional<FeedState> feed(String feedId);

    /** Makes the feed due as soon as it may be asked again. */
    void makeDue(String feedId, Instant now);
}
