package dealscope.crawler;

import dealscope.article.Entry;
import dealscope.article.Feed;
import dealscope.crawler.FetchResult.Failed;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.FetchResult.NotModified;
import dealscope.crawler.Interval.Wishes;
import java.time.Duration;
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
        var wishes = new Wishes(feed.ttl(), fetched.freshFor(), hasValidators(fetched));
        Instant lastEntry = published.stream()
                .filter(instant -> !instant.isAfter(now))
                .max(Instant::compareTo)
                .orElse(before.history().lastEntry());
        Duration wait = interval.afterDocument(published, now, wishes);
        FeedHistory history = succeeded(before, lastEntry, now, wait);
        return moved(before, fetched, titled(before, feed), bodyHash, history);
    }

    /** The same bytes as last time: not read again, but its validators count. */
    FeedState afterSameBytes(FeedState before, Fetched fetched, Instant now) {
        var wishes = new Wishes(null, fetched.freshFor(), hasValidators(fetched));
        Duration wait = interval.afterUnchanged(previous(before), wishes);
        FeedHistory history = succeeded(before, before.history().lastEntry(), now, wait);
        return moved(before, fetched, before.title(), before.validators().bodyHash(), history);
    }

    private static boolean hasValidators(Fetched fetched) {
        return fetched.etag() != null || fetched.lastModified() != null;
    }

    FeedState afterNotModified(FeedState before, NotModified answer, Instant now) {
        Validators held = before.validators();
        var validators = new Validators(
                answer.etag() == null ? held.etag() : answer.etag(),
                answer.lastModified() == null ? held.lastModified() : answer.lastModified(),
                held.bodyHash());
        var wishes = new Wishes(null, answer.freshFor(), true);
        Duration wait = interval.afterUnchanged(previous(before), wishes);
        FeedHistory history = succeeded(before, before.history().lastEntry(), now, wait);
        return state(before, before.url(), before.title(), before.options(), validators, history, before.move());
    }

    /** Validators stay, so that what could not be read is asked for again. */
    FeedState afterFailure(FeedState before, Failed failed, Instant now) {
        FeedHistory history = before.history();
        if (failed.isPostponed()) {
            return before.withHistory(
                    failed(history, failed, failed.retryAfter(), history.lastCheck(), history.failures()));
        }
        int failures = history.failures() + 1;
        Duration asked = failed.retryAfter() == null ? null : Duration.between(now, failed.retryAfter());
        Optional<Duration> wait = interval.afterFailure(failed.outcome(), failures, asked);
        Instant next = wait.map(now::plus).orElse(null);
        FeedState after = before.withHistory(failed(history, failed, next, now, failures));
        return wait.isPresent()
                ? after
                : after.withOptions(before.options().withEnabled(false).withNote(failed.reason()));
    }

    private static FeedHistory failed(
            FeedHistory before, Failed failed, @Nullable Instant next, @Nullable Instant lastCheck, int failures) {
        return new FeedHistory(
                next, lastCheck, before.lastSuccess(), before.lastEntry(), failures, failed.reason(), before.pace());
    }

    private static FeedHistory succeeded(FeedState before, @Nullable Instant lastEntry, Instant now, Duration wait) {
        return new FeedHistory(
                now.plus(wait), now, now, lastEntry, 0, null, before.history().pace());
    }

    /** After a document: its validators, and one step towards the address to which it was redirected. */
    private FeedState moved(
            FeedState before, Fetched fetched, String title, @Nullable String bodyHash, FeedHistory history) {
        var validators = new Validators(fetched.etag(), fetched.lastModified(), bodyHash);
        String target = fetched.movedTo();
        if (target == null) {
            return state(before, before.url(), title, before.options(), validators, history, FeedMove.NONE);
        }
        int visits = target.equals(before.move().target()) ? before.move().visits() + 1 : 1;
        return visits >= VISITS_TO_MOVE && !isTaken.test(target)
                ? state(before, target, title, before.options(), validators, history, FeedMove.NONE)
                : state(
                        before,
                        before.url(),
                        title,
                        before.options(),
                        validators,
                        history,
                        new FeedMove(target, visits));
    }

    /** The pace at which a healthy feed was last asked. */
    private static @Nullable Duration previous(FeedState before) {
        FeedHistory history = before.history();
        return history.failures() > 0 || history.nextCheck() == null || history.lastCheck() == null
                ? null
                : Duration.between(history.lastCheck(), history.nextCheck());
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
            FeedState before,
            String url,
            String title,
            FeedOptions options,
            Validators validators,
            FeedHistory history,
            FeedMove move) {
        return new FeedState(
                before.id(),
                url,
                title,
                before.category(),
                before.added(),
                before.sample(),
                options,
                validators,
                history,
                move);
    }
}
