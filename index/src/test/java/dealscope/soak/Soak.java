package dealscope.soak;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.article.Page;
import dealscope.crawler.CrawlSettings;
import dealscope.crawler.Crawler;
import dealscope.crawler.EntryFilter;
import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedParser;
import dealscope.crawler.FeedState;
import dealscope.crawler.Interval;
import dealscope.crawler.Listener;
import dealscope.crawler.Pushes;
import dealscope.extract.HtmlPageReader;
import dealscope.feed.FeedReader;
import dealscope.feed.NotAFeed;
import dealscope.fetch.AddressGuard;
import dealscope.fetch.FaultServer;
import dealscope.fetch.FetchSettings;
import dealscope.fetch.HttpWeb;
import dealscope.fetch.Routes;
import dealscope.ledger.Resolver;
import dealscope.schedule.Cron;
import dealscope.store.Store;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Many feeds over many rounds: real HTTP, a real store, and a clock that is moved between the rounds. Only the delays
 * between two requests to one host pass in real time.
 */
final class Soak implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration DELAY = Duration.ofMillis(15);
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int DRIPS_EVERY = 6;
    private static final int RESTART_EVERY = 10;
    private static final int WANTED_EVERY = 7;

    private final FaultServer server = new FaultServer();
    private final List<PressFeed> feeds;
    private final Press press;
    private final Manners manners = new Manners(DELAY);
    private final Path file;
    private final int hosts;
    private final Random chance;
    private final CrawlSettings settings = CrawlSettings.defaults();
    private volatile Instant now = START;
    private int hour;
    private Store store;
    private Crawler crawler;

    Soak(int feeds, int hosts, long seed, Path file) {
        this.hosts = hosts;
        this.file = file;
        this.chance = new Random(seed);
        this.feeds = IntStream.range(0, feeds)
                .mapToObj(i -> new PressFeed(i, "h" + i % hosts + ".test", seed))
                .toList();
        InstantSource clock = () -> now;
        press = new Press(this.feeds, manners, clock, seed);
        server.on("*", press);
        open();
        store.addFeeds(this.feeds.stream().map(this::state).toList());
    }

    private FeedState state(PressFeed feed) {
        String url = "http://" + feed.host + ":" + server.port() + feed.path();
        return FeedState.unvisited(id(feed), url, feed.host, null, START, false, FeedOptions.DEFAULT);
    }

    private static String id(PressFeed feed) {
        return "feed-" + feed.number;
    }

    private void open() {
        InstantSource clock = () -> now;
        store = Store.open("jdbc:sqlite:" + file, new Resolver(), clock);
        var fetch = FetchSettings.defaults()
                .withHostDelay(DELAY)
                .withDeadline(DEADLINE)
                .withBytes(1 << 20, 1 << 20)
                .withPlaces(16);
        var web = new HttpWeb(
                fetch,
                new AddressGuard(List.of("127.0.0.0/8")),
                Routes.none(),
                host -> List.of(InetAddress.getByName("127.0.0.1")),
                store,
                clock);
        crawler = new Crawler(
                web,
                parser(clock),
                new HtmlPageReader(clock),
                store,
                EntryFilter.NONE,
                Pushes.NONE,
                new Interval(Cron::next),
                settings,
                clock);
    }

    private static FeedParser parser(InstantSource clock) {
        FeedReader feeds = new FeedReader(clock);
        return (Page page) -> {
            try {
                return new FeedParser.Parsed.Read(
                        feeds.read(page.body(), page.contentType(), page.url(), page.contentLocation()));
            } catch (NotAFeed e) {
                return new FeedParser.Parsed.NotAFeed(String.valueOf(e.getMessage()));
            }
        };
    }

    /** A round of the press and one of its reader, some while after the last. */
    void round(int number, int rounds) {
        now = now.plus(Duration.ofMinutes(20 + chance.nextInt(80)));
        press.drips = number % DRIPS_EVERY == 1;
        press.moving = number >= rounds / 4;
        live(false);
        if (number % RESTART_EVERY == RESTART_EVERY - 1) {
            store.close();
            open();
            manners.restarted();
        }
        refresh();
        if (number % WANTED_EVERY == WANTED_EVERY - 1) {
            manners.everythingWanted(settings.minimumPause());
            for (int times = 0; times < 2; times++) {
                store.makeDue(feeds.stream().map(Soak::id).toList());
                refresh();
            }
        }
    }

    private void live(boolean showAll) {
        for (PressFeed feed : feeds) {
            Story given = feed.live(hour, showAll);
            PressFeed neighbour = feeds.get((feed.number + hosts) % feeds.size());
            if (given != null && neighbour != feed && neighbour.host.equals(feed.host)) {
                neighbour.print(given);
            }
        }
        hour++;
    }

    private void refresh() {
        Map<String, FeedState> due = new LinkedHashMap<>();
        store.dueFeeds(now, 1_000).forEach(feed -> due.put(feed.id(), feed));
        for (String id : store.feedsWithPendingPages(now, 1_000)) {
            due.computeIfAbsent(id, key -> store.feed(key).orElseThrow());
        }
        crawler.refresh(List.copyOf(due.values()), Listener.NONE);
        server.forget();
    }

    /** The servers are well again: whatever was missed is made up for within some days. */
    void recover() {
        press.faults = false;
        for (int day = 0; day < 6; day++) {
            now = now.plus(Duration.ofHours(25));
            live(true);
            refresh();
        }
        // What the last day brought to feeds that are asked once a day.
        now = now.plus(Duration.ofHours(25));
        feeds.forEach(feed -> feed.show(true));
        refresh();
    }

    Manners manners() {
        return manners;
    }

    Map<Press.Fault, Integer> faults() {
        return press.given;
    }

    int articles() {
        return store.stats().articles();
    }

    /** What differs between the press and the store, one line each; empty when nothing was lost or doubled. */
    List<String> differences() throws SQLException {
        var differences = new ArrayList<String>();
        var expectedEntries = new TreeSet<String>();
        var expectedUrls = new TreeSet<String>();
        var editions = new HashMap<String, Integer>();
        for (PressFeed feed : feeds) {
            for (Story story : feed.all()) {
                expectedEntries.add(id(feed) + " " + story.guid());
                expectedUrls.add("http://" + feed.host + ":" + server.port() + story.path());
                editions.put(feed.host + story.path(), story.edition());
            }
        }
        compare("entry", expectedEntries, entries(), differences);
        List<String> urls = new ArrayList<>();
        for (Store.StoredArticle stored : store.articles(store.ids())) {
            urls.add(stored.article().url());
            complete(stored.article(), editions, differences);
        }
        compare("article", expectedUrls, urls, differences);
        if (store.stats().pendingPages() > 0) {
            differences.add(store.stats().pendingPages() + " pages are still pending");
        }
        return differences;
    }

    /** A page that was given makes its article full, one that was not leaves it as it is; after an edit either may be. */
    private void complete(Article article, Map<String, Integer> editions, List<String> differences) {
        String url = article.url();
        String path = url.substring("http://".length()).replaceFirst(":\\d+/", "/");
        Integer given = press.pagesGiven.get(path);
        boolean expected = given != null;
        boolean sure = given == null || given.equals(editions.get(path));
        if (sure && expected != (article.completeness() == Completeness.FULL)) {
            differences.add(url + " is " + article.completeness() + ": " + article.reason());
        }
        if (url.contains("/private/") && !String.valueOf(article.reason()).contains("robots.txt")) {
            differences.add(url + " should name robots.txt: " + article.reason());
        }
    }

    private static void compare(String what, TreeSet<String> expected, List<String> found, List<String> differences) {
        var lost = new TreeSet<>(expected);
        found.forEach(lost::remove);
        lost.forEach(each -> differences.add("lost " + what + " " + each));
        var seen = new TreeSet<String>();
        for (String each : found) {
            if (!seen.add(each)) {
                differences.add("doubled " + what + " " + each);
            } else if (!expected.contains(each)) {
                differences.add("invented " + what + " " + each);
            }
        }
    }

    private List<String> entries() throws SQLException {
        var entries = new ArrayList<String>();
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select feed_id, guid from entry")) {
            while (rows.next()) {
                entries.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return entries;
    }

    /** Bytes in use after the garbage is gone. */
    static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Override
    public void close() {
        store.close();
        server.close();
    }
}
