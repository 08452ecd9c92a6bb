package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address of a page with {@code .json} or {@code .csv} at its end gives what the page shows. */
class PageDataTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ALTERNATE = Pattern.compile("rel=\"alternate\" type=\"([a-z/]+)\" href=\"([^\"]+)\"");

    /** A form to fill in, pieces of pages, what only the browser holds, and pages whose parts have data of their own. */
    private static final Set<String> WITHOUT = Set.of(
            "/feeds/add",
            "/alerts/trial",
            "/deals/rows",
            "/deals/{id}/preview",
            "/mine",
            "/charts",
            "/hardware",
            "/sources");

    @TempDir
    static Path folder;

    static TestSite site;

    @BeforeAll
    static void start() throws Exception {
        site = TestSite.filled(folder);
        site.correct("field", "deal", Pages.disputed(site.store).id(), "field", "site", "value", "=Memphis");
        Pages.alert(site);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static List<String> pages() throws Exception {
        List<String> pages = new ArrayList<>();
        for (String path : site.server.paths()) {
            String page = path.replace(
                            "/deals/{id}",
                            "/deals/" + Pages.disputed(site.store).id())
                    .replace("/companies/{id}", "/companies/microsoft")
                    .replace("/articles/{id}", "/articles/anthropic-rents-colossus")
                    .replace("/feeds/{id}", "/feeds/sample-wire");
            String type = page.matches(".*[{<].*|/events/.*|.*\\.(json|csv)")
                    ? ""
                    : site.get(page).headers().firstValue("Content-Type").orElse("");
            if (type.startsWith("text/html") && !WITHOUT.contains(path)) {
                pages.add(page);
            }
        }
        return pages;
    }

    @Test
    void everyPageLinksToItsDataAndTheLinksLeadToIt() throws Exception {
        List<String> pages = pages();
        assertTrue(pages.size() >= 12, pages.toString());
        for (String page : pages) {
            Matcher links = ALTERNATE.matcher(site.get(page).body());
            List<String> types = new ArrayList<>();
            while (links.find()) {
                HttpResponse<String> data = site.get(links.group(2).replace("&amp;", "&"));
                assertEquals(200, data.statusCode(), links.group(2));
                String type = data.headers().firstValue("Content-Type").orElse("");
                assertTrue(type.startsWith(links.group(1)), page + " " + type);
                check(links.group(2), type, data.body());
                types.add(links.group(1));
            }
            assertEquals(List.of("application/json", "text/csv"), types, page);
        }
    }

    private static void check(String address, String type, String body) throws Exception {
        if (type.startsWith("application/json")) {
            assertTrue(JSON.readTree(body).size() > 0, address);
            return;
        }
        List<CSVRecord> rows = rows(body);
        assertTrue(rows.size() > 1 || address.startsWith("/loops"), address + " " + body);
        rows.forEach(row -> {
            assertEquals(rows.getFirst().size(), row.size(), address);
            row.forEach(cell -> assertTrue(!cell.matches("(?s)[=+@\\t\\r].*"), address + " " + cell));
        });
    }

    private static List<CSVRecord> rows(String body) throws Exception {
        return CSVFormat.RFC4180.parse(new StringReader(body)).getRecords();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /deals.json?q=type:compute+payer:microsoft       | deals     | 2
            /deals.json?q=capacity&tab=articles&limit=3      | hits      | 3
            /deals.json?q=type:compute&unknown=passed-over   | deals     | 5
            /companies.json?name=nebius                      | companies | 1
            /feeds.json?state=failing                        | feeds     | 1
            /totals.json?q=type:chips&by=type                | groups    | 1
            """)
    void thePagesParametersHold(String address, String list, int count) throws Exception {
        JsonNode answer = JSON.readTree(site.get(address).body());
        assertEquals(count, answer.get(list).size(), address);
    }

    @Test
    void theDataIsWhatTheApiGives() throws Exception {
        String id = Pages.disputed(site.store).id();
        assertEquals(
                site.get("/api/deals/" + id).body(),
                site.get("/deals/" + id + ".json").body());
        assertEquals(
                site.get("/api/companies/microsoft").body(),
                site.get("/companies/microsoft.json").body());
        assertEquals(site.get("/api/loops").body(), site.get("/loops.json").body());
        assertEquals(
                site.get("/api/export.csv?background=true").body(),
                site.get("/deals.csv?background=true").body());
        assertEquals(
                site.get("/api/totals.csv?by=payer").body(),
                site.get("/totals.csv").body());
    }

    @Test
    void theTableOfADealIsItsClaims() throws Exception {
        var deal = Pages.disputed(site.store);
        List<CSVRecord> rows = rows(site.get("/deals/" + deal.id() + ".csv").body());
        assertEquals(deal.claims().size() + 1, rows.size());
        assertEquals("sentence", rows.getFirst().get(17));
    }

    @ParameterizedTest
    @CsvSource({"/deals/none.json", "/companies/none.csv", "/articles/none.json", "/feeds/none.csv"})
    void whatIsNotThereIsAProblem(String address) throws Exception {
        HttpResponse<String> answer = site.get(address);
        assertEquals(404, answer.statusCode());
        assertEquals(
                "application/problem+json; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/loops.csv?companies=x",
                "/feeds.csv?sort=x",
                "/companies.csv?sort=x",
                "/totals.csv?by=x",
                "/deals.csv?q=value:x",
                "/deals.json?sort=x"
            })
    void aBadParameterIsToldBeforeATableBegins(String address) throws Exception {
        assertEquals(400, site.get(address).statusCode());
    }

    @Test
    void anErrorPageHasNoData() throws Exception {
        String body = site.get("/deals/none").body();
        assertTrue(!body.contains("data-page="), body);
    }
}
