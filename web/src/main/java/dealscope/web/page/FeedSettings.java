package dealscope.web.page;

import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.crawler.Interval;
import dealscope.schedule.Cron;
import dealscope.web.http.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The settings form of a feed, as it was filled in.
 *
 * @param schedule {@code adaptive}, {@code every} or {@code cron}
 * @param every minutes, as typed
 * @param keep a rule, empty for none
 * @param drop a rule, empty for none
 */
public record FeedSettings(
        String title,
        String category,
        String note,
        String schedule,
        String every,
        String cron,
        String keep,
        String drop) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_RULE = 1000;

    static FeedSettings of(Form form) {
        return new FeedSettings(
                form.text("title"),
                form.text("category"),
                form.text("note"),
                form.text("schedule"),
                form.text("every"),
                form.text("cron"),
                form.text("keep"),
                form.text("drop"));
    }

    static FeedSettings of(FeedState feed) {
        FeedOptions options = feed.options();
        Duration every = options.every();
        return new FeedSettings(
                feed.title(),
                shown(feed.category()),
                shown(options.note()),
                options.cron() != null ? "cron" : every != null ? "every" : "adaptive",
                every == null ? "" : String.valueOf(every.toMinutes()),
                shown(options.cron()),
                shown(options.keep()),
                shown(options.drop()));
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What is wrong with it, in words; null when it can be set. Rules are checked by those who know them. */
    @Nullable
    String problem(Instant now) {
        if (title.isEmpty()) {
            return "A feed needs a title.";
        }
        if (title.length() > LONGEST_NAME || category.length() > LONGEST_NAME) {
            return "Title and category may have up to 200 characters.";
        }
        if (note.length() > LONGEST_NOTE) {
            return "A note may have up to 500 characters.";
        }
        if (keep.length() > LONGEST_RULE || drop.length() > LONGEST_RULE) {
            return "A rule may have up to 1,000 characters.";
        }
        return switch (schedule) {
            case "adaptive" -> null;
            case "every" ->
                minutes() == null ? "Checks can be from 10 to 1440 minutes apart; give a whole number." : null;
            case "cron" -> Cron.refusal(cron, now);
            default -> "Choose how often the feed is checked.";
        };
    }

    private @Nullable Duration minutes() {
        if (!every.matches("[0-9]{1,5}")) {
            return null;
        }
        Duration given = Duration.ofMinutes(Integer.parseInt(every));
        boolean fits = given.compareTo(Interval.MINIMUM) >= 0 && given.compareTo(Interval.MAXIMUM) <= 0;
        return fits ? given : null;
    }

    /** The feed with all of this but the rules. */
    FeedState applyTo(FeedState feed) {
        FeedOptions options = feed.options()
                .withNote(note.isEmpty() ? null : note)
                .withSchedule(schedule.equals("every") ? minutes() : null, schedule.equals("cron") ? cron : null);
        return feed.named(title, category(category)).withOptions(options);
    }

    /** A category as it is stored: null when there is none. */
    static @Nullable String category(String typed) {
        String name = typed.strip();
        return name.isEmpty() ? null : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** {@code keep} or null. */
    @Nullable
    String keepRule() {
        return keep.isEmpty() ? null : keep;
    }

    /** {@code drop} or null. */
    @Nullable
    String dropRule() {
        return drop.isEmpty() ? null : drop;
    }

    /** Whether this is the chosen schedule; for the template. */
    public boolean chosen(String name) {
        return schedule.toLowerCase(Locale.ROOT).equals(name);
    }
}
