package dealscope.web.http;

import org.jspecify.annotations.Nullable;

/** A request that cannot be answered, and what to change; becomes problem JSON (RFC 9457) or an error page. */
public final class RequestProblem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final int position;
    private final @Nullable String query;

    private RequestProblem(int status, String detail, @Nullable String query, int position) {
        super(detail, null, false, false);
        this.status = status;
        this.query = query;
        this.position = position;
    }

    public static RequestProblem of(int status, String detail) {
        return new RequestProblem(status, detail, null, -1);
    }

    public static RequestProblem badParameter(String detail) {
        return of(400, detail);
    }

    /** @param position of the offending character in {@code query}, from 0 */
    public static RequestProblem badQuery(String detail, String query, int position) {
        return new RequestProblem(400, detail, query, position);
    }

    public static RequestProblem notFound(String detail) {
        return of(404, detail);
    }

    public int status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The query in which {@link #position} counts; null when it was no query. */
    public @Nullable String query() {
        return query;
    }

    public int position() {
        return position;
    }
}
