package dealscope.web.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dealscope.crawler.FeedHistory;
import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.crawler.Pace;
import dealscope.store.FeedStats;
import dealscope.web.feed.FeedSelection.Show;
import dealscope.web.feed.FeedSelection.Sort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedHealthTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    /** Days since the newest entry, the feed's rhythm in days (0: unknown), and what is said. */
    @ParameterizedTest
    @CsvSource({
        "3, 0, ''",
        "13, 0, ''",
        "15, 0, silent for 15 days",
        "4, 1, ''",
        "5, 1, silent for 5 days",
        "6, 0.1, silent for 6 days",
        "20, 7, ''",
        "29, 7, silent for 29 days",
        "110, 30, ''",
        "121, 365, silent for 121 days",
    })
    void aFeedIsSilentWhenItIsMuchLongerQuietThanUsual(double quiet, double rhythm, String words) {
        Duration own = rhythm == 0 ? null : hours(rhythm);
        assertEquals(
                words, health("a", FeedOptions.DEFAULT, 0, hours(quiet), own).silence());
    }

    @Test
    void aPausedFeedIsNeverSilentAndHasNoNextCheck() {
        FeedHealth paused = health("a", FeedOptions.of(false, "asks robots to stay away"), 3, hours(90), null);
        assertEquals("", paused.silence());
        assertEquals("", paused.next(NOW));
        assertEquals("Paused: asks robots to stay away", paused.words());
    }

    @Test
    void theReasonIsToldWithTheNumberOfFailures() {
        assertEquals(
                "The server answered 500 (3 times in a row)",
                health("a", FeedOptions.DEFAULT, 3, null, null).words());
    }

    @Test
    void theScheduleIsToldInWords() {
        FeedOptions options = FeedOptions.DEFAULT;
        assertEquals("adaptive", health("a", options, 0, null, null).scheduleWords());
        assertEquals(
                "every 90 min",
                health("a", options.withSchedule(Duration.ofMinutes(90), null), 0, null, null)
                        .scheduleWords());
        assertEquals(
                "cron 0 7 * * *",
                health("a", options.withSchedule(null, "0 7 * * *"), 0, null, null)
                        .scheduleWords());
    }

    @Test
    void feedsInTroubleComeFirstThenTheSilentOnesThenTheOthersByTitle() {
        List<FeedHealth> feeds = List.of(
                health("b", FeedOptions.DEFAULT, 0, hours(1), null),
                health("A", FeedOptions.DEFAULT, 0, hours(1), null),
                health("off", FeedOptions.of(false, null), 9, hours(1), null),
                health("quiet", FeedOptions.DEFAULT, 0, hours(40), null),
                health("broken", FeedOptions.DEFAULT, 1, hours(1), null));
        assertEquals(List.of("broken", "quiet", "A", "b", "off"), titles(FeedSelection.ALL.of(feeds)));
        assertEquals(List.of("quiet"), titles(new FeedSelection("", Show.SILENT, "", Sort.NAME, false).of(feeds)));
        assertEquals(
                List.of("broken"), titles(new FeedSelection("ANSWERED 500", Show.ALL, "", Sort.NAME, false).of(feeds)));
        assertEquals(
                List.of("quiet", "off", "broken", "b", "A"),
                titles(new FeedSelection("", Show.ALL, "", Sort.NAME, true).of(feeds)));
    }

    private static List<String> titles(List<FeedHealth> feeds) {
        return feeds.stream().map(feed -> feed.feed().title()).toList();
    }

    private static Duration hours(double days) {
        return Duration.ofHours((long) (days * 24));
    }

    private static FeedHealth health(String title, FeedOptions options, int failures, Duration quiet, Duration rhythm) {
        FeedHistory history = new FeedHistory(
                NOW.plusSeconds(600),
                NOW,
                NOW,
                quiet == null ? null : NOW.minus(quiet),
                failures,
                failures > 0 ? "The server answered 500" : null,
                Pace.UNKNOWN);
        FeedState feed = FeedState.unvisited(
                        title, "https://" + title + ".example/feed", title, null, NOW, false, options)
                .withHistory(history);
        return FeedHealth.of(feed, new FeedStats(title, 0, 0, 0, 0, 0, 0, 0, 0, 0, rhythm), NOW);
    }
}
