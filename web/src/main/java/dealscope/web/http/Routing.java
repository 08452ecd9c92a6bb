package dealscope.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds routes that read: what GET answers, HEAD answers with the same headers (RFC 9110, 9.3.2); Javalin alone says 200 to
 * any. A page's data is added before the page itself, which then knows that there is some.
 */
public final class Routing {
    private static final String HAS_DATA = "dealscope.hasData";

    private final RoutesConfig routes;
    private final Set<String> pagesWithData = new HashSet<>();

    public Routing(RoutesConfig routes) {
        this.routes = routes;
    }

    public void get(String path, Handler handler) {
        Handler marked = handler;
        if (pagesWithData.contains(path)) {
            marked = ctx -> {
                ctx.attribute(HAS_DATA, true);
                handler.handle(ctx);
            };
        }
        routes.get(path, marked);
        routes.head(path, marked);
    }

    /**
     * What the page at this path shows, at its path with {@code .json} and {@code .csv} at the end.
     *
     * @param json null when a route of its own gives it
     */
    public void data(String page, @Nullable Handler json, Handler csv) {
        if (json != null) {
            get(page + ".json", json);
        }
        get(page + ".csv", csv);
        pagesWithData.add(page);
    }

    /** The address of what the page that is asked for shows, as {@code json} or {@code csv}; null when it has none. */
    public static @Nullable String data(Context ctx, String format) {
        if (ctx.attribute(HAS_DATA) == null) {
            return null;
        }
        String query = ctx.queryString();
        return ctx.path() + "." + format + (query == null || query.isEmpty() ? "" : "?" + query);
    }
}
