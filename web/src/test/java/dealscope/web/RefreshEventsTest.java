package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The stream of events that tells how far a refresh is. */
@Timeout(60)
class RefreshEventsTest {
    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void start() throws Exception {
        site = TestSite.empty(folder);
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    private HttpResponse<InputStream> open(String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.uri("/events/refresh"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return site.client.send(request.build(), BodyHandlers.ofInputStream());
    }

    private static BufferedReader lines(HttpResponse<InputStream> stream) {
        return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader lines, String name) throws Exception {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(name + ": ")) {
                return line.substring(name.length() + 2);
            }
        }
        return "";
    }

    @Test
    void theStateComesAtOnceAndEveryChangeAfterIt() throws Exception {
        HttpResponse<InputStream> stream = open();
        assertEquals(
                "text/event-stream; charset=utf-8",
                stream.headers().firstValue("Content-Type").orElse("").toLowerCase(java.util.Locale.ROOT));
        assertEquals("no-store", stream.headers().firstValue("Cache-Control").orElse(""));
        try (BufferedReader lines = lines(stream)) {
            assertTrue(next(lines, "data").contains("\"state\":\"idle\""));
            site.actions.progress = TestSite.running(3, 12, 40);
            assertTrue(next(lines, "data").contains("\"feeds_done\":3,\"feeds\":12"));
        }
    }

    @Test
    void whoComesBackIsToldOnlyWhatIsNewer() throws Exception {
        String id;
        try (BufferedReader lines = lines(open())) {
            id = next(lines, "id");
        }
        try (BufferedReader lines = lines(open("Last-Event-ID", id))) {
            site.actions.progress = TestSite.running(5, 12, 40);
            assertTrue(next(lines, "data").contains("\"feeds_done\":5"));
        }
        try (BufferedReader lines = lines(open("Last-Event-ID", id))) {
            assertTrue(next(lines, "data").contains("\"feeds_done\":5"), "missed while away");
        }
        try (BufferedReader lines = lines(open("Last-Event-ID", "another-life"))) {
            assertTrue(next(lines, "data").contains("\"feeds_done\":5"));
        }
    }

    @Test
    void thereAreOnlySoManyListenersAndAPlaceIsFreeAgainWhenOneGoes() throws Exception {
        List<BufferedReader> open = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            open.add(lines(open()));
        }
        HttpResponse<InputStream> refused = open();
        assertEquals(503, refused.statusCode());
        assertEquals("15", refused.headers().firstValue("Retry-After").orElse(""));
        assertEquals(200, site.get("/api/refresh").statusCode(), "the rest of the site goes on");
        refused.body().close();
        for (BufferedReader each : open) {
            each.close();
        }
        int status = 503;
        for (int i = 0; i < 100 && status == 503; i++) {
            site.actions.progress = TestSite.running(i % 12, 12, 1);
            Thread.sleep(100);
            HttpResponse<InputStream> again = open();
            status = again.statusCode();
            again.body().close();
        }
        assertEquals(200, status);
    }

    @Test
    void theStreamEndsBeforeTheServerDoes() throws Exception {
        try (BufferedReader lines = lines(open())) {
            assertNotNull(lines.readLine());
            Thread stopping = Thread.ofPlatform().start(site.server::close);
            String last = "";
            while (last != null) {
                last = lines.readLine();
            }
            assertNull(last);
            stopping.join(10_000);
            assertTrue(!stopping.isAlive(), "the server waits for no listener");
        }
    }
}
