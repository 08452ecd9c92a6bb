package dealscope.crawler;

import dealscope.article.Article;
import dealscope.article.Page;
import dealscope.crawler.CrawlStore.PendingPage;
import dealscope.crawler.FetchRequest.Kind;
import dealscope.crawler.FetchResult.Failed;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.FetchResult.NotModified;
import dealscope.crawler.Web.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Visits to article pages: robots.txt, fetch, read, store. A page that could not be had for a reason that passes stays
 * pending, and is asked for again after ten minutes, then after twenty; but not for ever. Where robots.txt could not be
 * had it is an hour, then two: that is how long it is not asked for anew.
 */
final class PageVisits {
    private static final int ATTEMPTS = 3;
    private static final Duration WAIT = Duration.ofMinutes(10);
    private static final Duration ROBOTS_WAIT = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofHours(24);

    private final Web web;
    private final PageReader reader;
    private final CrawlStore store;
    private final InstantSource clock;

    PageVisits(Web web, PageReader reader, CrawlStore store, InstantSource clock) {
        this.web = web;
        this.reader = reader;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Visits the page of a pending article.
     *
     * @return what was stored, or what happened to a page that stays pending
     */
    Visit visit(PendingPage page, FeedState feed) {
        Article article = page.article();
        try (var errand = web.open()) {
            return switch (errand.mayRead(article.url())) {
                case Permission.Granted granted -> fetch(page, feed, errand);
                case Permission.Denied denied -> settle(article, Failed.unasked(Outcome.ROBOTS, denied.reason()), 0);
                case Permission.Unknown unknown -> waitOrSettle(page, Failed.unasked(Outcome.ROBOTS, unknown.reason()));
            };
        }
    }

    private Visit fetch(PendingPage page, FeedState feed, Web.Errand errand) {
        Article article = page.article();
        return switch (errand.fetch(FetchRequest.of(article.url(), Kind.PAGE))) {
            case Fetched fetched -> read(article, feed, fetched);
            case Failed failed -> passes(failed) ? waitOrSettle(page, failed) : settle(article, failed, 0);
            case NotModified answer ->
                settle(article, Failed.unasked(Outcome.HTTP_ERROR, "The server sent no page."), 0);
        };
    }

    private Visit read(Article article, FeedState feed, Fetched fetched) {
        Page page = fetched.page();
        String notAPage = PageArticle.notAPage(page);
        if (notAPage != null) {
            var failed = new Failed(Outcome.NOT_A_PAGE, notAPage, page.status(), null, fetched.took());
            return settle(article, failed, page.body().length);
        }
        var text = reader.read(page);
        Visit visit = visit(article, fetched.took(), Outcome.OK, null, page.status(), page.body().length);
        store.savePage(PageArticle.read(article, text, feed), visit);
        return visit;
    }

    private static boolean passes(Failed failed) {
        return switch (failed.outcome()) {
            case TIMEOUT, NO_CONNECTION, NO_SUCH_HOST, RATE_LIMITED -> true;
            case HTTP_ERROR -> failed.status() >= 500;
            // Lost on the way.
            case UNREADABLE -> failed.status() == 0;
            default -> false;
        };
    }

    private Visit waitOrSettle(PendingPage page, Failed failed) {
        Article article = page.article();
        Instant now = clock.instant();
        // A host that told us to stay away was not asked, which is no attempt.
        int attempts = failed.isPostponed() ? page.attempts() : page.attempts() + 1;
        if (attempts >= ATTEMPTS || article.fetched().plus(PATIENCE).isBefore(now)) {
            return settle(article, failed, 0);
        }
        Duration wait = failed.outcome() == Outcome.ROBOTS ? ROBOTS_WAIT : WAIT;
        Instant again = now.plus(wait.multipliedBy(Math.max(1, attempts)));
        Instant asked = failed.retryAfter();
        Instant next = asked != null && (failed.isPostponed() || asked.isAfter(again)) ? asked : again;
        Visit visit = visit(article, failed.took(), failed.outcome(), failed.reason(), failed.status(), 0);
        store.postponePage(article.id(), failed.reason(), attempts, next, visit);
        return visit;
    }

    private Visit settle(Article article, Failed failed, long bytes) {
        Visit visit = visit(article, failed.took(), failed.outcome(), failed.reason(), failed.status(), bytes);
        store.savePage(PageArticle.unread(article, failed.reason()), visit);
        return visit;
    }

    /** Stores that our own program failed on this page. */
    Visit crashed(Article article, Throwable fault) {
        return settle(article, Failed.unasked(Outcome.INTERNAL, Crashes.reason(fault)), 0);
    }

    private Visit visit(
            Article article, Duration took, Outcome outcome, @Nullable String reason, int status, long bytes) {
        Instant now = clock.instant();
        return new Visit(
                article.feedId(), article.id(), article.url(), now, took, outcome, reason, status, bytes, 0, 0);
    }
}
