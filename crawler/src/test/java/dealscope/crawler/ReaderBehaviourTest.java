package dealscope.crawler;

import static dealscope.crawler.CrawlFixture.DAY;
import static dealscope.crawler.CrawlFixture.ENTRIES;
import static dealscope.crawler.CrawlFixture.FEED;
import static dealscope.crawler.CrawlFixture.RSS;
import static dealscope.crawler.CrawlFixture.item;
import static dealscope.crawler.CrawlFixture.rss;
import static dealscope.fetch.FaultServer.conditional;
import static dealscope.fetch.FaultServer.ok;
import static dealscope.fetch.FaultServer.raw;
import static dealscope.fetch.FaultServer.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.fetch.FaultServer.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a well-behaved reader asks, and when, as the server sees it: validators and the pace. */
@Timeout(60)
class ReaderBehaviourTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @AutoClose
    private final CrawlFixture crawl = new CrawlFixture();

    /** Refreshes once, a day after the last time. */
    private void nextDay() {
        crawl.pass(DAY);
        crawl.refresh();
    }

    private List<Seen> requests() {
        return crawl.server.requests("/feed");
    }

    private String lastHeader(String name) {
        return requests().getLast().headers().get(name);
    }

    private List<String> headers(String name) {
        List<String> values = new ArrayList<>();
        requests().forEach(seen -> values.add(seen.headers().get(name)));
        return values;
    }

    /** Hours until the second request, when somebody looks every minute. */
    private Duration pause() {
        Instant first = crawl.instant();
        crawl.refresh();
        int before = requests().size();
        while (requests().size() == before && crawl.instant().isBefore(first.plus(Duration.ofHours(60)))) {
            crawl.pass(MINUTE);
            crawl.refresh();
        }
        return Duration.between(first, crawl.instant());
    }

    private static void between(Duration least, Duration most, Duration pause) {
        assertTrue(pause.compareTo(least) >= 0 && pause.compareTo(most) <= 0, pause.toString());
    }

    // -- validators

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "abc", "\"a b, c\"", "\"\"", "w/\"x\\\"y\""})
    void theEtagGoesBackByteForByte(String etag) {
        crawl.server.on(
                "/feed",
                raw("HTTP/1.1 200 OK\r\nContent-Type: " + RSS + "\r\nETag: " + etag + "\r\nContent-Length: "
                        + ENTRIES.length() + "\r\n\r\n" + ENTRIES));
        crawl.follow(FEED);
        crawl.refresh();
        nextDay();
        assertEquals(Arrays.asList(null, etag), headers("if-none-match"));
        assertEquals(Arrays.asList(null, null), headers("if-modified-since"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 01 Mar 2026 10:00:00 GMT",
                "2026-03-01 10:00",
                "yesterday evening",
                "Sun, 1 Mar 26 9:00 +0100"
            })
    void theDateGoesBackInTheBytesItCameIn(String date) {
        crawl.server.on("/feed", ok(RSS, ENTRIES, "Last-Modified: " + date));
        crawl.follow(FEED);
        crawl.refresh();
        nextDay();
        assertEquals(Arrays.asList(null, date), headers("if-modified-since"));
        assertEquals(Arrays.asList(null, null), headers("if-none-match"));
    }

    @Test
    void bothValidatorsGoBackTogether() {
        crawl.server.on("/feed", conditional(RSS, ENTRIES, "W/\"abc\"", "yesterday"));
        FeedState feed = crawl.follow(FEED);
        crawl.refresh();
        nextDay();
        assertEquals("W/\"abc\"", lastHeader("if-none-match"));
        assertEquals("yesterday", lastHeader("if-modified-since"));
        assertEquals(Outcome.NOT_MODIFIED, crawl.store.lastVisit(feed.id()).outcome());
    }

    @Test
    void withoutValidatorsNoneIsInventedAndTheFeedIsAskedOnceADay() {
        crawl.server.on("/feed", ok(RSS, ENTRIES));
        crawl.follow(FEED);
        between(DAY, DAY, pause());
        assertEquals(Arrays.asList(null, null), headers("if-none-match"));
        assertEquals(Arrays.asList(null, null), headers("if-modified-since"));
    }

    @Test
    void aNewEtagIsStoredThoughTheDateStayed() {
        crawl.server.on("/feed", ok(RSS, ENTRIES, "ETag: \"1\"", "Last-Modified: Mon"));
        crawl.follow(FEED);
        crawl.refresh();
        crawl.server.on("/feed", ok(RSS, rss("U"), "ETag: \"2\"", "Last-Modified: Mon"));
        nextDay();
        nextDay();
        assertEquals(Arrays.asList(null, "\"1\"", "\"2\""), headers("if-none-match"));
    }

    @Test
    void theSameBytesAreNotReadAgainButTheirNewValidatorsCount() {
        AtomicInteger parsed = new AtomicInteger();
        crawl.parser = page -> {
            parsed.incrementAndGet();
            return crawl.parse(page);
        };
        crawl.server.on("/feed", ok(RSS, ENTRIES, "ETag: \"1\"", "Last-Modified: Mon"));
        FeedState feed = crawl.follow(FEED);
        crawl.refresh();
        crawl.server.on("/feed", ok(RSS, ENTRIES, "ETag: \"2\"", "Last-Modified: Tue"));
        nextDay();
        nextDay();
        assertEquals(1, parsed.get());
        assertEquals("\"2\"", lastHeader("if-none-match"));
        assertEquals("Tue", lastHeader("if-modified-since"));
        assertEquals(Outcome.OK, crawl.store.lastVisit(feed.id()).outcome());
    }

    @Test
    void notModifiedBringsNewValidatorsClearsTheErrorsAndTouchesNoEntry() {
        crawl.server.on("/feed", ok(RSS, ENTRIES, "ETag: \"1\""));
        FeedState feed = crawl.follow(FEED);
        crawl.refresh();
        crawl.server.on("/feed", status("500 Broken"));
        nextDay();
        assertEquals(1, crawl.state(feed).history().failures());
        var before = crawl.store.articles();
        crawl.server.on(
                "/feed", raw("HTTP/1.1 304 Same\r\nETag: \"2\"\r\nLast-Modified: Tue\r\nConnection: close\r\n\r\n"));
        nextDay();
        FeedHistory after = crawl.state(feed).history();
        assertEquals(0, after.failures());
        assertNull(after.reason());
        assertEquals(crawl.instant(), after.lastSuccess());
        assertEquals(before, crawl.store.articles());
        nextDay();
        assertEquals("\"2\"", lastHeader("if-none-match"));
        assertEquals("Tue", lastHeader("if-modified-since"));
    }

    @Test
    void notModifiedWithoutACopyIsAnErrorAndWipesNothing() {
        crawl.server.on("/feed", ok(RSS, ENTRIES));
        FeedState feed = crawl.follow(FEED);
        crawl.refresh();
        crawl.server.on("/feed", raw("HTTP/1.1 304 Same\r\nETag: \"x\"\r\nConnection: close\r\n\r\n"));
        nextDay();
        assertEquals(Outcome.HTTP_ERROR, crawl.store.lastVisit(feed.id()).outcome());
        assertEquals(1, crawl.store.articles().size());
        nextDay();
        assertNull(lastHeader("if-none-match"), "its validators are not believed");
    }

    @Test
    void validatorsThatAreNoLongerSentAreDropped() {
        crawl.server.on("/feed", ok(RSS, ENTRIES, "ETag: \"1\"", "Last-Modified: Mon"));
        crawl.follow(FEED);
        crawl.refresh();
        crawl.server.on("/feed", ok(RSS, rss("U")));
        nextDay();
        nextDay();
        assertEquals(Arrays.asList(null, "\"1\"", null), headers("if-none-match"));
        assertEquals(Arrays.asList(null, "Mon", null), headers("if-modified-since"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 Broken", "html", "cut", "nonsense", "empty"})
    void anAnswerThatCannotBeReadKeepsTheOldValidators(String fault) {
        crawl.server.on("/feed", ok(RSS, ENTRIES, "ETag: \"1\""));
        FeedState feed = crawl.follow(FEED);
        crawl.refresh();
        String etag = "ETag: \"broken\"";
        crawl.server.on(
                "/feed",
                switch (fault) {
                    case "html" -> ok("text/html", "<!DOCTYPE html><html><p>Sorry</p></html>", etag);
                    case "cut" ->
                        ok(
                                RSS,
                                rss("T", item("2", "Two", "http://a.test/2", "d"))
                                        .substring(0, 160),
                                etag);
                    case "nonsense" -> ok(RSS, "\u0000\u0001 is this XML?", etag);
                    case "empty" -> ok(RSS, "", etag);
                    default -> status(fault, etag);
                });
        nextDay();
        crawl.server.on(
                "/feed", conditional(RSS, rss("T", item("3", "Three", "http://a.test/3", "d")), "\"broken\"", "x"));
        nextDay();
        assertEquals(Arrays.asList(null, "\"1\"", "\"1\""), headers("if-none-match"));
        assertTrue(crawl.store.articles().stream()
                .anyMatch(article -> article.title().equals("Three")));
        assertNull(crawl.state(feed).history().reason());
    }

    @Test
    void thereIsOneUnconditionalRequestAlsoAfterRestarts() {
        crawl.server.on("/feed", conditional(RSS, ENTRIES, "\"1\"", "Mon"));
        crawl.follow(FEED);
        for (int day = 0; day < 5; day++) {
            nextDay();
            crawl.restart();
        }
        assertEquals(Arrays.asList(null, "\"1\"", "\"1\"", "\"1\"", "\"1\""), headers("if-none-match"));
    }

    // -- the pace

    @ParameterizedTest
    @ValueSource(strings = {"200", "403", "500"})
    void refreshingAllTwiceAsksOnceAlsoAfterARestart(String answer) {
        crawl.server.on("/feed", answer.equals("200") ? ok(RSS, ENTRIES, "ETag: \"1\"") : status(answer + " No"));
        crawl.follow(FEED);
        crawl.refreshAll();
        crawl.refreshAll();
        crawl.restart();
        crawl.pass(Duration.ofMinutes(9));
        crawl.refreshAll();
        assertEquals(1, requests().size());
        crawl.pass(MINUTE);
        crawl.refreshAll();
        assertEquals(2, requests().size());
    }

    @Test
    void aRestartDoesNotMakeAFeedDue() {
        crawl.server.on("/feed", conditional(RSS, ENTRIES, "\"1\"", "Mon"));
        FeedState feed = crawl.follow(FEED);
        crawl.refresh();
        Instant next = crawl.state(feed).history().nextCheck();
        crawl.restart();
        crawl.pass(Duration.ofMinutes(59));
        crawl.refresh();
        assertEquals(1, requests().size());
        assertEquals(next, crawl.state(feed).history().nextCheck());
    }

    @Test
    void betweenTwoPollsOfAFeedThereIsAnHourAtLeast() {
        crawl.server.on("/feed", conditional(RSS, ENTRIES, "\"1\"", "Mon"));
        crawl.follow(FEED);
        between(Duration.ofMinutes(60), Duration.ofMinutes(121), pause());
        between(Duration.ofMinutes(60), Duration.ofMinutes(67), pause());
    }

    @Test
    void aPageThatWaitsDoesNotMakeItsFeedDue() {
        crawl.server.on("/feed", conditional(RSS, ENTRIES, "\"1\"", "Mon"));
        crawl.server.on("/1", status("503 Out"));
        FeedState feed = crawl.follow(FEED);
        crawl.refresh();
        for (int i = 0; i < 4; i++) {
            crawl.pass(Duration.ofMinutes(12));
            crawl.crawler().refresh(List.of(crawl.state(feed)), Listener.NONE);
        }
        assertEquals(1, requests().size());
        assertEquals(3, crawl.server.requests("/1").size());
    }

    @ParameterizedTest
    @CsvSource({
        "max-age=43200, PT12H",
        "'public, max-age=\"7200\"', PT2H",
        "max-age=999999999999, PT24H",
        "max-age=60, PT1H"
    })
    void maxAgeIsHonouredUpToADay(String cacheControl, Duration expected) {
        crawl.server.on("/feed", ok(RSS, ENTRIES, "ETag: \"1\"", "Cache-Control: " + cacheControl));
        crawl.follow(FEED);
        between(expected, DAY, pause());
        between(expected, expected.multipliedBy(11).dividedBy(10).plus(MINUTE), pause());
    }

    @Test
    void maxAgeHoldsWhileTheServerSaysNotModifiedWithoutIt() {
        crawl.server.on("/feed", ok(RSS, ENTRIES, "ETag: \"1\"", "Cache-Control: max-age=18000"));
        crawl.follow(FEED);
        crawl.refresh();
        crawl.server.on("/feed", raw("HTTP/1.1 304 Same\r\nConnection: close\r\n\r\n"));
        between(Duration.ofHours(5), Duration.ofHours(11), pause());
        between(Duration.ofHours(5), Duration.ofHours(6), pause());
    }

    @ParameterizedTest
    @CsvSource({"PT6H, PT6H", "P365D, PT24H", "PT-6H, PT1H"})
    void expiresIsHonouredUpToADay(Duration ahead, Duration expected) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                CrawlFixture.START.plus(ahead).atOffset(ZoneOffset.UTC));
        crawl.server.on("/feed", ok(RSS, ENTRIES, "ETag: \"1\"", "Expires: " + date));
        crawl.follow(FEED);
        between(expected, DAY, pause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "never"})
    void anExpiryThatIsNoDateSaysNothing(String expires) {
        crawl.server.on("/feed", ok(RSS, ENTRIES, "ETag: \"1\"", "Expires: " + expires));
        crawl.follow(FEED);
        between(Duration.ofMinutes(60), Duration.ofMinutes(121), pause());
    }

    @ParameterizedTest
    @CsvSource({
        "<ttl>300</ttl>, PT5H",
        "<ttl>5</ttl>, PT1H",
        "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>, PT1H",
        "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>, PT12H",
        "<sy:updatePeriod>weekly</sy:updatePeriod>, PT24H",
        "<skipHours><hour>13</hour><hour>14</hour><hour>15</hour></skipHours>, PT4H",
        "<skipDays><day>Sunday</day></skipDays>, PT12H"
    })
    void whatTheFeedItselfAsksForRaisesTheInterval(String wish, Duration expected) {
        String feed =
                "<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><title>T</title>"
                        + wish + "</channel></rss>";
        crawl.server.on("/feed", ok(RSS, feed, "ETag: \"1\""));
        crawl.follow(FEED);
        between(expected, DAY, pause());
    }

    @Test
    void noRequestFallsIntoHoursAndDaysThatAreToBeLeftOut() {
        String feed =
                "<rss version='2.0'><channel><title>T</title><skipHours><hour>0</hour><hour>1</hour><hour>2</hour>"
                        + "</skipHours><skipDays><day>Tuesday</day></skipDays></channel></rss>";
        crawl.server.on("/feed", conditional(RSS, feed, "\"1\"", "Mon"));
        FeedState state = crawl.follow(FEED);
        crawl.refresh();
        int asked = 1;
        for (int minute = 0; minute < 3 * 24 * 60; minute++) {
            crawl.pass(MINUTE);
            crawl.refresh();
            if (requests().size() > asked) {
                asked = requests().size();
                var at = crawl.instant().atOffset(ZoneOffset.UTC);
                assertTrue(at.minus(MINUTE).getHour() > 2, at.toString());
                assertFalse(at.minus(MINUTE).getDayOfWeek().name().equals("TUESDAY"), at.toString());
            }
        }
        assertTrue(asked > 20, asked + " requests");
        assertNotNull(crawl.state(state).history().lastSuccess());
    }

    @Test
    void theUsersIntervalGoesBeforeThePublishersWishes() {
        crawl.server.on("/feed", ok(RSS, ENTRIES, "ETag: \"1\"", "Cache-Control: max-age=43200"));
        FeedState feed = crawl.follow(FEED);
        crawl.store.put(feed.withOptions(FeedOptions.DEFAULT.withSchedule(Duration.ofMinutes(20), null)));
        between(Duration.ofMinutes(20), Duration.ofMinutes(20), pause());
    }
}
