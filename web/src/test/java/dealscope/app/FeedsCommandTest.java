package dealscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.crawler.FeedState;
import dealscope.fetch.FaultServer;
import dealscope.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code feeds list, show, set, refresh, remove, undo} against a server on the loopback interface. */
@Timeout(120)
class FeedsCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    private final FaultServer server = new FaultServer();
    private final String good = "http://127.0.0.1:" + server.port() + "/good.rss";
    private final String bad = "http://localhost:" + server.port() + "/bad.rss";
    private String out = "";
    private String said = "";

    @BeforeEach
    void follow() throws Exception {
        Files.writeString(data.resolve(Settings.FILE), "allow=127.0.0.1,localhost\ndelay=0ms\n");
        server.on("/good.rss", FaultServer.ok("application/rss+xml", """
                <rss version='2.0'><channel><title>Sample Wire</title><item><title>Hall filled</title>
                <description>The operator filled its hall.</description></item></channel></rss>"""));
        server.on("/bad.rss", FaultServer.status("429 Too Many Requests", "Retry-After: 7200"));
        assertEquals(0, run("feeds", "add", "--as-is", good, bad));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aFeedIsReadOnceAndThenSaysWhenItMayBeReadAgain() throws Exception {
        assertEquals(1, run("feeds", "refresh", good, bad, "nobody"));
        assertTrue(said.contains("1 feeds read, 1 failed, 1 new articles"), said);
        assertTrue(said.contains("there is no feed nobody"), said);
        assertFalse(said.contains("\u001b"), "no bar where there is no terminal");
        server.forget();
        assertEquals(1, run("feeds", "refresh", good));
        assertTrue(said.contains(good + " is not asked now"), said);
        assertEquals(1, run("feeds", "refresh", bad));
        assertTrue(said.contains("localhost asked to be left alone; again in"), said);
        assertEquals(List.of(), server.log());
    }

    @Test
    void listAndShowTellWhatThePageTells() throws Exception {
        run("feeds", "refresh", good, bad);
        assertEquals(0, run("feeds", "list"));
        assertTrue(said.contains("2 of 2 feeds"), said);
        assertTrue(out.contains("failing"), out);
        assertEquals(0, run("feeds", "list", "--state", "FAILING", "--json"));
        JsonNode feed = JSON.readTree(out);
        assertEquals(bad, feed.path("url").asText());
        assertEquals("failing", feed.path("state").asText());
        assertEquals(0, run("feeds", "list", "--csv"));
        assertEquals(3, out.lines().count(), out);
        assertTrue(out.startsWith("id,title,url,"), out);
        assertEquals(0, run("feeds", "show", good));
        assertTrue(out.contains("Hall filled") && out.contains("next check"), out);
        assertEquals(1, run("feeds", "show", "nobody"));
        assertEquals(2, run("feeds", "list", "--json", "--csv"));
    }

    @Test
    void aFeedIsSetAndWhatIsOutOfReasonIsRefused() {
        assertEquals(0, run("feeds", "set", good, "--title", "Mine", "--every", "2h", "--note", "ask first"));
        FeedState feed = feed(good);
        assertEquals("Mine", feed.title());
        assertEquals(Duration.ofHours(2), feed.options().every());
        assertEquals("ask first", feed.options().note());
        assertEquals(0, run("feeds", "set", good, "--cron", "0 7 * * 1-5", "--category", "Wires"));
        assertEquals("0 7 * * 1-5", feed(good).options().cron());
        assertEquals(null, feed(good).options().every());
        assertEquals(0, run("feeds", "set", good, "--adaptive", "--note", "", "--category", ""));
        assertEquals(null, feed(good).options().cron());
        assertEquals(null, feed(good).options().note());
        for (String every : List.of("9m", "25h", "soon", "-1h", "99999d")) {
            assertEquals(2, run("feeds", "set", good, "--every", every), every);
        }
        assertEquals(2, run("feeds", "set", good, "--cron", "every morning"));
        assertEquals(2, run("feeds", "set", good, "--every", "1h", "--adaptive"));
        assertEquals(2, run("feeds", "set", good));
        assertEquals(1, run("feeds", "set", "nobody", "--title", "x"));
    }

    @Test
    void aRemovedFeedIsListedAndComesBackByItsAddress() {
        assertEquals(0, run("feeds", "remove", good));
        assertEquals(0, run("feeds", "list", "--removed"));
        assertTrue(out.contains(good), out);
        assertEquals(0, run("feeds", "undo", good));
        assertEquals(1, run("feeds", "undo", good));
        assertEquals(good, feed(good).url());
    }

    private FeedState feed(String url) {
        try (Store store = Store.openReadOnly("jdbc:sqlite:" + data.resolve("dealscope.db"))) {
            return FeedsCommand.find(store, url);
        }
    }

    private int run(String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--data";
        all[args.length + 1] = data.toString();
        PrintStream err = System.err;
        PrintStream standard = System.out;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        System.setOut(new PrintStream(results, true, StandardCharsets.UTF_8));
        try {
            return Main.commandLine().execute(all);
        } finally {
            System.setErr(err);
            System.setOut(standard);
            said = errors.toString(StandardCharsets.UTF_8);
            out = results.toString(StandardCharsets.UTF_8);
        }
    }
}
