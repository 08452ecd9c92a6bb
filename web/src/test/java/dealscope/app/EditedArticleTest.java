package dealscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.crawler.FeedOptions;
import dealscope.crawler.Listener;
import dealscope.deal.Deal;
import dealscope.deal.Field;
import dealscope.fetch.FaultServer;
import dealscope.source.Opml.Outline;
import dealscope.store.ClaimEdit;
import dealscope.store.Revision;
import dealscope.store.Store.StoredArticle;
import dealscope.web.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A publisher edits an article: from its feed on a loopback server up to the pages and the API. */
@Timeout(180)
class EditedArticleTest {
    private static final String HOST = "wire.fault.test";
    private static final String LINK = "http://" + HOST + "/deal";
    private static final String TITLE = "Anthropic signs $2 billion compute deal with CoreWeave";

    @TempDir
    Path data;

    private final FaultServer server = new FaultServer();
    private Instant now = Instant.parse("2026-05-04T08:00:00Z");
    private Program program;

    @BeforeEach
    void open() throws Exception {
        Settings settings = Settings.read(
                Settings.flags(Setting.DATA, data, Setting.DEADLINE, "5s", Setting.DELAY, "0ms"), Map.of());
        program = Program.open(settings, Map.of("*.fault.test", server.address()), () -> now);
        program.store()
                .addFeeds(List.of(FeedLists.feed(
                        new Outline("Sample Wire", "http://" + HOST + "/feed", null, FeedOptions.DEFAULT), now)));
    }

    @AfterEach
    void close() throws Exception {
        program.close();
        server.close();
    }

    @Test
    void aChangedValueIsReadAgainComparedAndShownWithItsDate() throws Exception {
        feed(item("g1", TITLE, LINK, "The companies put the contract at $2 billion.", "2026-05-04T07:30:00Z"));
        page(TITLE, "$2 billion");
        round();
        StoredArticle first = only();
        assertEquals(0, new java.math.BigDecimal("2e9").compareTo(deal().value().usd()));

        String title = "Anthropic signs $3 billion compute deal with CoreWeave";
        feed(item("g1", title, LINK, "The companies put the contract at $3 billion.", "2026-05-04T09:10:00Z"));
        page(title, "$3 billion");
        round();

        StoredArticle second = only();
        assertEquals(first.article().id(), second.article().id());
        assertEquals(title, second.article().title());
        assertTrue(
                second.article().text().contains("$3 billion"), second.article().text());
        assertEquals(2, server.requests("/deal").size(), "times the page was asked for");
        assertEquals(0, new java.math.BigDecimal("3e9").compareTo(deal().value().usd()));
        assertTrue(deal().claims().stream().noneMatch(claim -> claim.value().startsWith("2000000000")));

        List<Revision> revisions =
                program.store().revisions(List.of(second.article().id()));
        assertEquals(1, revisions.size());
        assertEquals(TITLE, revisions.getFirst().title());
        assertTrue(revisions.getFirst().text().contains("$2 billion"));
        ClaimEdit edit =
                program.store().claimEdits(List.of(second.article().id())).getFirst();
        assertEquals(now, edit.seen());
        var value = edit.changes().stream()
                .filter(change -> change.field() == Field.VALUE)
                .findFirst()
                .orElseThrow();
        assertEquals("2000000000 USD", value.before().getFirst().value());
        assertEquals("3000000000 USD", value.after().getFirst().value());
        assertShown(second.article().id());
    }

    private void assertShown(String id) throws Exception {
        try (WebServer site = ServeCommand.start(program, "127.0.0.1", 0);
                HttpClient client = HttpClient.newHttpClient()) {
            Document article = Jsoup.parse(get(client, site.url() + "/articles/" + id));
            assertTrue(
                    article.select("#change-1 .diff del").text().contains("$2"),
                    article.select("#change-1").text());
            assertTrue(article.select("#change-1 .diff ins").text().contains("$3"));
            Document deal = Jsoup.parse(get(client, site.url() + "/deals/" + deal().id()));
            String edits = deal.select("section[aria-labelledby=edits]").text();
            assertTrue(edits.contains("4 May 2026") && edits.contains("Sample Wire: Value"), edits);
            JsonNode json = new ObjectMapper().readTree(get(client, site.url() + "/api/articles/" + id));
            assertEquals(TITLE, json.at("/revisions/0/title").asText());
        }
    }

    @Test
    void whatIsReorderedRetaggedOrReformattedIsNoChange() throws Exception {
        String text = "The companies put the contract at $2 billion.";
        String other =
                item("g2", "Nothing else happened today at all", "http://" + HOST + "/other", "A quiet day.", "");
        feed(item("g1", TITLE, LINK, text, "2026-05-04T07:30:00Z") + other);
        page(TITLE, "$2 billion");
        round();
        int articles = program.store().stats().articles();
        List<String> changed = List.of(
                other + item("g1", TITLE, LINK, text, "2026-05-04T07:30:00Z"),
                item("g1", TITLE, LINK + "?utm_source=feed", text, "2026-05-04T07:30:00Z") + other,
                item("g1-again", TITLE, LINK, text, "2026-05-04T07:30:00Z") + other,
                item(
                        "g1",
                        TITLE,
                        LINK,
                        "The  companies put\n the contract at $2\u00a0billion.",
                        "2026-05-04T07:30:00Z"));
        for (String items : changed) {
            feed(items);
            round();
            assertEquals(articles, program.store().stats().articles(), items);
            assertEquals(List.of(), program.store().revisions(List.of(firstId())), items);
        }
        assertEquals(1, server.requests("/deal").size(), "times the page was asked for");

        feed(item("g1", TITLE, LINK, text, "2026-05-04T11:00:00Z") + other);
        page(TITLE, "$2 billion", "<p>5 min read</p>");
        round();
        assertEquals(2, server.requests("/deal").size(), "the feed says that it was updated");
        assertEquals(List.of(), program.store().revisions(List.of(firstId())), "only the page's frame changed");
    }

    @Test
    void aPageIsReadAgainAFewTimesOnlyAndAPageThatIsGoneTakesNothingAway() throws Exception {
        feed(item("g1", TITLE, LINK, "Text 0.", "2026-05-04T07:30:00Z"));
        page(TITLE, "$2 billion");
        round();
        String text = only().article().text();
        server.on(HOST + "/deal", FaultServer.status("404 Not Found"));
        for (int i = 1; i <= 9; i++) {
            feed(item("g1", TITLE, LINK, "Text " + i + ".", "2026-05-04T1" + i + ":30:00Z"));
            round();
        }
        assertEquals(6, server.requests("/deal").size(), "times the page was asked for");
        assertEquals(text, only().article().text());
        assertEquals("full", only().article().completeness().label());
    }

    @Test
    void aGuidThatIsGivenToAnotherStoryMakesAnotherArticle() throws Exception {
        feed(item("top", TITLE, LINK, "The companies put the contract at $2 billion.", ""));
        page(TITLE, "$2 billion");
        round();
        feed(item("top", "Storm closes ferry port for second day", "http://" + HOST + "/storm", "Waves.", ""));
        round();
        assertEquals(2, program.store().stats().articles());
        feed(item("top", "Storm closes ferry port for a third day", "http://" + HOST + "/storm-2", "Waves.", ""));
        round();
        assertEquals(2, program.store().stats().articles(), "the same story under a new address");
    }

    private void round() throws Exception {
        now = now.plus(Duration.ofHours(2));
        program.store()
                .makeDue(program.store().feeds().stream().map(feed -> feed.id()).toList());
        program.refresher().round(Listener.NONE);
    }

    private String firstId() {
        return articles().stream()
                .filter(stored -> stored.article().url().startsWith(LINK))
                .findFirst()
                .orElseThrow()
                .article()
                .id();
    }

    private List<StoredArticle> articles() {
        return new ArrayList<>(program.store().articles(program.store().ids()));
    }

    private StoredArticle only() {
        List<StoredArticle> all = articles();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private Deal deal() {
        return program.store().dealsOf("anthropic").getFirst();
    }

    private void feed(String items) {
        server.on(
                HOST + "/feed",
                FaultServer.ok(
                        "application/rss+xml",
                        "<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel><title>Sample Wire</title>"
                                + items + "</channel></rss>"));
    }

    private static String item(String guid, String title, String link, String text, String updated) {
        return "<item><guid isPermaLink='false'>%s</guid><title>%s</title><link>%s</link><description>%s</description>%s%s</item>"
                .formatted(
                        guid,
                        title,
                        link.replace("&", "&amp;"),
                        text,
                        "<pubDate>Mon, 04 May 2026 07:30:00 GMT</pubDate>",
                        updated.isEmpty() ? "" : "<a:updated>" + updated + "</a:updated>");
    }

    private void page(String title, String amount, String... frame) {
        server.on(
                HOST + "/deal",
                FaultServer.ok(
                        "text/html",
                        "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>"
                                + String.join("", frame)
                                + "<p>Anthropic has signed a contract with CoreWeave for computing capacity worth "
                                + amount
                                + ", the companies said on Monday in a joint statement.</p>"
                                + "<p>The capacity will be delivered over several years from halls in Texas and Ohio, and"
                                + " the first part of it is to be ready before the end of the year, they said.</p>"
                                + "<p>Neither of them wanted to say more about the timetable, the suppliers of power or the"
                                + " banks that lend the money for the halls.</p></article></body></html>"));
    }

    private static String get(HttpClient client, String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
