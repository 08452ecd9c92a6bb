package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.web.site.Actions.RefreshFeed;
import dealscope.web.site.Progress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of feeds as a browser without JavaScript gets them. */
class FeedsSiteTest {
    @TempDir
    Path folder;

    private TestSite site;
    private String token = "";

    @BeforeEach
    void start() throws Exception {
        site = TestSite.filled(folder);
        token = "token=" + site.token();
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    private Document page(String path) throws Exception {
        HttpResponse<String> answer = site.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.body(), site.server.url() + path);
    }

    private Document after(HttpResponse<String> posted) throws Exception {
        assertEquals(303, posted.statusCode(), posted.body());
        return page(posted.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void aFeedInTroubleComesFirstWithItsReason() throws Exception {
        Element first = page("/feeds").select("table.feeds tbody tr").first();
        assertEquals("Sample Filings", first.select(".name").text());
        assertEquals("Failing, 7 times in a row", first.select(".state").text());
        assertTrue(first.text().contains("The server answered 403 Forbidden"), first.text());
        assertTrue(first.text().contains("silent for 43 days"), first.text());
        assertEquals("9 days ago", first.select(".c-ago span").first().text());
        assertEquals(
                "11 Nov 2026, 09:00 UTC", first.select(".c-ago span").first().attr("title"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /feeds?state=failing               | Sample Filings
            /feeds?state=paused                | Sample Power Report
            /feeds?q=403+filings               | Sample Filings
            /feeds?q=terms+ask                 | Sample Power Report
            /feeds?state=failing&category=Sample&q=wire |
            /feeds?category=-                  |
            """)
    void filtersLeaveSomeFeeds(String path, String titles) throws Exception {
        assertEquals(
                titles == null ? List.of() : List.of(titles),
                page(path).select("table.feeds .name").eachText());
    }

    @Test
    void everyColumnSortsAndASecondClickTurnsTheOrderRound() throws Exception {
        for (String link : page("/feeds").select("thead a.sort").eachAttr("href")) {
            List<String> there = page(link).select("table.feeds .name").eachText();
            Element head = page(link).select("thead th[aria-sort]").first();
            List<String> back = page(head.select("a").attr("href"))
                    .select("table.feeds .name")
                    .eachText();
            assertEquals(there.size(), back.size());
            assertFalse(there.equals(back), link);
        }
        assertEquals(400, site.get("/feeds?sort=size").statusCode());
    }

    @Test
    void twoThousandFeedsAreShownPageByPage() throws Exception {
        List<FeedState> many = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            many.add(FeedState.unvisited(
                    "many-" + i,
                    "https://many-" + i + ".example/feed",
                    "Many " + i,
                    "Many",
                    TestSite.NOW,
                    false,
                    FeedOptions.DEFAULT));
        }
        site.store.addFeeds(many);
        Document first = page("/feeds?sort=name&category=Many");
        assertEquals(100, first.select("table.feeds tbody tr").size());
        Document second = page(first.select("a[rel=next]").attr("href"));
        assertEquals(100, second.select("table.feeds tbody tr").size());
        assertFalse(second.select(".name")
                .text()
                .contains(first.select(".name").first().text() + " "));
        assertEquals(
                100,
                page("/feeds?category=Many&page=9999")
                        .select("table.feeds tbody tr")
                        .size());
    }

    @Test
    void aRemovedFeedCanBeBroughtBack() throws Exception {
        Document removed = after(site.post("/feeds/sample-copy-daily/remove", token + "&at=sort%3Dname"));
        assertTrue(removed.location().contains("sort=name"), removed.location());
        assertTrue(site.store.feed("sample-copy-daily").isEmpty());
        assertEquals(
                "/feeds/sample-copy-daily/restore",
                removed.select(".notice form").attr("action"));
        Document later = page("/feeds");
        assertEquals(
                "/feeds/sample-copy-daily/restore",
                later.select(".removed form").attr("action"));
        after(site.post("/feeds/sample-copy-daily/restore", token));
        assertTrue(site.store.feed("sample-copy-daily").isPresent());
        assertEquals(404, site.post("/feeds/sample-copy-daily/restore", token).statusCode());
    }

    @Test
    void aFeedIsPausedAndResumed() throws Exception {
        after(site.post("/feeds/sample-wire/pause", token));
        assertFalse(site.store.feed("sample-wire").orElseThrow().options().enabled());
        Document own = after(site.post("/feeds/sample-wire/resume", token + "&at=page"));
        assertTrue(site.store.feed("sample-wire").orElseThrow().options().enabled());
        assertTrue(own.location().contains("/feeds/sample-wire?"), own.location());
    }

    @Test
    void aFeedThatMayNotBeAskedNowSaysWhen() throws Exception {
        assertTrue(after(site.post("/feeds/sample-wire/refresh", token)).text().contains("Sample Wire is being read."));
        site.actions.wait =
                new RefreshFeed.NotBefore(TestSite.NOW.plusSeconds(3600), "wire.test asked to be left alone");
        String notice = after(site.post("/feeds/sample-wire/refresh", token))
                .select(".notice")
                .text();
        assertEquals(
                "Sample Wire was not asked now: wire.test asked to be left alone. It can be asked again in 1 h, at 10:00 UTC.",
                notice);
        assertEquals(404, site.post("/feeds/nobody/refresh", token).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"//evil.example", "https://evil.example/", "%0d%0aX: y", "q=<script>", "/../about"})
    void whereAFormLeadsBackToCannotBeChosenFreely(String at) throws Exception {
        HttpResponse<String> answer = site.post("/feeds/sample-wire/pause", token + "&at=" + at);
        assertEquals(
                "/feeds?paused=sample-wire",
                answer.headers().firstValue("Location").orElse(""));
    }

    @Test
    void aRefreshIsStartedAndStoppedFromThePage() throws Exception {
        after(site.post("/feeds/refresh", token));
        site.actions.progress = TestSite.running(3, 12, 40);
        Document busy = page("/feeds");
        assertEquals(
                "Reading feeds: 3 of 12, 40 pages to fetch, 1 article to analyze",
                busy.select("[data-words]").text());
        assertFalse(busy.select("form[action=/feeds/refresh/stop]").hasAttr("hidden"));
        assertEquals(1, busy.select("noscript").size());
        after(site.post("/feeds/refresh/stop", token));
        assertEquals(List.of("refreshAll", "stop"), site.actions.calls);
        site.actions.progress = Progress.stopped(TestSite.NOW.plusSeconds(900));
        assertEquals(
                "Stopped; what was read is kept, the rest follows at 09:15 UTC",
                page("/feeds").select("[data-words]").text());
    }

    @Test
    void aFeedHasAPageOfItsOwn() throws Exception {
        Document feed = page("/feeds/sample-wire");
        assertEquals("Sample Wire", feed.select("h1").text());
        assertTrue(
                feed.select(".articles tbody tr").size() >= 3,
                feed.select(".articles").text());
        Element visit = feed.select(".visits tbody tr").first();
        assertEquals("5 min ago Read, 1 entry 1 200 4 kB 80 ms", visit.text());
        assertEquals(404, site.get("/feeds/nobody").statusCode());
    }

    @Test
    void settingsAreSavedAndWhatIsWrongIsSaidWithTheFormAsItWas() throws Exception {
        String form = token + "&title=My+wire&category=Wires&note=Ask+first&keep=&drop=webinar";
        after(site.post("/feeds/sample-wire/settings", form + "&schedule=every&every=120"));
        FeedState feed = site.store.feed("sample-wire").orElseThrow();
        assertEquals("My wire", feed.title());
        assertEquals("Wires", feed.category());
        assertEquals("Ask first", feed.options().note());
        assertEquals(Duration.ofHours(2), feed.options().every());
        assertEquals(List.of("rules null webinar"), site.actions.calls);
        HttpResponse<String> wrong = site.post("/feeds/sample-wire/settings", form + "&schedule=every&every=5");
        assertEquals(422, wrong.statusCode());
        Document shown = Jsoup.parse(wrong.body());
        assertTrue(shown.select("[role=alert]").text().contains("10 to 1440 minutes"));
        assertEquals("5", shown.select("#every").attr("value"));
        assertEquals(
                Duration.ofHours(2),
                site.store.feed("sample-wire").orElseThrow().options().every());
        assertEquals(
                422,
                site.post("/feeds/sample-wire/settings", form + "&schedule=cron&cron=often")
                        .statusCode());
        HttpResponse<String> tried = site.post("/feeds/sample-wire/settings", form + "&schedule=adaptive&try=yes");
        assertTrue(tried.body().contains("Nothing was changed"), tried.body());
        assertTrue(site.actions.calls.contains("try null webinar"));
        assertEquals(
                Duration.ofHours(2),
                site.store.feed("sample-wire").orElseThrow().options().every());
    }

    @Test
    void anAddressThatGivesNoFeedIsAnsweredInWordsWithTheFormAsItWas() throws Exception {
        HttpResponse<String> refused = site.post("/feeds/add", token + "&url=http%3A%2F%2Frefused&category=Chips");
        assertEquals(422, refused.statusCode());
        Document page = Jsoup.parse(refused.body());
        assertEquals("The address is not public.", page.select("[role=alert]").text());
        assertEquals("http://refused", page.select("#url").attr("value"));
        assertEquals("Chips", page.select("#category").attr("value"));
        assertEquals(422, site.post("/feeds/add", token + "&url=").statusCode());
    }

    @Test
    void ofSeveralFeedsOneIsChosen() throws Exception {
        HttpResponse<String> found = site.post("/feeds/add", token + "&url=https%3A%2F%2Fseveral.example");
        Document page = Jsoup.parse(found.body());
        assertEquals(2, page.select("input[type=radio]").size());
        String second = page.select("input[type=radio]").get(1).attr("value");
        HttpResponse<String> followed = site.post("/feeds/follow", token + "&url=" + second);
        assertEquals(
                "/feeds/new?added=new",
                followed.headers().firstValue("Location").orElse(""));
        assertEquals(List.of("add https://several.example", "follow " + second), site.actions.calls);
    }

    @Test
    void aListOfFeedsIsTakenInAndGivenOut() throws Exception {
        HttpResponse<String> taken = upload(site.token(), "<opml/>");
        assertEquals(200, taken.statusCode());
        assertTrue(Jsoup.parse(taken.body()).text().contains("2 added, 1 followed already"), taken.body());
        assertEquals(List.of("import <opml/>"), site.actions.calls);
        HttpResponse<String> given = site.get("/feeds/export.opml");
        assertTrue(given.headers().firstValue("Content-Disposition").orElse("").contains("dealscope-feeds.opml"));
        assertEquals("<opml>all</opml>", given.body());
    }

    @Test
    void aFileWithoutTheTokenOrFromElsewhereChangesNothing() throws Exception {
        assertEquals(403, upload("wrong", "<opml/>").statusCode());
        assertEquals(
                403,
                upload(site.token(), "<opml/>", "Origin", "https://evil.example")
                        .statusCode());
        assertEquals(403, site.post("/feeds/import", token + "&file=x").statusCode());
        assertEquals(List.of(), site.actions.calls);
    }

    private HttpResponse<String> upload(String with, String file, String... headers) throws Exception {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n" + with
                + "\r\n--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.opml\"\r\n"
                + "Content-Type: text/x-opml\r\n\r\n" + file + "\r\n--cut--\r\n";
        HttpRequest.Builder request = HttpRequest.newBuilder(site.uri("/feeds/import"))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return site.client.send(request.build(), BodyHandlers.ofString());
    }
}
