package dealscope.crawler;

import static dealscope.crawler.CrawlFixture.DAY;
import static dealscope.crawler.CrawlFixture.ENTRIES;
import static dealscope.crawler.CrawlFixture.FEED;
import static dealscope.crawler.CrawlFixture.RSS;
import static dealscope.crawler.CrawlFixture.item;
import static dealscope.crawler.CrawlFixture.page;
import static dealscope.crawler.CrawlFixture.rss;
import static dealscope.fetch.FaultServer.answer;
import static dealscope.fetch.FaultServer.conditional;
import static dealscope.fetch.FaultServer.ok;
import static dealscope.fetch.FaultServer.redirect;
import static dealscope.fetch.FaultServer.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.fetch.FaultServer.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a well-behaved reader takes refusals and moves, and several feeds on one host, as the server sees it. */
@Timeout(60)
class ReaderMannersTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @AutoClose
    private final CrawlFixture crawl = new CrawlFixture();

    private Duration untilNext(FeedState feed) {
        return Duration.between(crawl.instant(), crawl.state(feed).history().nextCheck());
    }

    private static void between(Duration least, Duration most, Duration pause) {
        assertTrue(pause.compareTo(least) >= 0 && pause.compareTo(most) <= 0, pause.toString());
    }

    // -- refusals

    @ParameterizedTest
    @CsvSource({"429 Slow, false", "429 Slow, true", "503 Out, false", "503 Out, true"})
    void retryAfterHoldsTheWholeHostAlsoAfterARestart(String statusLine, boolean asDate) {
        Instant until = crawl.instant().plus(HOUR);
        String value = asDate ? DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atOffset(ZoneOffset.UTC)) : "3600";
        crawl.server
                .on("a.test/slow", status(statusLine, "Retry-After: " + value))
                .on("/feed", ok(RSS, ENTRIES));
        crawl.server.on("/1", ok("text/html", page("One", "Text.")));
        FeedState slow = crawl.follow("http://a.test/slow");
        crawl.refresh();
        FeedState other = crawl.follow(FEED);
        crawl.follow("http://b.test/feed");
        crawl.restart();
        for (int tenMinutes = 0; tenMinutes < 5; tenMinutes++) {
            crawl.refreshAll();
            crawl.pass(Duration.ofMinutes(10));
        }
        assertEquals(
                List.of("/slow"),
                crawl.server.log().stream()
                        .filter(seen -> seen.host().equals("a.test"))
                        .map(Seen::path)
                        .toList(),
                "not even robots.txt");
        assertEquals(5, crawl.asked("b.test/feed"), "others are asked as wished");
        FeedHistory held = crawl.state(other).history();
        assertEquals(0, held.failures(), "waiting is no failure");
        assertEquals(until, held.nextCheck());
        assertTrue(held.reason().contains("a.test"), held.reason());
        assertFalse(crawl.state(slow).history().nextCheck().isBefore(until));
        crawl.pass(Duration.ofMinutes(10));
        crawl.server.on("a.test/slow", ok(RSS, ENTRIES));
        crawl.refresh();
        assertEquals(1, crawl.asked("a.test/feed"));
        assertEquals(1, crawl.store.articles().size());
    }

    @Test
    void aRedirectToAHostThatPausesIsAFailureOfTheFeedThatWasAsked() {
        crawl.server.on("b.test/slow", status("429 Slow", "Retry-After: 600"));
        crawl.follow("http://b.test/slow");
        crawl.refresh();
        crawl.server.on("/feed", redirect(302, "http://b.test/feed"));
        FeedState feed = crawl.follow(FEED);
        crawl.refresh();
        assertEquals(1, crawl.state(feed).history().failures());
        between(HOUR, HOUR.multipliedBy(2), untilNext(feed));
        assertEquals(0, crawl.asked("b.test/feed"));
    }

    @Test
    void aPauseHoldsForBothSchemesOfAHost() {
        crawl.server.on("/slow", status("429 Slow", "Retry-After: 3600"));
        crawl.follow("http://a.test/slow");
        crawl.refresh();
        FeedState secure = crawl.follow("https://a.test/feed");
        crawl.refresh();
        assertEquals(0, crawl.state(secure).history().failures());
        assertEquals(1, crawl.server.log().size());
    }

    @Test
    void tooManyRequestsWithoutATimeMeansFourHours() {
        crawl.server.on("/feed", status("429 Slow"));
        FeedState feed = crawl.follow(FEED);
        crawl.refresh();
        between(HOUR.multipliedBy(4), HOUR.multipliedBy(5), untilNext(feed));
        crawl.live(Duration.ofMinutes(230), Duration.ofMinutes(10));
        assertEquals(1, crawl.asked("/feed"));
    }

    @Test
    void aRefusalMeansFourHoursAndMoreEachTime() {
        crawl.server.on("/feed", status("403 Forbidden"));
        FeedState feed = crawl.follow(FEED);
        crawl.live(Duration.ofDays(3), Duration.ofMinutes(30));
        assertTrue(crawl.asked("/feed") <= 9, crawl.asked("/feed") + " requests in three days");
        FeedHistory history = crawl.state(feed).history();
        assertTrue(history.reason().contains("403"), history.reason());
        assertTrue(crawl.state(feed).options().enabled());
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "403 Forbidden", "429 Slow", "503 Out"})
    void aBotChallengeIsNamedUnderAnyStatus(String statusLine) {
        byte[] body = "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>"
                .getBytes(StandardCharsets.UTF_8);
        crawl.server.on("/feed", answer(statusLine, "text/html", body, "ETag: \"guard\""));
        FeedState feed = crawl.follow(FEED);
        crawl.refresh();
        assertEquals(Outcome.CHALLENGE, crawl.store.lastVisit(feed.id()).outcome());
        assertTrue(crawl.state(feed).history().reason().contains("human"));
        assertNull(crawl.state(feed).validators().etag());
        between(HOUR.multipliedBy(4), HOUR.multipliedBy(5), untilNext(feed));
    }

    @ParameterizedTest
    @CsvSource({"500 Broken, PT1H", "502 Down, PT1H", "404 No, PT1H", "401 Login, PT1H"})
    void errorsMakeTheWaitGrowAndTheFeedStays(String statusLine, Duration first) {
        crawl.server.on("/feed", status(statusLine));
        FeedState feed = crawl.follow(FEED);
        Duration least = first;
        for (int failures = 1; failures <= 8; failures++) {
            crawl.refresh();
            assertEquals(failures, crawl.state(feed).history().failures());
            Duration most = least.multipliedBy(11).dividedBy(10);
            between(least, most.compareTo(DAY) > 0 ? DAY : most, untilNext(feed));
            least = least.multipliedBy(2).compareTo(DAY) > 0 ? DAY : least.multipliedBy(2);
            crawl.pass(untilNext(feed));
        }
        assertTrue(crawl.state(feed).options().enabled());
        assertNotNull(crawl.state(feed).history().reason());
        assertEquals(8, crawl.asked("/feed"));
    }

    @Test
    void goneIsForEver() {
        crawl.server.on("/feed", status("410 Gone"));
        FeedState feed = crawl.follow(FEED);
        crawl.refresh();
        FeedState after = crawl.state(feed);
        assertFalse(after.options().enabled());
        assertTrue(after.options().note().contains("410"), after.options().note());
        crawl.pass(Duration.ofDays(30));
        crawl.refreshAll();
        assertEquals(1, crawl.asked("/feed"));
    }

    // -- moves

    @ParameterizedTest
    @ValueSource(ints = {301, 308})
    void aFeedMovesAfterRepeatedPermanentRedirects(int status) {
        crawl.server.on("/old", ok(RSS, ENTRIES, "ETag: \"of A\""));
        FeedState feed = crawl.follow("http://a.test/old");
        crawl.refresh();
        crawl.pass(DAY);
        crawl.server
                .on("/old", redirect(status, "http://b.test/new"))
                .on("/new", conditional(RSS, ENTRIES, "\"of B\"", "Mon"));
        for (int i = 1; i < NextState.VISITS_TO_MOVE; i++) {
            crawl.refresh();
            assertEquals("http://a.test/old", crawl.state(feed).url());
            crawl.pass(DAY);
            crawl.restart();
        }
        crawl.refresh();
        assertEquals("http://b.test/new", crawl.state(feed).url());
        crawl.pass(DAY);
        crawl.refresh();
        assertEquals(1 + NextState.VISITS_TO_MOVE, crawl.asked("/old"));
        List<String> atB = crawl.server.requests("/new").stream()
                .map(seen -> String.valueOf(seen.headers().get("if-none-match")))
                .distinct()
                .toList();
        assertEquals(List.of("null", "\"of B\""), atB, "each address sees its own validators only");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void aTemporaryRedirectNeverMovesAFeed(int status) {
        crawl.server.on("/old", redirect(status, "http://b.test/new")).on("/new", ok(RSS, ENTRIES, "ETag: \"1\""));
        FeedState feed = crawl.follow("http://a.test/old");
        for (int i = 0; i < 2 * NextState.VISITS_TO_MOVE; i++) {
            crawl.refresh();
            crawl.pass(DAY);
        }
        assertEquals("http://a.test/old", crawl.state(feed).url());
        assertNull(crawl.state(feed).history().reason());
    }

    @Test
    void answersThatDisagreeDoNotMoveAFeed() {
        crawl.server.on("/new", ok(RSS, ENTRIES, "ETag: \"1\"")).on("/newer", ok(RSS, ENTRIES, "ETag: \"1\""));
        FeedState feed = crawl.follow("http://a.test/old");
        for (int i = 0; i < 3 * NextState.VISITS_TO_MOVE; i++) {
            boolean wavers = i % NextState.VISITS_TO_MOVE == NextState.VISITS_TO_MOVE - 1;
            crawl.server.on("/old", redirect(301, wavers ? "/newer" : "/new"));
            crawl.refresh();
            crawl.pass(DAY);
        }
        assertEquals("http://a.test/old", crawl.state(feed).url());
    }

    @Test
    void aFeedDoesNotMoveToTheAddressOfAnother() {
        crawl.server.on("/old", redirect(308, "http://b.test/new")).on("/new", ok(RSS, rss("T"), "ETag: \"1\""));
        FeedState feed = crawl.follow("http://a.test/old");
        crawl.follow("http://b.test/new");
        for (int i = 0; i < 2 * NextState.VISITS_TO_MOVE; i++) {
            crawl.refresh();
            crawl.pass(DAY);
        }
        assertEquals("http://a.test/old", crawl.state(feed).url());
    }

    // -- one host, one entry

    @Test
    void feedsOfOneHostComeOneAfterAnotherWithADelay() {
        Duration delay = Duration.ofMillis(80);
        crawl.routed = false;
        crawl.fetchSettings = crawl.fetchSettings.withHostDelay(delay);
        crawl.server.on("*", ok(RSS, rss("T")));
        for (int i = 0; i < 4; i++) {
            crawl.follow("http://a.test:" + crawl.server.port() + "/feed" + i + "?a=b%20c&d");
            crawl.follow("http://b.test:" + crawl.server.port() + "/feed" + i);
        }
        crawl.refresh();
        for (String host : List.of("a.test", "b.test")) {
            assertEquals(1, crawl.server.mostAtOnce(host));
            List<Seen> seen = crawl.server.log().stream()
                    .filter(each -> each.host().equals(host))
                    .toList();
            assertEquals(4, seen.size());
            for (int i = 1; i < 4; i++) {
                long pause = seen.get(i).at() - seen.get(i - 1).at();
                assertTrue(pause >= delay.toNanos(), pause / 1_000_000 + " ms");
            }
        }
        assertEquals(1, crawl.server.requests("a.test/feed0?a=b%20c&d").size(), "sent unchanged");
    }

    @Test
    void aRequestSaysWhoAsksAndNothingElse() {
        crawl.server
                .on("/feed", redirect(302, "/there"))
                .on("/there", ok(RSS, ENTRIES, "Set-Cookie: a=b; Path=/", "ETag: \"1\""));
        crawl.follow(FEED);
        crawl.refresh();
        crawl.pass(DAY);
        crawl.refresh();
        for (Seen seen : crawl.server.log()) {
            Map<String, String> headers = seen.headers();
            assertFalse(headers.containsKey("cookie"), seen.path());
            assertFalse(headers.containsKey("referer"), seen.path());
            assertTrue(headers.get("user-agent").matches("DealscopeBot/[\\d.]+ \\(\\+https?://\\S+\\)"));
        }
        String accept = crawl.server.requests("/feed").getFirst().headers().get("accept");
        assertTrue(accept.contains("application/atom+xml") && accept.contains("application/rss+xml"), accept);
    }

    @Test
    void entriesInAnotherOrderUnderNewIdsOrWithNewTextAreNotDoubled() {
        String one = item("1", "One", "http://a.test/1", "d");
        String two = item("2", "Two", "http://a.test/2", "d");
        crawl.server.on("/feed", ok(RSS, rss("T", one, two, one), "ETag: \"1\""));
        FeedState feed = crawl.follow(FEED);
        crawl.refresh();
        assertEquals(2, crawl.store.lastVisit(feed.id()).fresh());
        String[][] later = {
            {two, one},
            {item("new id", "One", "http://a.test/1", "d"), two},
            {item("1", "One, corrected", "http://a.test/1", "other text"), two}
        };
        for (String[] items : later) {
            crawl.server.on("/feed", ok(RSS, rss("T", items), "ETag: \"2\""));
            crawl.pass(DAY);
            crawl.refresh();
            assertEquals(2, crawl.store.articles().size());
        }
    }
}
