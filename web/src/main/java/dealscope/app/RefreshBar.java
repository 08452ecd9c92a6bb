package dealscope.app;

import dealscope.web.site.Progress;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Shows a refresh on the console while it goes on, from the same progress as the page. */
final class RefreshBar implements AutoCloseable {
    private static final long MILLIS = 200;

    private final Console console;
    private final Supplier<Progress> source;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("bar").daemon().factory());

    private RefreshBar(Console console, Supplier<Progress> source) {
        this.console = console;
        this.source = source;
    }

    static RefreshBar show(Console console, Supplier<Progress> source) {
        RefreshBar bar = new RefreshBar(console, source);
        var unused = bar.ticks.scheduleWithFixedDelay(bar::tick, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
        return bar;
    }

    private void tick() {
        Progress now = source.get();
        if (now.running()) {
            console.progress(now.done(), now.total(), words(now));
        }
    }

    static String words(Progress now) {
        StringBuilder words = new StringBuilder();
        words.append(String.format(
                Locale.ROOT,
                "%d/%d feeds, %d/%d pages, %d new",
                now.feedsDone(),
                now.feeds(),
                now.pagesDone(),
                now.pages(),
                now.fresh()));
        if (now.failed() > 0) {
            words.append(", ").append(now.failed()).append(" failed");
        }
        if (now.articlesLeft() > 0) {
            words.append(", ").append(now.articlesLeft()).append(" to analyze");
        }
        return words.toString();
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        console.clear();
    }
}
