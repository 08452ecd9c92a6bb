package dealscope.quality;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures the quality once, in the background, when it is first asked for, and keeps the report. From any thread.
 *
 * <pre>{@code
 * QualityMeter meter = new QualityMeter(() -> QualityReport.measure(analyzer, clock.instant()));
 * meter.reading(); // under way
 * }</pre>
 */
public final class QualityMeter {
    private final Supplier<QualityReport> measuring;
    private @Nullable CompletableFuture<Reading> reading;

    /** How far the measuring is. */
    public sealed interface Reading {
        /** Ask again in a few seconds. */
        record UnderWay() implements Reading {}

        record Done(QualityReport report) implements Reading {}

        /** It cannot be measured; asking again does not help. */
        record Failed(String reason) implements Reading {}
    }

    public QualityMeter(Supplier<QualityReport> measuring) {
        this.measuring = measuring;
    }

    /** Starts the measuring when nobody has yet; never waits for it. */
    public synchronized Reading reading() {
        CompletableFuture<Reading> started = reading;
        if (started == null) {
            CompletableFuture<Reading> future = new CompletableFuture<>();
            Thread thread = new Thread(() -> future.complete(measured()), "quality");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
            reading = future;
            started = future;
        }
        return started.getNow(new Reading.UnderWay());
    }

    private Reading measured() {
        try {
            return new Reading.Done(measuring.get());
        } catch (RuntimeException | StackOverflowError e) {
            return new Reading.Failed(String.valueOf(e.getMessage()));
        }
    }
}
