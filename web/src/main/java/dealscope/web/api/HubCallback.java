package dealscope.web.api;

import dealscope.source.WebSub;
import dealscope.web.http.RequestBody;
import dealscope.web.http.RequestProblem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/**
 * {@code /websub/{token}}: where hubs call back. They come from anywhere and hold no form token of ours: the address,
 * which nobody can guess, and the signature stand in for both.
 */
public final class HubCallback {
    private static final String PATH = "/websub/";
    private static final int MAX_BYTES = 10 << 20;

    private final WebSub webSub;
    private final Duration deadline;
    private final ScheduledExecutorService timer;

    /** @param deadline for the whole of a message */
    public HubCallback(WebSub webSub, Duration deadline, ScheduledExecutorService timer) {
        this.webSub = webSub;
        this.deadline = deadline;
        this.timer = timer;
    }

    /** Whether this request is a hub's, which other guards must let pass. */
    public static boolean concerns(Context ctx) {
        return ctx.path().startsWith(PATH);
    }

    public void register(RoutesConfig routes) {
        routes.get(PATH + "{token}", this::verify);
        routes.post(PATH + "{token}", this::deliver);
    }

    private void verify(Context ctx) {
        String answer = webSub.verify(
                        ctx.pathParam("token"),
                        ctx.queryParam("hub.mode"),
                        ctx.queryParam("hub.topic"),
                        ctx.queryParam("hub.challenge"),
                        ctx.queryParam("hub.lease_seconds"),
                        ctx.queryParam("hub.reason"))
                .orElseThrow(HubCallback::unknown);
        ctx.contentType("text/plain; charset=utf-8").result(answer);
    }

    private void deliver(Context ctx) {
        String token = ctx.pathParam("token");
        if (!webSub.expects(token)) {
            throw RequestProblem.of(410, "There is no such subscription.");
        }
        byte[] body = RequestBody.read(ctx, MAX_BYTES, deadline, timer);
        WebSub.Delivery done = webSub.deliver(token, ctx.contentType(), ctx.header("X-Hub-Signature"), body);
        if (done == WebSub.Delivery.UNKNOWN) {
            throw RequestProblem.of(410, "There is no such subscription.");
        }
        // The same answer to a wrong signature: whoever guesses learns nothing (WebSub, section 8.1).
        ctx.status(202);
    }

    private static RequestProblem unknown() {
        return RequestProblem.notFound("There is no such subscription.");
    }
}
