package dealscope.web.page;

import dealscope.web.http.Assets;
import dealscope.web.http.Reply;
import dealscope.web.http.Routing;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/** Turns a page's view into HTML with its jte template; safe for many threads. */
public final class Renderer {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets;
    private final String token;

    public Renderer(Assets assets, String token) {
        this.assets = assets;
        this.token = token;
    }

    /** Answers with the template {@code name}.jte; its parameters are {@code chrome} and {@code view}. */
    void page(Context ctx, String name, Title title, Object view) {
        page(ctx, 200, name, title, view);
    }

    void page(Context ctx, int status, String name, Title title, Object view) {
        Reply.text(ctx, status, Reply.HTML, html(name, Map.of("chrome", chrome(ctx, status, title), "view", view)));
    }

    /** Answers with a piece of a page, for htmx. */
    void fragment(Context ctx, String name, Object view) {
        Reply.text(ctx, 200, Reply.HTML, html(name, Map.of("view", view)));
    }

    private String html(String name, Map<String, Object> parameters) {
        StringOutput out = new StringOutput(16 * 1024);
        engine.render(name + ".jte", parameters, out);
        return out.toString();
    }

    private Chrome chrome(Context ctx, int status, Title title) {
        return new Chrome(
                title.text(),
                title.section(),
                title.query(),
                title.kept(),
                title.live(),
                token,
                assets.path(""),
                status == 200 ? Routing.data(ctx, "json") : null,
                status == 200 ? Routing.data(ctx, "csv") : null);
    }

    /** What a page tells its surroundings; see {@link Chrome}. */
    record Title(String text, String section, String query, Map<String, String> kept, boolean live) {
        static Title of(String text, String section) {
            return new Title(text, section, "", Map.of(), false);
        }
    }
}
