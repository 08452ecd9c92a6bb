package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.web.site.Progress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages as a browser without JavaScript gets them. */
class SiteTest {
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

    @BeforeEach
    void forget() {
        site.actions.calls.clear();
        site.actions.progress = Progress.IDLE;
    }

    private static Document page(String path) throws Exception {
        HttpResponse<String> answer = site.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.body(), site.server.url() + path);
    }

    @Test
    void homeShowsTheLatestDealsWhatChangedAndTheBiggestOfTheQuarter() throws Exception {
        Document home = page("/");
        assertEquals(
                "OpenAI → Vantage",
                home.select("table.deals tbody .name").first().text());
        assertEquals("$40bn", home.select(".bars .num").first().text());
        assertEquals("100.0%", home.select(".bars rect.bar").first().attr("width"));
        String changes = home.select(".changes li").text();
        assertTrue(changes.contains("OpenAI → Oracle reported → announced"), changes);
        assertTrue(home.select("h2").text().contains("Biggest this quarter"));
    }

    @Test
    void everyPageHasOneMainHeadingATitleAndALanguage() throws Exception {
        for (String path : Pages.of(site).values()) {
            Document page = Jsoup.parse(site.get(path.replaceFirst("#.*", "")).body());
            assertEquals(1, page.select("h1").size(), path);
            assertEquals(1, page.select("main").size(), path);
            assertEquals("en", page.select("html").attr("lang"), path);
            assertFalse(page.title().isBlank(), path);
        }
    }

    @Test
    void noPageNeedsAnythingFromElsewhereOrAnythingInline() throws Exception {
        for (String path : Pages.of(site).values()) {
            Document page = Jsoup.parse(site.get(path.replaceFirst("#.*", "")).body());
            for (Element element : page.select("script, link:not([rel=alternate]), img, iframe, style, [style]")) {
                String address = element.hasAttr("src") ? element.attr("src") : element.attr("href");
                assertTrue(address.startsWith("/static/"), path + ": " + element);
                assertTrue(element.data().isEmpty() && !element.hasAttr("style"), path + ": " + element);
            }
        }
    }

    @Test
    void aDealShowsEachClaimWithItsSentenceAndBothLinks() throws Exception {
        Document deal = page(Pages.of(site).get("deal"));
        Element value = deal.getElementById("value");
        assertNotNull(value);
        assertEquals("conflict", value.select(".badge").text());
        List<String> positions = value.select(".says b").eachText();
        assertTrue(
                positions.containsAll(List.of("~$45bn", "undisclosed", "≤$50bn", "$1.25bn/mo")), positions::toString);
        assertEquals(
                "about $45 billion", value.select("blockquote mark").first().text());
        Element sentence = value.select(".cite a").first();
        Element publisher = value.select(".cite a").get(1);
        assertTrue(sentence.attr("href").matches("/articles/anthropic-rents-colossus#at-\\d+"), sentence.attr("href"));
        assertTrue(publisher
                .attr("href")
                .startsWith("/sample/sample-wire.sample.test/anthropic-rents-colossus#:~:text=The%20contract"));
        Document article = page(sentence.attr("href").replaceFirst("#.*", ""));
        Element target = article.getElementById(sentence.attr("href").replaceFirst(".*#", ""));
        assertNotNull(target, "the link leads to the words in the article");
        assertEquals("about $45 billion", target.text());
        assertTrue(target.parent().hasClass("claim"));
    }

    @Test
    void theHistoryOfADealIsTold() throws Exception {
        List<String> steps =
                page(Pages.of(site).get("deal")).select(".steps li b").eachText();
        assertEquals(List.of("talks", "announced"), steps);
    }

    @Test
    void anArticleIsShownWithoutLossAndWithItsMentionsMarked() throws Exception {
        Document article = page("/articles/anthropic-rents-colossus");
        String expected = Newsroom.stories().get(0).article().text().replace('\n', ' ');
        assertEquals(expected, article.select(".text").text());
        assertEquals(
                "/companies/spacex",
                article.select(".text .m-company:contains(SpaceX)").first().attr("href"));
        assertEquals(2, article.select(".told li").size(), "the deal it is about and the one in passing");
    }

    @Test
    void anArticleSaysWhyItIsNotWhole() throws Exception {
        assertTrue(page("/articles/colossus-talks").text().contains("Text from the feed only: the page answered 403"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /deals?q=gb200                                    | /deals?q=gb200%20type%3Acompute
            /deals?q=gb200%20type%3Acompute                   | /deals?q=gb200
            /deals?q=gb200&sort=value                         | /deals?q=gb200%20type%3Acompute&sort=value
            /deals?q=gb200&background=true                    | /deals?q=gb200%20type%3Acompute&background=true
            """)
    void aFacetAddsItselfToTheQueryAndTakesItselfAway(String at, String expected) throws Exception {
        assertTrue(page(at).select(".facets a").eachAttr("href").contains(expected), expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /deals?q=gb200&from=2026-01-01&to=                | /deals?q=gb200%20published%3A2026-01-01..
            /deals?q=published%3A2024&from=&to=2026-02-03     | /deals?q=published%3A..2026-02-03
            /deals?q=&min=500m&max=20bn                       | /deals?q=value%3A500m..20bn
            """)
    void theRangesFormLeadsToAQuery(String at, String expected) throws Exception {
        HttpResponse<String> answer = site.get(at);
        assertEquals(303, answer.statusCode());
        assertEquals(expected, answer.headers().firstValue("Location").orElse(""));
    }

    @Test
    void articlesAreFoundInTheOtherTab() throws Exception {
        Document found = page("/deals?q=capacity&tab=articles");
        assertTrue(found.select("table.articles tbody tr").size() >= 4);
        assertEquals("capacity", found.select(".snippet mark").first().text());
    }

    @Test
    void aBadQueryShowsWhereItWentWrong() throws Exception {
        HttpResponse<String> answer = site.get("/deals?q=gb200+value%3A%3E%3Dmuch");
        assertEquals(400, answer.statusCode());
        Document page = Jsoup.parse(answer.body());
        assertEquals("m", page.select(".query mark").text());
        assertEquals("gb200 value:>=much", page.select("#q").attr("value"));
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing",
        "/deals/none",
        "/articles/none",
        "/companies/none",
        "/deals/..%2f..%2fetc",
        "/static/x/none.css"
    })
    void whatIsNotThereIsAPageThatSaysSo(String path) throws Exception {
        HttpResponse<String> answer = site.get(path);
        assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path + " " + answer.statusCode());
    }

    @Test
    void aCompanyListsWhatItPaysAndWhomItDealsWith() throws Exception {
        Document company = page("/companies/microsoft");
        assertEquals(3, company.select("section:has(#pays) tbody tr").size());
        assertEquals(3, company.select(".counterparties tbody tr").size());
        assertEquals("$19.4bn", company.select(".figures dd").first().text());
    }

    @Test
    void companiesAreSortedAndFilteredByTheAddress() throws Exception {
        assertEquals(
                "OpenAI",
                page("/companies?sort=paid").select("tbody .name").first().text());
        assertEquals(
                List.of("Core Scientific", "CoreWeave"),
                page("/companies?sort=name&name=core").select("tbody .name").eachText());
        assertEquals(400, site.get("/companies?sort=size").statusCode());
    }

    @Test
    void anEmptyStoreSaysWhatComesNext(@TempDir Path other) throws Exception {
        try (TestSite empty = TestSite.empty(other)) {
            assertTrue(empty.get("/").body().contains("No deals yet."));
            for (String path : List.of("/deals", "/companies", "/feeds", "/about", "/deals?tab=articles")) {
                assertEquals(200, empty.get(path).statusCode(), path);
            }
        }
    }
}
