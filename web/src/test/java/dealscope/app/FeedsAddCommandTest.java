package dealscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.crawler.FeedState;
import dealscope.fetch.FaultServer;
import dealscope.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code feeds add} against a site on the loopback interface. */
@Timeout(60)
class FeedsAddCommandTest {
    private final FaultServer server = new FaultServer();
    private final String site = "http://127.0.0.1:" + server.port();
    private String said = "";

    @TempDir
    Path data;

    @BeforeEach
    void settings() throws Exception {
        Files.writeString(data.resolve(Settings.FILE), "allow=127.0.0.1\ndelay=0ms\n");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theOnlyFeedOfASiteIsFollowedUnderItsOwnTitleAndOnlyOnce() {
        server.on("/", page("/news.rss")).on("/news.rss", rss("Sample Wire"));
        assertEquals(0, add(site + "/"));
        assertEquals(
                List.of(site + "/news.rss"),
                feeds().stream().map(FeedState::url).toList());
        assertEquals("Sample Wire", feeds().getFirst().title());
        assertEquals(0, add(site + "/"));
        assertTrue(said.contains("followed already: Sample Wire"), said);
        server.forget();
        assertEquals(0, add(site + "/news.rss"));
        assertEquals(List.of(), server.log());
        assertEquals(1, feeds().size());
    }

    @Test
    void ofSeveralFeedsOneIsChosenByItsNumber() {
        server.on("/", page("/a.rss", "/b.rss")).on("/a.rss", rss("Chips")).on("/b.rss", rss("Power"));
        assertEquals(1, add(site));
        assertTrue(said.contains("1  Chips") && said.contains("2  Power") && said.contains("--pick"), said);
        assertEquals(List.of(), feeds());
        assertEquals(1, add("--pick", "3", site));
        assertEquals(0, add("--pick", "2", "--title", "Mine", "--category", "Energy", site));
        assertEquals("Mine", feeds().getFirst().title());
        assertEquals("Energy", feeds().getFirst().category());
    }

    @Test
    void aSiteWithoutAFeedSaysSoAndAnAddressThatIsNoneIsWrongUsage() {
        server.on("/", page());
        assertEquals(1, add(site));
        assertTrue(said.contains("no feed"), said);
        assertEquals(2, add("--as-is", "not an address"));
        assertEquals(List.of(), feeds());
    }

    private static FaultServer.Behaviour page(String... feeds) {
        StringBuilder links = new StringBuilder("<html><head>");
        for (String feed : feeds) {
            links.append("<link rel=alternate type=application/rss+xml href=")
                    .append(feed)
                    .append('>');
        }
        return FaultServer.ok("text/html", links + "</head><body>A site</body></html>");
    }

    private static FaultServer.Behaviour rss(String title) {
        return FaultServer.ok(
                "application/rss+xml",
                "<rss version='2.0'><channel><title>" + title + "</title><item><title>One</title><link>http://x.test/"
                        + title + "</link></item></channel></rss>");
    }

    private int add(String... args) {
        List<String> all = new java.util.ArrayList<>(List.of("feeds", "add"));
        all.addAll(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return Main.commandLine().execute(all.toArray(String[]::new));
        } finally {
            System.setErr(before);
            said = err.toString(StandardCharsets.UTF_8);
        }
    }

    private List<FeedState> feeds() {
        try (Store store = Store.openReadOnly("jdbc:sqlite:" + data.resolve("dealscope.db"))) {
            return store.feeds();
        }
    }
}
