package dealscope.crawler;

import dealscope.article.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The contract of {@link CrawlStore}, in memory: every method is one step. */
public final class MemoryStore implements CrawlStore {
    private final Map<String, FeedState> feeds = new LinkedHashMap<>();
    private final Map<String, Article> articles = new LinkedHashMap<>();
    private final Set<String> entries = new HashSet<>();
    private final Map<String, Draft> dropped = new LinkedHashMap<>();
    private final Set<String> pending = new LinkedHashSet<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Map<String, Instant> next = new HashMap<>();
    private final Map<String, Instant> pauses = new HashMap<>();
    private final List<Visit> visits = new ArrayList<>();

    public MemoryStore(List<FeedState> feeds) {
        feeds.forEach(feed -> this.feeds.put(feed.id(), feed));
    }

    public static FeedState feed(String url, Instant added) {
        return FeedState.unvisited(Ids.feed(url), url, Hosts.name(url), null, added, false, FeedOptions.DEFAULT);
    }

    public synchronized void put(FeedState feed) {
        feeds.put(feed.id(), feed);
    }

    public synchronized List<Article> articles() {
        return List.copyOf(articles.values());
    }

    public synchronized List<Draft> dropped() {
        return List.copyOf(dropped.values());
    }

    public synchronized Article article(String url) {
        return articles.values().stream()
                .filter(article -> article.url().equals(url))
                .findFirst()
                .orElseThrow();
    }

    public synchronized List<Visit> visits() {
        return List.copyOf(visits);
    }

    public synchronized Visit lastVisit(String feedId) {
        return visits.stream()
                .filter(visit -> visit.feedId().equals(feedId) && visit.articleId() == null)
                .toList()
                .getLast();
    }

    @Override
    public synchronized List<FeedState> feeds() {
        return List.copyOf(feeds.values());
    }

    @Override
    public synchronized Optional<FeedState> feed(String id) {
        return Optional.ofNullable(feeds.get(id));
    }

    @Override
    public synchronized List<FeedState> dueFeeds(Instant now, int limit) {
        return feeds.values().stream()
                .filter(feed -> feed.options().enabled()
                        && (feed.history().nextCheck() == null
                                || !feed.history().nextCheck().isAfter(now)))
                .sorted(Comparator.comparing(
                        feed -> feed.history().nextCheck(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Visit saveVisit(FeedState after, Visit visit, List<Draft> drafts) {
        feeds.put(after.id(), after);
        return saveEntries(after.id(), visit, drafts);
    }

    @Override
    public synchronized Visit saveEntries(String feedId, Visit visit, List<Draft> drafts) {
        int fresh = 0;
        for (Draft draft : drafts) {
            String entry = feedId + " " + draft.guid();
            if (draft.dropped()) {
                if (!entries.contains(entry)) {
                    dropped.put(entry, draft);
                }
            } else if (entries.add(entry)) {
                dropped.remove(entry);
                fresh++;
                Article article = draft.article();
                if (articles.putIfAbsent(article.id(), article) == null && draft.fetchPage()) {
                    pending.add(article.id());
                }
            }
        }
        var stored = new Visit(
                visit.feedId(),
                visit.articleId(),
                visit.url(),
                visit.at(),
                visit.took(),
                visit.outcome(),
                visit.reason(),
                visit.status(),
                visit.bytes(),
                visit.entries(),
                fresh);
        visits.add(stored);
        return stored;
    }

    /** Whatever waits, due or not. */
    synchronized List<Article> pendingPages() {
        return pending.stream().map(articles::get).toList();
    }

    private boolean isDue(String articleId, Instant now) {
        return !next.getOrDefault(articleId, Instant.MIN).isAfter(now);
    }

    @Override
    public synchronized List<String> feedsWithPendingPages(Instant now, int limit) {
        return pending.stream()
                .filter(id -> isDue(id, now))
                .map(id -> articles.get(id).feedId())
                .distinct()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<PendingPage> pendingPages(String feedId, Instant now, int limit) {
        return pending.stream()
                .filter(id -> isDue(id, now))
                .map(articles::get)
                .filter(article -> article.feedId().equals(feedId))
                .map(article -> new PendingPage(article, attempts.getOrDefault(article.id(), 0)))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void postponePage(String articleId, String reason, int made, Instant again, Visit visit) {
        attempts.put(articleId, made);
        next.put(articleId, again);
        visits.add(visit);
    }

    @Override
    public synchronized Map<String, Instant> hostPauses(Instant now) {
        return Map.copyOf(pauses);
    }

    @Override
    public synchronized void pauseHost(String host, Instant until) {
        pauses.merge(host, until, (a, b) -> a.isAfter(b) ? a : b);
    }

    @Override
    public synchronized void savePage(Article article, Visit visit) {
        if (!pending.remove(article.id())) {
            throw new IllegalStateException("a page was stored twice: " + article.url());
        }
        articles.put(article.id(), article);
        visits.add(visit);
    }
}
