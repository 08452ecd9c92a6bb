package dealscope.app;

import static dealscope.app.FeedsCommand.oneLine;

import dealscope.crawler.FeedState;
import dealscope.source.Candidate;
import dealscope.source.Discovery;
import dealscope.store.Store;
import dealscope.web.site.Actions.AddFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dealscope feeds add}: follows the feed of a site, found from any address of it. */
@Command(
        name = "add",
        description = "Follows feeds by the address of the feed or of its site, which is asked for its feeds.",
        mixinStandardHelpOptions = true)
final class FeedsAddCommand implements Callable<Integer> {
    @Mixin
    DataOptions data = new DataOptions();

    @Option(names = "--title", description = "Name to show; default: the feed's own.")
    @Nullable
    String title;

    @Option(names = "--category", description = "Folder to keep it in.")
    @Nullable
    String category;

    @Option(names = "--as-is", description = "Follows exactly this address without asking for it first.")
    boolean asIs;

    @Option(
            names = "--pick",
            paramLabel = "N",
            description = "Of several feeds that were found, the one with this number.")
    int pick;

    @Parameters(arity = "1..*", paramLabel = "URL", description = "Address of a feed, or of a site that has one.")
    List<String> urls = List.of();

    @Override
    public Integer call() {
        if (pick < 0 || (pick > 0 && urls.size() > 1)) {
            throw new UsageException("--pick takes the number of a feed that was listed, for one address");
        }
        Settings settings = data.settings();
        boolean wrong = false;
        boolean missing = false;
        try (Store store = Stores.open(settings)) {
            InstantSource clock = InstantSource.system();
            CrawlParts parts = CrawlParts.of(settings, Map.of(), store, clock);
            FeedAdding adding = new FeedAdding(store, new Discovery(parts.web(), parts.parser()), clock);
            for (String url : urls) {
                AddFeed done = add(adding, url);
                say(store, url, done);
                wrong |= done instanceof AddFeed.Refused && FeedLists.refusal(url) != null;
                missing |= done instanceof AddFeed.Refused || done instanceof AddFeed.Choice;
            }
        }
        return wrong ? 2 : missing ? 1 : 0;
    }

    private AddFeed add(FeedAdding adding, String url) {
        FeedAdding.Wish wish = new FeedAdding.Wish(title, category);
        if (asIs) {
            return adding.follow(url, wish);
        }
        AddFeed done = adding.add(url, wish);
        if (pick == 0 || !(done instanceof AddFeed.Choice choice)) {
            return done;
        }
        List<Candidate> feeds = choice.candidates();
        return pick > feeds.size() ? choice : adding.follow(feeds.get(pick - 1).url(), wish);
    }

    private static void say(Store store, String url, AddFeed done) {
        switch (done) {
            case AddFeed.Added added -> System.err.println("added " + named(store, added.feedId()));
            case AddFeed.Known known -> System.err.println("followed already: " + named(store, known.feedId()));
            case AddFeed.Refused refused -> System.err.println(oneLine(url) + ": " + oneLine(refused.reason()));
            case AddFeed.Choice choice -> list(url, choice.candidates());
        }
    }

    private static String named(Store store, String feedId) {
        return store.feed(feedId).map(FeedsAddCommand::named).orElse(feedId);
    }

    private static String named(FeedState feed) {
        String name = feed.title().equals(feed.url()) ? "" : feed.title() + "  ";
        return oneLine(name + feed.url()) + "  (" + feed.id() + ")";
    }

    private static void list(String url, List<Candidate> feeds) {
        System.err.println(oneLine(url) + " has several feeds:");
        Instant now = Instant.now();
        for (int i = 0; i < feeds.size(); i++) {
            System.err.println("  " + (i + 1) + "  " + oneLine(line(feeds.get(i), now)));
        }
        System.err.println("Choose one: dealscope feeds add --pick 1 " + oneLine(url));
    }

    private static String line(Candidate feed, Instant now) {
        String newest = feed.newest() == null
                ? "undated"
                : "newest " + Math.max(0, Duration.between(feed.newest(), now).toDays()) + "d ago";
        return (feed.title() == null ? "(no title)" : feed.title()) + "  " + feed.url() + "  ("
                + feed.entries() + " entries, " + newest + ", " + feed.origin().words()
                + (feed.comments() ? ", comments" : "") + ")";
    }
}
