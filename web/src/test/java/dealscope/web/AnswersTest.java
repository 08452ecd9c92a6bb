package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.web.site.Rate;
import dealscope.web.site.Settings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers travel: codings, tags, other sites' pages, limits, errors. */
class AnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTEBOOK = "https://notebook.example.com";

    @TempDir
    static Path folder;

    static TestSite site;
    static TestSite limited;

    @BeforeAll
    static void start() throws Exception {
        site = TestSite.filled(folder);
        limited = TestSite.with(
                folder.resolve("limited"),
                Settings.DEFAULT.withOrigins(Set.of(NOTEBOOK)).withRate(new Rate(3, Duration.ofHours(1))));
    }

    @AfterAll
    static void stop() throws Exception {
        limited.close();
        site.close();
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.uri(path));
        return site.client.send(request.headers(headers).build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            br, gzip                  | br
            gzip                      | gzip
            x-gzip                    | gzip
            gzip, deflate, br, zstd   | br
            br;q=0.5, gzip            | gzip
            br;q=0, gzip;q=0.1        | gzip
            br;q=0, gzip;q=0          | ''
            *                         | br
            *;q=0                     | ''
            identity                  | ''
            gzip;q=much               | ''
            BR;Q=1                    | br
            '   '                     | ''
            ,,;;=,br;q=2              | ''
            """)
    void theCodingIsTheOneThatTheClientLikesBest(String accepted, String coding) throws Exception {
        HttpResponse<byte[]> answer = get("/api/deals", "Accept-Encoding", accepted);
        assertEquals(200, answer.statusCode());
        assertEquals(coding, header(answer, "Content-Encoding"));
        assertEquals("Accept-Encoding", header(answer, "Vary"));
        assertArrayEquals(site.get("/api/deals").body().getBytes(StandardCharsets.UTF_8), unpacked(coding, answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/export.ndjson", "/api/export.csv?what=articles", "/deals.csv", "/openapi.json", "/deals"})
    void filesAndPagesArePackedToo(String path) throws Exception {
        byte[] plain = site.get(path).body().getBytes(StandardCharsets.UTF_8);
        for (String coding : List.of("br", "gzip")) {
            HttpResponse<byte[]> answer = get(path, "Accept-Encoding", coding);
            assertEquals(coding, header(answer, "Content-Encoding"), path);
            assertArrayEquals(plain, unpacked(coding, answer), path);
            assertTrue(answer.body().length < plain.length / 2, path);
        }
    }

    private static byte[] unpacked(String coding, HttpResponse<byte[]> answer) throws Exception {
        InputStream body = new ByteArrayInputStream(answer.body());
        return switch (coding) {
            case "br" -> new BrotliInputStream(body).readAllBytes();
            case "gzip" -> new GZIPInputStream(body).readAllBytes();
            default -> answer.body();
        };
    }

    @Test
    void eachCodingHasATagOfItsOwnAndATagIsGoodForItsCodingOnly() throws Exception {
        Set<String> tags = new HashSet<>();
        for (String coding : List.of("identity", "gzip", "br")) {
            String tag = header(get("/api/deals", "Accept-Encoding", coding), "ETag");
            assertTrue(tags.add(tag), tag);
            for (String sent : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
                HttpResponse<byte[]> again = get("/api/deals", "Accept-Encoding", coding, "If-None-Match", sent);
                assertEquals(304, again.statusCode(), sent);
                assertEquals(tag, header(again, "ETag"));
                assertEquals("Accept-Encoding", header(again, "Vary"));
                assertEquals(0, again.body().length);
            }
        }
        for (String tag : tags) {
            String other = tag.contains("-br") ? "gzip" : "br";
            assertEquals(
                    200,
                    get("/api/deals", "Accept-Encoding", other, "If-None-Match", tag)
                            .statusCode());
        }
    }

    @Test
    void otherSitesReadWhereTheSettingsNameThemAndNowhereElse() throws Exception {
        HttpResponse<String> stranger = site.get("/api/deals", "Origin", NOTEBOOK);
        assertEquals("", header(stranger, "Access-Control-Allow-Origin"));
        assertEquals("Accept-Encoding", header(stranger, "Vary"));
        HttpResponse<String> known = limited.get("/api/stats", "Origin", NOTEBOOK);
        assertEquals(NOTEBOOK, header(known, "Access-Control-Allow-Origin"));
        assertEquals("cross-origin", header(known, "Cross-Origin-Resource-Policy"));
        assertEquals("Accept-Encoding, Origin", header(known, "Vary"));
        assertFalse(known.headers().map().containsKey("access-control-allow-credentials"));
        HttpResponse<String> page = limited.get("/static/x/none", "Origin", NOTEBOOK);
        assertEquals("", header(page, "Access-Control-Allow-Origin"));
        HttpRequest question = HttpRequest.newBuilder(limited.uri("/api/deals"))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", NOTEBOOK)
                .header("Access-Control-Request-Method", "GET")
                .build();
        HttpResponse<String> answer = limited.client.send(question, BodyHandlers.ofString());
        assertEquals(204, answer.statusCode());
        assertEquals("GET, HEAD", header(answer, "Access-Control-Allow-Methods"));
    }

    @Test
    void aClientThatAsksTooOftenIsToldToWait(@TempDir Path own) throws Exception {
        Settings settings = Settings.DEFAULT.withRate(new Rate(3, Duration.ofHours(1)));
        try (TestSite few = TestSite.with(own, settings)) {
            for (int left = 2; left >= 0; left--) {
                HttpResponse<String> answer = few.get("/api/stats");
                assertEquals(200, answer.statusCode());
                assertEquals("\"client\";q=3;w=3600", header(answer, "RateLimit-Policy"));
                assertTrue(header(answer, "RateLimit").startsWith("\"client\";r=" + left + ";t="));
            }
            HttpResponse<String> refused = few.get("/api/stats");
            assertEquals(429, refused.statusCode());
            int wait = Integer.parseInt(header(refused, "Retry-After"));
            assertTrue(wait > 1100 && wait <= 1200, "Retry-After " + wait);
            assertEquals(429, JSON.readTree(refused.body()).get("status").asInt());
            assertEquals(429, few.get("/").statusCode());
            assertEquals(200, few.get("/healthz").statusCode());
        }
    }

    @Test
    void whatIsNoHttpIsAProblemToo() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", site.server.port())) {
            socket.getOutputStream().write("GET /api/deals HTTP/9.9\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 505") || answer.startsWith("HTTP/1.1 400"), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
            String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            assertTrue(JSON.readTree(body).get("status").asInt() >= 400, body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/none", "/none.json", "/deals/none.csv", "/api/schema/feeds.json"})
    void errorsOfDataAreProblems(String path) throws Exception {
        HttpResponse<String> answer = site.get(path, "Accept", "text/html");
        assertEquals(404, answer.statusCode());
        assertEquals("application/problem+json; charset=utf-8", header(answer, "Content-Type"));
        assertEquals(404, JSON.readTree(answer.body()).get("status").asInt());
    }
}
