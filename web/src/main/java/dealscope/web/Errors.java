package dealscope.web;

import dealscope.web.http.Problems;
import dealscope.web.http.RequestProblem;
import dealscope.web.page.ErrorPage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever goes wrong into an answer: problem JSON for programs, a page for people. */
final class Errors {
    private static final Logger log = LoggerFactory.getLogger(Errors.class);
    private final ErrorPage page;

    Errors(ErrorPage page) {
        this.page = page;
    }

    void register(RoutesConfig routes) {
        routes.exception(
                RequestProblem.class, (problem, ctx) -> answer(ctx, problem.status(), problem.detail(), problem));
        routes.exception(
                HttpResponseException.class, (e, ctx) -> answer(ctx, e.getStatus(), words(e.getStatus()), null));
        routes.exception(Exception.class, (e, ctx) -> failed(ctx, e));
        routes.error(404, ctx -> {
            if (ctx.resultInputStream() == null) {
                answer(ctx, 404, words(404), null);
            }
        });
    }

    private void answer(Context ctx, int status, String detail, @Nullable RequestProblem problem) {
        send(ctx, status, detail, problem, null);
    }

    /** The cause goes to the log, an id to the reader. */
    void failed(Context ctx, Throwable cause) {
        if (clientWent(cause)) {
            log.debug("{} {}: the client went away", ctx.method(), ctx.path());
            return;
        }
        String id = UUID.randomUUID().toString().substring(0, 8);
        log.error("{} {} failed, id {}", ctx.method(), clean(ctx.path()), id, cause);
        if (!ctx.res().isCommitted()) {
            send(ctx, 500, "The cause is in the program's log under the id " + id + ".", null, id);
        }
    }

    private void send(Context ctx, int status, String detail, @Nullable RequestProblem problem, @Nullable String id) {
        ctx.res().resetBuffer();
        if (wantsJson(ctx)) {
            Problems.send(ctx, status, ErrorPage.title(status), detail, problem, id);
        } else {
            page.show(ctx, status, detail, problem, id);
        }
    }

    private static boolean clientWent(Throwable cause) {
        return cause instanceof EofException
                || (cause instanceof UncheckedIOException && cause.getCause() instanceof EofException);
    }

    private static boolean wantsJson(Context ctx) {
        String accept = ctx.header("Accept");
        String path = ctx.path();
        return path.startsWith("/api/")
                || path.endsWith(".json")
                || path.endsWith(".csv")
                || path.equals("/healthz")
                || (accept != null && accept.contains("json") && !accept.contains("html"));
    }

    private static String words(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address exists, but not for this kind of request.";
            case 413 -> "The request is too large.";
            default -> "The request cannot be answered as it is.";
        };
    }

    /** A path goes into one line of the log, whatever it holds. */
    private static String clean(String path) {
        return path.codePoints()
                .limit(200)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
