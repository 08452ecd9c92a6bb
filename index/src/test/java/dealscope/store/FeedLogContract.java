package dealscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Article;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.crawler.FeedHistory;
import dealscope.crawler.FeedState;
import dealscope.crawler.Pace;
import dealscope.ledger.Resolver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the store promises of the log of feeds on either database, beside {@link FeedContract}. */
abstract class FeedLogContract extends FeedContract {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void articlesCountForTheFeedThatBroughtThemFirst() {
        store.addFeeds(List.of(feed("blog"), feed("wire")));
        store.saveVisit(
                feed("wire"), visit("wire", NOW), List.of(draft("a1", "wire", false), draft("a2", "wire", false)));
        store.saveVisit(feed("blog"), visit("blog", NOW), List.of(draft("a1", "blog", false)));
        assertEquals(0, stats("blog").articles());
        assertEquals(2, stats("wire").articles());
        assertEquals(2, stats("wire").full());
        assertEquals(2, stats("wire").articles90());
        assertNull(stats("wire").rhythm());
    }

    @Test
    void theRateIsThatOfTheLastFourWeeks() {
        FeedState old = added("old", NOW.minus(DAY.multipliedBy(400)), NOW);
        FeedState young = added("young", NOW.minus(DAY.multipliedBy(2)), NOW);
        store.addFeeds(List.of(old, young));
        publish(old, 1, 5, 27, 29, 60, 300);
        publish(young, 0, 1, 3);
        assertEquals(3 / 28.0, stats("old").perDay(), 1e-9);
        assertEquals(5, stats("old").articles90());
        assertEquals(1.0, stats("young").perDay(), 1e-9);
    }

    @Test
    void theRhythmOfAFeedThatIsQuietIsTheTimeBetweenItsDaysOfPublication() {
        FeedState weekly = added("weekly", NOW.minus(DAY.multipliedBy(400)), NOW.minus(DAY.multipliedBy(10)));
        FeedState busy = added("busy", NOW.minus(DAY.multipliedBy(400)), NOW.minus(DAY));
        store.addFeeds(List.of(weekly, busy));
        publish(weekly, 10, 10, 10, 17, 17, 24, 31, 390);
        publish(busy, 1, 2, 3, 4);
        assertEquals(DAY.multipliedBy(7), stats("weekly").rhythm());
        assertNull(stats("busy").rhythm());
    }

    @Test
    void pagesThatRobotsTxtRefusesAreCounted() {
        store.addFeeds(List.of(feed("wire")));
        store.saveVisit(feed("wire"), visit("wire", NOW), List.of(draft("a1", "wire", true)));
        store.savePage(article("a1", "wire", "Text"), pageVisit("wire", "a1"));
        assertEquals(1, stats("wire").robots28());
        assertEquals(1, store.feedLog().visits("wire", 9).size(), "visits to pages are not visits to the feed");
        assertEquals(2, store.visits("wire", 9).size());
    }

    @Test
    void theNewestArticlesComeFirst() {
        FeedState feed = feed("wire");
        store.addFeeds(List.of(feed));
        publish(feed, 5, 1, 9);
        assertEquals(List.of("wire-1", "wire-5"), store.feedLog().newestArticles("wire", 2));
    }

    @Test
    void aRemovedFeedIsForgottenAfterAWeekAndItsArticlesStay() {
        store.addFeeds(List.of(feed("wire"), feed("blog")));
        store.saveVisit(
                feed("wire"), visit("wire", NOW), List.of(draft("a1", "wire", false), draft("a2", "wire", true)));
        store.removeFeed("wire");
        assertEquals("wire", store.feedLog().removed().getFirst().feed().id());
        assertEquals(0, store.feedLog().purge(), "it can come back for a week");
        assertTrue(store.restoreFeed("wire"));
        store.removeFeed("wire");
        store.close();
        store = Store.open(url, new Resolver(), () -> NOW.plus(FeedLog.UNDO).plusSeconds(1));
        assertEquals(1, store.feedLog().purge());
        assertEquals(List.of(), store.feedLog().removed());
        assertFalse(store.restoreFeed("wire"));
        assertEquals(2, store.stats().articles());
        assertEquals(0, store.stats().pendingPages());
        assertEquals(2, store.unanalyzed(1, 9).size(), "the entry whose page was pending is read as it is");
        assertEquals(List.of(), store.visits("wire", 9));
        assertEquals(List.of("blog"), store.feeds().stream().map(FeedState::id).toList());
        store.addFeeds(List.of(feed("wire")));
        store.saveVisit(feed("wire"), visit("wire", NOW), List.of(draft("a1", "wire", false)));
        assertEquals(2, store.stats().articles(), "the same articles again are no new ones");
    }

    private FeedStats stats(String id) {
        return store.feedLog().stats().stream()
                .filter(each -> each.feedId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static FeedState added(String id, Instant at, Instant lastEntry) {
        FeedState feed = feed(id);
        return new FeedState(
                        id,
                        feed.url(),
                        feed.title(),
                        feed.category(),
                        at,
                        false,
                        feed.options(),
                        feed.validators(),
                        feed.history(),
                        feed.move())
                .withHistory(new FeedHistory(NOW, NOW, NOW, lastEntry, 0, null, Pace.UNKNOWN));
    }

    /** Stores an article for each number of days before now, named by feed and days. */
    private void publish(FeedState feed, int... daysAgo) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < daysAgo.length; i++) {
            String id = feed.id() + "-" + daysAgo[i] + (i > 0 && daysAgo[i] == daysAgo[i - 1] ? "-" + i : "");
            drafts.add(new Draft(id, published(id, feed.id(), NOW.minus(DAY.multipliedBy(daysAgo[i]))), false));
        }
        store.saveVisit(feed, visit(feed.id(), NOW), drafts);
    }

    private static Article published(String id, String feedId, @Nullable Instant at) {
        Article article = article(id, feedId, "Text of " + id);
        return new Article(
                id,
                article.urlKey(),
                article.url(),
                null,
                article.title(),
                article.text(),
                null,
                at,
                null,
                NOW,
                "en",
                "Wire",
                feedId,
                article.completeness(),
                null,
                false);
    }
}
