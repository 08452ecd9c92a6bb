package dealscope.app;

import static dealscope.app.FeedsCommand.oneLine;

import dealscope.crawler.FeedState;
import dealscope.crawler.HostPauses;
import dealscope.index.FeedRules;
import dealscope.source.Backfill;
import dealscope.store.Store;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dealscope feeds backfill}: older entries than the feed shows. */
@Command(
        name = "backfill",
        description = {
            "Takes older entries than a feed shows from its archive (RFC 5005) and the sitemaps of its site.",
            "Their pages are fetched by the refreshes that follow."
        },
        mixinStandardHelpOptions = true)
final class FeedsBackfillCommand extends OneFeedCommand {
    @Option(names = "--since", paramLabel = "DATE", description = "Nothing older (2026-01-31); default: 30 days ago.")
    @Nullable
    String since;

    @Option(names = "--max", paramLabel = "N", description = "At most so many entries, the newest; default 500.")
    int max = 500;

    @Option(names = "--dry-run", description = "Asks the site, but stores nothing.")
    boolean dryRun;

    @Override
    public Integer call() {
        Settings settings = data.settings();
        InstantSource clock = InstantSource.system();
        Backfill.Plan plan = plan(clock.instant());
        try (Store store = dryRun ? Store.openReadOnly(settings.storeUrl()) : Stores.open(settings)) {
            return onFeed(store, feed -> {
                CrawlParts parts = CrawlParts.of(settings, Map.of(), dryRun ? HostPauses.NONE : store, clock);
                return run(parts.backfill(store, new FeedRules(clock), clock), feed, plan);
            });
        }
    }

    private int run(Backfill backfill, FeedState feed, Backfill.Plan plan) {
        Console console = new Console(System.err);
        Backfill.Result result =
                backfill.run(feed, plan, step -> console.progress(step.found(), plan.max(), words(step)));
        say(console, result);
        return result.found() == 0 && result.trouble() != null ? 1 : 0;
    }

    private Backfill.Plan plan(Instant now) {
        if (max < 1 || max > Backfill.Plan.MOST) {
            throw new UsageException("--max is from 1 to " + Backfill.Plan.MOST);
        }
        try {
            Instant from = since == null
                    ? now.minus(Duration.ofDays(30))
                    : LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant();
            return new Backfill.Plan(from, max, dryRun);
        } catch (DateTimeException e) {
            throw new UsageException("--since is a day such as 2026-01-31");
        }
    }

    private static String words(Backfill.Step step) {
        return step.documents() + " documents, " + step.sitemaps() + " sitemaps, " + step.found() + " entries";
    }

    private void say(Console console, Backfill.Result result) {
        console.say("%d documents of the feed and %d sitemaps were read: %d entries, %d of them new%s"
                .formatted(
                        result.documents(),
                        result.sitemaps(),
                        result.found(),
                        result.fresh(),
                        result.oldest() == null ? "" : ", the oldest of " + day(result.oldest())));
        result.titles().forEach(title -> console.say("  " + oneLine(title)));
        if (result.dropped() > 0) {
            console.say(result.dropped() + " of the new ones are dropped by the feed's rules");
        }
        if (result.undated() > 0) {
            console.say(result.undated() + " addresses in the sitemaps tell no date and were left alone");
        }
        if (result.trouble() != null) {
            console.say(oneLine(result.trouble()));
        }
        console.say(
                dryRun ? "Nothing was changed." : "Their pages are fetched by the next refreshes: dealscope refresh");
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }
}
