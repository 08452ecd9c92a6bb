package dealscope.web.page;

import dealscope.store.Store;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.Site;
import dealscope.web.view.Dates;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** {@code /about}: how much there is, where it lives, and the sample collection. */
public final class AboutPage {
    private final Site site;
    private final Renderer renderer;

    public AboutPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    public record View(
            Store.Stats stats, String version, String java, String dataLocation, String started, String removed) {}

    public void show(Context ctx) {
        String removed = new dealscope.web.http.Params(ctx, false, java.util.Set.of("removed")).text("removed");
        View view = new View(
                site.store().stats(),
                site.version(),
                Runtime.version().toString(),
                site.dataLocation(),
                Dates.minute(site.started()),
                removed.matches("[0-9]{1,7}") ? removed : "");
        renderer.page(ctx, "about", Title.of("About", "about"), view);
    }

    public void removeSamples(Context ctx) {
        int articles = site.actions().removeSamples();
        ctx.redirect("/about?removed=" + articles, HttpStatus.SEE_OTHER);
    }
}
