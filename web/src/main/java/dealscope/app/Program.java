package dealscope.app;

import dealscope.article.Page;
import dealscope.crawler.CrawlSettings;
import dealscope.crawler.Crawler;
import dealscope.crawler.FeedParser;
import dealscope.crawler.FeedState;
import dealscope.crawler.Interval;
import dealscope.crawler.PageReader;
import dealscope.extract.Extract;
import dealscope.extract.Extractor;
import dealscope.fact.Companies;
import dealscope.fact.CompanyFact;
import dealscope.feed.FeedReader;
import dealscope.feed.NotAFeed;
import dealscope.fetch.AddressGuard;
import dealscope.fetch.FetchSettings;
import dealscope.fetch.HttpWeb;
import dealscope.fetch.Resolver;
import dealscope.fetch.Routes;
import dealscope.index.DealIndex;
import dealscope.nlp.Analyzer;
import dealscope.sample.SampleServer;
import dealscope.store.Store;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The house with its lights on: store, index, crawler and analyzer wired up for reading and writing. Opened by the
 * commands that change something; those that only look open store and index for reading.
 */
final class Program implements AutoCloseable {
    private final Settings settings;
    private final InstantSource clock;
    private final Store store;
    private final DealIndex index;
    private final SampleServer samples;
    private final Pipeline pipeline;
    private final Refresher refresher;

    private Program(
            Settings settings,
            InstantSource clock,
            Store store,
            DealIndex index,
            SampleServer samples,
            Map<String, InetSocketAddress> routes) {
        this.settings = settings;
        this.clock = clock;
        this.store = store;
        this.index = index;
        this.samples = samples;
        this.pipeline = new Pipeline(store, Analyzer.load(), index);
        this.refresher = new Refresher(store, crawler(routes), pipeline, clock);
    }

    /** @throws IOException when another process has the data open, with what to do */
    static Program open(Settings settings) throws IOException {
        return open(settings, Map.of());
    }

    /** @param routes further hosts that are reached at fixed addresses, see {@link Routes} */
    static Program open(Settings settings, Map<String, InetSocketAddress> routes) throws IOException {
        return open(settings, routes, InstantSource.system());
    }

    /** @param clock by which visits are planned and dated */
    static Program open(Settings settings, Map<String, InetSocketAddress> routes, InstantSource clock)
            throws IOException {
        Store store = Stores.open(settings);
        try {
            Companies companies = Companies.load();
            DealIndex index = DealIndex.open(settings.indexFolder(), id -> aliases(companies, id), clock);
            return new Program(settings, clock, store, index, SampleServer.start(), routes);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static List<String> aliases(Companies companies, String id) {
        CompanyFact fact = companies.byId(id);
        return fact == null ? List.of() : fact.names();
    }

    private Crawler crawler(Map<String, InetSocketAddress> more) {
        Duration delay = settings.duration(Setting.DELAY);
        FetchSettings fetch = FetchSettings.defaults()
                .withDeadline(settings.duration(Setting.DEADLINE))
                .withBytes(settings.size(Setting.MAX_FEED), settings.size(Setting.MAX_PAGE))
                .withHostDelay(delay);
        if (!settings.text(Setting.USER_AGENT).isEmpty()) {
            fetch = fetch.withUserAgent(settings.text(Setting.USER_AGENT));
        }
        Map<String, InetSocketAddress> routes = new HashMap<>(samples.routes());
        routes.putAll(more);
        HttpWeb web = new HttpWeb(
                fetch, new AddressGuard(settings.list(Setting.ALLOW)), Routes.of(routes), Resolver.system(), clock);
        CrawlSettings crawl = CrawlSettings.defaults();
        crawl = new CrawlSettings(
                crawl.entriesPerVisit(),
                settings.number(Setting.PAGES_PER_FEED),
                crawl.pageTime(),
                crawl.minimumPause());
        return new Crawler(web, parser(), reader(), store, new Interval(new Random()), crawl, clock);
    }

    private FeedParser parser() {
        FeedReader feeds = new FeedReader(clock);
        return (Page document) -> {
            try {
                return new FeedParser.Parsed.Read(feeds.read(
                        document.body(), document.contentType(), document.url(), document.contentLocation()));
            } catch (NotAFeed e) {
                return new FeedParser.Parsed.NotAFeed(String.valueOf(e.getMessage()));
            }
        };
    }

    private PageReader reader() {
        Extractor extractor = new Extractor(clock);
        return (Page document) -> {
            Extract page = extractor.extract(document.url(), document.body(), document.contentType());
            return new PageReader.PageText(
                    page.text(),
                    page.title(),
                    page.author(),
                    page.published(),
                    page.canonical(),
                    page.language(),
                    page.siteName(),
                    page.reason());
        };
    }

    /** Follows the shipped list of feeds, once in the life of a store. */
    void addDefaultFeeds() {
        if (store.firstTime("default-feeds")) {
            store.addFeeds(FeedLists.defaults(clock.instant()));
        }
    }

    /** Follows the sample feeds; returns how many were not followed before. */
    int addSamples() {
        List<FeedState> feeds = FeedLists.samples(clock.instant());
        return store.addFeeds(feeds).size();
    }

    Settings settings() {
        return settings;
    }

    Store store() {
        return store;
    }

    DealIndex index() {
        return index;
    }

    Refresher refresher() {
        return refresher;
    }

    InstantSource clock() {
        return clock;
    }

    @Override
    public void close() throws IOException {
        refresher.close();
        pipeline.close();
        samples.close();
        index.close();
        store.close();
    }
}
