package dealscope.web.http;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;

/**
 * The fields of a POST, and its file where one is allowed: at most as many bytes as its {@link Limit} says, and within a
 * deadline for the whole of it, see {@link RequestBody}.
 */
public final class Form {
    private static final String ATTRIBUTE = Form.class.getName();
    /** Files that are held in memory at once. */
    private static final Semaphore FILES = new Semaphore(2);

    private final Map<String, String> fields;
    private final byte[] file;

    private Form(Map<String, String> fields, byte[] file) {
        this.fields = fields;
        this.file = file;
    }

    /** What a form may be. */
    public enum Limit {
        FIELDS("application/x-www-form-urlencoded", 16 * 1024, 1),
        FILE("multipart/form-data", 20_000_000, 6);

        private final String type;
        private final int bytes;
        private final int deadlines;

        Limit(String type, int bytes, int deadlines) {
            this.type = type;
            this.bytes = bytes;
            this.deadlines = deadlines;
        }
    }

    /** Reads the form and leaves it for {@link #of}. */
    public static Form read(Context ctx, Limit limit, Duration deadline, ScheduledExecutorService timer) {
        String type = ctx.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(limit.type)) {
            throw RequestProblem.of(403, "Send a form (" + limit.type + ") with the page's token.");
        }
        Form form = limit == Limit.FILE
                ? file(ctx, type, deadline, timer)
                : new Form(parse(new String(body(ctx, limit, deadline, timer), StandardCharsets.UTF_8)), new byte[0]);
        ctx.attribute(ATTRIBUTE, form);
        return form;
    }

    private static Form file(Context ctx, String type, Duration deadline, ScheduledExecutorService timer) {
        if (!FILES.tryAcquire()) {
            throw RequestProblem.of(503, "Other files are being read just now; try again in a minute.");
        }
        try {
            Multipart form = Multipart.parse(type, body(ctx, Limit.FILE, deadline, timer));
            return new Form(form.fields(), form.file());
        } finally {
            FILES.release();
        }
    }

    /** The form of this request, read before. */
    public static Form of(Context ctx) {
        Form form = ctx.attribute(ATTRIBUTE);
        return form == null ? new Form(Map.of(), new byte[0]) : form;
    }

    /** A field's value, trimmed; empty when it is not there. */
    public String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** The content of the file; empty when there is none. */
    public byte[] file() {
        return file.clone();
    }

    private static byte[] body(Context ctx, Limit limit, Duration deadline, ScheduledExecutorService timer) {
        return RequestBody.read(ctx, limit.bytes, deadline.multipliedBy(limit.deadlines), timer);
    }

    private static Map<String, String> parse(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RequestProblem.badParameter("The form is not encoded as forms are.");
        }
    }
}
