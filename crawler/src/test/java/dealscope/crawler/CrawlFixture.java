package dealscope.crawler;

import dealscope.article.Page;
import dealscope.crawler.FeedParser.Parsed;
import dealscope.extract.HtmlPageReader;
import dealscope.feed.FeedReader;
import dealscope.feed.NotAFeed;
import dealscope.fetch.AddressGuard;
import dealscope.fetch.FaultServer;
import dealscope.fetch.FetchSettings;
import dealscope.fetch.HttpWeb;
import dealscope.fetch.Resolver;
import dealscope.fetch.Routes;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A crawler over a {@link FaultServer} and a store in memory, with a clock that is moved by hand. */
final class CrawlFixture implements AutoCloseable, InstantSource {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration DAY = Duration.ofHours(24);
    static final String RSS = "application/rss+xml";
    static final String FEED = "http://a.test/feed";
    /** A feed with one entry, whose page is {@code http://a.test/1}. */
    static final String ENTRIES = rss("T", item("1", "One", "http://a.test/1", "d"));

    final FaultServer server = new FaultServer();
    MemoryStore store = new MemoryStore(List.of());
    FeedParser parser = this::parse;
    PageReader reader = new HtmlPageReader(this);
    EntryFilter filter = EntryFilter.NONE;
    Pushes pushes = Pushes.NONE;
    CrawlSettings settings = CrawlSettings.defaults();
    FetchSettings fetchSettings =
            FetchSettings.defaults().withDeadline(Duration.ofSeconds(10)).withBytes(1 << 20, 1 << 20);
    /** False: hosts are found by DNS (all of them are here), and the delay between two requests applies. */
    boolean routed = true;

    private final FeedReader feeds = new FeedReader(this);
    private volatile Instant now = START;
    private Crawler crawler;

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    FeedState follow(String url) {
        FeedState feed = MemoryStore.feed(url, START);
        store.put(feed);
        return feed;
    }

    FeedState state(FeedState feed) {
        return store.feed(feed.id()).orElseThrow();
    }

    /** How often the server was asked for this path. */
    int asked(String path) {
        return server.requests(path).size();
    }

    /** Feeds that are due, as the schedule would do it. */
    Progress refresh() {
        return crawler().refresh(store.dueFeeds(now, 1_000), Listener.NONE);
    }

    /** Refreshes again and again, as the schedule does. */
    void live(Duration time, Duration step) {
        for (Instant end = now.plus(time); now.isBefore(end); ) {
            pass(step);
            refresh();
        }
    }

    /** Every feed, as when somebody asks for it. */
    Progress refreshAll() {
        for (FeedState feed : store.feeds()) {
            FeedHistory history = feed.history();
            store.put(feed.withHistory(new FeedHistory(
                    null,
                    history.lastCheck(),
                    history.lastSuccess(),
                    history.lastEntry(),
                    history.failures(),
                    history.reason(),
                    history.pace())));
        }
        return refresh();
    }

    Crawler crawler() {
        if (crawler == null) {
            restart();
        }
        return crawler;
    }

    /** A new process over the same store. */
    void restart() {
        Resolver nowhere = host -> List.of(InetAddress.getByName("127.0.0.1"));
        var guard = routed ? new AddressGuard() : new AddressGuard(List.of("127.0.0.0/8"));
        var web = new HttpWeb(fetchSettings, guard, routed ? server.routes() : Routes.none(), nowhere, store, this);
        crawler = new Crawler(web, parser, reader, store, filter, pushes, new Interval(CronTimes.NONE), settings, this);
    }

    static String rss(String title, String... items) {
        return "<rss version='2.0'><channel><title>" + title + "</title>" + String.join("", items) + "</channel></rss>";
    }

    static String item(String guid, String title, String link, String description) {
        return "<item><guid>" + guid + "</guid><title>" + title + "</title><link>" + link
                + "</link><description><![CDATA[" + description + "]]></description></item>";
    }

    /** Follows every text of {@link #page}, so that it is long enough for an article. */
    static final String MORE =
            " The operator had said as much in its last report, and a neighbour of the site confirmed it on Monday.";

    static String page(String title, String text) {
        return "<!DOCTYPE html><html lang='en'><head><title>" + title
                + "</title><meta property='og:site_name' content='The Site'></head><body><article><p>" + text + MORE
                + "</p></article></body></html>";
    }

    Parsed parse(Page page) {
        try {
            return new Parsed.Read(feeds.read(page.body(), page.contentType(), page.url(), page.contentLocation()));
        } catch (NotAFeed e) {
            return new Parsed.NotAFeed(e.getMessage());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
