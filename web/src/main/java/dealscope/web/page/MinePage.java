package dealscope.web.page;

import dealscope.web.page.Renderer.Title;
import io.javalin.http.Context;

/** {@code /mine}: what a reader keeps in the own browser. The server knows nothing of it; the page is filled by a script. */
public final class MinePage {
    private final Renderer renderer;

    public MinePage(Renderer renderer) {
        this.renderer = renderer;
    }

    /** Nothing: all is in the browser. */
    public record View() {}

    public void show(Context ctx) {
        renderer.page(ctx, "mine", Title.of("Yours", "mine"), new View());
    }
}
