package dealscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.crawler.Listener;
import dealscope.fetch.FaultServer;
import dealscope.source.Opml.Outline;
import dealscope.web.site.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A refresh that is stopped while some hosts are slow. */
@Timeout(120)
class RefresherTest {
    @TempDir
    Path data;

    @Test
    void aStoppedRefreshKeepsWhatWasReadLeavesTheRestDueAndRests() throws Exception {
        try (FaultServer server = new FaultServer()) {
            server.on("slow.fault.test/feed", FaultServer.drip());
            server.on("quick.fault.test/feed", FaultServer.ok("application/rss+xml", """
                    <rss version='2.0'><channel><title>Sample Wire</title><item><title>Hall filled</title>
                    <description>The operator filled its hall.</description></item></channel></rss>"""));
            Settings settings = Settings.read(
                    Settings.flags(Setting.DATA, data, Setting.DEADLINE, "60s", Setting.DELAY, "0ms"), Map.of());
            try (Program program = Program.open(settings, Map.of("*.fault.test", server.address()))) {
                List<FeedState> feeds = new ArrayList<>();
                for (String host : List.of("slow", "quick")) {
                    feeds.add(FeedLists.feed(
                            new Outline(host, "http://" + host + ".fault.test/feed", null, FeedOptions.DEFAULT),
                            Instant.now()));
                }
                program.store().addFeeds(feeds);
                Refresher refresher = program.refresher();
                assertFalse(refresher.stop(), "there is nothing to stop");
                refresher.request();
                await(() -> refresher.progress().feedsDone() == 1);
                assertEquals(Progress.State.RUNNING, refresher.progress().state());
                long asked = System.nanoTime();
                assertTrue(refresher.stop());
                await(() -> !refresher.progress().running());
                assertTrue(System.nanoTime() - asked < 20_000_000_000L, "it waits for no slow host");
                assertEquals(Progress.State.STOPPED, refresher.progress().state());
                assertNotNull(refresher.progress().resumes());
                assertEquals(1, program.store().stats().articles());
                assertEquals(0, program.store().stats().unread(), "what came is read");
                FeedState slow = program.store().feed(feeds.getFirst().id()).orElseThrow();
                assertNull(slow.history().lastCheck());
                assertEquals(0, slow.history().failures());

                server.on("slow.fault.test/feed", FaultServer.ok("application/rss+xml", """
                        <rss version='2.0'><channel><title>Slow</title><item><title>Second hall</title>
                        <description>Another hall.</description></item></channel></rss>"""));
                refresher.quietly();
                assertEquals(1, program.store().stats().articles(), "the schedule rests");
                refresher.request();
                await(() -> program.store().stats().articles() == 2);
                await(() -> refresher.progress().state() == Progress.State.IDLE);
                assertEquals(0, refresher.round(Listener.NONE).feedsDone(), "nothing is left");
            }
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertTrue(condition.getAsBoolean());
    }
}
