package dealscope.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.fetch.HttpPost.Answer.Refused;
import dealscope.fetch.HttpPost.Answer.Taken;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting to receivers of every kind, over real sockets. */
class HttpPostTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-07T08:00:00Z"));
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private FaultServer server;

    @BeforeEach
    void start() {
        server = new FaultServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private HttpPost post(AddressGuard guard, Routes routes) {
        return post(guard, routes, Duration.ofSeconds(20));
    }

    private static HttpPost post(AddressGuard guard, Routes routes, Duration deadline) {
        Resolver everywhereHome = host -> List.of(InetAddress.getLoopbackAddress());
        return new HttpPost(FetchSettings.defaults().withDeadline(deadline), guard, routes, everywhereHome, CLOCK);
    }

    private HttpPost.Answer send(String path) {
        return post(new AddressGuard(), server.routes())
                .send("http://hooks.test" + path, Map.of("webhook-id", "e-1"), BODY);
    }

    @Test
    void theBodyArrivesWithItsHeaders() {
        server.on(
                "/ok",
                (request, out) -> out.write(
                        "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(202, assertInstanceOf(Taken.class, send("/ok")).status());
        FaultServer.Seen seen = server.log().getFirst();
        assertEquals("{\"a\":1}", seen.body());
        assertEquals("e-1", seen.headers().get("webhook-id"));
        assertEquals("application/json", seen.headers().get("content-type"));
    }

    @Test
    void aReceiverThatNeverAnswersOrBreaksOffIsAskedAgain() {
        server.on("/slow", (request, out) -> Thread.sleep(5_000))
                .on("/cut", (request, out) -> out.write("HT".getBytes(StandardCharsets.US_ASCII)));
        HttpPost hasty = post(new AddressGuard(), server.routes(), Duration.ofMillis(700));
        for (String path : List.of("/slow", "/cut")) {
            Refused refused = assertInstanceOf(Refused.class, hasty.send("http://hooks.test" + path, Map.of(), BODY));
            assertEquals(0, refused.status());
            assertTrue(!refused.lasting() && !refused.reason().isEmpty(), refused.toString());
        }
    }

    @Test
    void aRedirectIsNotFollowedAndGoneIsLasting() {
        server.on(
                        "/moved",
                        (request, out) -> out.write("HTTP/1.1 307 Moved\r\nLocation: /ok\r\nContent-Length: 0\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII)))
                .on(
                        "/gone",
                        (request, out) -> out.write(
                                "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        Refused moved = assertInstanceOf(Refused.class, send("/moved"));
        assertTrue(moved.reason().contains("moved") && !moved.lasting(), moved.toString());
        assertTrue(assertInstanceOf(Refused.class, send("/gone")).lasting());
        assertEquals(2, server.log().size());
    }

    @Test
    void aNameThatLeadsToThisMachineIsRefusedWithoutAConnection() {
        Refused refused = assertInstanceOf(
                Refused.class,
                post(new AddressGuard(), Routes.none())
                        .send("http://hooks.example:" + server.port() + "/ok", Map.of(), BODY));
        assertTrue(refused.lasting(), refused.toString());
        assertTrue(refused.reason().contains("not on the public internet"), refused.reason());
        assertEquals(List.of(), server.log());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/x",
                "http://[::1]/x",
                "http://169.254.169.254/latest",
                "http://0x7f.1/x",
                "http://localhost/x",
                "ftp://hooks.example/x",
                "https://me:pw@hooks.example/x",
                "https://hooks.example:25/x",
                ""
            })
    void anAddressThatCanNeverBePostedToSaysWhy(String url) {
        HttpPost post = post(new AddressGuard(), Routes.none());
        assertNotNull(post.objection(url));
        assertTrue(
                assertInstanceOf(Refused.class, post.send(url, Map.of(), BODY)).lasting());
    }

    @Test
    void whatHttpDoesNotAllowInAHeaderIsAMistakeOfOurs() {
        HttpPost post = post(new AddressGuard(), server.routes());
        assertNull(post.objection("https://hooks.example/x"));
        assertThrows(
                IllegalArgumentException.class,
                () -> post.send("http://hooks.test/ok", Map.of("x", "a\r\nb: c"), BODY));
    }
}
