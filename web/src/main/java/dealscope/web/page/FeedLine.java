package dealscope.web.page;

import dealscope.crawler.FeedState;
import dealscope.store.FeedStats;
import dealscope.web.feed.FeedHealth;
import dealscope.web.view.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A feed in the table of feeds, as words.
 *
 * @param state {@code failing}, {@code new}, {@code ok}, {@code paused}
 * @param label the state for people
 * @param trouble the reason behind the state; empty when it is healthy
 * @param silent "silent for 40 days"; empty otherwise
 * @param notes on terms, robots.txt and rules
 * @param share of its articles that tell of a deal, in percent
 */
public record FeedLine(
        String id,
        String title,
        String host,
        String url,
        @Nullable String category,
        boolean enabled,
        boolean sample,
        String state,
        String label,
        String trouble,
        String silent,
        List<String> notes,
        String lastSuccess,
        String lastSuccessAt,
        String nextCheck,
        String nextCheckAt,
        String schedule,
        String newest,
        String newestAt,
        String perDay,
        String deals28,
        String deals90,
        String share) {
    static FeedLine of(FeedHealth health, Instant now) {
        FeedState feed = health.feed();
        FeedStats stats = health.stats();
        Instant next = health.nextCheck(now);
        Instant newest = feed.history().lastEntry();
        return new FeedLine(
                feed.id(),
                feed.title(),
                health.host(),
                feed.url(),
                feed.category(),
                feed.options().enabled(),
                feed.sample(),
                health.state().label(),
                label(health),
                trouble(health),
                health.silence(),
                notes(health),
                Dates.relative(feed.history().lastSuccess(), now),
                Dates.minute(feed.history().lastSuccess()),
                next == null ? "–" : health.next(now),
                next == null ? "" : Dates.minute(next),
                next == null ? "" : health.scheduleWords(),
                newest == null ? "–" : Dates.relative(newest, now),
                newest == null ? "" : Dates.minute(newest),
                stats.perDay() <= 0 ? "" : decimal(stats.perDay()),
                stats.articles90() == 0 ? "" : String.valueOf(stats.deals28()),
                stats.articles90() == 0 ? "" : String.valueOf(stats.deals90()),
                stats.articles90() == 0 ? "" : String.format(Locale.ROOT, "%.0f%%", 100 * stats.share()));
    }

    private static String decimal(double value) {
        if (value < 0.05) {
            return "<0.1";
        }
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%.0f", value);
    }

    private static String label(FeedHealth health) {
        int failures = health.feed().history().failures();
        return switch (health.state()) {
            case FAILING -> failures > 1 ? "Failing, " + failures + " times in a row" : "Failing";
            case NEW -> "Not read yet";
            case OK -> "OK";
            case PAUSED -> "Paused";
        };
    }

    private static String trouble(FeedHealth health) {
        return switch (health.state()) {
            case FAILING -> Objects.requireNonNullElse(health.feed().history().reason(), "");
            case PAUSED -> Objects.requireNonNullElse(health.feed().options().note(), "");
            default -> "";
        };
    }

    private static List<String> notes(FeedHealth health) {
        List<String> notes = new ArrayList<>();
        String note = health.feed().options().note();
        if (note != null && health.feed().options().enabled()) {
            notes.add(note);
        }
        int robots = health.stats().robots28();
        if (robots > 0) {
            notes.add("robots.txt keeps us from " + robots + (robots == 1 ? " page" : " pages"));
        }
        if (health.feed().options().keep() != null || health.feed().options().drop() != null) {
            notes.add("only what its rules keep");
        }
        return List.copyOf(notes);
    }
}
