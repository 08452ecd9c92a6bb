package dealscope.fetch;

import static dealscope.fetch.FaultServer.answer;
import static dealscope.fetch.FaultServer.conditional;
import static dealscope.fetch.FaultServer.cutOff;
import static dealscope.fetch.FaultServer.drip;
import static dealscope.fetch.FaultServer.gzip;
import static dealscope.fetch.FaultServer.gzipBomb;
import static dealscope.fetch.FaultServer.headerDrip;
import static dealscope.fetch.FaultServer.ok;
import static dealscope.fetch.FaultServer.plain;
import static dealscope.fetch.FaultServer.raw;
import static dealscope.fetch.FaultServer.redirect;
import static dealscope.fetch.FaultServer.redirectChain;
import static dealscope.fetch.FaultServer.silence;
import static dealscope.fetch.FaultServer.status;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.crawler.FetchRequest;
import dealscope.crawler.FetchRequest.Kind;
import dealscope.crawler.FetchResult;
import dealscope.crawler.FetchResult.Failed;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.FetchResult.NotModified;
import dealscope.crawler.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FetcherTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String RSS = "application/rss+xml";
    private static final String FEED = "<rss version='2.0'><channel><title>T</title></channel></rss>";

    private final FaultServer server = new FaultServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Fetcher fetcher() {
        return fetcher(
                FetchSettings.defaults().withDeadline(Duration.ofSeconds(2)).withBytes(1 << 20, 1 << 20));
    }

    private Fetcher fetcher(FetchSettings settings) {
        return new Fetcher(settings, new AddressGuard(), server.routes(), Resolver.system(), InstantSource.fixed(NOW));
    }

    private FetchResult fetch(String url) {
        return fetcher().fetch(FetchRequest.of(url, Kind.FEED));
    }

    private Fetched fetched(String url) {
        return assertInstanceOf(Fetched.class, fetch(url));
    }

    private Failed failed(Outcome expected, String url) {
        Failed failed = assertInstanceOf(Failed.class, fetch(url));
        assertEquals(expected, failed.outcome(), failed.reason());
        assertTrue(failed.reason().matches("(?s)[A-Z\"\\w].{10,400}[.]"), failed.reason());
        return failed;
    }

    @Test
    void aDocumentComesWithItsBytesTypeAndValidatorsAsSent() {
        server.on(
                "/feed",
                ok(RSS, FEED, "ETag: W/\"a\\b,c\"", "Last-Modified: yesterday evening", "Content-Location: /x"));
        Fetched fetched = fetched("http://a.test/feed");
        assertArrayEquals(FEED.getBytes(StandardCharsets.UTF_8), fetched.page().body());
        assertEquals(RSS, fetched.page().contentType());
        assertEquals("/x", fetched.page().contentLocation());
        assertEquals("W/\"a\\b,c\"", fetched.etag());
        assertEquals("yesterday evening", fetched.lastModified());
        assertEquals("http://a.test/feed", fetched.page().url());
        assertNull(fetched.movedTo());
    }

    @Test
    void theFirstRequestIsUnconditionalAndSaysWhoWeAre() {
        server.on("/feed?b=2&a=1", ok(RSS, FEED));
        fetched("http://a.test/feed?b=2&a=1");
        Map<String, String> headers = server.log().getFirst().headers();
        assertEquals("/feed?b=2&a=1", server.log().getFirst().path());
        assertTrue(headers.get("user-agent").matches("DealscopeBot/\\S+ \\(\\+https://\\S+\\)"), headers.toString());
        assertTrue(headers.get("accept").contains("application/rss+xml"));
        for (String absent : List.of("cookie", "referer", "if-none-match", "if-modified-since", "authorization")) {
            assertFalse(headers.containsKey(absent), absent);
        }
    }

    @Test
    void validatorsGoBackByteForByte() {
        String etag = "W/\"a\\b,caf\u00e9\"";
        server.on("/feed", conditional(RSS, FEED, etag, "Sat, 1 Mar 2026 9:00 GMT"));
        var request = new FetchRequest("http://a.test/feed", Kind.FEED, null, etag, "Sat, 1 Mar 2026 9:00 GMT");
        fetcher().fetch(request);
        Map<String, String> headers = server.log().getFirst().headers();
        byte[] sent = headers.get("if-none-match").getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(etag.getBytes(StandardCharsets.UTF_8), sent);
        assertEquals("Sat, 1 Mar 2026 9:00 GMT", headers.get("if-modified-since"));
    }

    @Test
    void notModifiedBringsItsNewValidators() {
        server.on("/feed", conditional(RSS, FEED, "\"1\"", "Mon"));
        var result = fetcher().fetch(new FetchRequest("http://a.test/feed", Kind.FEED, null, "\"1\"", null));
        NotModified answer = assertInstanceOf(NotModified.class, result);
        assertEquals("\"1\"", answer.etag());
        assertEquals("Mon", answer.lastModified());
    }

    @Test
    void notModifiedWithoutHavingAskedIsAnError() {
        server.on("/feed", raw("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"));
        assertEquals(304, failed(Outcome.HTTP_ERROR, "http://a.test/feed").status());
    }

    @Test
    void aHugeOrUnsendableEtagIsForgotten() {
        server.on("/long", ok(RSS, FEED, "ETag: \"" + "x".repeat(100_000) + "\""));
        assertNull(fetched("http://a.test/long").etag());
    }

    @Test
    void nothingIsMissedWithoutAContentType() {
        server.on("/feed", raw("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + FEED));
        assertNull(fetched("http://a.test/feed").page().contentType());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/drip", "/headers", "/silence", "/stall"})
    void whoeverTakesTooLongIsLeftAtTheDeadline(String path) {
        server.on("/drip", drip()).on("/headers", headerDrip()).on("/silence", silence());
        server.on("/stall", (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + "x".repeat(99))
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(600_000);
        });
        Failed failed = failed(Outcome.TIMEOUT, "http://a.test" + path);
        assertTrue(failed.took().toMillis() >= 1_900, failed.toString());
        assertTrue(failed.took().toMillis() < 4_000, failed.toString());
    }

    @Test
    void redirectsDoNotProlongTheDeadline() {
        server.on("*", (request, out) -> {
            Thread.sleep(700);
            redirect(302, request.path() + "x").answer(request, out);
        });
        Failed failed = assertInstanceOf(Failed.class, fetch("http://a.test/"));
        assertEquals(Outcome.TIMEOUT, failed.outcome());
        assertTrue(failed.took().toMillis() < 4_000, failed.toString());
    }

    @Test
    void aTlsHandshakeThatStallsEndsAtTheDeadline() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var routes = Routes.of(Map.of("a.test", (InetSocketAddress) silent.getLocalSocketAddress()));
            var settings = FetchSettings.defaults().withDeadline(Duration.ofSeconds(2));
            var fetcher =
                    new Fetcher(settings, new AddressGuard(), routes, Resolver.system(), InstantSource.fixed(NOW));
            var failed = assertInstanceOf(Failed.class, fetcher.fetch(FetchRequest.of("https://a.test/", Kind.FEED)));
            assertEquals(Outcome.TIMEOUT, failed.outcome());
            assertTrue(failed.took().toMillis() < 4_000, failed.toString());
        }
    }

    @Test
    void bombsStopAtTheCapOfDecodedBytes() throws IOException {
        byte[] twice = gzip(gzip(new byte[1 << 20], 200), 1);
        server.on("/gzip", gzipBomb(200));
        server.on("/twice", answer("200 OK", RSS, twice, "Content-Encoding: gzip, gzip"));
        server.on("/deflate", answer("200 OK", RSS, deflate(new byte[20 << 20], false), "Content-Encoding: deflate"));
        server.on("/plain", plain(100));
        long before = usedMemory();
        for (String path : List.of("/gzip", "/twice", "/deflate", "/plain")) {
            failed(Outcome.TOO_LARGE, "http://a.test" + path);
        }
        assertTrue(usedMemory() - before < 64 << 20, "memory grew by " + (usedMemory() - before));
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aDocumentOfExactlyTheCapIsFine() {
        String body = "x".repeat(1 << 20);
        server.on("/cap", ok(RSS, body)).on("/over", ok(RSS, body + "x"));
        assertEquals(1 << 20, fetched("http://a.test/cap").page().body().length);
        failed(Outcome.TOO_LARGE, "http://a.test/over");
    }

    @Test
    void everyCommonEncodingIsUndone() throws IOException {
        byte[] plain = FEED.getBytes(StandardCharsets.UTF_8);
        byte[] brotli = Base64.getDecoder().decode("CwWAaGVsbG8gd29ybGQD");
        server.on("/gzip", answer("200 OK", RSS, gzip(plain, 1), "Content-Encoding: gzip"));
        server.on("/zlib", answer("200 OK", RSS, deflate(plain, false), "Content-Encoding: deflate"));
        server.on("/raw", answer("200 OK", RSS, deflate(plain, true), "Content-Encoding: deflate"));
        server.on("/lie", answer("200 OK", RSS, plain, "Content-Encoding: gzip"));
        server.on("/identity", answer("200 OK", RSS, plain, "Content-Encoding: identity"));
        for (String path : List.of("/gzip", "/zlib", "/raw", "/lie", "/identity")) {
            assertArrayEquals(plain, fetched("http://a.test" + path).page().body(), path);
        }
        server.on("/br", answer("200 OK", RSS, brotli, "Content-Encoding: br"));
        assertEquals(
                "hello world", new String(fetched("http://a.test/br").page().body(), StandardCharsets.UTF_8));
    }

    private static byte[] deflate(byte[] bytes, boolean raw) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(out, new Deflater(9, raw))) {
            deflate.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void brokenPackingIsAReason() {
        byte[] half = Arrays.copyOf(gzip(FEED.getBytes(StandardCharsets.UTF_8), 1), 40);
        server.on("/half", answer("200 OK", RSS, half, "Content-Encoding: gzip"));
        server.on("/odd", answer("200 OK", RSS, half, "Content-Encoding: compress"));
        server.on("/thrice", answer("200 OK", RSS, half, "Content-Encoding: gzip, br, gzip"));
        server.on(
                "/nobrotli",
                answer("200 OK", RSS, "x".repeat(99).getBytes(StandardCharsets.UTF_8), "Content-Encoding: br"));
        for (String path : List.of("/half", "/odd", "/thrice", "/nobrotli")) {
            failed(Outcome.UNREADABLE, "http://a.test" + path);
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNotADocument() {
        server.on("/cut", cutOff(RSS, FEED));
        server.on("/garbage", raw("hello\r\n\r\n")).on("/nothing", raw(""));
        failed(Outcome.UNREADABLE, "http://a.test/cut");
        failed(Outcome.UNREADABLE, "http://a.test/garbage");
        failed(Outcome.UNREADABLE, "http://a.test/nothing");
    }

    @Test
    void aFeedThatSeemsToBeCutOffIsNotWhole() {
        String head = "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nConnection: close\r\n\r\n";
        server.on("/whole", raw(head + FEED)).on("/cut", raw(head + FEED.substring(0, 40)));
        server.on("/json", raw(head + "{\"version\":1}\n"));
        server.on("/announced", ok(RSS, FEED.substring(0, 40), "ETag: \"1\""));
        server.on("/prefixed", ok(RSS, "<a:feed xmlns:a='x'></a:feed>\n<!-- cached -->"));
        assertTrue(fetched("http://a.test/whole").whole());
        assertTrue(fetched("http://a.test/json").whole());
        assertTrue(fetched("http://a.test/prefixed").whole());
        assertFalse(fetched("http://a.test/announced").whole());
        assertFalse(fetched("http://a.test/cut").whole());
    }

    @Test
    void headersWithoutEndAreCutOff() {
        server.on("/flood", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100_000; i++) {
                out.write(("X-" + i + ": " + "y".repeat(100) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        });
        failed(Outcome.UNREADABLE, "http://a.test/flood");
    }

    @Test
    void redirectsInACircleOrWithoutEndStop() {
        server.on("/a", redirect(301, "/b")).on("/b", redirect(302, "http://a.test/a"));
        server.on("/self", redirect(302, "")).on("*", redirectChain());
        failed(Outcome.REDIRECT_LOOP, "http://a.test/a");
        failed(Outcome.REDIRECT_LOOP, "http://a.test/chain");
        assertEquals(
                9,
                server.log().stream()
                        .filter(seen -> seen.path().startsWith("/chain"))
                        .count());
    }

    @Test
    void onlyPermanentRedirectsAllTheWayMoveAFeed() {
        server.on("/feed", ok(RSS, FEED));
        server.on("/old", redirect(301, "/older")).on("/older", redirect(308, "http://b.test/feed"));
        server.on("/mixed", redirect(301, "/temporary")).on("/temporary", redirect(307, "/feed"));
        assertEquals("http://b.test/feed", fetched("http://a.test/old").movedTo());
        assertNull(fetched("http://a.test/mixed").movedTo());
        assertEquals("http://a.test/feed", fetched("http://a.test/mixed").page().url());
    }

    @Test
    void validatorsAreNotSentToAnotherAddressThanTheirOwn() {
        server.on("a.test/feed", redirect(302, "/here")).on("a.test/here", redirect(302, "http://b.test/feed"));
        server.on("b.test/feed", ok(RSS, FEED));
        fetcher().fetch(new FetchRequest("http://a.test/feed", Kind.FEED, null, "\"1\"", "Mon"));
        fetcher().fetch(new FetchRequest("http://a.test/feed", Kind.FEED, "http://a.test/here", "\"2\"", null));
        List<String> atHome = new ArrayList<>();
        server.requests("a.test/feed").forEach(seen -> atHome.add(seen.headers().get("if-none-match")));
        server.requests("a.test/here").forEach(seen -> atHome.add(seen.headers().get("if-none-match")));
        assertEquals(Arrays.asList("\"1\"", null, null, "\"2\""), atHome);
        Map<String, String> elsewhere =
                server.requests("b.test/feed").getFirst().headers();
        assertFalse(elsewhere.containsKey("if-none-match"));
        assertFalse(elsewhere.containsKey("if-modified-since"));
        assertFalse(elsewhere.containsKey("referer"));
    }

    @ParameterizedTest
    @CsvSource({
        "403, FORBIDDEN", "401, HTTP_ERROR", "404, HTTP_ERROR", "410, GONE", "429, RATE_LIMITED", "500, HTTP_ERROR",
        "503, HTTP_ERROR", "204, HTTP_ERROR", "300, HTTP_ERROR", "301, HTTP_ERROR", "206, HTTP_ERROR", "999, HTTP_ERROR"
    })
    void everyStatusHasItsOutcome(int status, Outcome outcome) {
        server.on("/s", raw("HTTP/1.1 " + status + " S\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        assertEquals(status, failed(outcome, "http://a.test/s").status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "3600 | 2026-03-01T13:00:00Z",
                "Sun, 01 Mar 2026 14:00:00 GMT | 2026-03-01T14:00:00Z",
                "Sunday, 01-Mar-26 14:00:00 GMT | 2026-03-01T14:00:00Z",
                "Sun Mar  1 14:00:00 2026 | 2026-03-01T14:00:00Z",
                "1000000000000000000 | 2026-03-02T12:00:00Z",
                "Fri, 31 Dec 2100 00:00:00 GMT | 2026-03-02T12:00:00Z",
                "Sat, 28 Feb 2026 00:00:00 GMT | none",
                "-5 | none",
                "soon | none",
                "1e3 | none"
            })
    void retryAfterIsReadInAllItsFormsAndClamped(String header, Instant expected) {
        server.on("/429", status("429 Slow", "Retry-After: " + header));
        server.on("/503", status("503 Down", "Retry-After: " + header));
        assertEquals(expected, failed(Outcome.RATE_LIMITED, "http://a.test/429").retryAfter());
        Outcome outcome = expected == null ? Outcome.HTTP_ERROR : Outcome.RATE_LIMITED;
        assertEquals(expected, failed(outcome, "http://b.test/503").retryAfter());
    }

    @Test
    void aServerThatAsksForNoPauseIsNotAskedTwice() {
        server.on("/503", status("503 Down", "Retry-After: 0")).on("/408", status("408 Slow"));
        failed(Outcome.HTTP_ERROR, "http://a.test/503");
        failed(Outcome.HTTP_ERROR, "http://a.test/408");
        assertEquals(1, server.requests("/503").size());
        assertEquals(1, server.requests("/408").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "Cache-Control: max-age=43200 | PT12H",
                "Cache-Control: public, MAX-AGE=\"60\" | PT1M",
                "Cache-Control: max-age=1000000000000000000 | PT24H",
                "Cache-Control: max-age=-1 | none",
                "Cache-Control: no-cache, max-age=60 | none",
                "Expires: Sun, 01 Mar 2026 14:00:00 GMT | PT2H",
                "Expires: Sun, 01 Mar 2099 14:00:00 GMT | PT24H",
                "Expires: 0 | none",
                "X-Nothing: 1 | none"
            })
    void freshnessIsReadAndClamped(String header, Duration expected) {
        server.on("/feed", ok(RSS, FEED, header));
        assertEquals(expected, fetched("http://a.test/feed").freshFor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "403 No", "429 Slow", "503 Down"})
    void aBotChallengeIsNamedUnderAnyStatus(String statusLine) {
        String page = "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>";
        server.on("/title", answer(statusLine, "text/html", page.getBytes(StandardCharsets.UTF_8)));
        server.on("/header", answer(statusLine, "text/html", new byte[0], "CF-Mitigated: challenge"));
        assertTrue(failed(Outcome.CHALLENGE, "http://a.test/title").reason().contains("Cloudflare"));
        failed(Outcome.CHALLENGE, "http://b.test/header");
    }

    @Test
    void aFeedThatTellsOfAChallengeIsNone() {
        String feed = "<rss><channel><title>News</title><item><title>Just a moment...</title><description>"
                + "&lt;html&gt;&lt;title&gt;Just a moment...&lt;/title&gt;</description></item></channel></rss>";
        server.on("/feed", ok(RSS, feed.replace("&lt;", "<").replace("&gt;", ">")));
        fetched("http://a.test/feed");
    }

    @Test
    void aPortWithoutListenerIsNoConnection() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        var routes = Routes.of(Map.of("a.test", new InetSocketAddress("127.0.0.1", closed)));
        var fetcher = new Fetcher(
                FetchSettings.defaults(), new AddressGuard(), routes, Resolver.system(), InstantSource.fixed(NOW));
        var failed = assertInstanceOf(Failed.class, fetcher.fetch(FetchRequest.of("http://a.test/", Kind.FEED)));
        assertEquals(Outcome.NO_CONNECTION, failed.outcome());
    }

    @Test
    void anUnknownHostIsNamed() {
        Resolver empty = host -> {
            throw new UnknownHostException(host);
        };
        var fetcher = new Fetcher(
                FetchSettings.defaults(), new AddressGuard(), Routes.none(), empty, InstantSource.fixed(NOW));
        var failed = assertInstanceOf(Failed.class, fetcher.fetch(FetchRequest.of("http://no.example/", Kind.FEED)));
        assertEquals(Outcome.NO_SUCH_HOST, failed.outcome());
        assertTrue(failed.reason().contains("no.example"));
    }

    @Test
    void aRobotsFileIsCutAtItsCapInsteadOfRefused() {
        server.on("/robots.txt", ok("text/plain", "#".repeat(1 << 20)));
        var result = fetcher().fetch(FetchRequest.of("http://a.test/robots.txt", Kind.ROBOTS));
        assertEquals(512 * 1024, assertInstanceOf(Fetched.class, result).page().body().length);
    }
}
