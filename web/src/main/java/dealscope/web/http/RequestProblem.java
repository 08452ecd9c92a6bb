package dealscope.web.http;

import dealscope.index.BadQuery;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered, and what to change; becomes problem JSON (RFC 9457) or an error page. */
public final class RequestProblem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final int position;
    private final @Nullable String query;
    private final @Nullable String instead;

    private RequestProblem(int status, String detail, @Nullable String query, int position, @Nullable String instead) {
        super(detail, null, false, false);
        this.instead = instead;
        this.status = status;
        this.query = query;
        this.position = position;
    }

    public static RequestProblem of(int status, String detail) {
        return new RequestProblem(status, detail, null, -1, null);
    }

    public static RequestProblem badParameter(String detail) {
        return of(400, detail);
    }

    /** @param query that was read, in which the position of the offending character counts */
    public static RequestProblem badQuery(BadQuery bad, String query) {
        return new RequestProblem(
                400,
                String.valueOf(bad.getMessage()),
                query,
                Math.min(bad.position(), query.length()),
                bad.instead().orElse(null));
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

    /** The query as it was probably meant, or null. */
    public @Nullable String instead() {
        return instead;
    }

    public int position() {
        return position;
    }
}
