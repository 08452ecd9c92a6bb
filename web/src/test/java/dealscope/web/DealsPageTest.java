package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of deals as it comes from the server, for browsers without scripts too. */
class DealsPageTest {
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

    private static Document page(String path) throws Exception {
        HttpResponse<String> answer = site.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.body(), site.server.url() + path);
    }

    @Test
    void theColumnsAreThoseOfTheAddressInItsOrder() throws Exception {
        assertEquals(
                List.of("Payer → Payee", "Type", "Value", "Power", "Status", "Reported ↓", "Reports"),
                page("/deals").select(".grid th").eachText());
        assertEquals(
                List.of("Payer → Payee", "Site", "Value", "Confidence"),
                page("/deals?columns=site,value,confidence&sort=value&reversed=true").select(".grid th").stream()
                        .map(head -> head.text().replace(" ↑", ""))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"columns=nothing", "columns=,", "sort=colour", "reversed=maybe", "minmw=much"})
    void aBadParameterIsToldWithWhatIsAllowed(String parameter) throws Exception {
        assertEquals(400, site.get("/deals?" + parameter).statusCode());
    }

    @Test
    void theFormOfColumnsLeadsToAnAddressThatNamesThem() throws Exception {
        HttpResponse<String> answer = site.get("/deals?q=gb200&pick=true&col-value=true&col-site=true");
        assertEquals(303, answer.statusCode());
        assertEquals(
                "/deals?q=gb200&columns=value%2Csite",
                answer.headers().firstValue("Location").orElse(""));
    }

    @Test
    void everyColumnIsSortedByItsHeadAndTheOtherWayRoundBySecondClick() throws Exception {
        String all = "type,value,power,hardware,term,stake,site,status,announced,reported,changed,reports,confidence";
        for (Element head : page("/deals?columns=" + all).select(".grid th a.sort")) {
            Document sorted = page(head.attr("href"));
            Element at = sorted.selectFirst("th[aria-sort]");
            assertTrue(at != null, head.attr("href"));
            Element again = at.select("a.sort").stream()
                    .filter(link -> link.text().matches(".*[↑↓]"))
                    .findFirst()
                    .orElseThrow();
            Element turned = page(again.attr("href")).selectFirst("th[aria-sort]");
            assertFalse(at.attr("aria-sort").equals(turned.attr("aria-sort")), head.text());
        }
        List<String> payers = page("/deals?sort=payer").select(".grid .name").eachText().stream()
                .filter(name -> !name.startsWith("unnamed"))
                .toList();
        assertEquals(
                payers.stream()
                        .sorted(Comparator.comparing(String::toLowerCase))
                        .toList(),
                payers);
    }

    @Test
    void aBarOfAHistogramFiltersToAsManyDealsAsItSaysAndASecondClickTakesItAway() throws Exception {
        for (Element bar : page("/deals").select(".histogram a")) {
            Document filtered = page(bar.attr("href"));
            String count = filtered.select(".tabs a[aria-current] .count").text();
            assertTrue(bar.attr("aria-label").matches(".*: " + count + " deals?"), bar.attr("aria-label") + count);
            if (!count.equals("0")) {
                List<String> back = filtered.select(".histogram a").eachAttr("href");
                assertTrue(back.contains("/deals"), bar.attr("aria-label"));
            }
        }
    }

    @Test
    void aPickedDealStandsBesideTheListWithItsClaims() throws Exception {
        String id = Pages.disputed(site.store).id();
        Element row = page("/deals?sort=value").selectFirst("tr[data-deal=" + id + "] a.name");
        assertTrue(row.attr("href").contains("sort=value") && row.attr("href").contains("show=" + id));
        Document picked = page(row.attr("href").replaceFirst("#.*", ""));
        assertEquals("true", picked.selectFirst("tr[data-deal=" + id + "]").attr("aria-current"));
        Element preview = picked.getElementById("preview");
        assertFalse(preview.hasAttr("hidden"));
        assertTrue(preview.select("#in-value .says b").eachText().contains("~$45bn"));
        assertEquals("/deals/" + id, preview.selectFirst(".title a").attr("href"));
        assertEquals("/deals?sort=value", preview.selectFirst("a.close").attr("href"));
        String alone = site.get("/deals/" + id + "/preview").body();
        assertTrue(alone.contains("~$45bn") && !alone.contains("<html"));
        assertEquals(404, site.get("/deals/none/preview").statusCode());
        assertTrue(page("/deals?show=none").getElementById("preview").hasAttr("hidden"));
    }

    @ParameterizedTest
    @CsvSource({"/deals?q=type:compute&sort=value&reversed=true&columns=site", "/deals?asOf=2026-05-10"})
    void theFilesAreOfTheQueryThatIsShown(String path) throws Exception {
        Document shown = page(path);
        Element csv = shown.selectFirst(".tools a:contains(CSV)");
        HttpResponse<String> file = site.get(csv.attr("href"));
        assertEquals(200, file.statusCode());
        List<String> ids = shown.select("tr[data-deal]").eachAttr("data-deal");
        List<String> lines = file.body().lines().skip(1).toList();
        assertEquals(ids.size(), lines.size());
        for (int i = 0; i < ids.size(); i++) {
            assertTrue(lines.get(i).contains(ids.get(i)), lines.get(i));
        }
    }
}
