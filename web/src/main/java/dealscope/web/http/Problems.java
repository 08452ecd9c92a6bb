package dealscope.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Errors as problem JSON (RFC 9457). */
public final class Problems {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Problems() {}

    /**
     * @param request whose query, position and better query are written; null when no request was at fault
     * @param id to find the cause in the log
     */
    public static void send(
            Context ctx,
            int status,
            String title,
            String detail,
            @Nullable RequestProblem request,
            @Nullable String id) {
        ObjectNode problem = JSON.createObjectNode();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        if (request != null && request.query() != null) {
            problem.put("query", request.query()).put("position", request.position());
            if (request.instead() != null) {
                problem.put("instead", request.instead());
            }
        }
        if (id != null) {
            problem.put("id", id);
        }
        try {
            Reply.text(ctx, status, Reply.PROBLEM, JSON.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
