package dealscope.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Reads what a client sends, here and nowhere else: up to a size, and within a deadline for the whole of it, after which
 * the connection is closed. (Jetty's idle timeout starts anew with every byte, so a client that sends one now and then
 * would hold a connection for ever.)
 */
public final class RequestBody {
    private RequestBody() {}

    /** @throws RequestProblem when it is too large (413) or does not arrive in time (408) */
    public static byte[] read(Context ctx, int maxBytes, Duration deadline, ScheduledExecutorService timer) {
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
            byte[] body = ctx.req().getInputStream().readNBytes(maxBytes + 1);
            if (body.length > maxBytes) {
                throw RequestProblem.of(413, "This may have at most " + maxBytes + " bytes.");
            }
            return body;
        } catch (IOException e) {
            throw RequestProblem.of(408, late.get() ? "It took too long to arrive." : "It did not arrive.");
        } finally {
            watch.cancel(false);
        }
    }
}
