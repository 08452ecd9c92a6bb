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
     * @param position of the offending character in {@code query}; written when there is a query
     * @param id to find the cause in the log
     */
    public static void send(
            Context ctx,
            int status,
            String title,
            String detail,
            @Nullable String query,
            int position,
            @Nullable String id) {
        ObjectNode problem = JSON.createObjectNode();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        if (query != null) {
            problem.put("query", query).put("position", position);
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
