package dealscope.web.page;

import dealscope.crawler.FeedState;
import dealscope.source.Candidate;
import dealscope.web.http.Form;
import dealscope.web.http.Params;
import dealscope.web.http.Reply;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.Actions.AddFeed;
import dealscope.web.site.Actions.ImportReport;
import dealscope.web.site.Site;
import dealscope.web.view.Dates;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /feeds/add}: a feed from any address of its site, and lists of feeds as OPML in and out. */
public final class AddFeedPage {
    private static final int LONGEST = 2000;
    private static final int MOST_REFUSED = 50;

    private final Site site;
    private final Renderer renderer;

    public AddFeedPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /**
     * @param url as it was typed
     * @param problem why it was not added, in words
     * @param choices feeds to choose from; empty when there is nothing to choose
     * @param report what came of a list of feeds
     */
    public record View(
            String url,
            String category,
            @Nullable String problem,
            List<Choice> choices,
            @Nullable ImportReport report,
            List<String> categories) {}

    /** A feed that was found. */
    public record Choice(String url, String title, String about) {}

    public void show(Context ctx) {
        String url = new Params(ctx, false, Set.of("url")).text("url");
        render(ctx, 200, url, "", null, List.of(), null);
    }

    /** Looks for the feeds of an address and follows the one there is, or lets the person choose. */
    public void add(Context ctx) {
        Form form = Form.of(ctx);
        String url = form.text("url");
        if (url.isEmpty() || url.length() > LONGEST) {
            String problem = "Give the address of a feed or of a site, up to 2,000 characters.";
            render(
                    ctx,
                    422,
                    url.substring(0, Math.min(url.length(), LONGEST)),
                    form.text("category"),
                    problem,
                    List.of(),
                    null);
            return;
        }
        answer(ctx, url, form.text("category"), site.actions().addFeed(url));
    }

    /** Follows the feed that the person chose. */
    public void follow(Context ctx) {
        Form form = Form.of(ctx);
        answer(ctx, form.text("url"), form.text("category"), site.actions().followFeed(form.text("url")));
    }

    private void answer(Context ctx, String url, String category, AddFeed done) {
        switch (done) {
            case AddFeed.Added added -> {
                file(added.feedId(), category);
                ctx.redirect(
                        Links.feed(added.feedId()) + "?added=" + Links.encode(added.feedId()), HttpStatus.SEE_OTHER);
            }
            case AddFeed.Known known ->
                ctx.redirect(
                        Links.feed(known.feedId()) + "?known=" + Links.encode(known.feedId()), HttpStatus.SEE_OTHER);
            case AddFeed.Choice choice -> render(ctx, 200, url, category, null, choices(choice.candidates()), null);
            case AddFeed.Refused refused -> render(ctx, 422, url, category, refused.reason(), List.of(), null);
        }
    }

    /** Puts a new feed into its category. */
    private void file(String id, String category) {
        if (!category.isEmpty()) {
            site.store().feed(id).ifPresent(feed -> site.store()
                    .changeFeed(feed.named(feed.title(), FeedSettings.category(category))));
        }
    }

    private List<Choice> choices(List<Candidate> candidates) {
        Instant now = site.clock().instant();
        return candidates.stream()
                .map(feed -> new Choice(feed.url(), feed.title() == null ? feed.url() : feed.title(), about(feed, now)))
                .toList();
    }

    private static String about(Candidate feed, Instant now) {
        return feed.entries() + (feed.entries() == 1 ? " entry, " : " entries, ")
                + (feed.newest() == null ? "undated" : "newest " + Dates.relative(feed.newest(), now))
                + ", " + feed.origin().words() + (feed.comments() ? ", readers' comments" : "");
    }

    /** Follows the feeds of an OPML file. */
    public void importOpml(Context ctx) {
        byte[] file = Form.of(ctx).file();
        if (file.length == 0) {
            render(ctx, 422, "", "", "Choose an OPML file first.", List.of(), null);
            return;
        }
        ImportReport report = site.actions().importFeeds(file);
        boolean nothing = report.added() + report.known() + report.refused().size() == 0;
        render(
                ctx,
                nothing ? 422 : 200,
                "",
                "",
                nothing ? "This file names no feeds: an OPML file has an outline with xmlUrl for each." : null,
                List.of(),
                nothing ? null : shortened(report));
    }

    private static ImportReport shortened(ImportReport report) {
        return new ImportReport(
                report.added(),
                report.known(),
                report.repeated(),
                report.refused()
                        .subList(0, Math.min(MOST_REFUSED, report.refused().size())),
                report.cut());
    }

    public void exportOpml(Context ctx) {
        byte[] opml = site.actions().exportFeeds();
        Reply.stream(ctx, "text/x-opml; charset=utf-8", "dealscope-feeds.opml", out -> out.write(opml));
    }

    private void render(
            Context ctx,
            int status,
            String url,
            String category,
            @Nullable String problem,
            List<Choice> choices,
            @Nullable ImportReport report) {
        List<String> categories = site.store().feeds().stream()
                .map(FeedState::category)
                .filter(name -> name != null && !name.isBlank())
                .map(String::valueOf)
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        View view = new View(url, category, problem, choices, report, categories);
        renderer.page(ctx, status, "addFeed", Title.of("Add a feed", "feeds"), view);
    }
}
