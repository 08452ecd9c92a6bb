package dealscope.source;

import static dealscope.source.SourceFixture.html;
import static dealscope.source.SourceFixture.rss;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.fetch.FaultServer;
import dealscope.source.Candidate.Origin;
import dealscope.source.Discovery.Found;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DiscoveryTest {
    private final SourceFixture fixture = new SourceFixture();
    private final FaultServer server = fixture.server;
    private final Discovery discovery = new Discovery(fixture.web, fixture::parse);

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<Candidate> feeds(String address) {
        Found found = discovery.find(address);
        return found instanceof Found.Feeds feeds
                ? feeds.candidates()
                : org.junit.jupiter.api.Assertions.fail(found.toString());
    }

    private String reason(String address) {
        return ((Found.Nothing) discovery.find(address)).reason();
    }

    @Test
    void anAddressThatIsAFeedIsTheCandidateAndNothingElseIsAsked() {
        server.on("/news.rss", rss("Sample Wire", "http://a.test/1", "http://a.test/2"));
        Candidate only = feeds("http://a.test/news.rss").getFirst();
        assertEquals("http://a.test/news.rss", only.url());
        assertEquals("Sample Wire", only.title());
        assertEquals(2, only.entries());
        assertEquals(Instant.parse("2026-03-01T09:00:00Z"), only.newest());
        assertEquals(Origin.ITSELF, only.origin());
        assertEquals(1, server.log().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel=alternate type=application/rss+xml href=/deep/feed>",
                "<LINK REL='Alternate' TYPE='Application/RSS+XML; charset=utf-8' HREF='/deep/feed'>",
                "<link rel='alternate home' type='application/atom+xml' href='http://a.test/deep/feed'>",
                "<link rel='feed' href='deep/feed'>",
                "<base href='http://a.test/deep/'><link rel=alternate type='application/feed+json' href='feed'>",
                "<link rel=alternate type='text/xml' href=' feed://a.test/deep/feed '>"
            })
    void whatThePageAnnouncesIsFollowed(String head) {
        server.on("/", html(head, "")).on("/deep/feed", rss("Sample Wire", "http://a.test/1"));
        List<Candidate> found = feeds("http://a.test/");
        assertEquals(1, found.size());
        assertEquals("http://a.test/deep/feed", found.getFirst().url());
        assertEquals(Origin.ANNOUNCED, found.getFirst().origin());
    }

    @Test
    void aLinkHeaderCountsLikeALinkInThePage() {
        server.on(
                        "/",
                        html(
                                "",
                                "",
                                "Link: </x>; rel=preload, </odd%20one?a=b,c>; REL=\"alternate\"; type=\"application/rss+xml\""))
                .on("/odd%20one?a=b,c", rss("Sample Wire", "http://a.test/1"));
        assertEquals(
                "http://a.test/odd%20one?a=b,c",
                feeds("http://a.test/").getFirst().url());
    }

    @Test
    void feedsOfCommentsComeLastAndTwoFormatsOfOneFeedAreOne() {
        server.on("/", html("""
                        <link rel=alternate type=application/rss+xml title="Sample Wire » Comments Feed" href=/comments/feed>
                        <link rel=alternate type=application/rss+xml href=/feed.rss>
                        <link rel=alternate type=application/atom+xml href=/feed.atom>""", ""))
                .on("/comments/feed", rss("Comments on Sample Wire", "http://a.test/1#c1"))
                .on("/feed.rss", rss("Sample Wire", "http://a.test/1", "http://a.test/2"))
                .on("/feed.atom", rss("Sample Wire", "http://a.test/2", "http://a.test/1"));
        Found.Feeds found = (Found.Feeds) discovery.find("http://a.test/");
        assertEquals(
                List.of("http://a.test/feed.rss", "http://a.test/comments/feed"),
                found.candidates().stream().map(Candidate::url).toList());
        assertEquals(
                List.of("http://a.test/feed.atom"),
                found.candidates().getFirst().others());
        assertTrue(found.candidates().get(1).comments());
        assertNotNull(found.sure());
    }

    @Test
    void amongSeveralFeedsNoneIsSure() {
        server.on("/", html("""
                        <link rel=alternate type=application/rss+xml href=/chips.rss>
                        <link rel=alternate type=application/rss+xml href=/power.rss>""", ""))
                .on("/chips.rss", rss("Chips", "http://a.test/1"))
                .on("/power.rss", rss("Power", "http://a.test/2"));
        Found.Feeds found = (Found.Feeds) discovery.find("http://a.test/");
        assertEquals(2, found.candidates().size());
        assertNull(found.sure());
    }

    @Test
    void linksThatLookLikeFeedsThenTheFrontPageThenTheUsualPlacesAreTried() {
        server.on("linked.test/", html("", "<a href='/about'>About</a><a href='/a/b.xml'>RSS</a>"))
                .on("linked.test/a/b.xml", rss("Linked", "http://linked.test/1"))
                .on("home.test/story", html("", "A story"))
                .on("home.test/", html("<link rel=alternate type=application/rss+xml href=/odd>", ""))
                .on("home.test/odd", rss("Home", "http://home.test/1"))
                .on("usual.test/", html("", "Nothing here"))
                .on("usual.test/atom.xml", rss("Usual", "http://usual.test/1"));
        assertEquals(Origin.LINKED, feeds("http://linked.test/").getFirst().origin());
        assertEquals(
                "http://home.test/odd",
                feeds("http://home.test/story").getFirst().url());
        assertEquals(Origin.GUESSED, feeds("http://usual.test/").getFirst().origin());
    }

    @Test
    void aPageWithoutFeedsSaysWhatWasTriedWithinTheBudget() {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            links.append("<a href='/").append(i).append("/feed'>feed</a>");
        }
        server.on("/", html("", links.toString()));
        assertTrue(reason("http://a.test/").contains("/feed.json"));
        long asked = server.log().stream()
                .filter(seen -> !seen.path().equals("/robots.txt"))
                .count();
        assertEquals(Discovery.REQUESTS, asked);
    }

    @Test
    void aPageThatRobotsTxtForbidsIsNotReadAndNoPlaceIsGuessedAgainstIt() {
        server.on("/robots.txt", FaultServer.ok("text/plain", "User-agent: *\nDisallow: /"))
                .on("/", html("<link rel=alternate type=application/rss+xml href=/feed>", ""))
                .on("/feed", rss("Sample Wire", "http://a.test/1"));
        assertTrue(reason("http://a.test/").contains("robots.txt"));
        assertEquals(List.of(), server.requests("/"));
        assertEquals(List.of(), server.requests("/feed"));
        assertEquals(1, feeds("http://a.test/feed").size());
    }

    @Test
    void whatIsAnnouncedButIsNoFeedIsLeftOut() {
        server.on("/", html("<link rel=alternate type=application/rss+xml href=/broken>", ""))
                .on("/broken", html("", "an error page"))
                .on("/rss", FaultServer.silence());
        server.on("/rss", FaultServer.status("500 Oops"));
        assertTrue(reason("http://a.test/").contains("leads to none"));
    }

    @Test
    void aServerThatRefusesAndAnAddressThatIsPrivateSayWhy() {
        server.on("/", FaultServer.status("403 Forbidden"));
        assertTrue(reason("http://a.test/").contains("refuse")
                || reason("http://a.test/").contains("403"));
        try (FaultServer canary = new FaultServer()) {
            server.on(
                    "page.test/",
                    html(
                            "<link rel=alternate type=application/rss+xml href='http://127.0.0.1:" + canary.port()
                                    + "/feed'>",
                            "<a href='http://[::1]:" + canary.port() + "/feed'>RSS</a>"));
            reason("http://page.test/");
            reason("http://127.0.0.1:" + canary.port() + "/");
            assertEquals(List.of(), canary.log());
        }
        assertTrue(reason("ftp://a.test/").length() > 10);
        assertTrue(reason("").length() > 10);
    }

    @Test
    void aHostilePageIsReadInBoundedTime() {
        server.on("/", html("", "<div>".repeat(100_000) + "<a href=/x.rss>".repeat(20_000)))
                .on("/x.rss", rss("Deep", "http://a.test/1"));
        assertEquals("http://a.test/x.rss", feeds("http://a.test/").getFirst().url());
    }
}
