package dealscope.crawler;

import static dealscope.crawler.CrawlFixture.DAY;
import static dealscope.crawler.CrawlFixture.RSS;
import static dealscope.crawler.CrawlFixture.item;
import static dealscope.crawler.CrawlFixture.page;
import static dealscope.crawler.CrawlFixture.rss;
import static dealscope.fetch.FaultServer.answer;
import static dealscope.fetch.FaultServer.conditional;
import static dealscope.fetch.FaultServer.ok;
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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a well-behaved feed reader does, over real HTTP. */
@Timeout(60)
class CrawlerTest {
    @AutoClose
    private final CrawlFixture crawl = new CrawlFixture();

    private static Map<String, String> lastHeaders(List<Seen> requests) {
        return requests.getLast().headers();
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
        crawl.reader =
                page -> new PageText("The beginning.", null, null, null, null, null, "en", null, "Behind a paywall.");
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
