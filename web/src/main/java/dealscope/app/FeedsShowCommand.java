package dealscope.app;

import static dealscope.app.FeedsCommand.oneLine;

import dealscope.crawler.FeedState;
import dealscope.crawler.Visit;
import dealscope.store.FeedStats;
import dealscope.store.Store;
import dealscope.store.Store.StoredArticle;
import dealscope.web.api.FeedJson;
import dealscope.web.api.Json;
import dealscope.web.feed.FeedHealth;
import dealscope.web.view.Dates;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dealscope feeds show FEED}: a feed's own page on the command line. */
@Command(
        name = "show",
        description = "Shows one feed: its state and settings, its last visits, its newest articles.",
        mixinStandardHelpOptions = true)
final class FeedsShowCommand extends OneFeedCommand {
    private static final int VISITS = 15;
    private static final int ARTICLES = 10;

    @Option(names = "--json", description = "The feed on one line, as in the API.")
    boolean json;

    @Override
    public Integer call() {
        Instant now = Instant.now();
        try (Store store = Store.openReadOnly(data.settings().storeUrl())) {
            return onFeed(store, feed -> {
                show(store, FeedHealth.of(feed, stats(store, feed.id()), now), now);
                return 0;
            });
        }
    }

    private void show(Store store, FeedHealth health, Instant now) {
        if (json) {
            System.out.println(Json.of(FeedJson.of(health, now)));
            return;
        }
        String feedId = health.feed().id();
        facts(health, now);
        store.feedLog().visits(feedId, VISITS).forEach(visit -> print(visit, now));
        articles(store, feedId);
    }

    private static FeedStats stats(Store store, String id) {
        return store.feedLog().stats().stream()
                .filter(each -> each.feedId().equals(id))
                .findFirst()
                .orElseGet(() -> FeedStats.none(id));
    }

    private static void facts(FeedHealth health, Instant now) {
        FeedState feed = health.feed();
        FeedStats stats = health.stats();
        System.out.println(oneLine(feed.title()));
        fact("address", feed.url());
        fact("id", feed.id());
        fact("category", feed.category());
        fact("state", health.words());
        fact("silence", health.silence());
        fact("last success", Dates.relative(feed.history().lastSuccess(), now));
        fact("next check", health.next(now) + " (" + health.scheduleWords() + ")");
        fact("note", feed.options().note());
        fact("keep", feed.options().keep());
        fact("drop", feed.options().drop());
        fact(
                "articles",
                stats.articles() + ", " + stats.full() + " with their whole text, "
                        + String.format(Locale.ROOT, "%.1f a day", stats.perDay()));
        fact(
                "deals",
                stats.deals28() + " in 28 days, " + stats.deals90() + " in 90 days; told by "
                        + String.format(Locale.ROOT, "%.0f%% of its articles", 100 * stats.share()));
        fact("robots.txt", stats.robots28() == 0 ? null : "keeps us from " + stats.robots28() + " pages in 28 days");
    }

    private static void fact(String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            System.out.printf(Locale.ROOT, "  %-13s %s%n", label, oneLine(value));
        }
    }

    private static void print(Visit visit, Instant now) {
        System.out.printf(
                Locale.ROOT,
                "  %14s  %3d  %,9d bytes  %,6d ms  %3d new  %s%n",
                Dates.relative(visit.at(), now),
                visit.status(),
                visit.bytes(),
                visit.took().toMillis(),
                visit.fresh(),
                visit.reason() == null ? visit.outcome().label().replace('_', ' ') : oneLine(visit.reason()));
    }

    private static void articles(Store store, String feedId) {
        List<StoredArticle> articles = store.articles(store.feedLog().newestArticles(feedId, ARTICLES));
        for (StoredArticle stored : articles) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-11s  %d deals  %s%n",
                    Dates.day(stored.article().published()),
                    stored.dealIds().size(),
                    oneLine(stored.article().title()));
        }
    }
}
