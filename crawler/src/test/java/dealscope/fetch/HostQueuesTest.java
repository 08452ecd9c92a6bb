package dealscope.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.crawler.FetchRequest;
import dealscope.crawler.FetchRequest.Kind;
import dealscope.crawler.FetchResult.Failed;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.HostPauses;
import dealscope.crawler.Outcome;
import dealscope.crawler.Web;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Manners at each host. Here the server is not routed but allowed, so that the delay applies. */
@Timeout(60)
class HostQueuesTest {
    private static final Duration DELAY = Duration.ofMillis(200);

    private final FaultServer server = new FaultServer().on("*", FaultServer.ok("text/html", "<html></html>"));

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpWeb web(InstantSource clock, Duration delay, int places) {
        return new HttpWeb(
                FetchSettings.defaults().withHostDelay(delay).withPlaces(places),
                new AddressGuard(List.of("127.0.0.0/8")),
                Routes.none(),
                Resolver.system(),
                clock);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    @Test
    void betweenTwoRequestsToOneHostThereIsAPause() throws InterruptedException {
        HttpWeb web = web(InstantSource.system(), DELAY, 8);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            String url = url("/" + i);
            threads.add(Thread.ofVirtual().start(() -> {
                try (var errand = web.open()) {
                    errand.fetch(FetchRequest.of(url, Kind.PAGE));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(4, server.log().size());
        assertEquals(1, server.mostAtOnce("127.0.0.1"));
        for (int i = 1; i < 4; i++) {
            long pause = server.log().get(i).at() - server.log().get(i - 1).at();
            assertTrue(pause >= DELAY.toNanos() * 9 / 10, "pause of " + pause / 1_000_000 + " ms");
        }
    }

    @Test
    void theCrawlDelayOfRobotsTxtIsGranted() {
        HttpWeb web = web(InstantSource.system(), Duration.ZERO, 8);
        server.on("/robots.txt", FaultServer.ok("text/plain", "User-agent: *\nCrawl-delay: 1\n"));
        try (var errand = web.open()) {
            assertInstanceOf(Web.Permission.Granted.class, errand.mayRead(url("/1")));
            errand.fetch(FetchRequest.of(url("/1"), Kind.PAGE));
            errand.fetch(FetchRequest.of(url("/2"), Kind.PAGE));
        }
        long pause = server.log().get(2).at() - server.log().get(1).at();
        assertTrue(pause >= 900_000_000L, "pause of " + pause / 1_000_000 + " ms");
    }

    @Test
    void anExcessiveCrawlDelayIsCut() throws InterruptedException {
        var queues = new HostQueues(1, Duration.ZERO, host -> false, HostPauses.NONE, InstantSource.system());
        HttpUrl url = HttpUrl.get("http://a.test/");
        queues.crawlDelay(url, Duration.ofDays(365));
        try (var turn = queues.open()) {
            turn.enter(url);
        }
        var waiting = new CountDownLatch(1);
        Thread second = Thread.ofVirtual().start(() -> {
            try (var turn = queues.open()) {
                waiting.countDown();
                turn.enter(url);
            }
        });
        waiting.await();
        assertTrue(second.isAlive());
        second.interrupt();
        second.join();
    }

    @Test
    void aHostThatAskedForAPauseIsLeftAlone() {
        var now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
        HttpWeb web = web(now::get, Duration.ZERO, 8);
        server.on("/busy", FaultServer.status("503 Busy", "Retry-After: 600"));
        try (var errand = web.open()) {
            errand.fetch(FetchRequest.of(url("/busy"), Kind.PAGE));
            var failed = assertInstanceOf(Failed.class, errand.fetch(FetchRequest.of(url("/other"), Kind.PAGE)));
            assertTrue(failed.isPostponed());
            assertEquals(Outcome.RATE_LIMITED, failed.outcome());
            assertEquals(now.get().plusSeconds(600), failed.retryAfter());
            now.updateAndGet(instant -> instant.plusSeconds(600));
            assertInstanceOf(Fetched.class, errand.fetch(FetchRequest.of(url("/other"), Kind.PAGE)));
        }
        assertEquals(2, server.log().size());
    }

    @Test
    void tooManyRequestsWithoutATimeIsAPauseOfAnHour() {
        var now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
        HttpWeb web = web(now::get, Duration.ZERO, 8);
        server.on("/busy", FaultServer.status("429 Busy"));
        try (var errand = web.open()) {
            errand.fetch(FetchRequest.of(url("/busy"), Kind.PAGE));
            var failed = assertInstanceOf(Failed.class, errand.fetch(FetchRequest.of(url("/other"), Kind.PAGE)));
            assertEquals(now.get().plus(Duration.ofHours(1)), failed.retryAfter());
        }
    }

    @Test
    void placesBoundTheDocumentsHeldAtOnceAndCrossingRedirectsDoNotLock() throws InterruptedException {
        var routes = server.routes();
        var settings = FetchSettings.defaults().withPlaces(2);
        var web = new HttpWeb(settings, new AddressGuard(), routes, Resolver.system(), InstantSource.system());
        for (int i = 0; i < 20; i++) {
            server.on("a.test/" + i, FaultServer.redirect(302, "http://b.test/to" + i));
            server.on("b.test/" + i, FaultServer.redirect(302, "http://a.test/to" + i));
        }
        var done = new CountDownLatch(40);
        for (int i = 0; i < 20; i++) {
            for (String host : List.of("a.test", "b.test")) {
                String url = "http://" + host + "/" + i;
                Thread.ofVirtual().start(() -> {
                    try (var errand = web.open()) {
                        assertInstanceOf(Fetched.class, errand.fetch(FetchRequest.of(url, Kind.PAGE)));
                        done.countDown();
                    }
                });
            }
        }
        assertTrue(done.await(30, TimeUnit.SECONDS), "still open: " + done.getCount());
        assertEquals(1, server.mostAtOnce("a.test"));
    }

    @Test
    void aPlaceIsHeldUntilTheErrandIsClosed() throws InterruptedException {
        var queues = new HostQueues(1, Duration.ZERO, host -> false, HostPauses.NONE, InstantSource.system());
        var first = queues.open();
        first.enter(HttpUrl.get("http://a.test/"));
        first.leave();
        var entered = new CountDownLatch(1);
        Thread second = Thread.ofVirtual().start(() -> {
            try (var turn = queues.open()) {
                turn.enter(HttpUrl.get("http://b.test/"));
                entered.countDown();
            }
        });
        assertFalse(entered.await(200, TimeUnit.MILLISECONDS));
        first.close();
        assertTrue(entered.await(10, TimeUnit.SECONDS));
        second.join();
    }
}
