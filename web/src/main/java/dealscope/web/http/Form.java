package dealscope.web.http;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The fields of a POST: at most {@value #MAX_BYTES} bytes, and within a deadline for the whole of it, see {@link
 * RequestBody}.
 */
public final class Form {
    static final int MAX_BYTES = 16 * 1024;
    private static final String ATTRIBUTE = Form.class.getName();
    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Reads the form and leaves it for {@link #of}. */
    public static Form read(Context ctx, Duration deadline, ScheduledExecutorService timer) {
        String type = ctx.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            throw RequestProblem.of(403, "Send a form (application/x-www-form-urlencoded) with the page's token.");
        }
        byte[] body = RequestBody.read(ctx, MAX_BYTES, deadline, timer);
        Form form = new Form(parse(new String(body, StandardCharsets.UTF_8)));
        ctx.attribute(ATTRIBUTE, form);
        return form;
    }

    /** The form of this request, read before. */
    public static Form of(Context ctx) {
        Form form = ctx.attribute(ATTRIBUTE);
        return form == null ? new Form(Map.of()) : form;
    }

    /** A field's value, trimmed; empty when it is not there. */
    public String text(String name) {
        return fields.getOrDefault(name, "").strip();
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
