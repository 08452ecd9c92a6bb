package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.index.QueryGrammar;
import dealscope.web.view.Links;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

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

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = site.get(path);
        assertEquals(200, answer.statusCode(), path + " " + answer.body());
        return JSON.readTree(answer.body());
    }

    @Test
    void dealsCarryTheNamesOfTheDesign() throws Exception {
        JsonNode found = json("/api/deals?company=spacex");
        assertEquals(1, found.get("total").asInt());
        assertTrue(found.get("next").isNull());
        JsonNode deal = found.get("deals").get(0);
        assertEquals("compute", deal.get("type").asText());
        assertEquals(
                "{\"id\":\"anthropic\",\"name\":\"Anthropic\"}",
                deal.get("payer").get(0).toString());
        assertEquals("45000000000", deal.get("value").get("usd").asText());
        assertEquals("about", deal.get("value").get("qualifier").asText());
        assertEquals("about $45 billion", deal.get("value").get("text").asText());
        assertEquals(300, deal.get("power_mw").asDouble());
        assertEquals(5, deal.get("sources").get("articles").size());
        assertEquals(1, deal.get("sources").get("copies").asInt());
        assertTrue(deal.get("conflicts").toString().contains("\"value\""));
        assertFalse(deal.has("claims"), "claims come with the deal itself, or when asked for");
        assertTrue(json("/api/deals?company=spacex&include=claims")
                        .get("deals")
                        .get(0)
                        .get("claims")
                        .size()
                > 5);
        assertTrue(json("/api" + deal.get("url").asText()).get("claims").size() > 5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/deals?type=compute&payer=microsoft           | 2
            /api/deals?q=type:compute%20payer:microsoft       | 2
            /api/deals?q=nokia%20OR%20nebius&type=compute     | 1
            /api/deals?value=%3E%3D40bn                       | 3
            /api/deals?published=2024                         | 1
            /api/deals?source=Sample%20Filings                | 2
            /api/deals?q=zzz                                  | 0
            """)
    void parametersNarrowTheQuery(String path, int total) throws Exception {
        assertEquals(total, json(path).get("total").asInt());
    }

    @Test
    void theCursorWalksThroughAllDealsOnce() throws Exception {
        JsonNode all = json("/api/deals?limit=1000&background=true");
        Set<String> seen = new HashSet<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = json("/api/deals?limit=4&background=true" + cursor);
            page.get("deals").forEach(deal -> assertTrue(seen.add(deal.get("id").asText())));
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").asText();
            pages++;
        } while (cursor != null);
        assertEquals(all.get("total").asInt(), seen.size());
        assertTrue(pages > 3);
    }

    @Test
    void searchGivesSnippetsWithPlacesAndFacets() throws Exception {
        JsonNode found = json("/api/search?q=capacity&kind=articles");
        JsonNode hit = found.get("hits").get(0);
        JsonNode match = hit.get("matches").get(0);
        String words = hit.get("snippet")
                .asText()
                .substring(match.get(0).asInt(), match.get(1).asInt());
        assertEquals("capacity", words.toLowerCase());
        assertTrue(found.get("facets").has("source"));
        assertTrue(json("/api/facets?q=gb200").get("facets").get("type").size() > 0);
    }

    @Test
    void theTermAtTheCaretIsCompletedAndSaysWhatItReplaces() throws Exception {
        JsonNode first = json("/api/suggest?q=payer:anth%20gb200&at=10")
                .get("suggestions")
                .get(0);
        assertEquals("payer:anthropic", first.get("query").asText());
        assertEquals("company", first.get("kind").asText());
        assertEquals(0, first.get("start").asInt());
        assertEquals(10, first.get("end").asInt());
    }

    @Test
    void aSearchForNothingSaysWhatWasProbablyMeant() throws Exception {
        JsonNode found = json("/api/search?q=company:antropic");
        assertEquals(0, found.get("total").asInt());
        assertEquals("company:anthropic", found.get("did_you_mean").asText());
        assertFalse(found.get("partial").asBoolean());
        JsonNode problem =
                JSON.readTree(site.get("/api/search?q=tpye:compute%20gb200").body());
        assertEquals("type:compute gb200", problem.get("instead").asText());
        assertEquals(0, problem.get("position").asInt());
        assertTrue(problem.get("detail").asText().contains("did you mean type:"));
    }

    @Test
    void theSameStringFindsTheSameEverywhere() throws Exception {
        for (var entries : List.of(QueryGrammar.terms(), QueryGrammar.fields(), QueryGrammar.values())) {
            for (QueryGrammar.Entry entry : entries) {
                String q = "?background=true&q=" + Links.encode(entry.example());
                int total = json("/api/deals" + q).get("total").asInt();
                assertEquals(total, json("/api/search" + q).get("total").asInt(), entry.example());
                assertEquals(total, json("/api/facets" + q).get("total").asInt(), entry.example());
                long exported =
                        site.get("/api/export.ndjson" + q).body().lines().count();
                assertEquals(total, exported, entry.example());
                assertEquals(200, site.get("/deals" + q).statusCode(), entry.example());
            }
        }
    }

    @Test
    void theRestAnswersToo() throws Exception {
        assertEquals(
                "Anthropic",
                json("/api/suggest?q=anth")
                        .get("suggestions")
                        .get(0)
                        .get("label")
                        .asText());
        assertEquals(
                "microsoft",
                json("/api/companies/microsoft").get("company").get("id").asText());
        assertEquals(3, json("/api/companies/microsoft").get("deals").size());
        assertTrue(json("/api/companies").get("total").asInt() > 10);
        JsonNode article = json("/api/articles/anthropic-rents-colossus");
        assertEquals("full", article.get("article").get("completeness").asText());
        assertEquals(2, article.get("deals").size());
        assertTrue(json("/api/feeds").get("feeds").size() >= 8);
        assertEquals(
                Newsroom.stories().size(), json("/api/stats").get("articles").asInt());
        assertEquals("ok", json("/healthz").get("status").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/deals?limit=0            | 400 | "limit" must be a whole number from 1 to 1000, not "0".
            /api/deals?limit=1&limit=2    | 400 | "limit" is given 2 times; give it once.
            /api/deals?limti=5            | 400 | There is no parameter "limti" here
            /api/deals?sort=size          | 400 | "sort" must be one of relevance, date, value
            /api/deals?cursor=abc         | 400 | cursor
            /api/deals/none               | 404 | There is no deal with this id.
            /api/deals/%00                | 400 | -
            /api/none                     | 404 | There is nothing at this address.
            """)
    void errorsAreProblemsThatSayWhatToChange(String path, int status, String words) throws Exception {
        HttpResponse<String> answer = site.get(path);
        assertEquals(status, answer.statusCode());
        if (!words.equals("-")) {
            assertEquals(
                    "application/problem+json; charset=utf-8",
                    answer.headers().firstValue("Content-Type").orElse(""));
            JsonNode problem = JSON.readTree(answer.body());
            assertEquals(status, problem.get("status").asInt());
            assertTrue(problem.get("detail").asText().contains(words), answer.body());
        }
    }

    @Test
    void aBadQueryNamesThePosition() throws Exception {
        HttpResponse<String> answer = site.get("/api/deals?q=gb200%20value:%3E%3Dmuch");
        assertEquals(400, answer.statusCode());
        JsonNode problem = JSON.readTree(answer.body());
        assertEquals("gb200 value:>=much", problem.get("query").asText());
        assertEquals(14, problem.get("position").asInt());
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain() throws Exception {
        for (String path : List.of("/api/deals", "/", "/deals", "/openapi.json")) {
            String tag = site.get(path).headers().firstValue("ETag").orElseThrow();
            assertTrue(tag.matches("\"[A-Za-z0-9_-]+\""), tag);
            HttpResponse<String> again = site.get(path, "If-None-Match", tag);
            assertEquals(304, again.statusCode(), path);
            assertEquals("", again.body());
            assertEquals(200, site.get(path, "If-None-Match", "\"other\"").statusCode());
        }
    }

    @Test
    void theTwoEncodingsHaveTagsOfTheirOwn() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(site.uri("/api/deals"))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> packed = site.client.send(request, BodyHandlers.ofByteArray());
        HttpResponse<String> plain = site.get("/api/deals");
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
        String unpacked = new String(
                new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(plain.body(), unpacked);
        assertFalse(packed.headers().firstValue("ETag").equals(plain.headers().firstValue("ETag")));
        assertTrue(packed.body().length < unpacked.length() / 2);
    }

    @Test
    void ndjsonHoldsEveryDealWithItsClaims() throws Exception {
        List<String> ids = new ArrayList<>();
        for (String line : site.get("/api/export.ndjson?background=true").body().split("\n")) {
            JsonNode deal = JSON.readTree(line);
            ids.add(deal.get("id").asText());
            assertTrue(deal.get("claims").isArray());
        }
        List<String> stored = new ArrayList<>();
        site.store.forEachDeal(deal -> stored.add(deal.id()));
        assertEquals(new TreeSet<>(stored), new TreeSet<>(ids));
        assertEquals(stored.size(), ids.size());
    }

    @Test
    void csvIsReadByAnotherReaderAndRunsNothing() throws Exception {
        String body = site.get("/api/export.csv").body();
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(body))
                .getRecords();
        assertEquals(json("/api/deals?limit=1000").get("total").asInt(), rows.size());
        for (CSVRecord row : rows) {
            for (String cell : row) {
                assertFalse(cell.matches("(?s)[=+@\\t\\r].*"), cell);
            }
        }
        CSVRecord hostile = rows.stream()
                .filter(row -> row.get("site").contains("cmd"))
                .findFirst()
                .orElseThrow();
        assertEquals("'=cmd|' /C calc'!A0", hostile.get("site"));
        assertEquals("<b>Bold</b> Corp \"quoted\"", hostile.get("payer"));
        CSVRecord spacex = rows.stream()
                .filter(row -> row.get("payee").equals("SpaceX"))
                .findFirst()
                .orElseThrow();
        assertEquals("45000000000", spacex.get("value_usd"));
    }

    @Test
    void anExportOfABadQueryIsAProblemAndNotHalfAFile() throws Exception {
        assertEquals(400, site.get("/api/export.csv?q=value:x").statusCode());
        assertEquals(400, site.get("/api/export.ndjson?q=value:x").statusCode());
    }
}
