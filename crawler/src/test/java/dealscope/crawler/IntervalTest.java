package dealscope.crawler;

import static dealscope.crawler.Interval.DEFAULT;
import static dealscope.crawler.Interval.MAXIMUM;
import static dealscope.crawler.Interval.MINIMUM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.crawler.Interval.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IntervalTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Wishes NONE = new Wishes(null, null, true);

    /** No chance: always the least. */
    private final Interval interval = new Interval((RandomGenerator) () -> 0L);

    private static List<Instant> every(Duration gap) {
        return Stream.iterate(NOW.minus(gap), instant -> instant.minus(gap))
                .limit(40)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"PT5M, PT1H", "PT1H, PT1H", "PT12H, PT2H", "P1D, PT4H", "P7D, PT24H", "P400D, PT24H"})
    void theFeedsOwnRhythmDecides(Duration gap, Duration expected) {
        assertEquals(expected, interval.afterDocument(every(gap), NOW, NONE));
    }

    @Test
    void withoutDatesItIsTheDefault() {
        assertEquals(DEFAULT, interval.afterDocument(List.of(), NOW, NONE));
        assertEquals(DEFAULT, interval.afterDocument(List.of(NOW.plusSeconds(99), Instant.MAX), NOW, NONE));
        assertEquals(DEFAULT, interval.afterDocument(List.of(NOW, NOW, NOW), NOW, NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "PT12H, , PT12H",
        "PT30M, , PT30M",
        "PT1M, , PT10M",
        "P30D, , PT24H",
        ", PT12H, PT12H",
        ", PT1M, PT1H",
        ", P365D, PT24H",
        "PT2H, PT5H, PT5H",
        "PT0S, PT0S, PT10M",
        "PT-5H, , PT10M"
    })
    void thePublishersWishesAreHonouredWithinBounds(Duration ttl, Duration freshFor, Duration expected) {
        var wishes = new Wishes(ttl, freshFor, true);
        assertEquals(expected, interval.afterDocument(every(Duration.ofMinutes(5)), NOW, wishes));
    }

    @Test
    void aServerThatNeverSaysNotModifiedIsAskedOnceADay() {
        var silent = new Wishes(null, null, false);
        assertEquals(MAXIMUM, interval.afterDocument(every(Duration.ofMinutes(5)), NOW, silent));
        var outspoken = new Wishes(Duration.ofHours(1), null, false);
        assertEquals(DEFAULT, interval.afterDocument(every(Duration.ofMinutes(5)), NOW, outspoken));
    }

    @Test
    void notModifiedKeepsThePace() {
        assertEquals(Duration.ofHours(3), interval.afterUnchanged(Duration.ofHours(3), NONE));
        assertEquals(DEFAULT, interval.afterUnchanged(null, NONE));
        assertEquals(DEFAULT, interval.afterUnchanged(Duration.ofSeconds(-5), NONE));
        var fresh = new Wishes(null, Duration.ofHours(12), true);
        assertEquals(Duration.ofHours(12), interval.afterUnchanged(Duration.ofHours(3), fresh));
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_ERROR, 1, , PT1H",
        "HTTP_ERROR, 2, , PT2H",
        "HTTP_ERROR, 5, , PT16H",
        "HTTP_ERROR, 6, , PT24H",
        "HTTP_ERROR, 1000000, , PT24H",
        "NO_CONNECTION, 1, , PT10M",
        "NO_SUCH_HOST, 4, , PT1H20M",
        "FORBIDDEN, 1, , PT4H",
        "FORBIDDEN, 4, , PT8H",
        "CHALLENGE, 1, , PT4H",
        "RATE_LIMITED, 1, , PT4H",
        "RATE_LIMITED, 1, PT30M, PT1H",
        "RATE_LIMITED, 1, PT6H, PT6H",
        "HTTP_ERROR, 1, PT2H, PT2H",
        "RATE_LIMITED, 1, P9D, PT24H",
        "TIMEOUT, 3, , PT4H",
        "PRIVATE_ADDRESS, 1, , PT24H"
    })
    void failuresMakeItWait(Outcome outcome, int failures, Duration retryAfter, Duration expected) {
        assertEquals(
                expected, interval.afterFailure(outcome, failures, retryAfter).orElseThrow());
    }

    @Test
    void whatIsGoneIsNeverAskedAgain() {
        assertTrue(interval.afterFailure(Outcome.GONE, 1, null).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void chanceStaysWithinBounds(Outcome outcome) {
        var random = new Interval(new Random(1));
        for (int failures = 0; failures < 100; failures++) {
            Duration wait = random.afterFailure(outcome, failures, null).orElse(MINIMUM);
            assertTrue(wait.compareTo(MINIMUM) >= 0 && wait.compareTo(MAXIMUM) <= 0, wait.toString());
        }
    }

    @Test
    void feedsAddedTogetherDoNotStayTogether() {
        var random = new Interval(new Random(1));
        long different = Stream.generate(() -> random.afterDocument(List.of(), NOW, NONE))
                .limit(100)
                .distinct()
                .count();
        assertTrue(different > 90);
    }
}
