package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.web.http.Headers;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold against hostile clients, pages and texts. */
class GuardTest {
    @TempDir
    static Path folder;

    static TestSite site;

    @BeforeAll
    static void start() throws Exception {
        site = TestSite.filled(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static void assertHeaders(HttpResponse<?> answer, String what) {
        for (Map.Entry<String, String> each : Headers.SECURITY.entrySet()) {
            assertEquals(
                    each.getValue(), answer.headers().firstValue(each.getKey()).orElse(""), what + " " + each.getKey());
        }
        assertTrue(answer.headers().firstValue("Cache-Control").isPresent(), what + " Cache-Control");
        assertFalse(answer.headers().firstValue("Server").isPresent(), what + " names its server");
        assertFalse(answer.headers().firstValue("Access-Control-Allow-Origin").isPresent(), what);
    }

    @Test
    void everyRouteCarriesTheSecurityHeadersAndACharset() throws Exception {
        List<String> paths = new ArrayList<>(Pages.of(site).values());
        Document home = Jsoup.parse(site.get("/").body());
        home.select("link[href], script[src]")
                .forEach(each -> paths.add(each.hasAttr("src") ? each.attr("src") : each.attr("href")));
        paths.addAll(List.of(
                "/api/deals",
                "/api/deals/none",
                "/api/deals?limit=x",
                "/api/export.csv",
                "/api/export.ndjson",
                "/openapi.json",
                "/healthz",
                "/nothing",
                "/static/x/none",
                "/api/refresh"));
        for (String path : paths) {
            HttpResponse<String> answer = site.get(path.replaceFirst("#.*", ""));
            assertHeaders(answer, path);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            assertTrue(type.contains("charset=utf-8") || type.equals("image/svg+xml"), path + " " + type);
        }
        assertHeaders(site.get("/deals?min=1bn"), "redirect");
        assertHeaders(site.post("/feeds/refresh", "token=wrong"), "403");
        assertHeaders(site.post("/deals", "token=" + site.token()), "405");
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws Exception {
        for (String path : List.of("/", "/api/deals", "/api/export.csv", "/deals/none", "/static/x/none", "/healthz")) {
            HttpResponse<String> get = site.get(path);
            HttpRequest request = HttpRequest.newBuilder(site.uri(path))
                    .method("HEAD", BodyPublishers.noBody())
                    .build();
            HttpResponse<String> head = site.client.send(request, BodyHandlers.ofString());
            assertEquals(get.statusCode(), head.statusCode(), path);
            assertEquals("", head.body());
            for (String name : List.of("Content-Type", "ETag", "Cache-Control")) {
                assertEquals(get.headers().firstValue(name), head.headers().firstValue(name), path + " " + name);
            }
        }
    }

    @Test
    void theContentSecurityPolicyAllowsNothingInline() {
        assertFalse(Headers.CONTENT_SECURITY_POLICY.contains("unsafe"));
        assertTrue(Headers.CONTENT_SECURITY_POLICY.contains("frame-ancestors 'none'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /..;/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "BREW\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /deals?q=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST /feeds/refresh HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
            })
    void aBrokenRequestGetsAPlainAnswer(String request) throws Exception {
        String answer = raw(request);
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
        assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
        assertFalse(answer.contains("at org.eclipse") || answer.contains("Jetty"), answer);
    }

    private static String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", site.server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[8192];
            InputStream in = socket.getInputStream();
            for (int n = in.read(buffer); n > 0 && !answer.toString().contains("\r\n\r\n"); n = in.read(buffer)) {
                answer.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            }
            return answer.toString();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            right | -               | -                        | 303
            right | same-origin     | -                        | 303
            none  | -               | -                        | 403
            wrong | same-origin     | -                        | 403
            right | cross-site      | -                        | 403
            right | same-site       | -                        | 403
            right | -               | http://evil.example      | 403
            right | same-origin     | null                     | 403
            """)
    void aFormIsTakenFromOurOwnPagesOnly(String token, String site1, String origin, int expected) throws Exception {
        site.actions.calls.clear();
        String form =
                switch (token) {
                    case "right" -> "token=" + site.token();
                    case "wrong" -> "token=0123456789abcdef";
                    default -> "";
                };
        List<String> headers = new ArrayList<>();
        if (site1 != null) {
            headers.addAll(List.of("Sec-Fetch-Site", site1));
        }
        if (origin != null) {
            headers.addAll(List.of("Origin", origin));
        }
        assertEquals(
                expected,
                site.post("/feeds/refresh", form, headers.toArray(String[]::new))
                        .statusCode());
        assertEquals(expected == 303 ? 1 : 0, site.actions.calls.size(), "nothing happens unless it is allowed");
    }

    @Test
    void aFormInAnotherTypeOrByGetChangesNothing() throws Exception {
        site.actions.calls.clear();
        assertEquals(
                403,
                site.post("/feeds/refresh", "token=" + site.token(), "Content-Type", "text/plain")
                        .statusCode());
        assertEquals(404, site.get("/feeds/refresh?token=" + site.token()).statusCode(), "no feed of that name");
        assertEquals(405, site.get("/feeds/refresh/stop?token=" + site.token()).statusCode());
        assertEquals(
                413, site.post("/feeds/add", "token=" + "x".repeat(100_000)).statusCode());
        assertTrue(site.actions.calls.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, 421",
        "localhost, 200",
        "127.0.0.1:1, 200",
        "'[::1]:7070', 200",
        "127.0.0.1.evil.example, 421"
    })
    void anotherHostNameIsRefused(String host, int expected) throws Exception {
        String answer = raw("GET /about HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 " + expected), answer);
    }

    @Test
    void hostileNamesAndTextsStayText() throws Exception {
        List<String> paths = new ArrayList<>(Pages.of(site).values());
        paths.add("/deals?q=%3Cscript%3Ealert(1)%3C/script%3E");
        paths.add("/deals?q=%22%3E%3Csvg+onload=alert(1)%3E+value:x");
        paths.add("/companies?name=%3Cscript%3Ealert(1)%3C/script%3E");
        paths.add("/companies/script-script-alert-3-script-ltd");
        paths.add("/companies/b-bold-b-corp-quoted");
        for (String path : paths) {
            Document page = Jsoup.parse(site.get(path.replaceFirst("#.*", "")).body());
            for (Element element : page.getAllElements()) {
                assertFalse(element.normalName().matches("img|iframe|object|embed|base|style"), path + ": " + element);
                boolean ourScript = element.attr("src").startsWith("/static/")
                        && element.data().isBlank();
                assertTrue(!element.normalName().equals("script") || ourScript, path + ": " + element);
                for (Attribute attribute : element.attributes()) {
                    assertFalse(attribute.getKey().startsWith("on"), path + ": " + element);
                    assertFalse(
                            attribute.getValue().strip().toLowerCase().startsWith("javascript:"),
                            path + ": " + element);
                }
            }
        }
    }

    @Test
    void slowBodiesKeepNobodyElseWaitingAndEndAtTheDeadline() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 400; i++) {
                Socket socket = new Socket("127.0.0.1", site.server.port());
                OutputStream out = socket.getOutputStream();
                out.write(("POST /feeds/refresh HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\n\r\nt")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                slow.add(socket);
            }
            Instant before = Instant.now();
            assertEquals(200, site.get("/about").statusCode());
            Duration took = Duration.between(before, Instant.now());
            assertTrue(took.toSeconds() < 8, "others wait " + took);
            Socket last = slow.get(slow.size() - 1);
            last.setSoTimeout(15_000);
            last.getInputStream().readAllBytes(); // ends when the server closes; a timeout fails the test
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void anUnexpectedFailureGivesAnIdAndNoSecret(@TempDir Path other) throws Exception {
        TestSite broken = TestSite.filled(other);
        broken.store.close();
        for (String path : List.of("/", "/api/stats", "/deals/x")) {
            HttpResponse<String> answer = broken.get(path);
            assertEquals(500, answer.statusCode(), path);
            assertTrue(answer.body().contains("under the id "), answer.body());
            assertFalse(answer.body().contains("Exception") || answer.body().contains(other.toString()), answer.body());
            assertHeaders(answer, path);
        }
        broken.close();
    }
}
