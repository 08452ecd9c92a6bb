package dealscope.web.page;

import dealscope.crawler.FeedState;
import dealscope.web.http.Form;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.site.Actions.RefreshFeed;
import dealscope.web.site.Site;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.regex.Pattern;

/**
 * What the buttons of the feeds page and of a feed's own page do. Each leads back to where it was pressed: {@code at}
 * holds the selection of the list, or {@value #OWN_PAGE} for the feed's own page.
 */
public final class FeedForms {
    static final String OWN_PAGE = "page";
    private static final Pattern SELECTION = Pattern.compile("[A-Za-z0-9%=&_.~+*-]{0,2000}");

    private final Site site;

    public FeedForms(Site site) {
        this.site = site;
    }

    public void refreshAll(Context ctx) {
        site.actions().refreshAll();
        list(ctx, "all", "yes");
    }

    public void stop(Context ctx) {
        list(ctx, "stopped", site.actions().stopRefresh() ? "yes" : "");
    }

    /** Whether the feed may be asked now says the notice of the page that this leads to. */
    public void refresh(Context ctx) {
        String id = Params.id(ctx, "feed");
        if (site.actions().refreshFeed(id) instanceof RefreshFeed.Unknown) {
            throw unknown();
        }
        back(ctx, "asked", id);
    }

    public void pause(Context ctx) {
        change(ctx, false, "paused");
    }

    public void resume(Context ctx) {
        change(ctx, true, "resumed");
    }

    private void change(Context ctx, boolean enabled, String notice) {
        String id = Params.id(ctx, "feed");
        FeedState feed = site.store().feed(id).orElseThrow(FeedForms::unknown);
        site.store().changeFeed(feed.withEnabled(enabled));
        if (enabled) {
            site.actions().refreshFeed(id);
        }
        back(ctx, notice, id);
    }

    public void remove(Context ctx) {
        String id = Params.id(ctx, "feed");
        if (!site.store().removeFeed(id)) {
            throw unknown();
        }
        list(ctx, "removed", id);
    }

    public void restore(Context ctx) {
        String id = Params.id(ctx, "feed");
        if (!site.store().restoreFeed(id)) {
            throw RequestProblem.notFound("There is no removed feed with this id; it may have been forgotten by now.");
        }
        list(ctx, "restored", id);
    }

    private static RequestProblem unknown() {
        return RequestProblem.notFound("There is no feed with this id.");
    }

    /** To the feed's own page or to the list, wherever the button was. */
    private static void back(Context ctx, String notice, String id) {
        if (Form.of(ctx).text("at").equals(OWN_PAGE)) {
            ctx.redirect(Links.feed(id) + "?" + notice + "=" + Links.encode(id), HttpStatus.SEE_OTHER);
        } else {
            list(ctx, notice, id);
        }
    }

    private static void list(Context ctx, String notice, String value) {
        String at = Form.of(ctx).text("at");
        String selection = SELECTION.matcher(at).matches() && !at.equals(OWN_PAGE) ? at : "";
        String said = value.isEmpty() ? "" : notice + "=" + Links.encode(value);
        String query = selection.isEmpty() || said.isEmpty() ? selection + said : selection + "&" + said;
        ctx.redirect(query.isEmpty() ? "/feeds" : "/feeds?" + query, HttpStatus.SEE_OTHER);
    }
}
