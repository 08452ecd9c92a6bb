package dealscope.crawler;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is asked again. In this order: the user's cron times; the user's fixed interval; else an hour, more for a
 * feed that publishes rarely or wishes it, at most a day. Failures make the wait grow. Nothing is asked again within
 * ten minutes. The rules follow what polite feed readers do; each is named at its place.
 *
 * <p>So that feeds added together do not stay together, each has a share of its own between none and all, made from its
 * id: by it the first wait, and one after a long silence of this program, is up to twice as long, and every other one up
 * to a tenth longer. Pure: the same question has the same answer. Safe for many threads.
 */
public final class Interval {
    public static final Duration MINIMUM = Duration.ofMinutes(10);
    public static final Duration DEFAULT = Duration.ofMinutes(60);
    public static final Duration MAXIMUM = Duration.ofHours(24);
    /** The longest that follows from a feed's rhythm alone: it leaves room to spread feeds within the day. */
    static final Duration SLOWEST_RHYTHM = Duration.ofHours(20);
    /** After a refusal (403), a bot challenge, or "too many requests" without a time. */
    private static final Duration REFUSED = Duration.ofHours(4);

    /** A feed is asked about six times between two entries. */
    private static final int CHECKS_PER_ENTRY = 6;
    /** A feed that fell silent is asked less and less: its next wait is this part of its silence. */
    private static final int PARTS_OF_SILENCE = 48;

    private static final int ENTRIES_CONSIDERED = 30;
    private static final double JITTER = 0.1;
    private static final int MAX_DOUBLINGS = 10;
    private static final int HOURS_OF_A_WEEK = 7 * 24;

    private final CronTimes cron;

    public Interval(CronTimes cron) {
        this.cron = cron;
    }

    /**
     * After a success.
     *
     * @param feed as it was before the visit
     * @param pace as it is known since
     * @param validators whether the server gave an ETag or a date, so that asking costs it little
     * @param lastEntry publication date of the newest entry
     */
    Instant afterSuccess(FeedState feed, Pace pace, boolean validators, @Nullable Instant lastEntry, Instant now) {
        FeedOptions options = feed.options();
        Instant planned = options.cron() == null ? null : cron.next(options.cron(), now.plus(MINIMUM));
        if (planned != null) {
            return planned;
        }
        if (options.every() != null) {
            return now.plus(clamp(options.every()));
        }
        Duration wait = adaptive(pace, validators, lastEntry, now);
        return outsideSkipped(now.plus(spread(feed, wait, now)), pace, share(feed.id()));
    }

    /** What rhythm and wishes make of it; a server that makes every visit a full download is visited once a day. */
    static Duration adaptive(Pace pace, boolean validators, @Nullable Instant lastEntry, Instant now) {
        if (!validators && pace.ttl() == null && pace.freshFor() == null) {
            return MAXIMUM;
        }
        Duration rhythm = pace.rhythm() == null ? DEFAULT : pace.rhythm().dividedBy(CHECKS_PER_ENTRY);
        Duration silence = lastEntry == null ? Duration.ZERO : Duration.between(lastEntry, now);
        Duration own = shortest(SLOWEST_RHYTHM, longest(rhythm, silence.dividedBy(PARTS_OF_SILENCE)));
        Duration wait = longest(DEFAULT, own);
        wait = pace.ttl() == null ? wait : longest(wait, pace.ttl());
        wait = pace.freshFor() == null ? wait : longest(wait, pace.freshFor());
        return clamp(wait);
    }

    private static Duration spread(FeedState feed, Duration wait, Instant now) {
        FeedHistory history = feed.history();
        boolean first = history.lastCheck() == null;
        boolean late = history.nextCheck() != null
                && history.nextCheck().plus(wait.dividedBy(2)).isBefore(now);
        return longer(wait, (first || late ? 1.0 : JITTER) * share(feed.id()));
    }

    /** A time in an hour or on a day that the publisher wants left out moves into the next hour that is not. */
    private static Instant outsideSkipped(Instant planned, Pace pace, double share) {
        ZonedDateTime time = planned.atZone(ZoneOffset.UTC);
        for (int hours = 0; hours <= HOURS_OF_A_WEEK; hours++) {
            ZonedDateTime begin = time.truncatedTo(ChronoUnit.HOURS).plusHours(hours);
            if (!pace.skipHours().contains(begin.getHour()) && !pace.skipDays().contains(begin.getDayOfWeek())) {
                return hours == 0
                        ? planned
                        : begin.plusSeconds((long) (share * 3_600)).toInstant();
            }
        }
        return planned;
    }

    /**
     * After a failure.
     *
     * @param feed as it was before the visit
     * @param failures in a row, this one included
     * @param retryAfter what the server asked for
     * @return empty when the feed must never be asked again
     */
    Optional<Instant> afterFailure(
            FeedState feed, Outcome outcome, int failures, @Nullable Instant retryAfter, Instant now) {
        if (outcome == Outcome.GONE) {
            return Optional.empty();
        }
        Duration wait = backOff(outcome, failures, retryAfter != null);
        Duration own = feed.options().every();
        wait = own == null ? wait : longest(wait, own);
        wait = retryAfter == null ? wait : longest(wait, Duration.between(now, retryAfter));
        return Optional.of(now.plus(longer(clamp(wait), JITTER * share(feed.id()))));
    }

    private static Duration backOff(Outcome outcome, int failures, boolean timeGiven) {
        return switch (outcome) {
            case FORBIDDEN, CHALLENGE -> longest(REFUSED, doubled(DEFAULT, failures));
            case RATE_LIMITED -> timeGiven ? DEFAULT : longest(REFUSED, doubled(DEFAULT, failures));
            // The server has seen nothing of it, and the fault may be on our side.
            case NO_SUCH_HOST, NO_CONNECTION -> doubled(MINIMUM, failures);
            case BAD_ADDRESS, PRIVATE_ADDRESS -> MAXIMUM;
            default -> doubled(DEFAULT, failures);
        };
    }

    private static Duration doubled(Duration first, int failures) {
        return first.multipliedBy(1L << Math.clamp(failures - 1, 0, MAX_DOUBLINGS));
    }

    /** A feed's own number between 0 and 1, the same for ever. */
    static double share(String feedId) {
        // The golden ratio scatters ids that differ in little.
        return Integer.toUnsignedLong(feedId.hashCode() * 0x9E3779B9) / (double) (1L << 32);
    }

    private static Duration longer(Duration wait, double part) {
        return clamp(wait.plusMillis((long) (wait.toMillis() * part)));
    }

    private static Duration clamp(Duration duration) {
        return longest(MINIMUM, shortest(duration, MAXIMUM));
    }

    private static Duration longest(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    private static Duration shortest(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** Median time between entries, the silence since the newest counted as a gap too; null when they do not tell. */
    static @Nullable Duration rhythm(List<Instant> published, Instant now) {
        List<Instant> newest = published.stream()
                .filter(instant -> !instant.isAfter(now))
                .sorted(Comparator.reverseOrder())
                .limit(ENTRIES_CONSIDERED)
                .toList();
        if (newest.size() < 2) {
            return null;
        }
        var gaps = new ArrayList<Duration>();
        Instant later = now;
        for (Instant instant : newest) {
            gaps.add(Duration.between(instant, later));
            later = instant;
        }
        gaps.sort(Comparator.naturalOrder());
        return gaps.get(gaps.size() / 2);
    }
}
