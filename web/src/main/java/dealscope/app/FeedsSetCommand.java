package dealscope.app;

import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.crawler.Interval;
import dealscope.schedule.Cron;
import dealscope.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dealscope feeds set FEED --every 2h}: changes what was set for a feed. */
@Command(
        name = "set",
        description =
                "Changes a feed's title, category, note, or how often it is checked. An empty text takes it away.",
        mixinStandardHelpOptions = true)
final class FeedsSetCommand extends OneFeedCommand {
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,5})\\s*(m|min|h|d)");

    @Option(names = "--title", description = "Name to show.")
    @Nullable
    String title;

    @Option(names = "--category", description = "Folder to keep it in.")
    @Nullable
    String category;

    @Option(names = "--note", description = "What to know about it, such as terms.")
    @Nullable
    String note;

    @Option(names = "--every", paramLabel = "TIME", description = "Fixed time between two checks, 10m to 1d.")
    @Nullable
    String every;

    @Option(names = "--cron", paramLabel = "TIMES", description = "Times of the checks: five cron fields, in UTC.")
    @Nullable
    String cron;

    @Option(names = "--adaptive", description = "Checks by the feed's own rhythm again.")
    boolean adaptive;

    @Override
    public Integer call() {
        int schedules = (every == null ? 0 : 1) + (cron == null ? 0 : 1) + (adaptive ? 1 : 0);
        if (schedules > 1) {
            throw new UsageException("choose one of --every, --cron and --adaptive");
        }
        if (schedules == 0 && title == null && category == null && note == null) {
            throw new UsageException("say what to change; see: dealscope feeds set --help");
        }
        try (Store store = Stores.open(data.settings())) {
            return onFeed(store, feed -> {
                store.changeFeed(changed(feed, schedules > 0));
                return 0;
            });
        }
    }

    private FeedState changed(FeedState feed, boolean rescheduled) {
        if (title != null && title.isBlank()) {
            throw new UsageException("a feed needs a title");
        }
        String refusal = cron == null ? null : Cron.refusal(cron, Instant.now());
        if (refusal != null) {
            throw new UsageException(refusal);
        }
        FeedOptions options = feed.options();
        options = note == null ? options : options.withNote(orNull(note));
        options = rescheduled ? options.withSchedule(every == null ? null : span(every), cron) : options;
        return feed.named(title == null ? feed.title() : title, category == null ? feed.category() : orNull(category))
                .withOptions(options);
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static Duration span(String text) {
        Matcher match = SPAN.matcher(text.strip());
        if (match.matches()) {
            long number = Long.parseLong(match.group(1));
            Duration span =
                    switch (match.group(2)) {
                        case "h" -> Duration.ofHours(number);
                        case "d" -> Duration.ofDays(number);
                        default -> Duration.ofMinutes(number);
                    };
            if (span.compareTo(Interval.MINIMUM) >= 0 && span.compareTo(Interval.MAXIMUM) <= 0) {
                return span;
            }
        }
        throw new UsageException("--every is from 10m to 1d, such as 90m or 2h");
    }
}
