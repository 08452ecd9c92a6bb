package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import dealscope.web.alert.Receiver;
import dealscope.web.view.Links;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts as the API, the page and the feeds give them. */
class AlertsSiteTest {
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

    private String created(String body) throws Exception {
        return JSON.readTree(send("POST", "/api/alerts", body, 201).body())
                .at("/alert/id")
                .asText();
    }

    @Test
    void anAlertIsMadeChangedListedRemovedAndBroughtBackByTheApi() throws Exception {
        JsonNode made = JSON.readTree(send(
                        "POST",
                        "/api/alerts",
                        "{\"query\":\"payer:anthropic value:>=1bn\",\"webhook\":\"https://hooks.example/x\"}",
                        201)
                .body());
        String id = made.at("/alert/id").asText();
        assertTrue(made.get("secret").asText().startsWith("whsec_"));
        assertEquals("payer:anthropic value:>=1bn", made.at("/alert/name").asText());
        assertFalse(site.get("/api/alerts/" + id).body().contains("whsec_"), "shown once");
        JsonNode changed = JSON.readTree(send(
                        "PATCH",
                        "/api/alerts/" + id,
                        "{\"name\":\"Large\",\"paused\":true,\"email\":\"a@b.example\"}",
                        200)
                .body());
        assertTrue(changed.get("secret").isNull(), "the address is the same, so is its secret");
        assertEquals("https://hooks.example/x", changed.at("/alert/webhook").asText());
        assertTrue(changed.at("/alert/paused").asBoolean());
        assertEquals(1, json("/api/alerts").get("total").asInt());
        send("DELETE", "/api/alerts/" + id, "", 200);
        assertEquals(0, json("/api/alerts").get("total").asInt());
        send("POST", "/api/alerts/" + id + "/restore", "", 200);
        assertEquals("Large", json("/api/alerts/" + id).at("/alert/name").asText());
        send("DELETE", "/api/alerts/a-0", "", 404);
    }

    @Test
    void whatCannotBeAnAlertIsRefusedWithAReason() throws Exception {
        for (String[] each : new String[][] {
            {"{\"query\":\"value:>=much\"}", "cannot be read"},
            {"{\"query\":\"\",\"webhook\":\"http://10.0.0.8/x\"}", "not on the public internet"},
            {"{\"query\":\"\",\"webhook\":\"file:///etc/passwd\"}", "not a complete web address"},
            {"{\"query\":\"\",\"webhook\":\"https://me:pw@hooks.example/\"}", "user name or password"},
            {"{\"query\":\"\",\"email\":\"ada\"}", "no e-mail address"},
            {"{\"query\":\"\",\"email\":\"a@b.example\\r\\nBcc: c@d.example\"}", "no e-mail address"},
            {"{\"query\":\"\",\"name\":\"a\\nb\"}", "one line"},
            {"{\"name\":\"x\"}", "must be given"},
            {"{\"query\":1}", "must be a text"},
            {"{\"query\":\"\",\"secret\":\"x\"}", "no field"},
            {"[]", "one JSON object"}
        }) {
            String answer = send("POST", "/api/alerts", each[0], 400).body();
            assertTrue(answer.contains(each[1]), each[0] + " " + answer);
        }
        assertEquals(0, json("/api/alerts").get("total").asInt());
    }

    @Test
    void nothingIsChangedFromElsewhereOrWithoutTheToken() throws Exception {
        String id = created("{\"query\":\"\"}");
        for (String[] each : new String[][] {
            {"POST", "/api/alerts"},
            {"PATCH", "/api/alerts/" + id},
            {"DELETE", "/api/alerts/" + id},
            {"POST", "/api/alerts/" + id + "/test"},
            {"POST", "/api/alerts/" + id + "/restore"}
        }) {
            assertEquals(403, raw(each[0], each[1], "no token", null), each[1]);
            assertEquals(403, raw(each[0], each[1], site.token(), "https://evil.example"), each[1]);
        }
        assertEquals(403, site.post("/alerts/create", "query=x").statusCode());
        assertEquals(1, json("/api/alerts").get("total").asInt());
    }

    @Test
    void aDryRunSaysHowManyDealsAndStoresNothing() throws Exception {
        JsonNode tried = JSON.readTree(
                send("POST", "/api/alerts?dryRun=true", "{\"query\":\"\"}", 200).body());
        assertEquals(
                json("/api/deals?limit=1&published=30d").get("total").asLong(),
                tried.get("deals").asLong());
        assertEquals(0, json("/api/alerts").get("total").asInt());
        assertTrue(site.get("/alerts/trial?query=value:%3E%3Dmuch").body().contains("cannot be read"));
    }

    @Test
    void aCorrectedDealIsToldByFeedApiAndWebhook() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String id = created("{\"query\":\"company:spacex\",\"webhook\":\"" + receiver.url() + "\"}");
            assertEquals(0, json("/api/alerts/" + id).get("events").size(), "what was there is no news");
            site.correct("field", "deal", deal, "field", "value", "value", "up to $40 billion");
            JsonNode told = json("/api/alerts/" + id);
            assertEquals(1, told.get("events").size());
            assertEquals("deal.changed", told.at("/events/0/type").asText());
            assertEquals("value", told.at("/events/0/changes/0/name").asText());
            assertEquals("up to $40bn", told.at("/events/0/changes/0/after").asText());
            assertEquals("waiting", told.at("/deliveries/0/state").asText());
            assertEquals(1, site.courier.run());
            assertEquals(
                    "sent", json("/api/alerts/" + id).at("/deliveries/0/state").asText());
            assertEquals(
                    told.at("/events/0/id").asText(), receiver.got().getFirst().id());

            HttpResponse<String> atom = site.get("/alerts/" + id + ".atom");
            SyndEntry entry = rome(atom.body()).getEntries().getFirst();
            assertEquals("urn:dealscope:event:" + told.at("/events/0/id").asText(), entry.getUri());
            assertTrue(entry.getTitle().startsWith("Changed: "), entry.getTitle());
            assertTrue(entry.getDescription().getValue().contains("→ up to $40bn"));
            JsonNode feed =
                    JSON.readTree(site.get("/alerts/" + id + ".feed.json").body());
            assertEquals("https://jsonfeed.org/version/1.1", feed.get("version").asText());
            assertEquals(entry.getUri(), feed.at("/items/0/id").asText());
            site.correct("hide", "deal", deal);
            assertEquals(
                    "deal.gone", json("/api/alerts/" + id).at("/events/0/type").asText());
        }
    }

    @Test
    void anySearchIsAFeedWithStableIdsAndConditionalGet() throws Exception {
        String path = "/deals.atom?q=" + Links.encode("company:spacex");
        HttpResponse<String> first = site.get(path);
        assertEquals(
                "application/atom+xml; charset=utf-8",
                first.headers().firstValue("Content-Type").orElseThrow());
        SyndFeed feed = rome(first.body());
        assertEquals("atom_1.0", feed.getFeedType());
        assertEquals(
                List.of(site.server.url() + path),
                feed.getLinks().stream()
                        .filter(link -> "self".equals(link.getRel()))
                        .map(link -> link.getHref())
                        .toList());
        assertEquals(
                json("/api/deals?q=company:spacex").get("total").asInt(),
                feed.getEntries().size());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, site.get(path, "If-None-Match", tag).statusCode());
        List<String> ids = ids(feed);
        site.correct("field", "deal", deal, "field", "value", "value", "up to $40 billion");
        HttpResponse<String> later = site.get(path, "If-None-Match", tag);
        assertEquals(200, later.statusCode());
        assertEquals(ids, ids(rome(later.body())));
        assertEquals(feed.getUri(), rome(later.body()).getUri());
        assertNotEquals(tag, later.headers().firstValue("ETag").orElseThrow());
        assertTrue(later.body().contains("up to $40bn"));
        assertEquals(0, rome(site.get("/deals.atom?q=zzzz").body()).getEntries().size());
        assertEquals(400, site.get("/deals.atom?q=value:%3E%3Dmuch").statusCode());
        assertEquals(400, site.get("/deals.atom?colour=red").statusCode());
        assertEquals(404, site.get("/alerts/a-0.atom").statusCode());
    }

    @Test
    void thePageMakesShowsTheSecretOnceTestsPausesAndRemovesWithUndo() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String token = "token=" + site.token();
            HttpResponse<String> made = site.post(
                    "/alerts/create",
                    token + "&query=company%3Aspacex&name=%3Cb%3EHuge&webhook=" + Links.encode(receiver.url()));
            assertEquals(303, made.statusCode(), made.body());
            String next = made.headers().firstValue("Location").orElseThrow();
            String shown = site.get(next).body();
            assertTrue(shown.contains("whsec_"), shown);
            assertTrue(shown.contains("&lt;b&gt;Huge") && !shown.contains("<b>Huge"));
            assertFalse(site.get(next).body().contains("whsec_"), "once");
            String id = json("/api/alerts").at("/alerts/0/id").asText();
            assertEquals(303, site.post("/alerts/" + id + "/test", token).statusCode());
            assertEquals(1, receiver.got().size());
            assertTrue(site.get("/alerts?tested=" + id).body().contains("sent (204)"));
            site.post("/alerts/" + id + "/pause", token);
            assertTrue(site.get("/alerts").body().contains("paused"));
            site.post("/alerts/" + id + "/resume", token);
            site.post("/alerts/" + id + "/change", token + "&query=company%3Aoracle&name=Other");
            assertEquals(
                    "company:oracle",
                    json("/api/alerts/" + id).at("/alert/query").asText());
            site.post("/alerts/" + id + "/remove", token);
            String removed = site.get("/alerts?removed=" + id).body();
            assertTrue(removed.contains("Undo"), removed);
            site.post("/alerts/" + id + "/restore", token);
            assertEquals(1, json("/api/alerts").get("total").asInt());
            HttpResponse<String> wrong = site.post("/alerts/create", token + "&query=value%3A%3E%3Dmuch");
            assertEquals(400, wrong.statusCode());
            assertTrue(wrong.body().contains("cannot be read"));
        }
    }

    private static SyndFeed rome(String xml) throws Exception {
        return new SyndFeedInput().build(new StringReader(xml));
    }

    private static List<String> ids(SyndFeed feed) {
        return feed.getEntries().stream().map(SyndEntry::getUri).sorted().toList();
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

    private int raw(String method, String path, String token, String origin) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.uri(path))
                .header("Content-Type", "application/json")
                .header("X-Dealscope-Token", token)
                .method(method, BodyPublishers.ofString("{\"query\":\"\"}"));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return site.client.send(request.build(), BodyHandlers.ofString()).statusCode();
    }
}
