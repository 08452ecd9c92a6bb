package dealscope.web.page;

import dealscope.index.QueryGrammar;
import dealscope.store.Store;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.Site;
import dealscope.web.view.Dates;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;

/** {@code /about}: how much there is, where it lives, and the sample collection. */
public final class AboutPage {
    private final Site site;
    private final Renderer renderer;

    public AboutPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    public record View(
            Store.Stats stats,
            String version,
            String java,
            String dataLocation,
            String started,
            String removed,
            List<Help> help) {}

    /** A part of what queries can say. */
    public record Help(String id, String title, List<Entry> entries) {
        static Help of(String id, String title, List<QueryGrammar.Entry> entries) {
            return new Help(id, title, entries.stream().map(Entry::of).toList());
        }
    }

    /** @param href where the example is searched for */
    public record Entry(String example, String meaning, String href) {
        static Entry of(QueryGrammar.Entry entry) {
            return new Entry(entry.example(), entry.meaning(), Links.with("/deals", Map.of("q", entry.example())));
        }
    }

    private static final List<Help> HELP = List.of(
            Help.of("words", "Words", QueryGrammar.terms()),
            Help.of("fields", "Fields", QueryGrammar.fields()),
            Help.of("amounts", "Amounts and dates", QueryGrammar.values()));

    public void show(Context ctx) {
        String removed = new dealscope.web.http.Params(ctx, false, java.util.Set.of("removed")).text("removed");
        View view = new View(
                site.store().stats(),
                site.version(),
                Runtime.version().toString(),
                site.dataLocation(),
                Dates.minute(site.started()),
                removed.matches("[0-9]{1,7}") ? removed : "",
                HELP);
        renderer.page(ctx, "about", Title.of("About", "about"), view);
    }

    public void removeSamples(Context ctx) {
        int articles = site.actions().removeSamples();
        ctx.redirect("/about?removed=" + articles, HttpStatus.SEE_OTHER);
    }
}
