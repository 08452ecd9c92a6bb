package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.web.view.Links;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrections, former days, sums and loops as the API and the pages give them. */
class CorrectionsSiteTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private TestSite site;
    private String deal;

    @BeforeEach
    void start() throws Exception {
        site = TestSite.filled(folder);
        deal = Pages.disputed(site.store).id();
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    @Test
    void aCorrectionByTheApiIsTriedStoredListedAndUndone() throws Exception {
        String asked = "{\"kind\":\"field\",\"author\":\"ada\",\"deal\":\"" + deal
                + "\",\"field\":\"value\",\"value\":\"about $40 billion\"}";
        JsonNode tried = JSON.readTree(
                send("POST", "/api/corrections?dryRun=true", asked, 200).body());
        assertTrue(tried.get("dry_run").asBoolean());
        assertEquals(1, tried.get("changed").asInt());
        assertEquals(
                "about $40 billion", tried.at("/changes/0/after/value/text").asText());
        assertEquals(0, json("/api/corrections").get("total").asInt());
        assertFalse(json("/api/deals/" + deal).at("/value/text").asText().contains("40"));

        JsonNode made =
                JSON.readTree(send("POST", "/api/corrections", asked, 201).body());
        String id = made.get("id").asText();
        assertEquals(
                "about $40 billion",
                json("/api/deals/" + deal).at("/value/text").asText());
        assertEquals(
                1,
                json("/api/deals?q=" + Links.encode("company:spacex value:40bn"))
                        .get("total")
                        .asInt());
        assertEquals("in_force", json("/api/corrections/" + id).get("state").asText());
        assertEquals(1, json("/api/corrections?deal=" + deal).get("total").asInt());
        assertTrue(site.get("/api/corrections.ndjson").body().contains(id));

        send("DELETE", "/api/corrections/" + id, "", 400);
        send("DELETE", "/api/corrections/" + id + "?author=bob", "", 201);
        assertEquals("undone", json("/api/corrections/" + id).get("state").asText());
        assertEquals(2, json("/api/corrections").get("total").asInt());
        send("DELETE", "/api/corrections/" + id + "?author=bob", "", 400);
        send("DELETE", "/api/corrections/c-000000000000?author=bob", "", 404);
    }

    @Test
    void nothingIsCorrectedFromElsewhereOrWithoutTheToken() throws Exception {
        String asked = "{\"kind\":\"hide\",\"author\":\"eve\",\"deal\":\"" + deal + "\"}";
        String json = "application/json";
        assertEquals(403, raw("POST", "/api/corrections", asked, json, "no token", null));
        assertEquals(403, raw("POST", "/api/corrections", asked, json, site.token(), "https://evil.example"));
        assertEquals(415, raw("POST", "/api/corrections", asked, "text/plain", site.token(), null));
        assertEquals(400, raw("POST", "/api/corrections", "[1", json, site.token(), null));
        assertEquals(400, raw("POST", "/api/corrections", "{\"kind\":\"hide\",\"x\":1}", json, site.token(), null));
        assertEquals(413, raw("POST", "/api/corrections", "x".repeat(20_000), json, site.token(), null));
        String id = site.correct("hide", "deal", deal);
        String path = "/api/corrections/" + id + "?author=eve";
        assertEquals(403, raw("DELETE", path, "", json, "no token", null));
        assertEquals(403, raw("DELETE", path, "", json, site.token(), "https://evil.example"));
        assertEquals(
                403,
                site.post("/corrections/save", "kind=undo&author=eve&correction=" + id)
                        .statusCode());
        assertEquals(1, json("/api/corrections").get("total").asInt());
    }

    @Test
    void aHiddenDealIsInNoSearchAndItsPageSaysSo() throws Exception {
        long before = json("/api/deals?limit=1").get("total").asLong();
        site.correct("hide", "deal", deal);
        assertEquals(before - 1, json("/api/deals?limit=1").get("total").asLong());
        assertEquals(site.store.ids(), site.index.ids());
        assertTrue(site.get("/deals/" + deal).body().contains("An analyst hid this deal"));
        assertTrue(json("/api/deals/" + deal).get("hidden").asBoolean());
    }

    @Test
    void aFormShowsWhatWouldChangeAndSavesItThen() throws Exception {
        String form =
                "token=" + site.token() + "&kind=field&field=power_mw&value=1.2+GW&author=ada&note=filing&deal=" + deal;
        String preview = site.post("/corrections/preview", form).body();
        assertTrue(preview.contains("Power is 1.2 GW"), preview);
        assertTrue(preview.contains("<ins><bdi>1.2 GW</bdi></ins>"), preview);
        assertEquals(0, site.store.corrections().all().size());
        HttpResponse<String> saved = site.post("/corrections/save", form);
        assertEquals(303, saved.statusCode());
        String page =
                site.get(saved.headers().firstValue("Location").orElseThrow()).body();
        assertTrue(page.contains("1.2 GW"));
        assertTrue(page.contains("filing"));
        assertTrue(site.get("/corrections").body().contains("Power is 1.2 GW"));
        HttpResponse<String> wrong = site.post("/corrections/preview", form.replace("1.2+GW", "much"));
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("is no capacity"), wrong.body());
    }

    @Test
    void hostileWordsOfACorrectionStayWords() throws Exception {
        String evil = "<script>alert(1)</script>";
        site.correct("field", "deal", deal, "field", "site", "value", evil, "note", evil, "author", evil);
        for (String path : new String[] {"/deals/" + deal, "/corrections", "/deals"}) {
            assertFalse(site.get(path).body().contains(evil), path);
        }
    }

    @Test
    void aFormerDayShowsWhatWasKnownThenInEveryAnswer() throws Exception {
        String first = json("/api/deals/" + deal).get("reported").asText().substring(0, 10);
        JsonNode then = json("/api/deals/" + deal + "?asOf=" + first);
        assertTrue(then.at("/sources/articles").size()
                < json("/api/deals/" + deal).at("/sources/articles").size());
        assertEquals(404, site.get("/api/deals/" + deal + "?asOf=2001-01-01").statusCode());
        assertEquals(404, site.get("/deals/" + deal + "?asOf=2001-01-01").statusCode());
        assertEquals(400, site.get("/api/deals?asOf=yesterday").statusCode());
        assertEquals(400, site.get("/api/deals?asOf=" + first + "&sort=value").statusCode());
        assertEquals(0, json("/api/deals?asOf=2001-01-01").get("deals").size());
        String status = then.get("status").asText();
        JsonNode list =
                json("/api/deals?limit=1000&asOf=" + first + "&q=" + Links.encode("company:spacex status:" + status));
        assertEquals(
                then,
                list.get("deals").get(0).isNull()
                        ? null
                        : with(list.get("deals").get(0), then));
        assertEquals(
                json("/api/deals?limit=1000").get("deals"),
                json("/api/deals?limit=1000&asOf=2026-11-20").get("deals"));
        assertTrue(site.get("/deals/" + deal + "?asOf=" + first).body().contains("As known at the end of"));
        String export = site.get("/api/export.csv?asOf=" + first).body();
        assertTrue(export.lines().count()
                < site.get("/api/export.csv").body().lines().count());
    }

    /** A deal of a list has no claims; all else must be the same. */
    private static JsonNode with(JsonNode listed, JsonNode whole) {
        return ((com.fasterxml.jackson.databind.node.ObjectNode) listed).set("claims", whole.get("claims"));
    }

    @Test
    void sumsAreTheSameInTheApiTheTableAndTheFile() throws Exception {
        JsonNode totals = json("/api/totals?by=type");
        double sum = 0;
        for (JsonNode group : totals.get("groups")) {
            sum += group.get("usd").asDouble();
        }
        assertEquals(totals.at("/all/usd").asDouble(), sum, 1);
        String csv = site.get("/api/totals.csv?by=type").body();
        assertTrue(csv.contains("all,\"all deals, each once\",counted,"), csv);
        assertEquals(
                json("/api/totals?by=type").get("all"),
                json("/api/totals?by=payer").get("all"));
        JsonNode microsoft = json("/api/totals?by=payer&q=payer:microsoft");
        assertTrue(microsoft.at("/all/deals").asInt() <= totals.at("/all/deals").asInt());
        assertEquals(200, site.get("/totals?by=quarter&q=type:compute").statusCode());
        assertEquals(400, site.get("/api/totals?by=colour").statusCode());
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = site.get(path);
        assertEquals(200, answer.statusCode(), path + " " + answer.body());
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String body, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(site.uri(path))
                .header("Content-Type", "application/json")
                .header("X-Dealscope-Token", json("/api/token").get("token").asText())
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = site.client.send(request, BodyHandlers.ofString());
        assertEquals(status, answer.statusCode(), answer.body());
        return answer;
    }

    private int raw(String method, String path, String body, String type, String token, String origin)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.uri(path))
                .header("Content-Type", type)
                .header("X-Dealscope-Token", token)
                .method(method, BodyPublishers.ofString(body));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return site.client.send(request.build(), BodyHandlers.ofString()).statusCode();
    }
}
