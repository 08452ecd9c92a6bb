package dealscope.crawler;

import dealscope.article.Article;
import dealscope.article.Page;
import dealscope.crawler.FetchRequest.Kind;
import dealscope.crawler.FetchResult.Failed;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.FetchResult.NotModified;
import dealscope.crawler.Web.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Visits to article pages: robots.txt, fetch, read, store. A page that could not be had for a reason that passes stays
 * pending, but not for ever.
 */
final class PageVisits {
    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final int ATTEMPTS_REMEMBERED = 10_000;

    private final Web web;
    private final PageReader reader;
    private final CrawlStore store;
    private final InstantSource clock;
    private final Map<String, Integer> attempts = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > ATTEMPTS_REMEMBERED;
        }
    });

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
    Visit visit(Article article, FeedState feed) {
        try (var errand = web.open()) {
            return switch (errand.mayRead(article.url())) {
                case Permission.Granted granted -> fetch(article, feed, errand);
                case Permission.Denied denied -> settle(article, Failed.unasked(Outcome.ROBOTS, denied.reason()), 0);
                case Permission.Unknown unknown ->
                    waitOrSettle(article, Failed.unasked(Outcome.ROBOTS, unknown.reason()));
            };
        }
    }

    private Visit fetch(Article article, FeedState feed, Web.Errand errand) {
        return switch (errand.fetch(FetchRequest.of(article.url(), Kind.PAGE))) {
            case Fetched fetched -> read(article, feed, fetched);
            case Failed failed -> passes(failed) ? waitOrSettle(article, failed) : settle(article, failed, 0);
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
        attempts.remove(article.id());
        return visit;
    }

    private static boolean passes(Failed failed) {
        return switch (failed.outcome()) {
            case TIMEOUT, NO_CONNECTION, NO_SUCH_HOST, RATE_LIMITED -> true;
            case HTTP_ERROR -> failed.status() >= 500;
            default -> false;
        };
    }

    private Visit waitOrSettle(Article article, Failed failed) {
        boolean asked = !failed.isPostponed();
        int made = asked ? attempts.merge(article.id(), 1, Integer::sum) : 0;
        boolean old = article.fetched().plus(PATIENCE).isBefore(clock.instant());
        return made >= ATTEMPTS || old
                ? settle(article, failed, 0)
                : visit(article, failed.took(), failed.outcome(), failed.reason(), failed.status(), 0);
    }

    private Visit settle(Article article, Failed failed, long bytes) {
        Visit visit = visit(article, failed.took(), failed.outcome(), failed.reason(), failed.status(), bytes);
        store.savePage(PageArticle.unread(article, failed.reason()), visit);
        attempts.remove(article.id());
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
