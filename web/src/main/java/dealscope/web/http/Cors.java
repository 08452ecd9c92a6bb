package dealscope.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;

/**
 * Lets pages of other sites read our data in a browser
 * (<a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS</a>), those that the settings name and none by
 * default. Reading alone, without cookies; pages and forms stay ours.
 */
public final class Cors {
    private static final String ANY = "*";
    private static final String EXPOSED =
            "ETag, Link, Dealscope-Snapshot, Dealscope-Citation, RateLimit, RateLimit-Policy, Retry-After";

    private final Set<String> origins;

    /** @param origins such as {@code https://notebook.example.com}; {@code *} for all */
    public Cors(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** Adds the headers, and answers a browser's question beforehand. */
    public void apply(Context ctx) {
        String origin = ctx.header("Origin");
        if (origins.isEmpty() || !isData(ctx.path())) {
            return;
        }
        boolean any = origins.contains(ANY);
        if (!any) {
            ctx.header("Vary", "Accept-Encoding, Origin");
        }
        if (origin == null || !(any || origins.contains(origin))) {
            return;
        }
        ctx.header("Access-Control-Allow-Origin", any ? ANY : origin)
                .header("Access-Control-Expose-Headers", EXPOSED)
                .header("Cross-Origin-Resource-Policy", "cross-origin");
        if (ctx.method().equals(HandlerType.OPTIONS) && ctx.header("Access-Control-Request-Method") != null) {
            ctx.header("Access-Control-Allow-Methods", "GET, HEAD")
                    .header("Access-Control-Allow-Headers", "If-None-Match, Accept, Range")
                    .header("Access-Control-Max-Age", "86400")
                    .status(204)
                    .skipRemainingHandlers();
        }
    }

    private static boolean isData(String path) {
        return path.startsWith("/api/") || path.endsWith(".json") || path.endsWith(".csv");
    }
}
