package dealscope.web.api;

import dealscope.web.data.Json;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.site.Progress;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far a refresh is, as server-sent events (<a
 * href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, 9.2</a>): one event {@code progress} at the
 * beginning and at every change, at most four a second, each whole in itself; a comment line when nothing changes for
 * {@link #HEARTBEAT}. A client that comes back with the id of the newest event in {@code Last-Event-ID} is told only what
 * is newer.
 *
 * <p>Each stream holds one virtual thread until its client goes, {@link #LONGEST} is over (clients come back by
 * themselves) or {@link #close}. At most {@value #CLIENTS} at a time; one more is answered 503 with {@code Retry-After}.
 */
public final class RefreshEvents implements AutoCloseable {
    static final int CLIENTS = 64;
    static final Duration HEARTBEAT = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long PAUSE_MILLIS = 250;

    private final Supplier<Progress> source;
    private final Semaphore places = new Semaphore(CLIENTS);
    private final CountDownLatch closed = new CountDownLatch(1);
    /** Ids of another life of the program mean nothing in this one. */
    private final String life = Long.toString(System.currentTimeMillis(), 36);

    private Event newest;

    private record Event(long number, Progress progress) {}

    /** @param source cheap enough to be asked four times a second for each client */
    public RefreshEvents(Supplier<Progress> source) {
        this.source = source;
        this.newest = new Event(0, source.get());
    }

    /** Answers {@code /events/refresh}, for as long as the client listens. */
    public void stream(Context ctx) throws IOException {
        new Params(ctx, true, Set.of());
        if (!places.tryAcquire()) {
            ctx.header("Retry-After", "15");
            throw RequestProblem.of(503, "There are " + CLIENTS + " listeners already; ask /api/refresh instead.");
        }
        try {
            ctx.contentType("text/event-stream; charset=utf-8")
                    .header("Cache-Control", "no-store")
                    .header("X-Accel-Buffering", "no");
            if (!ctx.method().equals(HandlerType.HEAD)) {
                try (OutputStream out = ctx.res().getOutputStream()) {
                    send(out, ctx.header("Last-Event-ID"));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private void send(OutputStream out, @Nullable String seen) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        long lastWord = System.nanoTime();
        write(out, "retry: 3000\n\n");
        Event last = current();
        if (!id(last).equals(seen)) {
            write(out, event(last));
        }
        while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
            Event now = current();
            if (now.number() != last.number()) {
                write(out, event(now));
                last = now;
                lastWord = System.nanoTime();
            } else if (System.nanoTime() - lastWord > HEARTBEAT.toNanos()) {
                write(out, ": still here\n\n");
                lastWord = System.nanoTime();
            }
        }
    }

    private synchronized Event current() {
        Progress progress = source.get();
        if (!progress.equals(newest.progress())) {
            newest = new Event(newest.number() + 1, progress);
        }
        return newest;
    }

    private String id(Event event) {
        return life + "-" + event.number();
    }

    private String event(Event event) {
        return "id: " + id(event) + "\nevent: progress\ndata: " + Json.of(RefreshJson.of(event.progress())) + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Ends every stream, and waits a moment for them to end; their clients come back when there is a server again. */
    @Override
    public void close() {
        closed.countDown();
        try {
            if (places.tryAcquire(CLIENTS, 2, TimeUnit.SECONDS)) {
                places.release(CLIENTS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
