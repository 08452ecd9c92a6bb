package dealscope.web.page;

import dealscope.crawler.FeedState;
import dealscope.source.Candidate;
import dealscope.store.Store.FeedStats;
import dealscope.web.http.Form;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.Actions.AddFeed;
import dealscope.web.site.Progress;
import dealscope.web.site.Site;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /feeds}: the health of every feed, and what can be done about it. */
public final class FeedsPage {
    private final Site site;
    private final Renderer renderer;

    public FeedsPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /** @param undo id of a feed that was just removed */
    public record View(
            List<FeedLine> feeds,
            int failing,
            int paused,
            Progress progress,
            @Nullable String notice,
            @Nullable String undo) {}

    public record ProgressView(Progress progress) {}

    public void show(Context ctx) {
        Params params = new Params(ctx, false, Set.of("removed", "added", "known", "refused"));
        renderer.page(ctx, "feeds", Title.of("Feeds", "feeds"), view(notice(params), removed(params)));
    }

    /** The line about what is going on; asked for every other second while something is. */
    public void progress(Context ctx) {
        Progress progress = site.actions().progress();
        if (!progress.running()) {
            ctx.header("HX-Trigger", "refreshed");
        }
        renderer.fragment(ctx, "progress", progress);
    }

    public void refreshAll(Context ctx) {
        site.actions().refreshAll();
        back(ctx, Map.of());
    }

    public void refresh(Context ctx) {
        if (!site.actions().refreshFeed(Params.id(ctx, "feed"))) {
            throw RequestProblem.notFound("There is no feed with this id.");
        }
        back(ctx, Map.of());
    }

    public void add(Context ctx) {
        String url = Form.of(ctx).text("url");
        if (url.isEmpty() || url.length() > 2000) {
            throw RequestProblem.badParameter("Give the address of a feed or of a site, up to 2,000 characters.");
        }
        switch (site.actions().addFeed(url)) {
            case AddFeed.Added added -> back(ctx, Map.of("added", added.feedId()));
            case AddFeed.Known known -> back(ctx, Map.of("known", known.feedId()));
            case AddFeed.Choice choice ->
                throw RequestProblem.of(
                        422,
                        "There are several feeds; give the address of one of them: "
                                + choice.candidates().stream()
                                        .map(Candidate::url)
                                        .collect(Collectors.joining(", ")));
            case AddFeed.Refused refused -> throw RequestProblem.of(422, refused.reason());
        }
    }

    public void pause(Context ctx) {
        change(ctx, false);
    }

    public void resume(Context ctx) {
        change(ctx, true);
    }

    private void change(Context ctx, boolean enabled) {
        site.store().changeFeed(feed(Params.id(ctx, "feed")).withEnabled(enabled));
        back(ctx, Map.of());
    }

    public void remove(Context ctx) {
        String id = Params.id(ctx, "feed");
        if (!site.store().removeFeed(id)) {
            throw RequestProblem.notFound("There is no feed with this id.");
        }
        back(ctx, Map.of("removed", id));
    }

    public void restore(Context ctx) {
        if (!site.store().restoreFeed(Params.id(ctx, "feed"))) {
            throw RequestProblem.notFound("There is no removed feed with this id.");
        }
        back(ctx, Map.of());
    }

    private static void back(Context ctx, Map<String, String> parameters) {
        ctx.redirect(Links.with("/feeds", new TreeMap<>(parameters)), HttpStatus.SEE_OTHER);
    }

    private FeedState feed(String id) {
        return site.store().feed(id).orElseThrow(() -> RequestProblem.notFound("There is no feed with this id."));
    }

    private @Nullable String notice(Params params) {
        if (!params.text("removed").isEmpty()) {
            return "The feed was removed. Its articles stay.";
        }
        if (!params.text("added").isEmpty()) {
            return "Added " + titleOf(params.text("added")) + ". It is being read now.";
        }
        return params.text("known").isEmpty() ? null : titleOf(params.text("known")) + " is followed already.";
    }

    private static @Nullable String removed(Params params) {
        String id = params.text("removed");
        return id.isEmpty() ? null : id;
    }

    private String titleOf(String id) {
        return site.store().feed(id).map(FeedState::title).orElse("The feed");
    }

    private View view(@Nullable String notice, @Nullable String undo) {
        Instant now = site.clock().instant();
        Map<String, FeedStats> stats = site.store().feedStats().stream()
                .collect(Collectors.toMap(FeedStats::feedId, each -> each, (a, b) -> a));
        List<FeedState> feeds = site.store().feeds();
        List<FeedLine> lines = feeds.stream()
                .sorted(Comparator.comparing((FeedState feed) -> !feed.options().enabled())
                        .thenComparing(feed -> feed.history().failures() == 0)
                        .thenComparing(feed -> feed.title().toLowerCase(java.util.Locale.ROOT))
                        .thenComparing(FeedState::id))
                .map(feed -> FeedLine.of(feed, stats.get(feed.id()), now))
                .toList();
        int failing = (int) feeds.stream()
                .filter(feed -> feed.options().enabled() && feed.history().failures() > 0)
                .count();
        int paused =
                (int) feeds.stream().filter(feed -> !feed.options().enabled()).count();
        return new View(lines, failing, paused, site.actions().progress(), notice, undo);
    }
}
