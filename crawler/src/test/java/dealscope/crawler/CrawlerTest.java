package dealscope.crawler;

import static dealscope.crawler.CrawlFixture.RSS;
import static dealscope.crawler.CrawlFixture.item;
import static dealscope.crawler.CrawlFixture.page;
import static dealscope.crawler.CrawlFixture.rss;
import static dealscope.fetch.FaultServer.answer;
import static dealscope.fetch.FaultServer.conditional;
import static dealscope.fetch.FaultServer.ok;
import static dealscope.fetch.FaultServer.raw;
import static dealscope.fetch.FaultServer.redirect;
import static dealscope.fetch.FaultServer.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.crawler.PageReader.PageText;
import dealscope.fetch.FaultServer.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a well-behaved feed reader does, over real HTTP. */
@Timeout(60)
class CrawlerTest {
    private static final Duration DAY = Duration.ofHours(24);

    private final CrawlFixture crawl = new CrawlFixture();

    @AfterEach
    void stop() {
        crawl.close();
    }

    private static Map<String, String> lastHeaders(List<Seen> requests) {
        return requests.getLast().headers();
    }

    @Test
    void validatorsAreSentBackAfterARestart() {
        crawl.server.on("/feed", conditional(RSS, rss("T"), "W/\"abc\"", "yesterday"));
        FeedState feed = crawl.follow("http://a.test/feed");
        crawl.refresh();
        assertFalse(lastHeaders(crawl.server.log()).containsKey("if-none-match"));
        crawl.pass(DAY);
        crawl.restart();
        crawl.refresh();
        assertEquals("W/\"abc\"", lastHeaders(crawl.server.log()).get("if-none-match"));
        assertEquals("yesterday", lastHeaders(crawl.server.log()).get("if-modified-since"));
        assertEquals(Outcome.NOT_MODIFIED, crawl.store.lastVisit(feed.id()).outcome());
        assertEquals(2, crawl.server.requests("/feed").size());
    }

    @Test
    void aFeedWithoutValidatorsIsAskedWithoutThemAndOnceADay() {
        crawl.server.on("/feed", ok(RSS, rss("T")));
        FeedState feed = crawl.follow("http://a.test/feed");
        crawl.refresh();
        assertEquals(CrawlFixture.START.plus(DAY), crawl.state(feed).history().nextCheck());
        crawl.pass(DAY);
        crawl.refresh();
        assertFalse(lastHeaders(crawl.server.log()).containsKey("if-none-match"));
        assertFalse(lastHeaders(crawl.server.log()).containsKey("if-modified-since"));
    }

    @Test
    void aChangedEtagIsStoredThoughTheDateAndTheBytesStayed() {
        crawl.server.on("/feed", ok(RSS, rss("T"), "ETag: \"1\"", "Last-Modified: Mon"));
        FeedState feed = crawl.follow("http://a.test/feed");
        crawl.refresh();
        crawl.server.on("/feed", ok(RSS, rss("T"), "ETag: \"2\"", "Last-Modified: Mon"));
        crawl.pass(DAY);
        crawl.refresh();
        assertEquals("\"2\"", crawl.state(feed).validators().etag());
        assertEquals(Outcome.OK, crawl.store.lastVisit(feed.id()).outcome());
    }

    @Test
    void notModifiedRefreshesValidatorsAndClearsTheErrorCount() {
        crawl.server.on("/feed", ok(RSS, rss("T"), "ETag: \"1\""));
        FeedState feed = crawl.follow("http://a.test/feed");
        crawl.refresh();
        crawl.server.on("/feed", status("500 Broken", "ETag: \"broken\""));
        crawl.pass(DAY);
        crawl.refresh();
        assertEquals(1, crawl.state(feed).history().failures());
        assertEquals("\"1\"", crawl.state(feed).validators().etag());
        assertNotNull(crawl.state(feed).history().reason());
        crawl.server.on("/feed", raw("HTTP/1.1 304 Same\r\nLast-Modified: Tue\r\nConnection: close\r\n\r\n"));
        crawl.pass(DAY);
        crawl.refresh();
        FeedState after = crawl.state(feed);
        assertEquals("\"1\"", after.validators().etag());
        assertEquals("Tue", after.validators().lastModified());
        assertEquals(0, after.history().failures());
        assertNull(after.history().reason());
        assertEquals(crawl.instant(), after.history().lastSuccess());
    }

    @Test
    void aFalseNotModifiedIsAnErrorAndWipesNothing() {
        crawl.server.on("/feed", raw("HTTP/1.1 304 Same\r\nETag: \"x\"\r\nConnection: close\r\n\r\n"));
        FeedState feed = crawl.follow("http://a.test/feed");
        crawl.refresh();
        assertEquals(Outcome.HTTP_ERROR, crawl.store.lastVisit(feed.id()).outcome());
        assertNull(crawl.state(feed).validators().etag());
        assertNull(crawl.state(feed).history().lastSuccess());
    }

    @Test
    void validatorsThatAreNoLongerSentAreDropped() {
        crawl.server.on("/feed", ok(RSS, rss("T"), "ETag: \"1\"", "Last-Modified: Mon"));
        FeedState feed = crawl.follow("http://a.test/feed");
        crawl.refresh();
        crawl.server.on("/feed", ok(RSS, rss("U")));
        crawl.pass(DAY);
        crawl.refresh();
        assertNull(crawl.state(feed).validators().etag());
        assertNull(crawl.state(feed).validators().lastModified());
    }

    @Test
    void aPageInsteadOfAFeedKeepsValidatorsAndEntries() {
        crawl.server.on("/feed", ok(RSS, rss("T", item("1", "One", "http://a.test/1", "d")), "ETag: \"1\""));
        FeedState feed = crawl.follow("http://a.test/feed");
        crawl.refresh();
        crawl.server.on("/feed", ok("text/html", "<!DOCTYPE html><html><p>Sorry</p></html>", "ETag: \"html\""));
        crawl.pass(DAY);
        crawl.refresh();
        assertEquals(Outcome.NOT_A_FEED, crawl.store.lastVisit(feed.id()).outcome());
        assertEquals("\"1\"", crawl.state(feed).validators().etag());
        assertEquals(1, crawl.store.articles().size());
    }

    @Test
    void refreshingAllTwiceAsksOnce() {
        crawl.server.on("/feed", ok(RSS, rss("T"), "ETag: \"1\""));
        crawl.follow("http://a.test/feed");
        crawl.refreshAll();
        crawl.restart();
        crawl.pass(Duration.ofMinutes(9));
        crawl.refreshAll();
        assertEquals(1, crawl.server.requests("/feed").size());
        crawl.pass(Duration.ofMinutes(2));
        crawl.refreshAll();
        assertEquals(2, crawl.server.requests("/feed").size());
    }

    @Test
    void aClockThatWasPutBackDoesNotSilenceAFeed() {
        crawl.server.on("/feed", ok(RSS, rss("T"), "ETag: \"1\""));
        crawl.follow("http://a.test/feed");
        crawl.refresh();
        crawl.pass(Duration.ofDays(-400));
        crawl.crawler().refresh(crawl.store.feeds(), Listener.NONE);
        assertEquals(2, crawl.server.requests("/feed").size());
    }

    @Test
    void tooManyRequestsHoldsTheWholeHost() {
        crawl.server.on("a.test/slow", status("429 Slow", "Retry-After: 3600"));
        crawl.server.on("/other", ok(RSS, rss("T")));
        FeedState slow = crawl.follow("http://a.test/slow");
        crawl.refresh();
        FeedState other = crawl.follow("http://a.test/other");
        FeedState elsewhere = crawl.follow("http://b.test/other");
        crawl.refresh();
        assertEquals(0, crawl.server.requests("a.test/other").size());
        assertEquals(1, crawl.server.requests("b.test/other").size());
        FeedState held = crawl.state(other);
        assertEquals(0, held.history().failures(), "waiting is no failure");
        assertEquals(CrawlFixture.START.plusSeconds(3600), held.history().nextCheck());
        assertFalse(crawl.state(slow).history().nextCheck().isBefore(CrawlFixture.START.plusSeconds(3600)));
        assertEquals(1, crawl.state(slow).history().failures());
        assertNull(crawl.state(elsewhere).history().reason());
        crawl.pass(Duration.ofHours(1));
        crawl.refresh();
        assertEquals(1, crawl.server.requests("a.test/other").size());
    }

    @Test
    void goneIsForEver() {
        crawl.server.on("/feed", status("410 Gone"));
        FeedState feed = crawl.follow("http://a.test/feed");
        crawl.refresh();
        FeedState after = crawl.state(feed);
        assertFalse(after.options().enabled());
        assertNotNull(after.options().note());
        crawl.pass(Duration.ofDays(30));
        crawl.crawler().refresh(crawl.store.feeds(), Listener.NONE);
        assertEquals(1, crawl.server.requests("/feed").size());
    }

    @Test
    void aFeedMovesAfterRepeatedPermanentRedirectsOnly() {
        crawl.server.on("/old", ok(RSS, rss("T"), "ETag: \"of A\""));
        FeedState feed = crawl.follow("http://a.test/old");
        crawl.refresh();
        crawl.pass(DAY);
        crawl.server
                .on("/old", redirect(301, "http://b.test/new"))
                .on("/new", conditional(RSS, rss("T"), "\"of B\"", "Mon"));
        for (int i = 1; i < NextState.VISITS_TO_MOVE; i++) {
            crawl.refresh();
            assertEquals("http://a.test/old", crawl.state(feed).url());
            crawl.pass(DAY);
        }
        crawl.refresh();
        assertEquals("http://b.test/new", crawl.state(feed).url());
        List<String> atB = crawl.server.requests("/new").stream()
                .map(seen -> String.valueOf(seen.headers().get("if-none-match")))
                .toList();
        assertEquals(List.of("null", "\"of B\"", "\"of B\"", "\"of B\"", "\"of B\""), atB);
    }

    @Test
    void aFeedDoesNotMoveToTheAddressOfAnother() {
        crawl.server.on("/old", redirect(308, "http://b.test/new")).on("/new", ok(RSS, rss("T"), "ETag: \"1\""));
        FeedState feed = crawl.follow("http://a.test/old");
        crawl.follow("http://b.test/new");
        for (int i = 0; i < 2 * NextState.VISITS_TO_MOVE; i++) {
            crawl.refresh();
            crawl.pass(DAY);
        }
        assertEquals("http://a.test/old", crawl.state(feed).url());
    }

    @Test
    void feedsOfOneHostComeOneAfterAnotherAndThoseOfOthersBeside() throws Exception {
        var bothHosts = new CountDownLatch(2);
        for (int i = 0; i < 4; i++) {
            crawl.server.on("/f" + i, (request, out) -> {
                bothHosts.countDown();
                assertTrue(bothHosts.await(10, TimeUnit.SECONDS));
                ok(RSS, rss("T")).answer(request, out);
            });
            crawl.follow("http://a.test/f" + i);
            crawl.follow("http://b.test/f" + i);
        }
        crawl.refresh();
        assertEquals(8, crawl.server.log().size());
        assertEquals(1, crawl.server.mostAtOnce("a.test"));
        assertEquals(1, crawl.server.mostAtOnce("b.test"));
    }

    @Test
    void entriesAreNeverDoubledWhateverTheirOrder() {
        String one = item("1", "One", "http://a.test/1", "d");
        String two = item("2", "Two", "http://a.test/2", "d");
        crawl.server.on("/feed", ok(RSS, rss("T", one, two, one), "ETag: \"1\""));
        FeedState feed = crawl.follow("http://a.test/feed");
        crawl.refresh();
        assertEquals(2, crawl.store.lastVisit(feed.id()).fresh());
        crawl.server.on("/feed", ok(RSS, rss("T", two, one), "ETag: \"2\""));
        crawl.pass(DAY);
        crawl.refresh();
        assertEquals(0, crawl.store.lastVisit(feed.id()).fresh());
        assertEquals(2, crawl.store.articles().size());
    }

    @Test
    void oneArticleInTwoFeedsIsFetchedOnce() {
        crawl.server.on("/1", ok("text/html", page("One", "The text of the page.")));
        String shared = item("1", "One", "http://a.test/1", "d");
        crawl.server.on("/f", ok(RSS, rss("F", shared))).on("/g", ok(RSS, rss("G", shared)));
        crawl.follow("http://a.test/f");
        crawl.follow("http://b.test/g");
        crawl.refresh();
        assertEquals(1, crawl.server.requests("/1").size());
        assertEquals(1, crawl.store.articles().size());
    }

    @Test
    void thePageMakesTheArticleFull() {
        crawl.server.on("/feed", ok(RSS, rss("Wire", item("1", "One", "http://a.test/1?x=1&amp;y=2", "<p>Dek</p>"))));
        crawl.server.on("/1?x=1&y=2", ok("text/html", page("One", "The text of the page.")));
        FeedState feed = crawl.follow("http://a.test/feed");
        Progress progress = crawl.refresh();
        Article article = crawl.store.articles().getFirst();
        assertEquals("The text of the page." + CrawlFixture.MORE, article.text());
        assertEquals(Completeness.FULL, article.completeness());
        assertNull(article.reason());
        assertEquals("en", article.language());
        assertEquals("Wire", article.publisher());
        assertEquals("Wire", crawl.state(feed).title());
        assertTrue(article.id().matches("[0-9a-f]{16}"));
        assertEquals(new Progress(1, 1, 0, 1, 1, 1, progress.last()), progress);
    }

    @Test
    void anArticleOfAnotherSiteBearsThatSitesName() {
        crawl.server.on("/feed", ok(RSS, rss("Links", item("1", "One", "http://b.test/1", "d"))));
        crawl.server.on("/1", ok("text/html", page("One", "The text of the page.")));
        crawl.follow("http://a.test/feed");
        crawl.refresh();
        assertEquals("The Site", crawl.store.articles().getFirst().publisher());
    }

    @Test
    void aRefusedPageLeavesTheArticleAsTheFeedToldIt() {
        String content = "<p>" + "A long story. ".repeat(200) + "</p>";
        crawl.server.on(
                "/feed",
                ok(
                        RSS,
                        rss(
                                "T",
                                item("1", "Full", "http://a.test/1", content),
                                item("2", "Dek", "http://a.test/2", "<p>A dek.</p><p>And more.</p>"),
                                item("3", "Bare", "http://a.test/3", ""),
                                item("4", "File", "http://a.test/4", "d"))));
        crawl.server.on("/1", status("403 No")).on("/2", status("404 No")).on("/3", status("410 No"));
        crawl.server.on("/4", answer("200 OK", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        crawl.follow("http://a.test/feed");
        crawl.refresh();
        Article full = crawl.store.article("http://a.test/1");
        assertEquals(Completeness.PARTIAL, full.completeness());
        assertTrue(full.text().length() > 1_500);
        assertTrue(full.reason().contains("403"), full.reason());
        assertEquals("A dek.\nAnd more.", crawl.store.article("http://a.test/2").text());
        assertEquals(
                Completeness.HEADLINE, crawl.store.article("http://a.test/3").completeness());
        assertTrue(crawl.store.article("http://a.test/4").reason().contains("application/pdf"));
        assertTrue(crawl.store.pendingPages().isEmpty());
    }

    @Test
    void theLongerTextWins() {
        String content = "<p>" + "A long story. ".repeat(200) + "</p>";
        crawl.server.on("/feed", ok(RSS, rss("T", item("1", "One", "http://a.test/1", content))));
        crawl.server.on("/1", ok("text/html", page("One", "Subscribe to read.")));
        crawl.follow("http://a.test/feed");
        crawl.refresh();
        Article article = crawl.store.articles().getFirst();
        assertTrue(article.text().startsWith("A long story."));
        assertEquals(Completeness.PARTIAL, article.completeness());
        assertNotNull(article.reason());
    }

    @Test
    void aPageThatFallsShortSaysSo() {
        crawl.server.on("/feed", ok(RSS, rss("T", item("1", "One", "http://a.test/1", ""))));
        crawl.server.on("/1", ok("text/html", page("One", "The text of the page.")));
        crawl.reader = page -> new PageText("The beginning.", null, null, null, null, "en", null, "Behind a paywall.");
        crawl.follow("http://a.test/feed");
        crawl.refresh();
        Article article = crawl.store.articles().getFirst();
        assertEquals("The beginning.", article.text());
        assertEquals(Completeness.PARTIAL, article.completeness());
        assertEquals("Behind a paywall.", article.reason());
    }

    @Test
    void anEntryWithoutPageIsCompleteAsItIs() {
        crawl.server.on("/feed", ok(RSS, rss("T", "<item><title>Note</title><description>Text</description></item>")));
        crawl.follow("http://a.test/feed");
        crawl.refresh();
        Article article = crawl.store.articles().getFirst();
        assertEquals(Completeness.PARTIAL, article.completeness());
        assertNotNull(article.reason());
        assertTrue(crawl.store.pendingPages().isEmpty());
    }

    @Test
    void aLinkOfGoogleNewsIsAHeadlineWithoutPage() {
        String link = "https://news.google.com/rss/articles/CBMi";
        crawl.server.on("/feed", ok(RSS, rss("T", item("g", "Big deal", link, ""))));
        crawl.follow("http://a.test/feed");
        crawl.refresh();
        Article article = crawl.store.articles().getFirst();
        assertEquals(Completeness.HEADLINE, article.completeness());
        assertTrue(article.reason().contains("Google"), article.reason());
        assertTrue(crawl.store.pendingPages().isEmpty());
    }

    @Test
    void pagesObeyRobotsAndFeedsDoNotAsk() {
        crawl.server.on("/robots.txt", ok("text/plain", "User-agent: DealscopeBot\nDisallow: /no\n"));
        crawl.server.on(
                "/no/feed",
                ok(
                        RSS,
                        rss(
                                "T",
                                item("1", "One", "http://a.test/no/1", "d"),
                                item("2", "Two", "http://a.test/2", "d"))));
        crawl.server.on("*", ok("text/html", page("P", "The text of the page.")));
        crawl.follow("http://a.test/no/feed");
        crawl.refresh();
        assertEquals(0, crawl.server.requests("/no/1").size());
        assertEquals(1, crawl.server.requests("/2").size());
        assertEquals(1, crawl.server.requests("/robots.txt").size());
        assertTrue(crawl.store.article("http://a.test/no/1").reason().contains("robots.txt"));
        assertEquals(Completeness.FULL, crawl.store.article("http://a.test/2").completeness());
    }

    @Test
    void pagesBeyondTheCapWaitForTheNextRound() {
        crawl.settings = new CrawlSettings(1_000, 3, Duration.ofMinutes(5), Duration.ofMinutes(10));
        String[] items = IntStream.range(0, 8)
                .mapToObj(i -> item("" + i, "T" + i, "http://a.test/p" + i, "d"))
                .toArray(String[]::new);
        crawl.server.on("/feed", ok(RSS, rss("T", items), "ETag: \"1\""));
        crawl.server.on("*", ok("text/html", page("P", "The text of the page.")));
        crawl.follow("http://a.test/feed");
        crawl.refresh();
        assertEquals(5, crawl.store.pendingPages().size());
        crawl.pass(DAY);
        crawl.refresh();
        crawl.pass(DAY);
        crawl.refresh();
        assertTrue(crawl.store.pendingPages().isEmpty());
        assertEquals(
                8,
                crawl.server.log().stream()
                        .filter(s -> s.path().startsWith("/p"))
                        .count());
    }

    @Test
    void onlyTheNewestEntriesOfAnEndlessFeedAreTaken() {
        crawl.settings = new CrawlSettings(10, 40, Duration.ofMinutes(5), Duration.ofMinutes(10));
        String items = IntStream.range(0, 50)
                .mapToObj(i -> "<item><title>T" + i
                        + "</title><pubDate>Sun, 01 Feb 2026 00:00:%02d GMT</pubDate></item>".formatted(i))
                .collect(Collectors.joining());
        crawl.server.on("/feed", ok(RSS, rss("T", items)));
        crawl.follow("http://a.test/feed");
        crawl.refresh();
        assertEquals(10, crawl.store.articles().size());
        assertTrue(crawl.store.articles().stream()
                .anyMatch(article -> article.title().equals("T49")));
    }

    @Test
    void aPageThatIsDownForAWhileIsTriedAgainButNotForEver() {
        crawl.server.on("/feed", ok(RSS, rss("T", item("1", "One", "http://a.test/1", "d")), "ETag: \"1\""));
        crawl.server.on("/1", status("502 Down"));
        crawl.follow("http://a.test/feed");
        crawl.refresh();
        crawl.pass(Duration.ofHours(2));
        crawl.refresh();
        assertEquals(1, crawl.store.pendingPages().size());
        crawl.pass(Duration.ofHours(2));
        crawl.refresh();
        assertTrue(crawl.store.pendingPages().isEmpty());
        assertEquals(3, crawl.server.requests("/1").size());
        assertTrue(crawl.store.article("http://a.test/1").reason().contains("502"));
    }

    @Test
    void anEntryStoredBeforeACrashGetsItsPageAfterIt() {
        crawl.server.on("/feed", conditional(RSS, rss("T", item("1", "One", "http://a.test/1", "d")), "\"1\"", "Mon"));
        crawl.server.on("/1", ok("text/html", page("One", "The text of the page.")));
        FeedState feed = crawl.follow("http://a.test/feed");
        crawl.settings = new CrawlSettings(1_000, 0, Duration.ofMinutes(5), Duration.ofMinutes(10));
        crawl.refresh();
        assertEquals(1, crawl.store.pendingPages().size());
        crawl.settings = CrawlSettings.defaults();
        crawl.restart();
        crawl.pass(DAY);
        crawl.refresh();
        assertEquals(Outcome.NOT_MODIFIED, crawl.store.lastVisit(feed.id()).outcome());
        assertEquals(Completeness.FULL, crawl.store.articles().getFirst().completeness());
    }

    @Test
    void theListenerSeesEveryStepInOrder() {
        String items = item("1", "One", "http://a.test/1", "d") + item("2", "Two", "http://a.test/2", "d");
        crawl.server.on("/feed", ok(RSS, rss("T", items)));
        crawl.server.on("*", ok("text/html", page("P", "The text of the page.")));
        crawl.follow("http://a.test/feed");
        var steps = new ArrayList<Progress>();
        crawl.crawler().refresh(crawl.store.feeds(), progress -> {
            steps.add(progress);
            throw new IllegalStateException("a listener that fails harms nobody");
        });
        assertEquals(
                List.of(1, 1, 1, 1), steps.stream().map(Progress::feedsDone).toList());
        assertEquals(
                List.of(0, 0, 1, 2), steps.stream().map(Progress::pagesDone).toList());
        assertEquals(2, steps.getLast().fresh());
    }

    @Test
    void anInterruptedRefreshStoresNoFailure() throws InterruptedException {
        crawl.fetchSettings = crawl.fetchSettings.withDeadline(Duration.ofSeconds(30));
        var asked = new CountDownLatch(1);
        crawl.server.on("/feed", (request, out) -> {
            asked.countDown();
            Thread.sleep(600_000);
        });
        FeedState feed = crawl.follow("http://a.test/feed");
        Thread refresh = Thread.ofPlatform().start(crawl::refresh);
        asked.await();
        refresh.interrupt();
        refresh.join(10_000);
        assertFalse(refresh.isAlive());
        assertEquals(feed, crawl.state(feed));
        assertTrue(crawl.store.visits().isEmpty());
    }
}
