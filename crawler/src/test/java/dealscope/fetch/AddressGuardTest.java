package dealscope.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.crawler.FetchRequest;
import dealscope.crawler.FetchRequest.Kind;
import dealscope.crawler.FetchResult;
import dealscope.crawler.FetchResult.Failed;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.Outcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but the public internet is reached, however it is written and whoever leads there. */
@Timeout(60)
class AddressGuardTest {
    private static final String PAGE = "<html><p>secret</p></html>";

    private final FaultServer canary = new FaultServer().on("*", FaultServer.ok("text/html", PAGE));
    private final FaultServer server = new FaultServer();

    @AfterEach
    void stop() {
        server.close();
        canary.close();
    }

    private Fetcher fetcher(AddressGuard guard, Resolver resolver) {
        var settings =
                FetchSettings.defaults().withDeadline(Duration.ofSeconds(5)).withHostDelay(Duration.ZERO);
        return new Fetcher(settings, guard, server.routes(), resolver, InstantSource.system());
    }

    private FetchResult fetch(String url) {
        return fetcher(new AddressGuard(), Resolver.system()).fetch(FetchRequest.of(url, Kind.PAGE));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "addresses.csv", numLinesToSkip = 1)
    void everySpecialRangeIsKnown(String address, boolean isPublic) throws UnknownHostException {
        assertEquals(isPublic, AddressGuard.isPublic(InetAddress.getByName(address)), address);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "refused-urls.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
    void noSpellingReachesAPrivateAddress(String url, Outcome expected) {
        String address = url.replace("PORT", String.valueOf(canary.port()))
                .replace("\\t", "\t")
                .replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\0", "\0");
        var failed = assertInstanceOf(Failed.class, fetch(address));
        assertEquals(expected, failed.outcome(), failed.reason());
        assertTrue(canary.log().isEmpty(), "the canary was asked");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectLeadsToAPrivateAddress(int status) {
        List<String> targets = List.of(
                "http://127.0.0.1:" + canary.port() + "/",
                "//localhost:" + canary.port() + "/",
                "http://[::ffff:127.0.0.1]:" + canary.port() + "/",
                "http://2130706433:" + canary.port() + "/",
                "http://169.254.169.254/latest/meta-data/");
        for (String target : targets) {
            server.on("/a", FaultServer.redirect(302, "/b")).on("/b", FaultServer.redirect(status, target));
            var failed = assertInstanceOf(Failed.class, fetch("http://a.test/a"));
            assertEquals(Outcome.PRIVATE_ADDRESS, failed.outcome(), target);
        }
        for (String target : List.of("file:///etc/passwd", "ftp://a.test/", "gopher://a.test:70/", "javascript:1")) {
            server.on("/b", FaultServer.redirect(status, target));
            assertEquals(
                    Outcome.BAD_ADDRESS,
                    assertInstanceOf(Failed.class, fetch("http://a.test/b")).outcome());
        }
        assertTrue(canary.log().isEmpty(), "the canary was asked");
    }

    @Test
    void aNameThatLeadsToAPrivateAddressIsRefused() {
        Resolver rebinding = host -> List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("fd00::1"));
        var result = fetcher(new AddressGuard(), rebinding)
                .fetch(FetchRequest.of("http://evil.example:" + canary.port() + "/", Kind.PAGE));
        var failed = assertInstanceOf(Failed.class, result);
        assertEquals(Outcome.PRIVATE_ADDRESS, failed.outcome());
        assertTrue(failed.reason().contains("evil.example"));
        assertTrue(canary.log().isEmpty(), "the canary was asked");
    }

    @Test
    void ofMixedAddressesOnlyThePublicOneIsConnectedTo() throws UnknownHostException {
        Resolver mixed = host -> List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("8.8.8.8"));
        var sockets = new GuardedSockets(new AddressGuard(), Routes.none(), mixed);
        assertEquals(List.of(InetAddress.getByName("8.8.8.8")), sockets.lookup("evil.example"));
    }

    @Test
    void theSocketItselfRefusesWhateverDnsSaid() throws Exception {
        var answers = new ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
        Resolver rebinding = host -> List.of(InetAddress.getByName(answers.pop()));
        var sockets = new GuardedSockets(new AddressGuard(), Routes.none(), rebinding);
        assertEquals("8.8.8.8", sockets.lookup("evil.example").getFirst().getHostAddress());
        InetAddress second = sockets.lookup("evil.example").getFirst();
        try (var socket = sockets.createSocket()) {
            var endpoint = new InetSocketAddress(second, canary.port());
            assertThrows(PrivateAddressException.class, () -> socket.connect(endpoint, 1_000));
            assertFalse(socket.isConnected());
        }
    }

    @Test
    void whatTheSettingsAllowIsReached() {
        var byAddress = fetcher(new AddressGuard(List.of("127.0.0.0/8")), Resolver.system());
        String url = "http://127.0.0.1:" + canary.port() + "/";
        assertInstanceOf(Fetched.class, byAddress.fetch(FetchRequest.of(url, Kind.PAGE)));
        Resolver inside = host -> List.of(InetAddress.getByName("127.0.0.1"));
        var byName = fetcher(new AddressGuard(List.of("Wiki.corp.example")), inside);
        url = "http://wiki.corp.example:" + canary.port() + "/";
        assertInstanceOf(Fetched.class, byName.fetch(FetchRequest.of(url, Kind.PAGE)));
        url = "http://other.corp.example:" + canary.port() + "/";
        assertInstanceOf(Failed.class, byName.fetch(FetchRequest.of(url, Kind.PAGE)));
    }

    @Test
    void aRouteNeedsNoDns() throws UnknownHostException {
        var routes = Routes.of(Map.of("*.sample.test", server.address(), "one.test", canary.address()));
        assertTrue(routes.contains("WIRE.sample.test"));
        assertTrue(routes.contains("a.b.sample.test"));
        assertFalse(routes.contains("sample.test"));
        assertFalse(routes.contains("evilsample.test"));
        assertEquals(canary.address(), routes.find("one.test"));
    }

    @Test
    void anAllowListEntryThatIsNonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AddressGuard(List.of("10.0.0.0/33")));
        assertThrows(IllegalArgumentException.class, () -> new AddressGuard(List.of("10.0.0.0/x")));
        assertThrows(IllegalArgumentException.class, () -> new AddressGuard(List.of("fd00::/129")));
    }
}
