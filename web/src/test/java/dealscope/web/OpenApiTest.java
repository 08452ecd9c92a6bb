package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.web.view.Links;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code openapi.json} against the server: the routes, the answers, and bad values at every parameter. */
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BAD = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e9",
            "2147483648",
            "9223372036854775808",
            "NaN",
            "1.5",
            "true",
            "null",
            "[]",
            "{}",
            "\u0000",
            "\uD83D\uDE00",
            "\u202E",
            "é",
            "' OR 1=1 --",
            "%",
            "_",
            "\\",
            "\"",
            "((((",
            "))))",
            "a:b:c",
            "secret_field:x",
            "_id:1",
            "*",
            "*3",
            "?*?*",
            "[* TO *]",
            "a^1e38",
            "a~2",
            "/((a{1,50}){1,50}){1,50}/",
            "/a{1000000}/",
            "+ + +",
            "- - -",
            "AND",
            "OR",
            "NOT",
            "OR OR OR",
            "value:>=",
            "value:9e999..",
            "published:0000",
            "published:999999d",
            "published:2026-99-99",
            "\"",
            "99999999999999999999999999",
            "-99999999999999999999",
            "1e400",
            "2026-02-30T25:61:61Z",
            "\uFFFE\uFFFF",
            "x".repeat(1999),
            "x".repeat(5000),
            "(".repeat(1500),
            "a OR ".repeat(300) + "a",
            "w* ".repeat(400),
            "../../etc/passwd",
            "<script>",
            "\r\nX: y",
            "javascript:alert(1)");

    @TempDir
    static Path folder;

    static TestSite site;
    static JsonNode api;

    @BeforeAll
    static void start() throws Exception {
        site = TestSite.filled(folder);
        Pages.alert(site);
        site.correct("field", "deal", Pages.disputed(site.store).id(), "field", "site", "value", "Memphis");
        api = JSON.readTree(site.get("/openapi.json").body());
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void everyRouteOfTheApiIsDescribedAndEveryDescriptionIsARoute() {
        Set<String> described = new TreeSet<>();
        api.get("paths").fieldNames().forEachRemaining(described::add);
        Set<String> routes = new TreeSet<>(site.server.paths());
        routes.removeIf(
                path -> !path.matches("/(api|events)/.*|/openapi.json|/quality.json|/healthz|.*[.](atom|feed[.]json)"));
        assertEquals(routes, described);
    }

    @Test
    void everyAnswerIsAsItsSchemaSays() throws Exception {
        for (String path : (Iterable<String>) () -> api.get("paths").fieldNames()) {
            JsonNode schema = api.at("/paths/" + path.replace("~", "~0").replace("/", "~1")
                    + "/get/responses/200/content/application~1json/schema");
            if (schema.isMissingNode()) {
                continue;
            }
            List<String> addresses = new ArrayList<>(List.of(filled(path)));
            if (path.equals("/api/search") || path.equals("/api/facets")) {
                addresses.add(path + "?kind=articles&q=capacity");
            }
            if (path.equals("/api/deals")) {
                addresses.add(path + "?include=claims&background=true&limit=1000");
            }
            if (path.equals("/api/deals") || path.equals("/api/search") || path.equals("/api/totals")) {
                addresses.add(path + "?asOf=2026-06-01");
            }
            if (path.equals("/api/suggest")) {
                addresses.add(path + "?q=anth");
            }
            for (String address : addresses) {
                HttpResponse<String> answer = site.get(address);
                assertEquals(200, answer.statusCode(), address);
                List<String> faults = new ArrayList<>();
                new SchemaCheck(api, faults).check(schema, JSON.readTree(answer.body()), address);
                assertEquals(List.of(), faults);
            }
        }
    }

    @Test
    void everyExampleWorks() throws Exception {
        for (String path : (Iterable<String>) () -> api.get("paths").fieldNames()) {
            for (JsonNode parameter : api.get("paths").get(path).get("get").get("parameters")) {
                if (parameter.has("example")) {
                    String address = filled(path) + "?" + parameter.get("name").asText() + "="
                            + Links.encode(parameter.get("example").asText());
                    assertEquals(200, site.get(address).statusCode(), address);
                }
            }
        }
    }

    @Test
    void badValuesAtEveryParameterAreAnsweredAndNeverWithAServerError() throws Exception {
        int asked = 0;
        for (String path : (Iterable<String>) () -> api.get("paths").fieldNames()) {
            for (JsonNode parameter : api.get("paths").get(path).get("get").get("parameters")) {
                for (String value : BAD) {
                    String name = parameter.get("name").asText();
                    String address = parameter.get("in").asText().equals("path")
                            ? path.replace("{" + name + "}", Links.encode(value))
                            : filled(path) + "?" + name + "=" + Links.encode(value);
                    check(address);
                    asked++;
                }
            }
            check(path.replaceAll("\\{\\w+}", "x") + "?no_such_parameter=1");
        }
        assertTrue(asked > 2000, "asked " + asked);
    }

    @Test
    void badValuesOnThePagesAreAnsweredToo() throws Exception {
        for (String value : BAD) {
            String encoded = Links.encode(value);
            for (String address : List.of(
                    "/deals.json?q=",
                    "/deals.csv?q=",
                    "/deals.json?sort=",
                    "/deals.json?cursor=",
                    "/deals.json?limit=",
                    "/deals.json?tab=",
                    "/deals.csv?asOf=",
                    "/deals.csv?changed_since=",
                    "/totals.json?by=",
                    "/totals.csv?q=",
                    "/loops.csv?companies=",
                    "/loops.json?company=",
                    "/corrections.csv?state=",
                    "/companies.json?sort=",
                    "/companies.csv?name=",
                    "/feeds.json?state=",
                    "/feeds.csv?sort=",
                    "/deals?q=",
                    "/deals?tab=articles&q=",
                    "/deals?tab=",
                    "/deals?sort=",
                    "/deals?cursor=",
                    "/deals?background=",
                    "/deals?from=",
                    "/deals?min=",
                    "/deals?asOf=",
                    "/totals?by=",
                    "/totals?asOf=",
                    "/loops?companies=",
                    "/corrections?state=",
                    "/alerts?q=",
                    "/alerts?made=",
                    "/alerts?removed=",
                    "/alerts/trial?query=",
                    "/alerts/",
                    "/companies?sort=",
                    "/companies?name=",
                    "/feeds?removed=",
                    "/feeds?added=",
                    "/about?removed=",
                    "/deals/",
                    "/articles/",
                    "/companies/",
                    "/static/x/",
                    "/feeds/progress?x=")) {
                check(address + encoded);
            }
        }
    }

    /** What no client library would send: bytes that are no UTF-8, halves of escapes, a parameter over and over. */
    @Test
    void brokenBytesAndRepetitionsAreProblems() throws Exception {
        List<String> broken = List.of(
                "%ED%A0%80",
                "%ED%B0%80%ED%A0%80",
                "%C0%AF",
                "%F8%88%80%80%80",
                "%FF%FE",
                "%",
                "%4",
                "%zz",
                "%u0041",
                "a%00b",
                "%E2%80%AE",
                "99999999999999999999999999",
                "-99999999999999999999",
                "1e400",
                "0x10",
                "\uFF11");
        for (String path : (Iterable<String>) () -> api.get("paths").fieldNames()) {
            for (JsonNode parameter : api.get("paths").get(path).get("get").get("parameters")) {
                String name = parameter.get("name").asText();
                boolean inPath = parameter.get("in").asText().equals("path");
                for (String value : broken) {
                    raw(inPath ? path.replace("{" + name + "}", value) : filled(path) + "?" + name + "=" + value);
                }
                if (!inPath) {
                    raw(filled(path) + "?" + name + "=1&" + name + "=2");
                    raw(filled(path) + "?" + (name + "=1&").repeat(300));
                    raw(filled(path) + "?" + name + "%00=1&" + name + "[]=1&&&=&=" + name);
                }
            }
        }
        for (String page : List.of("/deals.json", "/totals.csv", "/companies.json", "/feeds.csv", "/deals")) {
            for (String value : broken) {
                raw(page + "?q=" + value + "&sort=" + value);
            }
        }
        assertEquals(200, site.get("/healthz").statusCode());
    }

    /** Sends the address as it is; a client of the JDK would not. */
    private static void raw(String address) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", site.server.port())) {
            socket.setSoTimeout(30_000);
            String request = "GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
                    + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readNBytes(4000), StandardCharsets.UTF_8);
            String shown = address.length() > 200 ? address.substring(0, 200) : address;
            assertTrue(answer.matches("(?s)HTTP/1\\.1 (200|303|400|404|414|431) .*"), shown + "\n" + answer);
            if (!answer.startsWith("HTTP/1.1 200") && !answer.startsWith("HTTP/1.1 303")) {
                assertTrue(answer.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json"), shown);
            }
        }
    }

    private static void check(String address) throws Exception {
        HttpResponse<String> answer = site.get(address);
        int status = answer.statusCode();
        assertTrue(Set.of(200, 303, 400, 404, 414).contains(status), status + " " + address);
        assertTrue(!answer.body().contains("\tat "), address);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        boolean data = address.matches("(?s)/api/[^?]*+.*|/[^?]*+\\.(?:json|csv)(?:\\?.*)?");
        assertTrue(status == 200 || !data || type.startsWith("application/problem+json"), address + " " + type);
        if (status != 200 && type.startsWith("application/problem+json")) {
            List<String> faults = new ArrayList<>();
            JsonNode schema = api.at("/components/schemas/Problem");
            new SchemaCheck(api, faults).check(schema, JSON.readTree(answer.body()), address);
            assertEquals(List.of(), faults);
        }
    }

    private static String filled(String path) {
        String id =
                switch (path) {
                    case "/api/deals/{id}" -> Pages.disputed(site.store).id();
                    case "/api/corrections/{id}" ->
                        site.store.corrections().all().getFirst().correction().id();
                    case "/api/alerts/{id}", "/alerts/{id}.atom", "/alerts/{id}.feed.json" ->
                        site.store.alerts().all().getFirst().id();
                    case "/api/charts/{id}", "/api/charts/{id}.csv" -> "flows";
                    case "/api/articles/{id}" -> "anthropic-rents-colossus";
                    default -> "microsoft";
                };
        return path.replace("{id}", id).replace("{what}", "claims");
    }
}
