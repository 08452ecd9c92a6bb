package dealscope.web.page;

import dealscope.web.http.RequestProblem;
import dealscope.web.page.Renderer.Title;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person sees when a request cannot be answered: what is wrong and what to change, never a stack trace. */
public final class ErrorPage {
    private final Renderer renderer;

    public ErrorPage(Renderer renderer) {
        this.renderer = renderer;
    }

    /**
     * @param before the query up to the offending character, then that character, then the rest; empty when the request
     *     was no query
     * @param instead null when nothing near is known
     * @param id to find the cause in the log; null when the cause is known to the person already
     */
    public record View(
            int status,
            String title,
            String detail,
            String before,
            String at,
            String after,
            @Nullable Instead instead,
            @Nullable String id) {}

    /** The query as it was probably meant, and where it is searched for. */
    public record Instead(String query, String href) {}

    public void show(Context ctx, int status, String detail, @Nullable RequestProblem problem, @Nullable String id) {
        String query = problem == null ? null : problem.query();
        String text = query == null ? "" : query;
        int at = Math.clamp(problem == null ? -1 : problem.position(), 0, text.length());
        int end = at < text.length() ? text.offsetByCodePoints(at, 1) : at;
        View view = new View(
                status,
                title(status),
                detail,
                text.substring(0, at),
                text.substring(at, end),
                text.substring(end),
                instead(problem),
                id);
        renderer.page(ctx, status, "error", new Title(view.title(), "", text, Map.of(), false), view);
    }

    private static @Nullable Instead instead(@Nullable RequestProblem problem) {
        String query = problem == null ? null : problem.instead();
        return query == null ? null : new Instead(query, Links.with("/deals", Map.of("q", query)));
    }

    /** The name of the trouble, in the words of a person. */
    public static String title(int status) {
        return switch (status) {
            case 400 -> "This request cannot be understood";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Not possible here";
            case 408 -> "Too slow";
            case 413 -> "Too large";
            case 421 -> "Another host";
            case 422 -> "Not accepted";
            case 429 -> "Too many requests";
            case 503 -> "Not available";
            default -> status < 500 ? "This request cannot be answered" : "Something went wrong here";
        };
    }
}
