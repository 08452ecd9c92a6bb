package dealscope.crawler;

import dealscope.article.Feed;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.crawler.FeedParser.Parsed;
import dealscope.crawler.FetchRequest.Kind;
import dealscope.crawler.FetchResult.Failed;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.FetchResult.NotModified;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Visits to feeds: fetch, read, store, in that order, each feed for itself. */
final class FeedVisits {
    private final Web web;
    private final FeedParser parser;
    private final CrawlStore store;
    private final EntryFilter filter;
    private final Pushes pushes;
    private final NextState next;
    private final CrawlSettings settings;
    private final InstantSource clock;

    FeedVisits(
            Web web,
            FeedParser parser,
            CrawlStore store,
            EntryFilter filter,
            Pushes pushes,
            Interval interval,
            CrawlSettings settings,
            InstantSource clock) {
        this.web = web;
        this.parser = parser;
        this.store = store;
        this.filter = filter;
        this.pushes = pushes;
        this.next = new NextState(interval, url -> store.feeds().stream()
                .anyMatch(feed -> feed.url().equals(url)));
        this.settings = settings;
        this.clock = clock;
    }

    /** Visits a feed and stores what came of it. */
    Visit visit(FeedState feed) {
        try (var errand = web.open()) {
            FetchResult result = errand.fetch(request(feed));
            Instant now = clock.instant();
            return switch (result) {
                case Fetched fetched -> document(feed, fetched, now);
                case NotModified answer ->
                    store.saveVisit(
                            rarely(next.afterNotModified(feed, answer, now), now),
                            visit(feed, now, answer.took(), Outcome.NOT_MODIFIED, answer.status(), 0),
                            List.of());
                case Failed failed -> failure(feed, failed, 0, now);
            };
        }
    }

    private static FetchRequest request(FeedState feed) {
        Validators held = feed.validators();
        return new FetchRequest(feed.url(), Kind.FEED, held.url(), held.etag(), held.lastModified());
    }

    private Visit document(FeedState feed, Fetched fetched, Instant now) {
        byte[] body = fetched.page().body();
        String hash = Ids.sha256(body);
        if (hash.equals(feed.validators().bodyHash())) {
            return store.saveVisit(
                    rarely(next.afterSameBytes(feed, fetched, now), now),
                    visit(feed, now, fetched.took(), Outcome.OK, fetched.status(), body.length),
                    List.of());
        }
        return switch (parser.parse(fetched.page())) {
            case Parsed.Read read ->
                read(
                        feed,
                        fetched,
                        fetched.whole() ? read.feed() : CutFeed.withoutCutEntry(read.feed(), body),
                        hash,
                        now);
            case Parsed.NotAFeed no ->
                failure(
                        feed,
                        new Failed(Outcome.NOT_A_FEED, no.reason(), fetched.status(), null, fetched.took()),
                        body.length,
                        now);
        };
    }

    private Visit read(FeedState feed, Fetched fetched, Feed content, String hash, Instant now) {
        FeedState after = rarely(next.afterDocument(feed, fetched, content, hash, now), now);
        var visit = new Visit(
                feed.id(),
                null,
                feed.url(),
                now,
                fetched.took(),
                Outcome.OK,
                remarks(content.warnings()),
                fetched.status(),
                fetched.page().body().length,
                content.entries().size(),
                0);
        List<Draft> drafts = Drafts.of(content, after, now, settings.entriesPerVisit());
        Visit stored = store.saveVisit(after, visit, filter.mark(after.options(), drafts));
        pushes.onDocument(after, fetched);
        return stored;
    }

    /** A feed whose hub tells us of its news is asked once a day, unless the user has set other times. */
    private FeedState rarely(FeedState after, Instant now) {
        FeedOptions options = after.options();
        return options.every() == null && options.cron() == null && pushes.isPushed(after)
                ? after.withHistory(after.history().withNextCheck(now.plus(Interval.MAXIMUM)))
                : after;
    }

    private static @Nullable String remarks(List<String> warnings) {
        return warnings.isEmpty() ? null : "Read, but " + String.join("; ", warnings) + ".";
    }

    private Visit failure(FeedState feed, Failed failed, long bytes, Instant now) {
        var visit = new Visit(
                feed.id(),
                null,
                feed.url(),
                now,
                failed.took(),
                failed.outcome(),
                failed.reason(),
                failed.status(),
                bytes,
                0,
                0);
        return store.saveVisit(next.afterFailure(feed, failed, now), visit, List.of());
    }

    /** Stores that our own program failed on this feed. */
    Visit crashed(FeedState feed, Throwable fault) {
        return failure(feed, Failed.unasked(Outcome.INTERNAL, Crashes.reason(fault)), 0, clock.instant());
    }

    private static Visit visit(FeedState feed, Instant now, Duration took, Outcome outcome, int status, long bytes) {
        return new Visit(feed.id(), null, feed.url(), now, took, outcome, null, status, bytes, 0, 0);
    }
}
