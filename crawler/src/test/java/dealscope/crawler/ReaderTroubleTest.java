package dealscope.crawler;

import static dealscope.crawler.CrawlFixture.DAY;
import static dealscope.crawler.CrawlFixture.ENTRIES;
import static dealscope.crawler.CrawlFixture.FEED;
import static dealscope.crawler.CrawlFixture.RSS;
import static dealscope.crawler.CrawlFixture.item;
import static dealscope.crawler.CrawlFixture.rss;
import static dealscope.fetch.FaultServer.answer;
import static dealscope.fetch.FaultServer.conditional;
import static dealscope.fetch.FaultServer.cutOff;
import static dealscope.fetch.FaultServer.ok;
import static dealscope.fetch.FaultServer.redirect;
import static dealscope.fetch.FaultServer.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.fetch.FaultServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a well-behaved reader takes traps, broken answers and pages that cannot be had, as the server sees it. */
@Timeout(60)
class ReaderTroubleTest {

    @AutoClose
    private final CrawlFixture crawl = new CrawlFixture();

    @Test
    void redirectsThatLeadInACircleOnAndOnOrInsideStop() {
        crawl.server
                .on("/circle", redirect(302, "/circle2"))
                .on("/circle2", redirect(302, "/circle"))
                .on("/inside", redirect(301, "http://127.0.0.1:" + crawl.server.port() + "/secret"))
                .on("/disk", redirect(302, "file:///etc/passwd"))
                .on("*", FaultServer.redirectChain());
        Map<String, Outcome> expected = Map.of(
                "circle", Outcome.REDIRECT_LOOP,
                "chain", Outcome.REDIRECT_LOOP,
                "inside", Outcome.PRIVATE_ADDRESS,
                "disk", Outcome.BAD_ADDRESS);
        expected.keySet().forEach(name -> crawl.follow("http://" + name + ".test/" + name));
        crawl.refresh();
        expected.forEach((name, outcome) -> {
            String id = Ids.feed("http://" + name + ".test/" + name);
            assertEquals(outcome, crawl.store.lastVisit(id).outcome(), name);
        });
        assertEquals(0, crawl.asked("/secret"));
        assertTrue(crawl.server.log().stream()
                        .filter(seen -> seen.host().equals("chain.test"))
                        .count()
                <= 10);
    }

    @Test
    void everyCommonEncodingIsUndone() throws IOException {
        byte[] plain = ENTRIES.getBytes(StandardCharsets.UTF_8);
        var gzip = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzip)) {
            out.write(plain);
        }
        var deflate = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(deflate)) {
            out.write(plain);
        }
        crawl.server
                .on(
                        "/gzip",
                        answer("200 OK", RSS, gzip.toByteArray(), "Content-Encoding: gzip", "Vary: Accept-Encoding"))
                .on("/deflate", answer("200 OK", RSS, deflate.toByteArray(), "Content-Encoding: deflate"));
        FeedState first = crawl.follow("http://a.test/gzip");
        FeedState second = crawl.follow("http://a.test/deflate");
        crawl.refresh();
        assertEquals(1, crawl.store.lastVisit(first.id()).entries());
        assertEquals(1, crawl.store.lastVisit(second.id()).entries());
        String accepted = crawl.server.log().getFirst().headers().get("accept-encoding");
        assertTrue(accepted.contains("gzip") && accepted.contains("br") && accepted.contains("deflate"), accepted);
    }

    @Test
    void bombsDripsAndLiesEndAtALimitAndTheConnectionIsClosed() throws InterruptedException {
        crawl.fetchSettings = crawl.fetchSettings.withDeadline(Duration.ofSeconds(1));
        Map<String, Outcome> expected = Map.of(
                "bomb", Outcome.TOO_LARGE,
                "plain", Outcome.TOO_LARGE,
                "drip", Outcome.TIMEOUT,
                "headers", Outcome.TIMEOUT,
                "silence", Outcome.TIMEOUT,
                "short", Outcome.UNREADABLE);
        crawl.server
                .on("/bomb", FaultServer.gzipBomb(100))
                .on("/plain", FaultServer.plain(100))
                .on("/drip", FaultServer.drip())
                .on("/headers", FaultServer.headerDrip())
                .on("/silence", FaultServer.silence())
                .on("/short", cutOff(RSS, ENTRIES));
        expected.keySet().forEach(name -> crawl.follow("http://" + name + ".test/" + name));
        long start = System.nanoTime();
        crawl.refresh();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        expected.forEach((name, outcome) -> {
            String id = Ids.feed("http://" + name + ".test/" + name);
            assertEquals(outcome, crawl.store.lastVisit(id).outcome(), name);
            assertNotNull(crawl.store.feed(id).orElseThrow().history().reason(), name);
        });
        assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, took.toString());
        assertTrue(crawl.server.areOthersGone("/silence"), "connections are still open");
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 45, 8, 0})
    void anEntryThroughWhichTheCutGoesWaitsUntilItComesWhole(int missing) {
        String two = item("2", "Two", "http://a.test/2", "A longer text about the second hall.");
        String whole = rss("T", item("1", "One", "http://a.test/1", "d"), two);
        int end = "</channel></rss>".length();
        crawl.server.on("/feed", ok(RSS, whole.substring(0, whole.length() - end - missing), "ETag: \"1\""));
        crawl.follow(FEED);
        crawl.refresh();
        List<String> titles =
                crawl.store.articles().stream().map(Article::title).toList();
        assertEquals(missing == 0 ? List.of("One", "Two") : List.of("One"), titles);
        crawl.server.on("/feed", ok(RSS, whole, "ETag: \"1\""));
        crawl.pass(DAY);
        crawl.refresh();
        assertEquals(2, crawl.store.articles().size());
        assertFalse(crawl.server.requests("/feed").getLast().headers().containsKey("if-none-match"));
    }

    @Test
    void aPageInsteadOfAFeedIsAnErrorNotAnEmptyFeed() {
        crawl.server.on("/feed", ok(RSS, ENTRIES, "ETag: \"1\""));
        FeedState feed = crawl.follow(FEED);
        crawl.refresh();
        crawl.server.on("/feed", ok("text/html", "<!DOCTYPE html><html><body><p>Welcome</p></body></html>"));
        crawl.pass(DAY);
        crawl.refresh();
        assertEquals(Outcome.NOT_A_FEED, crawl.store.lastVisit(feed.id()).outcome());
        assertEquals(1, crawl.state(feed).history().failures());
        assertEquals(1, crawl.store.articles().size());
    }

    @ParameterizedTest
    @CsvSource({
        "403 Forbidden, '', FORBIDDEN, refuses",
        "403 Forbidden, cf-mitigated: challenge, CHALLENGE, human",
        "402 Pay, '', HTTP_ERROR, paid",
        "451 Law, '', HTTP_ERROR, legal",
        "401 Login, '', HTTP_ERROR, login"
    })
    void aRefusedPageIsNamedAndTheEntryStays(String statusLine, String header, Outcome outcome, String word) {
        crawl.server.on("/feed", ok(RSS, ENTRIES, "ETag: \"1\""));
        crawl.server.on("/1", header.isEmpty() ? status(statusLine) : status(statusLine, header));
        crawl.follow(FEED);
        crawl.refresh();
        var article = crawl.store.article("http://a.test/1");
        assertEquals(Completeness.PARTIAL, article.completeness());
        assertTrue(article.reason().contains(word), article.reason());
        assertEquals(outcome, crawl.store.visits().getLast().outcome());
        assertTrue(crawl.store.pendingPages().isEmpty());
    }

    @Test
    void everyAttemptAtAPageIsLoggedAndCountedThroughRestarts() {
        crawl.server.on("/feed", conditional(RSS, ENTRIES, "\"1\"", "Mon")).on("/1", status("502 Down"));
        FeedState feed = crawl.follow(FEED);
        for (int i = 0; i < 6; i++) {
            crawl.refresh();
            crawl.pass(Duration.ofHours(2));
            crawl.restart();
        }
        assertEquals(3, crawl.asked("/1"));
        long logged = crawl.store.visits().stream()
                .filter(visit -> visit.articleId() != null && visit.feedId().equals(feed.id()))
                .count();
        assertEquals(3, logged);
        assertTrue(crawl.store.article("http://a.test/1").reason().contains("502"));
    }
}
