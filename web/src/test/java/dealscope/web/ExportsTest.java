package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jerolba.carpet.CarpetReader;
import dealscope.deal.Deal;
import dealscope.web.data.Dictionary;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportsTest {
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

    private static List<JsonNode> lines(String parameters) throws Exception {
        HttpResponse<String> answer = site.get("/api/export.ndjson?" + parameters);
        assertEquals(200, answer.statusCode(), answer.body());
        List<JsonNode> lines = new ArrayList<>();
        for (String line : answer.body().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static List<CSVRecord> csv(String path) throws Exception {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(site.get(path).body()))
                .getRecords();
    }

    private static List<Map<String, Object>> parquet(String parameters) throws Exception {
        Path file = Files.createTempFile(folder, "export", ".parquet");
        HttpRequest request = HttpRequest.newBuilder(site.uri("/api/export.parquet?" + parameters))
                .header("Accept-Encoding", "br, gzip")
                .build();
        HttpResponse<Path> answer = site.client.send(request, BodyHandlers.ofFile(file));
        assertEquals(
                "application/vnd.apache.parquet",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.headers().firstValue("Content-Encoding").isEmpty(), "its pages are packed already");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<?, ?> row : new CarpetReader<>(file.toFile(), Map.class)) {
            Map<String, Object> named = new java.util.HashMap<>();
            row.forEach((name, value) -> named.put(String.valueOf(name), value));
            rows.add(named);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"deals", "claims", "articles", "companies"})
    void threeFormatsGiveTheSameRowsWithTheColumnsOfTheDictionary(String what) throws Exception {
        String parameters = "background=true&what=" + what;
        List<JsonNode> lines = lines(parameters);
        List<CSVRecord> rows = csv("/api/export.csv?" + parameters);
        List<Map<String, Object>> table = parquet(parameters);
        assertTrue(lines.size() > 10, what + " " + lines.size());
        assertEquals(lines.size(), rows.size());
        assertEquals(lines.size(), table.size());
        List<String> names =
                Dictionary.of(what).stream().map(Dictionary.Entry::name).toList();
        assertEquals(new TreeSet<>(names), new TreeSet<>(table.getFirst().keySet()));
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(lines.get(i).get("id").asText(), rows.get(i).get("id"));
            assertEquals(lines.get(i).get("id").asText(), table.get(i).get("id"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deals", "claims", "articles", "companies"})
    void everyLineIsAsItsSchemaSays(String what) throws Exception {
        JsonNode schema =
                JSON.readTree(site.get("/api/schema/" + what + ".json").body());
        for (JsonNode line : lines("background=true&what=" + what)) {
            List<String> faults = new ArrayList<>();
            new SchemaCheck(schema, faults).check(schema, line, what);
            assertEquals(List.of(), faults);
        }
    }

    @Test
    void parquetKeepsTypesListsAndWhatIsMissing() throws Exception {
        Map<String, Object> deal = parquet("company=spacex").getFirst();
        assertEquals(45e9, deal.get("value_usd"));
        assertEquals(300.0, deal.get("power_mw"));
        assertEquals(List.of("SpaceX"), deal.get("payee"));
        assertEquals(5, ((List<?>) deal.get("sources")).size());
        assertEquals(false, deal.get("background"));
        assertEquals(null, deal.get("part_of"));
        assertEquals(4L, deal.get("independent"));
        assertTrue(deal.get("reported").toString().startsWith("2026-"), deal.toString());
        assertEquals(List.of(), parquet("q=zzz"));
    }

    @Test
    void claimsHaveIdsOfTheirOwnWithinADealAndLeadToDealAndArticle() throws Exception {
        Set<String> ids = new HashSet<>();
        for (JsonNode claim : lines("background=true&what=claims")) {
            String deal = claim.get("deal_id").asText();
            assertTrue(
                    ids.add(deal + " " + claim.get("id").asText()
                            + claim.get("value").asText()),
                    claim.toString());
            assertTrue(site.store.deal(deal).isPresent());
            assertTrue(site.store.article(claim.get("article_id").asText()).isPresent());
        }
    }

    @Test
    void companiesAreSummedOverTheDealsThatAreFound() throws Exception {
        JsonNode one = lines("what=companies&background=true").stream()
                .filter(line -> line.get("id").asText().equals("microsoft"))
                .findFirst()
                .orElseThrow();
        JsonNode stored =
                JSON.readTree(site.get("/api/companies/microsoft").body()).get("company");
        for (String name : List.of("name", "deals", "as_payer", "as_payee", "usd_in", "usd_out", "url")) {
            assertEquals(stored.get(name), one.get(name), name);
        }
        assertTrue(lines("what=companies&company=spacex").size()
                < lines("what=companies").size());
    }

    @Test
    void snapshotLicenceAndCitationComeWithEveryAnswer() throws Exception {
        HttpResponse<String> file = site.get("/api/export.ndjson?company=spacex");
        String snapshot = file.headers().firstValue("Dealscope-Snapshot").orElse("");
        String link = file.headers().firstValue("Link").orElse("");
        assertTrue(
                link.contains("rel=\"license\"") && link.contains("</api/schema/deals.json>; rel=\"describedby\""),
                link);
        assertTrue(file.headers().firstValue("Dealscope-Citation").orElse("").contains(snapshot));
        JsonNode meta = JSON.readTree(site.get("/api/deals").body()).get("meta");
        assertEquals(snapshot, meta.get("snapshot").asText());
        assertFalse(meta.get("licence").asText().isEmpty());
    }

    @Test
    void theDictionaryMeansEveryColumn() throws Exception {
        JsonNode columns =
                JSON.readTree(site.get("/api/dictionary.json").body()).get("columns");
        Set<String> names = new HashSet<>();
        for (JsonNode column : columns) {
            String name =
                    column.get("table").asText() + "." + column.get("name").asText();
            assertTrue(names.add(name), name);
            assertTrue(column.get("meaning").asText().length() > 6, name);
        }
        assertEquals(Dictionary.entries().size(), names.size());
    }

    @Test
    void aSnapshotGivesWhatChangedSinceAndWhatIsNoMore() throws Exception {
        try (TestSite own = TestSite.filled(Files.createTempDirectory(folder, "changes"))) {
            String before = own.index.snapshot().toString();
            assertEquals(
                    "", own.get("/api/export.ndjson?changed_since=" + before).body());
            assertEquals(0, total(own, "/api/deals?changed_since=" + before));
            Deal deal = Pages.disputed(own.store);
            own.correct("field", "deal", deal.id(), "field", "site", "value", "Memphis");
            List<String> lines = own.get("/api/export.ndjson?changed_since=" + before)
                    .body()
                    .lines()
                    .toList();
            assertEquals(1, lines.size());
            assertEquals(deal.id(), JSON.readTree(lines.getFirst()).get("id").asText());
            assertEquals(1, total(own, "/api/deals?changed_since=" + before));
            own.correct("hide", "deal", deal.id());
            JsonNode changes =
                    JSON.readTree(own.get("/api/changes?since=" + before).body());
            assertEquals(deal.id(), changes.get("changes").get(0).get("id").asText());
            String now = changes.get("snapshot").asText();
            assertEquals(
                    0,
                    JSON.readTree(own.get("/api/changes?since=" + now).body())
                            .get("changes")
                            .size());
            assertEquals(400, own.get("/api/changes?since=other.12").statusCode());
            assertEquals(400, own.get("/api/deals?changed_since=other.12").statusCode());
        }
    }

    private static int total(TestSite site, String path) throws Exception {
        return JSON.readTree(site.get(path).body()).get("deals").size();
    }

    @Test
    void aTimeGivesWhatChangedFromItOn() throws Exception {
        assertTrue(lines("changed_since=2000-01-01").size() > 10);
        assertEquals(List.of(), lines("changed_since=2100-01-01T00:00:00Z"));
        assertEquals(List.of(), lines("what=articles&changed_since=2100-01-01T00:00:00Z"));
        assertEquals(400, site.get("/api/export.csv?changed_since=yesterday").statusCode());
    }

    @Test
    void aFormerDayGivesItsClaimsAndArticles() throws Exception {
        int claims = lines("what=claims&background=true").size();
        int then = lines("what=claims&background=true&asOf=2025-11-30").size();
        assertTrue(then > 0 && then < claims, then + " of " + claims);
        List<JsonNode> articles = lines("what=articles&asOf=2025-11-30");
        assertTrue(
                !articles.isEmpty() && articles.size() < lines("what=articles").size());
        articles.forEach(article -> assertTrue(article.get("published").asText().compareTo("2025-12") < 0));
    }

    @Test
    void whatCannotBeExportedIsAProblem() throws Exception {
        for (String parameters : List.of("what=feeds", "q=value:x", "asOf=2026-01-01&sort=value", "asOf=x")) {
            HttpResponse<String> answer = site.get("/api/export.parquet?" + parameters);
            assertEquals(400, answer.statusCode(), parameters);
            assertNotNull(JSON.readTree(answer.body()).get("detail"));
        }
    }
}
