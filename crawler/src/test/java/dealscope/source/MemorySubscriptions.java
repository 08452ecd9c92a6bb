package dealscope.source;

import dealscope.crawler.FeedState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contract of {@link Subscriptions}, in memory. */
final class MemorySubscriptions implements Subscriptions {
    final Map<String, FeedState> feeds = new LinkedHashMap<>();
    final List<String> due = new ArrayList<>();
    private final Map<String, Subscription> byFeed = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Subscription> byFeed(String feedId) {
        return Optional.ofNullable(byFeed.get(feedId));
    }

    @Override
    public synchronized Optional<Subscription> byToken(String token) {
        return byFeed.values().stream()
                .filter(each -> each.token().equals(token))
                .findFirst();
    }

    @Override
    public synchronized List<Subscription> due(Instant now, int limit) {
        return byFeed.values().stream()
                .filter(each -> each.nextTry() != null && !each.nextTry().isAfter(now))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Subscription> orphans(int limit) {
        return byFeed.values().stream()
                .filter(each -> each.state() != Subscription.State.ENDING)
                .filter(each -> !feeds.containsKey(each.feedId())
                        || !feeds.get(each.feedId()).options().enabled())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void save(Subscription subscription) {
        byFeed.put(subscription.feedId(), subscription);
    }

    @Override
    public synchronized void remove(String feedId) {
        byFeed.remove(feedId);
    }

    @Override
    public Optional<FeedState> feed(String feedId) {
        return Optional.ofNullable(feeds.get(feedId));
    }

    @Override
    public void makeDue(String feedId, Instant now) {
        due.add(feedId);
    }
}
