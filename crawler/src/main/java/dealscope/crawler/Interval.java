package dealscope.crawler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait until a feed is asked again: an hour, more for a feed that publishes rarely or wishes it, and growing
 * after failures; never less than ten minutes or more than a day. Some chance is mixed in so that feeds added together
 * do not stay together. The rules follow what polite feed readers do; each is named at its place.
 */
public final class Interval {
    public static final Duration MINIMUM = Duration.ofMinutes(10);
    public static final Duration DEFAULT = Duration.ofMinutes(60);
    public static final Duration MAXIMUM = Duration.ofHours(24);
    /** After a refusal (403), a bot challenge, or "too many requests" without a time. */
    private static final Duration REFUSED = Duration.ofHours(4);

    /** A feed is asked about six times between two entries. */
    private static final int CHECKS_PER_ENTRY = 6;

    private static final int ENTRIES_CONSIDERED = 30;
    private static final double JITTER = 0.1;
    private static final int MAX_DOUBLINGS = 10;

    private final RandomGenerator random;

    /** @param random for the jitter; must be safe for the threads that use this */
    public Interval(RandomGenerator random) {
        this.random = random;
    }

    /**
     * What the publisher says about the pace.
     *
     * @param ttl from the feed document itself; the only wish that may shorten the default
     * @param freshFor from the HTTP headers
     * @param validators whether the server gave an ETag or a date, so that asking costs it little
     */
    public record Wishes(@Nullable Duration ttl, @Nullable Duration freshFor, boolean validators) {}

    /** After a document was read whose entries were published at these times. */
    public Duration afterDocument(List<Instant> published, Instant now, Wishes wishes) {
        Duration rhythm = medianGap(published, now)
                .map(gap -> gap.dividedBy(CHECKS_PER_ENTRY))
                .orElse(DEFAULT);
        Duration least = wishes.ttl() != null && shorter(wishes.ttl(), DEFAULT) ? wishes.ttl() : DEFAULT;
        return jittered(longest(longest(rhythm, least), floor(wishes)));
    }

    /** After "not modified": the pace stays as it was. */
    public Duration afterUnchanged(@Nullable Duration previous, Wishes wishes) {
        boolean usable = previous != null && !shorter(previous, MINIMUM);
        return jittered(longest(usable && previous != null ? previous : DEFAULT, floor(wishes)));
    }

    /** What the wishes demand at least; a server that makes every visit a full download is visited once a day. */
    private static Duration floor(Wishes wishes) {
        Duration floor = Duration.ZERO;
        if (wishes.ttl() != null) {
            floor = longest(floor, wishes.ttl());
        }
        if (wishes.freshFor() != null) {
            floor = longest(floor, wishes.freshFor());
        }
        boolean silent = !wishes.validators() && wishes.ttl() == null && wishes.freshFor() == null;
        return silent ? MAXIMUM : floor;
    }

    /**
     * After a failure.
     *
     * @param failures in a row, this one included
     * @param retryAfter what the server asked for
     * @return empty when the feed must never be asked again
     */
    public Optional<Duration> afterFailure(Outcome outcome, int failures, @Nullable Duration retryAfter) {
        if (outcome == Outcome.GONE) {
            return Optional.empty();
        }
        Duration wait =
                switch (outcome) {
                    case FORBIDDEN, CHALLENGE -> longest(REFUSED, doubled(DEFAULT, failures));
                    case RATE_LIMITED -> retryAfter == null ? longest(REFUSED, doubled(DEFAULT, failures)) : DEFAULT;
                    // The server has seen nothing of it, and the fault may be on our side.
                    case NO_SUCH_HOST, NO_CONNECTION -> doubled(MINIMUM, failures);
                    case BAD_ADDRESS, PRIVATE_ADDRESS -> MAXIMUM;
                    default -> doubled(DEFAULT, failures);
                };
        return Optional.of(jittered(retryAfter == null ? wait : longest(wait, retryAfter)));
    }

    private static Duration doubled(Duration first, int failures) {
        return first.multipliedBy(1L << Math.clamp(failures - 1, 0, MAX_DOUBLINGS));
    }

    private Duration jittered(Duration duration) {
        Duration clamped = clamp(duration);
        return clamp(clamped.plusMillis((long) (clamped.toMillis() * JITTER * random.nextDouble())));
    }

    private static Duration clamp(Duration duration) {
        return longest(MINIMUM, shorter(duration, MAXIMUM) ? duration : MAXIMUM);
    }

    private static Duration longest(Duration a, Duration b) {
        return shorter(a, b) ? b : a;
    }

    private static boolean shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0;
    }

    /** Median time between entries, the silence since the newest counted as a gap too. */
    private static Optional<Duration> medianGap(List<Instant> published, Instant now) {
        List<Instant> newest = published.stream()
                .filter(instant -> !instant.isAfter(now))
                .sorted(Comparator.reverseOrder())
                .limit(ENTRIES_CONSIDERED)
                .toList();
        if (newest.size() < 2) {
            return Optional.empty();
        }
        var gaps = new ArrayList<Duration>();
        Instant later = now;
        for (Instant instant : newest) {
            gaps.add(Duration.between(instant, later));
            later = instant;
        }
        gaps.sort(Comparator.naturalOrder());
        return Optional.of(gaps.get(gaps.size() / 2));
    }
}
