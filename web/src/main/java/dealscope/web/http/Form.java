package dealscope.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * The fields of a POST. The body is read here and nowhere else: at most {@value #MAX_BYTES} bytes, and within a deadline
 * for the whole of it, after which the connection is closed. (Jetty's idle timeout starts anew with every byte, so a
 * client that sends one now and then would hold a connection for ever.)
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
        Form form = new Form(parse(new String(body(ctx, deadline, timer), StandardCharsets.UTF_8)));
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

    private static byte[] body(Context ctx, Duration deadline, ScheduledExecutorService timer) {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> watch = timer.schedule(
                () -> {
                    late.set(true);
                    ServletContextRequest.getServletContextRequest(ctx.req())
                            .getConnectionMetaData()
                            .getConnection()
                            .getEndPoint()
                            .close();
                },
                deadline.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            byte[] body = ctx.req().getInputStream().readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw RequestProblem.of(413, "A form may have at most " + MAX_BYTES + " bytes.");
            }
            return body;
        } catch (IOException e) {
            throw RequestProblem.of(408, late.get() ? "The form took too long to arrive." : "The form did not arrive.");
        } finally {
            watch.cancel(false);
        }
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
