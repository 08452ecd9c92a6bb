package dealscope.crawler;

import dealscope.article.Entry;
import dealscope.article.Feed;
import dealscope.crawler.FetchResult.Failed;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.FetchResult.NotModified;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is remembered of a feed after a visit. Pure: the same visit to the same feed gives the same memory. */
final class NextState {
    /** A permanent redirect is believed after so many visits in a row that met it. */
    static final int VISITS_TO_MOVE = 5;

    private final Interval interval;
    private final Predicate<String> isTaken;

    /** @param isTaken whether another feed has this address already */
    NextState(Interval interval, Predicate<String> isTaken) {
        this.interval = interval;
        this.isTaken = isTaken;
    }

    /** A document that was read: validators are replaced, also by none. */
    FeedState afterDocument(FeedState before, Fetched fetched, Feed feed, String bodyHash, Instant now) {
        List<Instant> published = feed.entries().stream()
                .map(Entry::published)
                .filter(Objects::nonNull)
                .toList();
        Instant lastEntry = published.stream()
                .filter(instant -> !instant.isAfter(now))
                .max(Instant::compareTo)
                .orElse(before.history().lastEntry());
        Pace known = before.history().pace();
        // What a document that was cut off tells of the pace is no better than what is known.
        Pace pace = fetched.whole() || known.equals(Pace.UNKNOWN) ? pace(fetched, feed, published, now) : known;
        Validators validators = validators(before, fetched, bodyHash);
        FeedHistory history = succeeded(before, pace, hasValidators(fetched), lastEntry, now);
        return moved(before, titled(before, feed), validators, history, fetched.movedTo());
    }

    private static Pace pace(Fetched fetched, Feed feed, List<Instant> published, Instant now) {
        return new Pace(
                Interval.rhythm(published, now), feed.ttl(), fetched.freshFor(), feed.skipHours(), feed.skipDays());
    }

    /** The same bytes as last time: not read again, but its headers count. */
    FeedState afterSameBytes(FeedState before, Fetched fetched, Instant now) {
        Validators validators = validators(before, fetched, before.validators().bodyHash());
        Pace pace = before.history().pace().withFreshFor(fetched.freshFor());
        FeedHistory history =
                succeeded(before, pace, hasValidators(fetched), before.history().lastEntry(), now);
        return moved(before, before.title(), validators, history, fetched.movedTo());
    }

    /** Those of a document that was cut off are not taken, so that the rest is asked for. */
    private static Validators validators(FeedState before, Fetched fetched, @Nullable String bodyHash) {
        return fetched.whole()
                ? new Validators(fetched.page().url(), fetched.etag(), fetched.lastModified(), bodyHash)
                : before.validators();
    }

    private static boolean hasValidators(Fetched fetched) {
        return fetched.etag() != null || fetched.lastModified() != null;
    }

    /** Headers that come with "not modified" replace those we hold, others stay (RFC 9111, section 4.3.4). */
    FeedState afterNotModified(FeedState before, NotModified answer, Instant now) {
        Validators held = before.validators();
        var validators = new Validators(
                held.url(),
                answer.etag() == null ? held.etag() : answer.etag(),
                answer.lastModified() == null ? held.lastModified() : answer.lastModified(),
                held.bodyHash());
        Pace known = before.history().pace();
        Pace pace = answer.freshFor() == null ? known : known.withFreshFor(answer.freshFor());
        FeedHistory history = succeeded(before, pace, true, before.history().lastEntry(), now);
        return moved(before, before.title(), validators, history, answer.movedTo());
    }

    private FeedHistory succeeded(
            FeedState before, Pace pace, boolean validators, @Nullable Instant lastEntry, Instant now) {
        Instant next = interval.afterSuccess(before, pace, validators, lastEntry, now);
        return new FeedHistory(next, now, now, lastEntry, 0, null, pace);
    }

    /** Validators stay, so that what could not be read is asked for again. */
    FeedState afterFailure(FeedState before, Failed failed, Instant now) {
        FeedHistory history = before.history();
        if (failed.isPostponed()) {
            return before.withHistory(
                    failed(history, failed, failed.retryAfter(), history.lastCheck(), history.failures()));
        }
        int failures = history.failures() + 1;
        Optional<Instant> next = interval.afterFailure(before, failed.outcome(), failures, failed.retryAfter(), now);
        FeedState after = before.withHistory(failed(history, failed, next.orElse(null), now, failures));
        return next.isPresent()
                ? after
                : after.withOptions(before.options().withEnabled(false).withNote(failed.reason()));
    }

    private static FeedHistory failed(
            FeedHistory before, Failed failed, @Nullable Instant next, @Nullable Instant lastCheck, int failures) {
        return new FeedHistory(
                next, lastCheck, before.lastSuccess(), before.lastEntry(), failures, failed.reason(), before.pace());
    }

    /** One step towards the address to which the feed was redirected for good, if it was. */
    private FeedState moved(
            FeedState before, String title, Validators validators, FeedHistory history, @Nullable String target) {
        if (target == null) {
            return state(before, before.url(), title, validators, history, FeedMove.NONE);
        }
        int visits = target.equals(before.move().target()) ? before.move().visits() + 1 : 1;
        return visits >= VISITS_TO_MOVE && !isTaken.test(target)
                ? state(before, target, title, validators, history, FeedMove.NONE)
                : state(before, before.url(), title, validators, history, new FeedMove(target, visits));
    }

    /** The feed's own title replaces a host name, never a title that somebody chose. */
    private static String titled(FeedState before, Feed feed) {
        String title = feed.title() == null ? "" : feed.title().strip();
        String host = Hosts.name(before.url());
        boolean stopgap = before.title().isBlank()
                || before.title().equals(before.url())
                || before.title().equals(host)
                || before.title().equals("www." + host);
        return stopgap && !title.isEmpty() ? title : before.title();
    }

    private static FeedState state(
            FeedState before, String url, String title, Validators validators, FeedHistory history, FeedMove move) {
        return new FeedState(
                before.id(),
                url,
                title,
                before.category(),
                before.added(),
                before.sample(),
                before.options(),
                validators,
                history,
                move);
    }
}
