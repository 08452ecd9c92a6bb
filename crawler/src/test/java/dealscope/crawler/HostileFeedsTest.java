package dealscope.crawler;

import static dealscope.crawler.CrawlFixture.RSS;
import static dealscope.crawler.CrawlFixture.item;
import static dealscope.crawler.CrawlFixture.page;
import static dealscope.crawler.CrawlFixture.rss;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Completeness;
import dealscope.extract.HtmlPageReader;
import dealscope.fetch.FaultServer;
import dealscope.fetch.FaultServer.Behaviour;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The core promise: whatever one feed does, the others are read completely. */
@Timeout(120)
class HostileFeedsTest {
    private static final int GOOD = 20;

    private final CrawlFixture crawl = new CrawlFixture();
    private final FaultServer canary = new FaultServer().on("*", FaultServer.ok("text/html", "<p>secret</p>"));

    @BeforeEach
    void followGoodFeeds() {
        // Long enough for good servers on a busy machine.
        crawl.fetchSettings = crawl.fetchSettings.withDeadline(Duration.ofSeconds(8));
        for (int i = 0; i < GOOD; i++) {
            String host = "good" + i + ".test";
            String[] items = {
                item("1", "One", "http://" + host + "/1", "d"), item("2", "Two", "http://" + host + "/2", "d")
            };
            crawl.server.on(host + "/feed", FaultServer.ok(RSS, rss("Good " + i, items), "ETag: \"1\""));
            crawl.follow("http://" + host + "/feed");
        }
        crawl.server.on("/1", FaultServer.ok("text/html", page("One", "The text of page one.")));
        crawl.server.on("/2", FaultServer.ok("text/html", page("Two", "The text of page two.")));
    }

    @AfterEach
    void stop() {
        crawl.close();
        canary.close();
    }

    private void goodFeedsAreComplete() {
        for (FeedState feed : crawl.store.feeds()) {
            if (feed.url().startsWith("http://good")) {
                assertNull(feed.history().reason(), feed.url());
                assertNotNull(feed.history().lastSuccess(), feed.url());
            }
        }
        long full = crawl.store.articles().stream()
                .filter(article -> article.url().startsWith("http://good"))
                .filter(article -> article.completeness() == Completeness.FULL)
                .count();
        assertEquals(2 * GOOD, full);
    }

    @Test
    void eachHostileServerHasItsReasonAndTheGoodOnesAreComplete() {
        String bomb = "<!DOCTYPE rss [<!ENTITY a \"" + "x".repeat(100) + "\">" + "<!ENTITY b \"" + "&a;".repeat(100)
                + "\">]><rss>&b;</rss>";
        var servers = new LinkedHashMap<Outcome, Map<String, Behaviour>>();
        servers.put(
                Outcome.TIMEOUT,
                Map.of("drip", FaultServer.drip(), "headers", FaultServer.headerDrip(), "mute", FaultServer.silence()));
        servers.put(Outcome.TOO_LARGE, Map.of("bomb", FaultServer.gzipBomb(200), "plain", FaultServer.plain(100)));
        servers.put(
                Outcome.REDIRECT_LOOP,
                Map.of("loop", FaultServer.redirect(301, "/feed"), "chain", FaultServer.redirectChain()));
        servers.put(
                Outcome.PRIVATE_ADDRESS,
                Map.of("inside", FaultServer.redirect(302, "http://127.0.0.1:" + canary.port() + "/feed")));
        servers.put(
                Outcome.UNREADABLE, Map.of("cut", FaultServer.cutOff(RSS, rss("T")), "noise", FaultServer.raw("!!")));
        servers.put(Outcome.NOT_A_FEED, Map.of("html", FaultServer.ok("text/html", page("Home", "Welcome"))));
        servers.put(Outcome.RATE_LIMITED, Map.of("busy", FaultServer.status("429 Slow", "Retry-After: 3600")));
        servers.put(Outcome.FORBIDDEN, Map.of("closed", FaultServer.status("403 No")));
        servers.forEach((outcome, behaviours) -> behaviours.forEach((name, behaviour) -> {
            crawl.server.on(name + ".test/feed", behaviour);
            crawl.follow("http://" + name + ".test/feed");
        }));
        crawl.server.on("doctype.test/feed", FaultServer.ok(RSS, bomb));
        FeedState defused = crawl.follow("http://doctype.test/feed");
        crawl.server.on("chain.test/feed", FaultServer.redirect(302, "/feedx"));
        for (String hop = "/feedx"; hop.length() < 20; hop += "x") {
            crawl.server.on("chain.test" + hop, FaultServer.redirect(302, hop + "x"));
        }

        crawl.refresh();

        goodFeedsAreComplete();
        servers.forEach((outcome, behaviours) -> behaviours.keySet().forEach(name -> {
            FeedState feed = crawl.state(MemoryStore.feed("http://" + name + ".test/feed", CrawlFixture.START));
            assertEquals(
                    outcome,
                    crawl.store.lastVisit(feed.id()).outcome(),
                    name + ": " + feed.history().reason());
            assertNotNull(feed.history().reason(), name);
            assertEquals(1, feed.history().failures(), name);
            assertTrue(feed.history().nextCheck().isAfter(crawl.instant()), name);
        }));
        assertEquals(0, crawl.store.lastVisit(defused.id()).fresh(), "entities of its own do no harm");
        assertTrue(canary.log().isEmpty(), "the canary was asked");
    }

    @Test
    void faultsOfOurOwnStayWithTheFeedThatMetThem() {
        Map<String, Throwable> faults = Map.of(
                "deep", new StackOverflowError(),
                "big", new OutOfMemoryError("test"),
                "odd", new AssertionError("test"),
                "null", new NullPointerException());
        faults.forEach((name, fault) -> {
            crawl.server.on(name + ".test/feed", FaultServer.ok(RSS, rss("T")));
            crawl.follow("http://" + name + ".test/feed");
        });
        crawl.parser = document -> {
            String name = document.url().replaceFirst("http://(\\w+)[.]test/.*", "$1");
            Throwable fault = faults.get(name);
            if (fault instanceof Error error) {
                throw error;
            }
            if (fault instanceof RuntimeException exception) {
                throw exception;
            }
            return crawl.parse(document);
        };
        for (int round = 1; round <= 3; round++) {
            crawl.refresh();
            goodFeedsAreComplete();
            for (String name : faults.keySet()) {
                FeedState feed = crawl.state(MemoryStore.feed("http://" + name + ".test/feed", CrawlFixture.START));
                assertEquals(Outcome.INTERNAL, crawl.store.lastVisit(feed.id()).outcome());
                assertEquals(round, feed.history().failures());
            }
            crawl.pass(Duration.ofDays(1));
        }
    }

    @Test
    void aPageThatBreaksTheReaderKeepsItsArticle() {
        crawl.reader = page -> {
            if (page.url().startsWith("http://good3.test/1")) {
                throw new StackOverflowError();
            }
            return new HtmlPageReader(crawl).read(page);
        };
        crawl.refresh();
        var broken = crawl.store.article("http://good3.test/1");
        assertEquals(Completeness.PARTIAL, broken.completeness());
        assertTrue(broken.reason().contains("nested"), broken.reason());
        assertEquals(
                Completeness.FULL, crawl.store.article("http://good3.test/2").completeness());
        assertTrue(crawl.store.pendingPages().isEmpty());
    }

    @Test
    void hostilePagesLeaveTheirArticlesAndTheOthersAlone() {
        String[] items = {
            item("1", "Drip", "http://drip.test/1", "d"),
            item("2", "Bomb", "http://bomb.test/2", "d"),
            item("3", "Inside", "http://127.0.0.1:" + canary.port() + "/3", "d"),
            item("4", "Redirect", "http://jump.test/4", "d"),
            item("6", "Fine", "http://fine.test/1", "d")
        };
        crawl.server.on("mixed.test/feed", FaultServer.ok(RSS, rss("Mixed", items)));
        crawl.server.on("drip.test/1", FaultServer.drip()).on("bomb.test/2", FaultServer.gzipBomb(200));
        crawl.server.on("jump.test/4", FaultServer.redirect(302, "http://127.0.0.1:" + canary.port() + "/4"));
        crawl.follow("http://mixed.test/feed");
        crawl.refresh();
        goodFeedsAreComplete();
        assertEquals(
                Completeness.FULL, crawl.store.article("http://fine.test/1").completeness());
        assertTrue(crawl.store.article("http://bomb.test/2").reason().contains("larger"));
        assertTrue(crawl.store.article("http://jump.test/4").reason().contains("public internet"));
        assertEquals(1, crawl.store.pendingPages().size(), "the slow page may be faster next time");
        assertTrue(canary.log().isEmpty(), "the canary was asked");
    }
}
