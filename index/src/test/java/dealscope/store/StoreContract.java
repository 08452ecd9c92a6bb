package dealscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.crawler.CrawlStore.PendingPage;
import dealscope.crawler.FeedHistory;
import dealscope.crawler.FeedMove;
import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.crawler.Outcome;
import dealscope.crawler.Pace;
import dealscope.crawler.Validators;
import dealscope.crawler.Visit;
import dealscope.deal.Analysis;
import dealscope.index.Change;
import dealscope.ledger.Resolver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store promises on either database. */
abstract class StoreContract {
    static final Instant NOW = Instant.parse("2026-05-07T08:00:00Z");

    String url = "";
    Store store;

    /** The URL of an empty database. */
    abstract String freshUrl() throws Exception;

    @BeforeEach
    void open() throws Exception {
        url = freshUrl();
        store = open(url);
    }

    static Store open(String url) {
        return Store.open(url, new Resolver(), () -> NOW);
    }

    @AfterEach
    void close() {
        store.close();
    }

    // -- crawl

    @Test
    void savingTheSameVisitTwiceDoublesNothing() {
        store.addFeeds(List.of(feed("wire")));
        List<Draft> drafts = List.of(draft("a1", "wire", true), draft("a2", "wire", true));
        assertEquals(
                2, store.saveVisit(feed("wire"), visit("wire", NOW), drafts).fresh());
        assertEquals(
                0,
                store.saveVisit(feed("wire"), visit("wire", NOW.plusSeconds(1)), drafts)
                        .fresh());
        assertEquals(2, store.stats().articles());
        assertEquals(2, store.stats().pendingPages());
        assertEquals(2, store.visits("wire", 9).size());
        assertEquals(NOW.plusSeconds(1), store.visits("wire", 1).getFirst().at());
    }

    @Test
    void aVisitComesBackAsItWasStored() {
        store.addFeeds(List.of(feed("wire")));
        Visit stored = store.saveVisit(feed("wire"), visit("wire", NOW), List.of(draft("a1", "wire", true)));
        assertEquals(List.of(stored), store.visits("wire", 9));
    }

    @Test
    void aVisitOfAFeedThatIsGoneStoresNothing() {
        assertEquals(
                0,
                store.saveVisit(feed("gone"), visit("gone", NOW), List.of(draft("a1", "gone", true)))
                        .fresh());
        assertEquals(0, store.stats().articles());
    }

    @Test
    void theSameArticleFromTwoFeedsAtOnceIsOneArticleWithTwoEntries() throws Exception {
        store.addFeeds(List.of(feed("wire"), feed("blog")));
        for (int round = 0; round < 20; round++) {
            String id = "a" + round;
            List<Integer> fresh = atOnce(List.of(
                    () -> store.saveVisit(feed("wire"), visit("wire", NOW), List.of(draft(id, "wire", true)))
                            .fresh(),
                    () -> store.saveVisit(feed("blog"), visit("blog", NOW), List.of(draft(id, "blog", true)))
                            .fresh()));
            assertEquals(List.of(1, 1), fresh);
        }
        assertEquals(20, store.stats().articles());
        assertEquals(
                20,
                store.feedLog().stats().stream().mapToInt(FeedStats::articles).sum());
    }

    @Test
    void aPageIsPendingUntilItIsSavedAndSurvivesAnEnd() {
        store.addFeeds(List.of(feed("wire"), feed("blog")));
        store.saveVisit(feed("wire"), visit("wire", NOW), List.of(draft("a1", "wire", true)));
        store.saveVisit(
                feed("blog"), visit("blog", NOW), List.of(draft("a2", "blog", true), draft("a3", "blog", false)));
        store.close();
        store = open(url);
        assertEquals(List.of("blog", "wire"), store.feedsWithPendingPages(NOW, 9));
        assertEquals(List.of("a1"), pending("wire", NOW));
        assertEquals(List.of("a2"), pending("blog", NOW));
        Article page = article("a1", "wire", "The whole text of the page.");
        store.savePage(page, pageVisit("wire", "a1"));
        assertEquals(List.of(), pending("wire", NOW));
        assertEquals(List.of("blog"), store.feedsWithPendingPages(NOW, 9));
        assertEquals(page, store.article("a1").orElseThrow().article());
        assertEquals("a1", store.visits("wire", 1).getFirst().articleId());
    }

    private List<String> pending(String feedId, Instant now) {
        return store.pendingPages(feedId, now, 9).stream()
                .map(page -> page.article().id())
                .toList();
    }

    @Test
    void anAttemptAtAPageIsLoggedAndSurvivesAnEnd() {
        store.addFeeds(List.of(feed("wire")));
        store.saveVisit(feed("wire"), visit("wire", NOW), List.of(draft("a1", "wire", true)));
        store.postponePage("a1", "It was asleep.", 2, NOW.plusSeconds(600), pageVisit("wire", "a1"));
        store.close();
        store = open(url);
        assertEquals(List.of(), pending("wire", NOW.plusSeconds(599)));
        assertEquals(List.of(), store.feedsWithPendingPages(NOW.plusSeconds(599), 9));
        PendingPage page = store.pendingPages("wire", NOW.plusSeconds(600), 9).getFirst();
        assertEquals(2, page.attempts());
        assertEquals("It was asleep.", page.article().reason());
        assertEquals("a1", store.visits("wire", 1).getFirst().articleId());
        store.savePage(page.article(), pageVisit("wire", "a1"));
        store.postponePage("a1", "Too late.", 3, NOW, pageVisit("wire", "a1"));
        assertEquals(0, store.stats().pendingPages());
        assertEquals(3, store.visits("wire", 9).size());
    }

    @Test
    void aHostThatAskedForAPauseIsRemembered() {
        store.pauseHost("a.test", NOW.plusSeconds(60));
        store.pauseHost("a.test", NOW.plusSeconds(30));
        store.pauseHost("b.test:8080", NOW.plusSeconds(90));
        store.close();
        store = open(url);
        assertEquals(Map.of("a.test", NOW.plusSeconds(60), "b.test:8080", NOW.plusSeconds(90)), store.hostPauses(NOW));
        assertEquals(Map.of("b.test:8080", NOW.plusSeconds(90)), store.hostPauses(NOW.plusSeconds(60)));
        store.pauseHost("b.test:8080", NOW.plusSeconds(120));
        assertEquals(NOW.plusSeconds(120), store.hostPauses(NOW).get("b.test:8080"));
    }

    @Test
    void anotherScheduleTakesEffectAtOnce() {
        FeedState feed = due("wire", NOW.plusSeconds(900));
        store.addFeeds(List.of(feed));
        store.changeFeed(feed.withOptions(feed.options().withNote("Read me.")));
        assertEquals(List.of(), store.dueFeeds(NOW, 9));
        store.changeFeed(feed.withOptions(feed.options().withSchedule(Duration.ofHours(2), null)));
        assertEquals(1, store.dueFeeds(NOW, 9).size());
    }

    @Test
    void aFeedThatWasAskedInTheFutureIsDueBecauseTheClockWasPutBack() {
        FeedState feed = due("wire", NOW.plus(Duration.ofDays(3_650)));
        Instant wrong = NOW.plus(Duration.ofDays(3_649));
        store.addFeeds(List.of(feed.withHistory(
                new FeedHistory(feed.history().nextCheck(), wrong, wrong, null, 0, null, Pace.UNKNOWN))));
        assertEquals(1, store.dueFeeds(NOW, 9).size());
    }

    @Test
    void hostileTextKeepsItsLengthInEitherDatabase() {
        store.addFeeds(List.of(feed("wire")));
        Article article = article("a1", "wire", "nul \0 half \uD83D pair \uD83D\uDE00 end");
        store.saveVisit(feed("wire"), visit("wire", NOW), List.of(new Draft("guid \0", article, false)));
        assertEquals(
                "nul \uFFFD half \uFFFD pair \uD83D\uDE00 end",
                store.article("a1").orElseThrow().article().text());
        store.saveAnalysis(article, Analysis.EMPTY, 1);
        assertEquals(List.of(), store.unanalyzed(1, 9));
    }

    // -- analyses

    @Test
    void anArticleIsReadWhenSettledWhenChangedAndWhenTheAnalyzerIsNewer() {
        store.addFeeds(List.of(feed("wire")));
        store.saveVisit(
                feed("wire"), visit("wire", NOW), List.of(draft("a1", "wire", false), draft("a2", "wire", true)));
        assertEquals(List.of("a1"), ids(store.unanalyzed(1, 9)));
        store.saveAnalysis(store.unanalyzed(1, 9).getFirst(), Analysis.EMPTY, 1);
        assertEquals(List.of(), store.unanalyzed(1, 9));
        assertEquals(List.of("a1"), ids(store.unanalyzed(2, 9)));
        store.savePage(article("a1", "wire", "edited"), pageVisit("wire", "a1"));
        assertEquals(List.of("a1"), ids(store.unanalyzed(1, 9)));
    }

    @Test
    void anAnalysisOfATextThatChangedMeanwhileIsMadeAgain() {
        store.addFeeds(List.of(feed("wire")));
        store.saveVisit(feed("wire"), visit("wire", NOW), List.of(draft("a1", "wire", false)));
        Article before = store.unanalyzed(1, 9).getFirst();
        store.savePage(article("a1", "wire", "edited"), pageVisit("wire", "a1"));
        store.saveAnalysis(before, Analysis.EMPTY, 1);
        assertEquals(List.of("a1"), ids(store.unanalyzed(1, 9)));
    }

    @Test
    void anErrorIsRememberedAndDoesNotComeAgain() {
        store.addFeeds(List.of(feed("wire")));
        store.saveVisit(feed("wire"), visit("wire", NOW), List.of(draft("a1", "wire", false)));
        assertNull(store.article("a1").orElseThrow().analysis());
        store.saveAnalysisError(store.unanalyzed(1, 9).getFirst(), "too deep", 1);
        assertEquals("too deep", store.article("a1").orElseThrow().analysisError());
        assertEquals(List.of(), store.unanalyzed(1, 9));
        assertEquals(0, store.stats().unread());
    }

    // -- changes

    @Test
    void changesComeInOrderOnceForEachObjectAndOnlyWhenSettled() {
        store.addFeeds(List.of(feed("wire")));
        store.saveVisit(
                feed("wire"), visit("wire", NOW), List.of(draft("a1", "wire", false), draft("a2", "wire", true)));
        assertEquals(List.of("a1"), changeIds(0));
        store.savePage(article("a2", "wire", "page"), pageVisit("wire", "a2"));
        store.savePage(article("a1", "wire", "edited"), pageVisit("wire", "a1"));
        assertEquals(List.of("a2", "a1"), changeIds(0));
        assertEquals(List.of("a1", "a2"), store.ids());
        Change first = store.changesAfter(0, 1).getFirst();
        assertEquals("a2", first.id());
        assertEquals(List.of("a1"), changeIds(first.seq()));
        Change.OfArticle article =
                (Change.OfArticle) store.changesAfter(first.seq(), 9).getFirst();
        assertEquals("edited", article.article().text());
        assertEquals(Analysis.EMPTY, article.analysis());
    }

    @Test
    void noChangeIsEverMissedWhileManyWrite() throws Exception {
        store.addFeeds(List.of(feed("wire")));
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            int number = writer;
            writers.add(() -> {
                for (int i = 0; i < 25; i++) {
                    String id = "a" + number + "-" + i;
                    store.saveVisit(feed("wire"), visit("wire", NOW), List.of(draft(id, "wire", false)));
                }
                return 0;
            });
        }
        Set<String> seen = new TreeSet<>();
        writers.add(() -> {
            long cursor = 0;
            while (seen.size() < 100) {
                for (Change change : store.changesAfter(cursor, 7)) {
                    assertTrue(change.seq() > cursor);
                    cursor = change.seq();
                    seen.add(change.id());
                }
            }
            return 0;
        });
        atOnce(writers);
        assertEquals(store.ids(), List.copyOf(seen));
    }

    @Test
    void theEpochIsTheStoresOwnAndLasts() throws Exception {
        String epoch = store.epoch();
        store.close();
        store = open(url);
        assertEquals(epoch, store.epoch());
        try (Store other = open(freshUrl())) {
            assertNotEquals(epoch, other.epoch());
        }
    }

    @Test
    void aReaderBesideTheWriterSeesButCannotWrite() {
        store.addFeeds(List.of(feed("wire")));
        try (Store reader = Store.openReadOnly(url)) {
            assertEquals(store.epoch(), reader.epoch());
            assertEquals(1, reader.feeds().size());
            store.addFeeds(List.of(feed("blog")));
            assertEquals(2, reader.feeds().size());
            assertThrows(StoreException.class, () -> reader.removeFeed("wire"));
        }
    }

    // -- making things

    List<String> changeIds(long cursor) {
        return store.changesAfter(cursor, 99).stream().map(Change::id).toList();
    }

    static List<String> ids(List<Article> articles) {
        return articles.stream().map(Article::id).toList();
    }

    static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    static FeedState feed(String id) {
        return due(id, null);
    }

    static FeedState due(String id, Instant next) {
        FeedState feed = unvisited(id, false);
        return new FeedState(
                feed.id(),
                feed.url(),
                feed.title(),
                null,
                NOW.minusSeconds(6000),
                false,
                FeedOptions.DEFAULT,
                new Validators("https://cdn.example/feed", "\"tag\"", "Thu, 07 May 2026 08:00:00 GMT", "hash"),
                new FeedHistory(
                        next, NOW.minusSeconds(60), NOW.minusSeconds(60), NOW.minusSeconds(600), 0, null, Pace.UNKNOWN),
                FeedMove.NONE);
    }

    static FeedState sampleFeed(String id) {
        return unvisited(id, true);
    }

    private static FeedState unvisited(String id, boolean sample) {
        return FeedState.unvisited(id, "https://" + id + ".example/feed", id, null, NOW, sample, FeedOptions.DEFAULT);
    }

    static FeedState named(FeedState feed, String title, boolean enabled) {
        return feed.named(title, feed.category()).withEnabled(enabled);
    }

    static Visit visit(String feedId, Instant at) {
        return new Visit(feedId, null, "https://" + feedId, at, Duration.ofMillis(120), Outcome.OK, null, 200, 9, 2, 0);
    }

    static Visit pageVisit(String feedId, String articleId) {
        return new Visit(
                feedId,
                articleId,
                "https://" + articleId,
                NOW.plusSeconds(60),
                Duration.ofMillis(120),
                Outcome.ROBOTS,
                "robots.txt says no",
                200,
                9,
                0,
                0);
    }

    static Draft draft(String id, String feedId, boolean fetchPage) {
        return new Draft("guid-" + id, article(id, feedId, "Text of " + id), fetchPage);
    }

    static Article article(String id, String feedId, String text) {
        return new Article(
                id,
                "wire.example/" + id,
                "https://wire.example/" + id,
                null,
                "Title of " + id,
                text,
                "An Author",
                NOW.minusSeconds(3600),
                null,
                NOW,
                "en",
                "Wire",
                feedId,
                Completeness.FULL,
                null,
                false);
    }
}
