package dealscope.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** Adds routes that read: what GET answers, HEAD answers with the same headers (RFC 9110, 9.3.2); Javalin alone says 200 to any. */
public final class Routing {
    private final RoutesConfig routes;

    public Routing(RoutesConfig routes) {
        this.routes = routes;
    }

    public void get(String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }
}
