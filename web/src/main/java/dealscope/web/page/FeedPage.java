package dealscope.web.page;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.crawler.FeedState;
import dealscope.crawler.Visit;
import dealscope.index.BadQuery;
import dealscope.store.FeedStats;
import dealscope.store.Store.StoredArticle;
import dealscope.web.feed.FeedHealth;
import dealscope.web.http.Form;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.Actions.RuleTrial;
import dealscope.web.site.Site;
import dealscope.web.view.Dates;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /feeds/{id}}: one feed, its visits, its newest articles and its settings. */
public final class FeedPage {
    private static final int VISITS = 50;
    private static final int ARTICLES = 20;

    private final Site site;
    private final Renderer renderer;
    private final FeedNotices notices;

    public FeedPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
        this.notices = new FeedNotices(site);
    }

    /**
     * @param out where the feed's own address leads, null when no browser should open it
     */
    public record View(
            FeedLine line,
            FeedStats stats,
            @Nullable String out,
            String added,
            List<VisitLine> visits,
            List<ArticleLine> articles,
            Sent sent,
            FeedNotices.@Nullable Notice notice,
            String articlesHref) {}

    /** @param css {@code warn} for a visit that failed */
    public record VisitLine(
            String when, String at, String outcome, String words, String css, String size, String took, String fresh) {}

    /** @param deals how many deals it tells of */
    public record ArticleLine(String href, String title, String published, String kept, String deals) {}

    public void show(Context ctx) {
        FeedState feed = feed(ctx);
        Params params = new Params(ctx, false, FeedNotices.with());
        render(ctx, 200, feed, new Sent(FeedSettings.of(feed), null, null), notices.of(params));
    }

    /** Sets what the form says, or shows the form again with what is wrong; with {@code try} it only tries the rules. */
    public void save(Context ctx) {
        FeedState feed = feed(ctx);
        FeedSettings settings = FeedSettings.of(Form.of(ctx));
        String problem = settings.problem(site.clock().instant());
        if (problem != null) {
            render(ctx, 422, feed, Sent.wrong(settings, problem), null);
            return;
        }
        try {
            if (!Form.of(ctx).text("try").isEmpty()) {
                RuleTrial trial = site.actions()
                        .tryRules(feed.id(), settings.keepRule(), settings.dropRule())
                        .orElseThrow(FeedPage::unknown);
                render(ctx, 200, feed, new Sent(settings, null, trial), null);
                return;
            }
            site.actions().setRules(feed.id(), settings.keepRule(), settings.dropRule());
            site.store().changeFeed(settings.applyTo(feed(ctx)));
            ctx.redirect(Links.feed(feed.id()) + "?saved=yes", HttpStatus.SEE_OTHER);
        } catch (BadQuery e) {
            render(ctx, 422, feed, Sent.wrong(settings, "This cannot be a rule: " + e.getMessage()), null);
        }
    }

    /**
     * The settings as they stand in the form.
     *
     * @param problem what is wrong with them, in words
     * @param trial what their rules would do
     */
    public record Sent(
            FeedSettings settings,
            @Nullable String problem,
            @Nullable RuleTrial trial) {
        static Sent wrong(FeedSettings settings, String problem) {
            return new Sent(settings, problem, null);
        }
    }

    private FeedState feed(Context ctx) {
        return site.store().feed(Params.id(ctx, "feed")).orElseThrow(FeedPage::unknown);
    }

    private static RequestProblem unknown() {
        return RequestProblem.notFound("There is no feed with this id.");
    }

    private void render(Context ctx, int status, FeedState feed, Sent sent, FeedNotices.@Nullable Notice notice) {
        Instant now = site.clock().instant();
        FeedStats stats = site.store().feedLog().stats().stream()
                .filter(each -> each.feedId().equals(feed.id()))
                .findFirst()
                .orElseGet(() -> FeedStats.none(feed.id()));
        View view = new View(
                FeedLine.of(FeedHealth.of(feed, stats, now), now),
                stats,
                Links.out(feed.url(), site.articleLink()),
                Dates.day(feed.added()),
                site.store().feedLog().visits(feed.id(), VISITS).stream()
                        .map(visit -> line(visit, now))
                        .toList(),
                articles(feed.id()),
                sent,
                notice,
                articlesHref(feed));
        renderer.page(ctx, status, "feed", Title.of(feed.title(), "feeds"), view);
    }

    private static String articlesHref(FeedState feed) {
        return Links.with(
                "/deals",
                java.util.Map.of("tab", "articles", "q", dealscope.web.view.QueryTerms.filter("source", feed.title())));
    }

    private static VisitLine line(Visit visit, Instant now) {
        boolean failed = !visit.outcome().isSuccess();
        return new VisitLine(
                Dates.relative(visit.at(), now),
                Dates.minute(visit.at()),
                visit.status() == 0 ? "–" : String.valueOf(visit.status()),
                words(visit),
                failed ? "warn" : "",
                size(visit.bytes()),
                String.format(Locale.ROOT, "%,d ms", visit.took().toMillis()),
                visit.outcome().isSuccess() && visit.fresh() > 0 ? String.valueOf(visit.fresh()) : "");
    }

    private static String words(Visit visit) {
        return switch (visit.outcome()) {
            case OK ->
                visit.reason() != null
                        ? visit.reason()
                        : visit.entries() == 0
                                ? "The same as before"
                                : "Read, " + visit.entries() + (visit.entries() == 1 ? " entry" : " entries");
            case NOT_MODIFIED -> "Nothing new";
            default -> Objects.requireNonNullElse(visit.reason(), "It could not be read");
        };
    }

    private static String size(long bytes) {
        if (bytes <= 0) {
            return "";
        }
        return bytes < 1000
                ? bytes + " B"
                : bytes < 1_000_000
                        ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private List<ArticleLine> articles(String feedId) {
        return site.store().articles(site.store().feedLog().newestArticles(feedId, ARTICLES)).stream()
                .map(FeedPage::line)
                .toList();
    }

    private static ArticleLine line(StoredArticle stored) {
        Article article = stored.article();
        int deals = stored.dealIds().size();
        String kept = article.completeness() == Completeness.FULL
                ? ""
                : article.completeness().label() + (article.reason() == null ? "" : ": " + article.reason());
        return new ArticleLine(
                Links.article(article.id()),
                article.title(),
                Dates.day(article.published()),
                kept,
                deals == 0 ? "" : String.valueOf(deals));
    }
}
