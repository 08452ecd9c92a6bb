package dealscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Completeness;
import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.crawler.Listener;
import dealscope.crawler.Outcome;
import dealscope.fetch.FaultServer;
import dealscope.fetch.FaultServer.Behaviour;
import dealscope.source.Opml.Outline;
import dealscope.store.Store.StoredArticle;
import dealscope.web.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One hostile feed of each kind among twenty good ones, through the whole program up to the feeds page. */
@Timeout(180)
class HostileFeedsPageTest {
    private static final int GOOD = 20;
    private static final int ENTRIES = 3;

    @TempDir
    Path data;

    @Test
    void theGoodFeedsAreCompleteAndEachHostileOneHasItsReasonOnTheFeedsPage() throws Exception {
        Map<String, Behaviour> hostile = new LinkedHashMap<>();
        Map<String, Outcome> expected = new LinkedHashMap<>();
        try (FaultServer server = new FaultServer();
                FaultServer canary = new FaultServer()) {
            hostile(hostile, expected, canary);
            hostile.forEach((name, behaviour) -> server.on(name + ".fault.test/feed", behaviour));
            for (int i = 0; i < GOOD; i++) {
                good(server, "good" + i + ".fault.test", i);
            }
            Settings settings = Settings.read(
                    Settings.flags(Setting.DATA, data, Setting.DEADLINE, "3s", Setting.DELAY, "0ms"), Map.of());
            try (Program program = Program.open(settings, Map.of("*.fault.test", server.address()))) {
                List<FeedState> feeds = new ArrayList<>();
                hostile.keySet().forEach(name -> feeds.add(feed(name)));
                for (int i = 0; i < GOOD; i++) {
                    feeds.add(feed("good" + i));
                }
                program.store().addFeeds(feeds);
                program.refresher().round(Listener.NONE);

                List<StoredArticle> articles =
                        program.store().articles(program.store().ids());
                assertEquals(GOOD * ENTRIES, articles.size());
                assertTrue(articles.stream().allMatch(stored -> stored.article().completeness() == Completeness.FULL));
                String page = feedsPage(program);
                for (FeedState before : feeds) {
                    FeedState after = program.store().feed(before.id()).orElseThrow();
                    if (before.title().startsWith("good")) {
                        assertNull(after.history().reason(), after.title());
                        assertNotNull(after.history().lastSuccess(), after.title());
                    } else {
                        Outcome outcome =
                                program.store().visits(after.id(), 1).get(0).outcome();
                        assertEquals(
                                expected.get(before.title()),
                                outcome,
                                before.title() + ": " + after.history().reason());
                        assertTrue(
                                page.contains(String.valueOf(after.history().reason())),
                                before.title() + ": " + after.history().reason());
                    }
                }
                assertEquals(List.of(), canary.log(), "a private address was asked");
            }
        }
    }

    private static void hostile(Map<String, Behaviour> hostile, Map<String, Outcome> expected, FaultServer canary) {
        String bomb = "<!DOCTYPE rss [<!ENTITY a \"" + "ha".repeat(50) + "\"><!ENTITY b \"" + "&a;".repeat(100)
                + "\"><!ENTITY c \"" + "&b;".repeat(100) + "\"><!ENTITY d \"" + "&c;".repeat(100)
                + "\">]><rss>&d;</rss>";
        hostile.put("drip", FaultServer.drip());
        expected.put("drip", Outcome.TIMEOUT);
        hostile.put("bomb", FaultServer.gzipBomb(200));
        expected.put("bomb", Outcome.TOO_LARGE);
        hostile.put("doctype", FaultServer.ok("application/rss+xml", bomb));
        expected.put("doctype", Outcome.NOT_A_FEED);
        hostile.put("loop", FaultServer.redirect(302, "/feed"));
        expected.put("loop", Outcome.REDIRECT_LOOP);
        hostile.put("inside", FaultServer.redirect(302, "http://127.0.0.1:" + canary.port() + "/feed"));
        expected.put("inside", Outcome.PRIVATE_ADDRESS);
        hostile.put(
                "html", FaultServer.ok("text/html", "<html><body><h1>Welcome</h1><p>Our home page.</p></body></html>"));
        expected.put("html", Outcome.NOT_A_FEED);
    }

    private static void good(FaultServer server, String host, int number) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < ENTRIES; i++) {
            String title = "Story " + number + "." + i;
            items.append("<item><title>%s</title><link>http://%s/%d</link><guid>%s/%d</guid></item>"
                    .formatted(title, host, i, host, i));
            server.on(
                    host + "/" + i,
                    FaultServer.ok(
                            "text/html",
                            ("<html><head><title>%s</title></head><body><article><h1>%s</h1>%s</article></body></html>")
                                    .formatted(title, title, paragraphs(host, i))));
        }
        server.on(
                host + "/feed",
                FaultServer.ok(
                        "application/rss+xml",
                        "<rss version='2.0'><channel><title>%s</title>%s</channel></rss>".formatted(host, items)));
    }

    private static String paragraphs(String host, int i) {
        return ("<p>The operator of " + host + " said on Monday that hall " + i
                                + " had been filled, two weeks ahead of its own plan, and that the next one would follow.</p>")
                        .repeat(1)
                + "<p>It did not say what the building had cost, nor who would pay for the transformers, which are"
                + " late everywhere. Work on the roof of number " + i + " goes on through the winter.</p>";
    }

    private static FeedState feed(String name) {
        return FeedLists.feed(
                new Outline(name, "http://" + name + ".fault.test/feed", null, FeedOptions.DEFAULT), Instant.now());
    }

    private static String feedsPage(Program program) throws Exception {
        try (WebServer site = ServeCommand.start(program, "127.0.0.1", 0);
                HttpClient client = HttpClient.newHttpClient()) {
            String html = client.send(
                            HttpRequest.newBuilder(URI.create(site.url() + "/feeds"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return Jsoup.parse(html).text();
        }
    }
}
