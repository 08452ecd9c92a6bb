package dealscope.crawler;

import static dealscope.crawler.Interval.DEFAULT;
import static dealscope.crawler.Interval.MAXIMUM;
import static dealscope.crawler.Interval.MINIMUM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IntervalTest {
    /** A Sunday. */
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Interval interval = new Interval(CronTimes.NONE);

    private static List<Instant> every(Duration gap) {
        return Stream.iterate(NOW.minus(gap), instant -> instant.minus(gap))
                .limit(40)
                .toList();
    }

    private static Pace pace(List<Instant> published, @Nullable Duration ttl, @Nullable Duration freshFor) {
        return new Pace(Interval.rhythm(published, NOW), ttl, freshFor, Set.of(), Set.of());
    }

    private static Duration adaptive(Pace pace) {
        return Interval.adaptive(pace, true, null, NOW);
    }

    /** A feed that was asked an hour ago and is due now. */
    private static FeedState feed(FeedOptions options) {
        FeedState feed = MemoryStore.feed("http://a.test/feed", NOW).withOptions(options);
        Instant last = NOW.minus(DEFAULT);
        return feed.withHistory(new FeedHistory(NOW, last, last, null, 0, null, Pace.UNKNOWN));
    }

    private Duration wait(FeedState feed, Pace pace) {
        return Duration.between(NOW, interval.afterSuccess(feed, pace, true, null, NOW));
    }

    @ParameterizedTest
    @CsvSource({"PT5M, PT1H", "PT1H, PT1H", "PT12H, PT2H", "P1D, PT4H", "P5D, PT20H", "P400D, PT20H"})
    void theFeedsOwnRhythmDecides(Duration gap, Duration expected) {
        assertEquals(expected, adaptive(pace(every(gap), null, null)));
    }

    @Test
    void withoutDatesItIsTheDefault() {
        assertEquals(DEFAULT, adaptive(pace(List.of(), null, null)));
        assertEquals(DEFAULT, adaptive(pace(List.of(NOW.plusSeconds(99), Instant.MAX), null, null)));
        assertEquals(DEFAULT, adaptive(pace(List.of(NOW, NOW, NOW), null, null)));
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT1H", "P2D, PT1H", "P4D, PT2H", "P30D, PT15H", "P900D, PT20H", "PT-5H, PT1H"})
    void aFeedThatFellSilentIsAskedLessAndLess(Duration silence, Duration expected) {
        Pace busy = pace(every(Duration.ofMinutes(5)), null, null);
        assertEquals(expected, Interval.adaptive(busy, true, NOW.minus(silence), NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "PT12H, , PT12H",
        "PT30M, , PT1H",
        "PT1M, , PT1H",
        "P30D, , PT24H",
        ", PT12H, PT12H",
        ", PT1M, PT1H",
        ", P365D, PT24H",
        "PT2H, PT5H, PT5H",
        "PT0S, PT0S, PT1H",
        "PT-5H, , PT1H"
    })
    void thePublishersWishesRaiseTheIntervalWithinBounds(Duration ttl, Duration freshFor, Duration expected) {
        assertEquals(expected, adaptive(pace(every(Duration.ofMinutes(5)), ttl, freshFor)));
    }

    @Test
    void aServerThatNeverSaysNotModifiedIsAskedOnceADay() {
        Pace silent = pace(every(Duration.ofMinutes(5)), null, null);
        assertEquals(MAXIMUM, Interval.adaptive(silent, false, null, NOW));
        Pace outspoken = pace(every(Duration.ofMinutes(5)), Duration.ofHours(1), null);
        assertEquals(DEFAULT, Interval.adaptive(outspoken, false, null, NOW));
    }

    @ParameterizedTest
    @CsvSource({"PT15M, PT15M", "PT10M, PT10M", "PT1S, PT10M", "PT5H, PT5H", "P30D, PT24H"})
    void theUsersIntervalGoesBeforeAllWishes(Duration every, Duration expected) {
        FeedState feed = feed(FeedOptions.DEFAULT.withSchedule(every, null));
        assertEquals(expected, wait(feed, pace(List.of(), Duration.ofHours(12), Duration.ofHours(12))));
    }

    @Test
    void theUsersCronTimesGoBeforeAllButNeverWithinTenMinutes() {
        Interval planned = new Interval((expression, after) -> expression.equals("bad") ? null : after.plusSeconds(60));
        FeedState feed = feed(FeedOptions.DEFAULT.withSchedule(Duration.ofHours(5), "* * * * *"));
        assertEquals(NOW.plus(MINIMUM).plusSeconds(60), planned.afterSuccess(feed, Pace.UNKNOWN, false, null, NOW));
        FeedState broken = feed(FeedOptions.DEFAULT.withSchedule(Duration.ofHours(5), "bad"));
        assertEquals(NOW.plus(Duration.ofHours(5)), planned.afterSuccess(broken, Pace.UNKNOWN, false, null, NOW));
    }

    @Test
    void hoursAndDaysThatThePublisherWantsLeftOutAreLeftOut() {
        Pace lunch = new Pace(null, null, null, Set.of(13, 14), Set.of());
        Instant next = interval.afterSuccess(feed(FeedOptions.DEFAULT), lunch, true, null, NOW);
        assertEquals(15, next.atOffset(ZoneOffset.UTC).getHour());
        Pace weekend = new Pace(null, null, null, Set.of(), Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        Instant monday = interval.afterSuccess(feed(FeedOptions.DEFAULT), weekend, true, null, NOW);
        assertEquals(DayOfWeek.MONDAY, monday.atOffset(ZoneOffset.UTC).getDayOfWeek());
        assertEquals(0, monday.atOffset(ZoneOffset.UTC).getHour());
    }

    @Test
    void whoeverWantsEveryHourLeftOutIsNotUnderstood() {
        Set<Integer> all = IntStream.range(0, 24).boxed().collect(Collectors.toSet());
        Duration wait = wait(feed(FeedOptions.DEFAULT), new Pace(null, null, null, all, Set.of(DayOfWeek.values())));
        assertTrue(wait.compareTo(DEFAULT) >= 0 && wait.compareTo(DEFAULT.multipliedBy(2)) < 0, wait.toString());
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
    void failuresMakeItWait(Outcome outcome, int failures, @Nullable Duration retryAfter, Duration expected) {
        Instant asked = retryAfter == null ? null : NOW.plus(retryAfter);
        Duration wait = Duration.between(
                NOW,
                interval.afterFailure(feed(FeedOptions.DEFAULT), outcome, failures, asked, NOW)
                        .orElseThrow());
        assertTrue(wait.compareTo(expected) >= 0, wait.toString());
        assertTrue(wait.compareTo(expected.multipliedBy(11).dividedBy(10)) <= 0, wait.toString());
    }

    @Test
    void whatIsGoneIsNeverAskedAgain() {
        assertTrue(interval.afterFailure(feed(FeedOptions.DEFAULT), Outcome.GONE, 1, null, NOW)
                .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void everyWaitStaysWithinBounds(Outcome outcome) {
        for (int failures = 0; failures < 100; failures++) {
            Instant next = interval.afterFailure(feed(FeedOptions.DEFAULT), outcome, failures, null, NOW)
                    .orElse(NOW.plus(MINIMUM));
            Duration wait = Duration.between(NOW, next);
            assertTrue(wait.compareTo(MINIMUM) >= 0 && wait.compareTo(MAXIMUM) <= 0, wait.toString());
        }
    }

    @Test
    void aFeedsShareIsItsOwnAndStays() {
        assertEquals(Interval.share("feed-1"), Interval.share("feed-1"));
        assertNotEquals(Interval.share("feed-1"), Interval.share("feed-2"));
        int[] tenths = new int[10];
        for (int i = 0; i < 10_000; i++) {
            tenths[(int) (Interval.share(Ids.feed("http://a.test/" + i)) * 10)]++;
        }
        for (int tenth : tenths) {
            assertTrue(tenth > 800 && tenth < 1_200, tenth + " of 10,000 feeds");
        }
    }

    @Test
    void tenThousandFeedsAddedTogetherDoNotWakeAtOnce() {
        Wakes wakes = new Wakes(10_000, NOW);
        wakes.run(Duration.ofHours(3), NOW);
        int most = wakes.most(NOW.plus(DEFAULT), Duration.ofHours(2));
        assertTrue(most <= 2 * 10_000 / 60, most + " in one minute");
    }

    @Test
    void afterALongSleepOfTheProgramTheyDoNotWakeAtOnceForLong() {
        Wakes wakes = new Wakes(10_000, NOW);
        wakes.run(Duration.ofHours(3), NOW);
        Instant morning = NOW.plus(Duration.ofHours(12));
        wakes.run(Duration.ofHours(4), morning);
        int most = wakes.most(morning.plus(DEFAULT), Duration.ofHours(3));
        assertTrue(most <= 2 * 10_000 / 60, most + " in one minute");
    }

    /** Simulated time: each feed is visited in the minute in which it is due. */
    private final class Wakes {
        private final FeedState[] feeds;
        private final Map<Instant, Integer> perMinute = new HashMap<>();

        Wakes(int count, Instant start) {
            feeds = IntStream.range(0, count)
                    .mapToObj(i -> MemoryStore.feed("http://a.test/" + i, start))
                    .toArray(FeedState[]::new);
        }

        void run(Duration time, Instant start) {
            for (Instant now = start; now.isBefore(start.plus(time)); now = now.plusSeconds(60)) {
                for (int i = 0; i < feeds.length; i++) {
                    Instant next = feeds[i].history().nextCheck();
                    if (next == null || !next.isAfter(now)) {
                        visit(i, now);
                    }
                }
            }
        }

        private void visit(int i, Instant now) {
            Instant last = feeds[i].history().lastCheck();
            assertFalse(last != null && last.plus(DEFAULT).isAfter(now), "asked again within the hour");
            Instant next = interval.afterSuccess(feeds[i], Pace.UNKNOWN, true, null, now);
            feeds[i] = feeds[i].withHistory(new FeedHistory(next, now, now, null, 0, null, Pace.UNKNOWN));
            perMinute.merge(now, 1, Integer::sum);
        }

        int most(Instant from, Duration time) {
            return perMinute.entrySet().stream()
                    .filter(minute ->
                            !minute.getKey().isBefore(from) && minute.getKey().isBefore(from.plus(time)))
                    .mapToInt(Map.Entry::getValue)
                    .max()
                    .orElse(0);
        }
    }
}
