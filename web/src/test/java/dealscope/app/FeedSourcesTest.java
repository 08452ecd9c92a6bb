package dealscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.fetch.FaultServer;
import dealscope.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The subcommands of {@code feeds} that deal with lists, rules and older entries, against a site on loopback. */
@Timeout(120)
class FeedSourcesTest {
    private final FaultServer server = new FaultServer();
    private final String site = "http://127.0.0.1:" + server.port();
    private String said = "";

    @TempDir
    Path data;

    @BeforeEach
    void settings() throws Exception {
        Files.writeString(data.resolve(Settings.FILE), "allow=127.0.0.1\ndelay=0ms\n");
        try (Store store = Stores.open(Settings.read(Settings.flags(Setting.DATA, data), java.util.Map.of()))) {
            store.firstTime("default-feeds");
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anImportSaysWhatWasAddedWhatWasThereAndWhatWasNotTakenAndWhy() throws Exception {
        Path list = data.resolve("list.opml");
        Files.writeString(list, """
                <opml><body><outline text="Chips">
                <outline text="One" xmlUrl="https://a.example/feed"/>
                <outline text="Again" xmlUrl="http://www.a.example/feed/"/>
                <outline text="Two" xmlUrl="https://b.example/feed" dealscope:keep="gigawatt" dealscope:every="PT6H"/>
                <outline text="Odd rule" xmlUrl="https://c.example/feed" dealscope:drop="payer:openai"/>
                <outline text="A site" htmlUrl="https://d.example/"/>
                </outline></body></opml>""");
        assertEquals(0, run("import", list.toString()));
        assertTrue(said.contains("3 feeds added, 0 were there already, 1 named twice"), said);
        assertTrue(said.contains("not taken: A site"), said);
        assertTrue(said.contains("Odd rule") && said.contains("not payer:"), said);
        FeedState two = feeds().stream()
                .filter(feed -> feed.title().equals("Two"))
                .findFirst()
                .orElseThrow();
        assertEquals("Chips", two.category());
        assertEquals("gigawatt", two.options().keep());
        FeedState odd = feeds().stream()
                .filter(feed -> feed.title().equals("Odd rule"))
                .findFirst()
                .orElseThrow();
        assertEquals(FeedOptions.DEFAULT, odd.options());

        Path copy = data.resolve("copy.opml");
        assertEquals(0, run("export", copy.toString()));
        assertEquals(0, run("import", copy.toString()));
        assertTrue(said.contains("0 feeds added, 3 were there already"), said);
        assertEquals(
                2, run("import", Files.writeString(list, "<html>no list</html>").toString()));
    }

    @Test
    void aRuleIsTriedThenSetThenTakenAwayAndNothingIsLost() {
        server.on("/feed", rss("Gigawatt campus", "Rumour about chips"))
                .on("/robots.txt", FaultServer.ok("text/plain", ""));
        assertEquals(0, run("add", site + "/feed"));
        assertEquals(0, Main.commandLine().execute("refresh", "--data", data.toString()));
        String feed = feeds().getFirst().id();

        assertEquals(0, run("rule", feed, "--drop", "rumour", "--dry-run"));
        assertTrue(said.contains("Of 2 stored articles") && said.contains("kept 1 and dropped 1"), said);
        assertTrue(said.contains("dropped: Rumour about chips") && said.contains("kept: Gigawatt campus"), said);
        assertEquals(null, feeds().getFirst().options().drop());

        assertEquals(2, run("rule", feed, "--keep", "payer:openai"));
        assertEquals(2, run("rule", feed, "--keep", "((("));
        assertEquals(1, run("rule", "nobody", "--keep", "x"));
        assertEquals(0, run("rule", feed, "--drop", "rumour OR \"second hand\""));
        server.on("/feed", rss("Rumour number two", "Turbines ordered"));
        makeDue(feed);
        Main.commandLine().execute("refresh", "--data", data.toString());
        assertEquals(3, articles());
        assertEquals(0, run("rule", feed));
        assertTrue(said.contains("1 entries dropped by the feed's rule") && said.contains("Rumour number two"), said);

        assertEquals(0, run("rule", feed, "--drop", ""));
        assertTrue(said.contains("1 dropped entries came back"), said);
        Main.commandLine().execute("refresh", "--data", data.toString());
        assertEquals(4, articles());
    }

    @Test
    void olderEntriesAreLookedForDryThenTakenOnceAndReadByTheNextRefresh() {
        server.on("/feed", rss("Newest"))
                .on(
                        "/sitemap.xml",
                        FaultServer.ok(
                                "text/xml",
                                "<urlset><url><loc>" + site + "/older</loc><n:news>"
                                        + "<n:publication_date>"
                                        + java.time.Instant.now().minusSeconds(86_400)
                                        + "</n:publication_date><n:title>Older news</n:title></n:news></url></urlset>"))
                .on(
                        "/older",
                        FaultServer.ok(
                                "text/html",
                                "<html><title>Older news</title><body><article><p>"
                                        + "A campus was ordered last month, its owner said. ".repeat(20)
                                        + "</p></article></body></html>"));
        assertEquals(0, run("add", site + "/feed"));
        String feed = feeds().getFirst().id();
        assertEquals(0, run("backfill", feed, "--dry-run"));
        assertTrue(said.contains("2 of them new") && said.contains("Nothing was changed"), said);
        assertEquals(0, articles());
        assertEquals(0, run("backfill", site + "/feed", "--since", "2026-01-01", "--max", "100"));
        assertEquals(2, articles());
        assertEquals(0, run("backfill", feed));
        assertTrue(said.contains("0 of them new"), said);
        assertEquals(0, Main.commandLine().execute("refresh", "--data", data.toString()));
        assertEquals(2, articles());
        try (Store store = open()) {
            assertEquals(1, store.stats().fullArticles());
        }
        assertEquals(2, run("backfill", feed, "--since", "yesterday"));
        assertEquals(2, run("backfill", feed, "--max", "0"));
        assertEquals(1, run("backfill", "nobody"));
    }

    private void makeDue(String feed) {
        try (Store store = Stores.open(Settings.read(Settings.flags(Setting.DATA, data), java.util.Map.of()))) {
            FeedState state = store.feed(feed).orElseThrow();
            store.saveVisit(
                    state.withHistory(dealscope.crawler.FeedHistory.NONE),
                    store.visits(feed, 1).getFirst(),
                    List.of());
        }
    }

    private int articles() {
        try (Store store = open()) {
            return store.stats().articles();
        }
    }

    private static FaultServer.Behaviour rss(String... titles) {
        StringBuilder items = new StringBuilder();
        for (String title : titles) {
            items.append("<item><title>")
                    .append(title)
                    .append("</title><guid isPermaLink='false'>")
                    .append(title);
            items.append("</guid><description>A few words on it.</description></item>");
        }
        return FaultServer.ok(
                "application/rss+xml", "<rss version='2.0'><channel><title>Wire</title>" + items + "</channel></rss>");
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of("feeds"));
        all.addAll(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        PrintStream err = System.err;
        PrintStream out = System.out;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        PrintStream ear = new PrintStream(heard, true, StandardCharsets.UTF_8);
        System.setErr(ear);
        System.setOut(ear);
        try {
            return Main.commandLine().execute(all.toArray(String[]::new));
        } finally {
            System.setErr(err);
            System.setOut(out);
            said = heard.toString(StandardCharsets.UTF_8);
        }
    }

    private Store open() {
        return Store.openReadOnly("jdbc:sqlite:" + data.resolve("dealscope.db"));
    }

    private List<FeedState> feeds() {
        try (Store store = open()) {
            return store.feeds();
        }
    }
}
