package dealscope.web.page;

import dealscope.crawler.FeedState;
import dealscope.store.FeedLog.Removed;
import dealscope.web.feed.FeedHealth;
import dealscope.web.feed.FeedParams;
import dealscope.web.feed.FeedSelection;
import dealscope.web.feed.FeedSelection.Show;
import dealscope.web.feed.FeedSelection.Sort;
import dealscope.web.http.Params;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.Progress;
import dealscope.web.site.Site;
import dealscope.web.view.Dates;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /feeds}: the health of every feed, and what can be done about it. */
public final class FeedsPage {
    static final int PAGE = 100;
    private static final int MOST_REMOVED = 20;

    private final Site site;
    private final Renderer renderer;
    private final FeedNotices notices;

    public FeedsPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
        this.notices = new FeedNotices(site);
    }

    /**
     * @param followed how many feeds there are, those not shown included
     * @param found how many of them the filters leave
     * @param at this selection as parameters of an address, for forms that lead back here
     */
    public record View(
            List<FeedLine> feeds,
            int followed,
            int found,
            FeedSelection selection,
            List<Filter> filters,
            List<Category> categories,
            List<Head> heads,
            String at,
            @Nullable String previous,
            @Nullable String next,
            Progress progress,
            FeedNotices.@Nullable Notice notice,
            List<Gone> removed) {}

    /** A filter by state; its link leads to the feeds that it leaves. */
    public record Filter(String label, int count, String href, boolean active, boolean warns) {}

    public record Category(String value, String label, boolean active) {}

    /** A column's head. @param sort {@code ascending}, {@code descending} or null when another one sorts */
    public record Head(
            String label,
            String css,
            String title,
            String href,
            @Nullable String sort) {}

    /** A removed feed that can come back. */
    public record Gone(String id, String title, String when) {}

    public void show(Context ctx) {
        Params params = new Params(ctx, false, FeedNotices.with("q", "state", "category", "sort", "reversed", "page"));
        renderer.page(
                ctx,
                "feeds",
                Title.of("Feeds", "feeds"),
                view(FeedParams.selection(params), params.integer("page", 1, 1, 10_000), notices.of(params)));
    }

    private View view(FeedSelection selection, int page, FeedNotices.@Nullable Notice notice) {
        Instant now = site.clock().instant();
        List<FeedHealth> all = FeedHealth.all(site.store(), now);
        List<FeedHealth> found = selection.of(all);
        int from = Math.min((page - 1) * PAGE, Math.max(0, (found.size() - 1) / PAGE * PAGE));
        int to = Math.min(found.size(), from + PAGE);
        int shown = from / PAGE + 1;
        return new View(
                found.subList(from, to).stream()
                        .map(feed -> FeedLine.of(feed, now))
                        .toList(),
                all.size(),
                found.size(),
                selection,
                filters(all, selection),
                categories(all, selection),
                heads(selection),
                query(selection, shown),
                from == 0 ? null : address(selection, shown - 1),
                to == found.size() ? null : address(selection, shown + 1),
                site.actions().progress(),
                notice,
                removed(now));
    }

    private static List<Filter> filters(List<FeedHealth> all, FeedSelection selection) {
        List<Filter> filters = new ArrayList<>();
        for (Show show : Show.values()) {
            int count = (int) all.stream().filter(show::holds).count();
            if (show == Show.ALL || count > 0 || selection.show() == show) {
                FeedSelection other = new FeedSelection(
                        selection.words(), show, selection.category(), selection.sort(), selection.reversed());
                boolean warns = show == Show.FAILING || show == Show.SILENT;
                filters.add(new Filter(label(show), count, address(other, 1), selection.show() == show, warns));
            }
        }
        return filters;
    }

    private static String label(Show show) {
        return switch (show) {
            case ALL -> "All";
            case FAILING -> "Failing";
            case SILENT -> "Silent";
            case PAUSED -> "Paused";
            case NEW -> "Not read yet";
            case OK -> "OK";
        };
    }

    private static List<Category> categories(List<FeedHealth> all, FeedSelection selection) {
        Set<String> names = all.stream()
                .map(feed -> feed.feed().category())
                .filter(name -> name != null && !name.isBlank())
                .collect(Collectors.toCollection(() -> new java.util.TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        List<Category> categories = new ArrayList<>();
        categories.add(new Category("", "Every category", selection.category().isEmpty()));
        names.forEach(name ->
                categories.add(new Category(name, name, selection.category().equals(name))));
        categories.add(new Category(
                FeedSelection.NO_CATEGORY, "No category", selection.category().equals(FeedSelection.NO_CATEGORY)));
        return categories;
    }

    private static List<Head> heads(FeedSelection selection) {
        return List.of(
                head(selection, Sort.NAME, "Feed", "", "By title"),
                head(selection, Sort.TROUBLE, "State", "c-state", "Those in trouble first"),
                head(selection, Sort.SUCCESS, "Last success", "c-ago", "The longest ago first"),
                head(selection, Sort.NEXT, "Next check", "c-ago", "The next one first"),
                head(selection, Sort.SILENCE, "Newest item", "c-ago", "The longest silent first"),
                head(selection, Sort.ITEMS, "A day", "num c-n", "New articles a day over the last 28 days"),
                head(
                        selection,
                        Sort.DEALS,
                        "Deals",
                        "num c-n",
                        "Deals told by its articles of the last 28 and 90 days"),
                head(
                        selection,
                        Sort.SHARE,
                        "Yield",
                        "num c-n",
                        "Share of the articles of 90 days that tell of a deal"));
    }

    private static Head head(FeedSelection now, Sort sort, String label, String css, String title) {
        boolean here = now.sort() == sort;
        FeedSelection other = new FeedSelection(now.words(), now.show(), now.category(), sort, here && !now.reversed());
        String order = now.reversed() ? "descending" : "ascending";
        return new Head(label, css, title, address(other, 1), here ? order : null);
    }

    private static String address(FeedSelection selection, int page) {
        String query = query(selection, page);
        return query.isEmpty() ? "/feeds" : "/feeds?" + query;
    }

    private static String query(FeedSelection selection, int page) {
        Map<String, String> parameters = FeedParams.of(selection);
        parameters.put("page", page == 1 ? "" : String.valueOf(page));
        String link = Links.with("", parameters);
        return link.isEmpty() ? "" : link.substring(1);
    }

    private List<Gone> removed(Instant now) {
        return site.store().feedLog().removed().stream()
                .limit(MOST_REMOVED)
                .map(each -> gone(each, now))
                .toList();
    }

    private static Gone gone(Removed removed, Instant now) {
        FeedState feed = removed.feed();
        return new Gone(feed.id(), feed.title(), Dates.relative(removed.at(), now));
    }
}
