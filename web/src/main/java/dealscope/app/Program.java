package dealscope.app;

import dealscope.crawler.CrawlSettings;
import dealscope.crawler.Crawler;
import dealscope.crawler.FeedState;
import dealscope.crawler.Interval;
import dealscope.crawler.Pushes;
import dealscope.fact.Companies;
import dealscope.fact.CompanyFact;
import dealscope.index.DealIndex;
import dealscope.nlp.Analyzer;
import dealscope.quality.QualityMeter;
import dealscope.quality.QualityReport;
import dealscope.sample.SampleServer;
import dealscope.schedule.Cron;
import dealscope.source.Discovery;
import dealscope.source.WebSub;
import dealscope.store.Store;
import dealscope.watch.DealWatch;
import dealscope.web.alert.AlertDesk;
import dealscope.web.alert.Courier;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private final QualityMeter quality;
    private final Refresher refresher;
    private final FeedAdding adding;
    private final @Nullable WebSub webSub;
    private final Backfills backfills;
    private final RuleBook rules;
    private final Courier courier;
    private final AlertDesk alerts;

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
        Analyzer analyzer = Analyzer.load();
        DealWatch watch = new DealWatch(store, index, clock);
        this.pipeline = new Pipeline(store, analyzer, index, watch);
        AlertParts ways = AlertParts.of(settings, clock);
        this.courier = ways.courier(store, clock);
        this.alerts = ways.desk(store, index, watch, courier, clock);
        this.quality = new QualityMeter(() -> QualityReport.measure(analyzer, clock.instant()));
        CrawlParts parts = crawl(routes);
        this.rules = new RuleBook(store, clock);
        this.adding = new FeedAdding(store, new Discovery(parts.web(), parts.parser()), clock);
        String callback = settings.callback();
        this.webSub = callback == null ? null : parts.webSub(callback, store, rules.rules(), clock);
        this.refresher = new Refresher(store, crawler(parts), pipeline, clock);
        this.backfills = new Backfills(parts.backfill(store, rules.rules(), clock), refresher::request);
    }

    /** @throws IOException when another process has the data open, with what to do */
    static Program open(Settings settings) throws IOException {
        return open(settings, Map.of());
    }

    /** @param routes further hosts that are reached at fixed addresses, see {@link dealscope.fetch.Routes} */
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
        if (fact == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>(fact.names());
        if (fact.ticker() != null) {
            names.add(fact.ticker());
        }
        return names;
    }

    private CrawlParts crawl(Map<String, InetSocketAddress> more) {
        Map<String, InetSocketAddress> routes = new HashMap<>(samples.routes());
        routes.putAll(more);
        return CrawlParts.of(settings, routes, store, clock);
    }

    private Crawler crawler(CrawlParts parts) {
        CrawlSettings crawl = CrawlSettings.defaults();
        crawl = new CrawlSettings(
                crawl.entriesPerVisit(),
                settings.number(Setting.PAGES_PER_FEED),
                crawl.pageTime(),
                crawl.minimumPause());
        return new Crawler(
                parts.web(),
                parts.parser(),
                parts.reader(),
                store,
                rules.rules(),
                webSub == null ? Pushes.NONE : webSub,
                new Interval(Cron::next),
                crawl,
                clock);
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

    FeedAdding adding() {
        return adding;
    }

    RuleBook rules() {
        return rules;
    }

    Backfills backfills() {
        return backfills;
    }

    /** Where alerts are made and changed. */
    AlertDesk alerts() {
        return alerts;
    }

    /** What delivers the news of alerts. */
    Courier courier() {
        return courier;
    }

    /** Has alerts and index know what changed in the store. */
    void catchUp() throws IOException {
        pipeline.catchUp();
    }

    /** What hubs call back to, when there is a public address. */
    Optional<WebSub> webSub() {
        return Optional.ofNullable(webSub);
    }

    QualityMeter quality() {
        return quality;
    }

    InstantSource clock() {
        return clock;
    }

    @Override
    public void close() throws IOException {
        courier.close();
        backfills.close();
        refresher.close();
        pipeline.close();
        samples.close();
        index.close();
        store.close();
    }
}
