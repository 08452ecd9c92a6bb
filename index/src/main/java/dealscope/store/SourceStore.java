package dealscope.store;

import dealscope.article.Article;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.crawler.FeedState;
import dealscope.source.Subscription;
import dealscope.source.Subscriptions;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The store's part about the sources of feeds; {@link Store#sources}. Promises what the store promises. */
public final class SourceStore implements Subscriptions {
    private static final int PAGE = 100;

    private final Database database;
    private final LedgerRules rules;

    SourceStore(Database database, LedgerRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /** Entries that the feed's rules drop, those that were met last first. */
    public List<DroppedEntry> dropped(String feedId, int limit) {
        return database.read(handle -> new DroppedTable(handle).newest(feedId, limit));
    }

    public int droppedCount(String feedId) {
        return database.read(handle -> new DroppedTable(handle).count(feedId));
    }

    /** Hands over every dropped entry of the feed, a bounded number in memory. */
    public void forEachDropped(String feedId, Consumer<Article> consumer) {
        String last = "";
        for (List<Draft> page = dropped(feedId, last); !page.isEmpty(); page = dropped(feedId, last)) {
            page.forEach(draft -> consumer.accept(draft.article()));
            last = page.getLast().guid();
        }
    }

    /** Hands over every stored article that the feed carried, a bounded number in memory. */
    public void forEachArticle(String feedId, Consumer<Article> consumer) {
        String last = "";
        for (List<Article> page = articles(feedId, last); !page.isEmpty(); page = articles(feedId, last)) {
            page.forEach(consumer);
            last = page.getLast().id();
        }
    }

    /** Which of these articles are in the store. */
    public Set<String> known(List<String> articleIds) {
        Set<String> known = new HashSet<>();
        for (int from = 0; from < articleIds.size(); from += PAGE) {
            List<String> some = articleIds.subList(from, Math.min(articleIds.size(), from + PAGE));
            known.addAll(database.read(handle -> new ArticleTable(handle).known(some)));
        }
        return known;
    }

    /**
     * Brings back the dropped entries that rules no longer drop, as if they came now.
     *
     * @return how many came back
     */
    public int reconsider(String feedId, Predicate<Article> dropping, Instant now) {
        int back = 0;
        String last = "";
        for (List<Draft> page = dropped(feedId, last); !page.isEmpty(); page = dropped(feedId, last)) {
            last = page.getLast().guid();
            List<Draft> passing = page.stream()
                    .filter(draft -> !dropping.test(draft.article()))
                    .map(draft -> draft.withDropped(false))
                    .toList();
            back += database.write(
                    handle -> new Arrivals(handle, new ArticleRemoval(handle, rules)).add(feedId, passing, now, false));
        }
        return back;
    }

    @Override
    public Optional<Subscription> byFeed(String feedId) {
        return database.read(handle -> new WebSubTable(handle).byFeed(feedId));
    }

    @Override
    public Optional<Subscription> byToken(String token) {
        return database.read(handle -> new WebSubTable(handle).byToken(token));
    }

    @Override
    public List<Subscription> due(Instant now, int limit) {
        return database.read(handle -> new WebSubTable(handle).due(now, limit));
    }

    @Override
    public List<Subscription> orphans(int limit) {
        return database.read(handle -> new WebSubTable(handle).orphans(limit));
    }

    @Override
    public void save(Subscription subscription) {
        database.write(handle -> {
            new WebSubTable(handle).save(subscription);
            return true;
        });
    }

    @Override
    public void remove(String feedId) {
        database.write(handle -> {
            new WebSubTable(handle).remove(feedId);
            return true;
        });
    }

    @Override
    public Optional<FeedState> feed(String feedId) {
        return database.read(handle -> new FeedTable(handle).byId(feedId));
    }

    @Override
    public void makeDue(String feedId, Instant now) {
        database.write(handle -> {
            new FeedTable(handle).makeDue(List.of(feedId), now, now);
            return true;
        });
    }

    private List<Draft> dropped(String feedId, String after) {
        return database.read(handle -> new DroppedTable(handle).after(feedId, after, PAGE));
    }

    private List<Article> articles(String feedId, String after) {
        return database.read(handle -> new ArticleTable(handle).ofFeed(feedId, after, PAGE));
    }
}
