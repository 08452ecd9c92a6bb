package dealscope.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.crawler.Web.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How robots.txt is fetched and kept: RFC 9309, sections 2.3 to 2.5. */
@Timeout(60)
class RobotsTest {
    private static final String NO = "User-agent: *\nDisallow: /\n";

    private final FaultServer server = new FaultServer();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final HttpWeb web = new HttpWeb(
            FetchSettings.defaults().withDeadline(Duration.ofSeconds(1)),
            new AddressGuard(),
            server.routes(),
            Resolver.system(),
            now::get);

    @AfterEach
    void stop() {
        server.close();
    }

    private Permission ask(String url) {
        try (var errand = web.open()) {
            return errand.mayRead(url);
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private int fetches() {
        return server.requests("/robots.txt").size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"400", "401", "403", "404", "410", "418", "451"})
    void aClientErrorAllowsAll(String status) {
        server.on("/robots.txt", FaultServer.status(status + " No"));
        assertInstanceOf(Permission.Granted.class, ask("http://a.test/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "502", "503", "504", "429"})
    void aServerErrorForbidsAllForAnHour(String status) {
        server.on("/robots.txt", FaultServer.status(status + " Down"));
        assertInstanceOf(Permission.Unknown.class, ask("http://a.test/x"));
        assertInstanceOf(Permission.Unknown.class, ask("http://a.test/y"));
        assertEquals(1, fetches());
        server.on("/robots.txt", FaultServer.status("404 No"));
        pass(Duration.ofMinutes(61));
        assertInstanceOf(Permission.Granted.class, ask("http://a.test/x"));
        assertEquals(2, fetches());
    }

    @Test
    void noAnswerForbidsAllForNow() {
        server.on("/robots.txt", FaultServer.drip());
        var unknown = assertInstanceOf(Permission.Unknown.class, ask("http://a.test/x"));
        assertTrue(unknown.reason().contains("robots.txt"));
    }

    @Test
    void aCopyIsKeptForADayAndLongerWhileTheServerIsDown() {
        server.on("/robots.txt", FaultServer.ok("text/plain", "User-agent: *\nDisallow: /x\n"));
        assertInstanceOf(Permission.Denied.class, ask("http://a.test/x"));
        pass(Duration.ofHours(23));
        assertInstanceOf(Permission.Granted.class, ask("http://a.test/y"));
        assertEquals(1, fetches());
        server.on("/robots.txt", FaultServer.status("500 Down"));
        pass(Duration.ofHours(2));
        assertInstanceOf(Permission.Denied.class, ask("http://a.test/x"));
        assertInstanceOf(Permission.Granted.class, ask("http://a.test/y"));
        assertEquals(2, fetches());
        server.on("/robots.txt", FaultServer.ok("text/plain", NO));
        pass(Duration.ofHours(2));
        assertInstanceOf(Permission.Denied.class, ask("http://a.test/y"));
    }

    @Test
    void eachSchemeHostAndPortHasItsOwn() {
        server.on("a.test/robots.txt", FaultServer.ok("text/plain", NO));
        assertInstanceOf(Permission.Denied.class, ask("http://a.test/x"));
        assertInstanceOf(Permission.Granted.class, ask("http://b.test/x"));
        server.on("a.test/robots.txt", FaultServer.status("404 No"));
        assertInstanceOf(Permission.Granted.class, ask("http://a.test:8080/x"));
        assertInstanceOf(Permission.Denied.class, ask("http://a.test:80/y"));
    }

    @Test
    void fiveRedirectsAreFollowedAlsoToOtherHosts() {
        server.on("a.test/robots.txt", FaultServer.redirect(301, "/1")).on("/1", FaultServer.redirect(302, "/2"));
        server.on("/2", FaultServer.redirect(307, "/3")).on("/3", FaultServer.redirect(308, "/4"));
        server.on("/4", FaultServer.redirect(303, "http://b.test/robots.txt"));
        server.on("b.test/robots.txt", FaultServer.ok("text/plain", NO));
        assertInstanceOf(Permission.Denied.class, ask("http://a.test/x"));
    }

    @Test
    void aRedirectLoopCountsAsNoRobotsFile() {
        server.on("/robots.txt", FaultServer.redirect(301, "/robots.txt"));
        assertInstanceOf(Permission.Granted.class, ask("http://a.test/x"));
    }

    @Test
    void onlyTheFirstHalfMegabyteCounts() {
        String filler = "#".repeat(99) + "\n";
        server.on("/robots.txt", FaultServer.ok("text/plain", NO + filler.repeat(100_000)));
        assertInstanceOf(Permission.Denied.class, ask("http://a.test/x"));
        server.on("b.test/robots.txt", FaultServer.ok("text/plain", filler.repeat(6_000) + NO));
        assertInstanceOf(Permission.Granted.class, ask("http://b.test/x"));
    }

    @Test
    void weAreCalledByOurOwnName() {
        server.on("/robots.txt", FaultServer.ok("text/plain", "User-agent: DealscopeBot\nDisallow: /x\n"));
        assertInstanceOf(Permission.Denied.class, ask("http://a.test/x"));
        assertTrue(server.log().getFirst().headers().get("user-agent").startsWith("DealscopeBot/"));
    }

    @Test
    void whatIsNoAddressIsLeftToTheFetchToRefuse() {
        for (String url : new String[] {"file:///etc/passwd", "", "http://", "http://10.0.0.1/x", "mailto:a@b"}) {
            assertInstanceOf(Permission.Granted.class, ask(url), url);
        }
    }
}
