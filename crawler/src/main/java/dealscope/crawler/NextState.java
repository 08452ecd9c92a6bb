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
        var after = new Draft(before, now);
        after.title = titled(before, feed);
        after.lastEntry = published.stream()
                .filter(instant -> !instant.isAfter(now))
                .max(Instant::compareTo)
                .orElse(before.lastEntry());
        return success(after, fetched, bodyHash, now, interval.afterDocument(published, now, wishes));
    }

    /** The same bytes as last time: not read again, but its validators count. */
    FeedState afterSameBytes(FeedState before, Fetched fetched, Instant now) {
        var wishes = new Wishes(null, fetched.freshFor(), hasValidators(fetched));
        return success(
                new Draft(before, now),
                fetched,
                before.bodyHash(),
                now,
                interval.afterUnchanged(previous(before), wishes));
    }

    private static boolean hasValidators(Fetched fetched) {
        return fetched.etag() != null || fetched.lastModified() != null;
    }

    private FeedState success(
            Draft after, Fetched fetched, @Nullable String bodyHash, Instant now, Duration untilNext) {
        after.etag = fetched.etag();
        after.lastModified = fetched.lastModified();
        after.bodyHash = bodyHash;
        after.succeeded(now, untilNext);
        after.move(fetched.movedTo(), isTaken);
        return after.build();
    }

    FeedState afterNotModified(FeedState before, NotModified answer, Instant now) {
        var after = new Draft(before, now);
        after.etag = answer.etag() == null ? before.etag() : answer.etag();
        after.lastModified = answer.lastModified() == null ? before.lastModified() : answer.lastModified();
        var wishes = new Wishes(null, answer.freshFor(), true);
        after.succeeded(now, interval.afterUnchanged(previous(before), wishes));
        return after.build();
    }

    /** Validators stay, so that what could not be read is asked for again. */
    FeedState afterFailure(FeedState before, Failed failed, Instant now) {
        var after = new Draft(before, now);
        after.reason = failed.reason();
        if (failed.isPostponed()) {
            after.lastCheck = before.lastCheck();
            after.nextCheck = failed.retryAfter();
            return after.build();
        }
        after.failures = before.failures() + 1;
        Duration asked = failed.retryAfter() == null ? null : Duration.between(now, failed.retryAfter());
        Optional<Duration> wait = interval.afterFailure(failed.outcome(), after.failures, asked);
        after.nextCheck = wait.map(now::plus).orElse(null);
        if (wait.isEmpty()) {
            after.enabled = false;
            after.note = failed.reason();
        }
        return after.build();
    }

    /** The pace at which a healthy feed was last asked. */
    private static @Nullable Duration previous(FeedState before) {
        return before.failures() > 0 || before.nextCheck() == null || before.lastCheck() == null
                ? null
                : Duration.between(before.lastCheck(), before.nextCheck());
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

    /** A state being changed. */
    private static final class Draft {
        private final FeedState before;
        private String url;
        private String title;
        private boolean enabled;
        private @Nullable String note;
        private @Nullable String etag;
        private @Nullable String lastModified;
        private @Nullable String bodyHash;
        private @Nullable Instant nextCheck;
        private @Nullable Instant lastCheck;
        private @Nullable Instant lastSuccess;
        private @Nullable Instant lastEntry;
        private int failures;
        private @Nullable String reason;
        private @Nullable String movedTo;
        private int moves;

        Draft(FeedState before, Instant now) {
            this.before = before;
            url = before.url();
            title = before.title();
            enabled = before.enabled();
            note = before.note();
            etag = before.etag();
            lastModified = before.lastModified();
            bodyHash = before.bodyHash();
            nextCheck = before.nextCheck();
            lastCheck = now;
            lastSuccess = before.lastSuccess();
            lastEntry = before.lastEntry();
            failures = before.failures();
            reason = before.reason();
            movedTo = before.movedTo();
            moves = before.moves();
        }

        void succeeded(Instant now, Duration untilNext) {
            lastSuccess = now;
            nextCheck = now.plus(untilNext);
            failures = 0;
            reason = null;
        }

        void move(@Nullable String target, Predicate<String> isTaken) {
            moves = target == null ? 0 : target.equals(movedTo) ? moves + 1 : 1;
            movedTo = target;
            if (target != null && moves >= VISITS_TO_MOVE && !isTaken.test(target)) {
                url = target;
                movedTo = null;
                moves = 0;
            }
        }

        FeedState build() {
            return new FeedState(
                    before.id(),
                    url,
                    title,
                    before.category(),
                    enabled,
                    before.sample(),
                    note,
                    etag,
                    lastModified,
                    bodyHash,
                    nextCheck,
                    lastCheck,
                    lastSuccess,
                    lastEntry,
                    failures,
                    reason,
                    before.added(),
                    movedTo,
                    moves);
        }
    }
}
