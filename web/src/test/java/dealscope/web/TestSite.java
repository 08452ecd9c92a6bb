package dealscope.web;

import dealscope.crawler.CrawlStore.Draft;
import dealscope.crawler.FeedHistory;
import dealscope.crawler.FeedMove;
import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.crawler.Outcome;
import dealscope.crawler.Pace;
import dealscope.crawler.Validators;
import dealscope.crawler.Visit;
import dealscope.index.DealIndex;
import dealscope.ledger.Resolver;
import dealscope.ledger.correction.BadCorrection;
import dealscope.ledger.correction.CorrectionRequest;
import dealscope.quality.QualityMeter;
import dealscope.source.Backfill;
import dealscope.source.Candidate;
import dealscope.source.WebSub;
import dealscope.store.CorrectionStore;
import dealscope.store.Store;
import dealscope.watch.DealWatch;
import dealscope.web.alert.AlertDesk;
import dealscope.web.alert.Courier;
import dealscope.web.site.Actions;
import dealscope.web.site.Progress;
import dealscope.web.site.Settings;
import dealscope.web.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A real server on a free port, over a real store and index in a folder of its own, filled with {@link Newsroom}. */
final class TestSite implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");

    final Store store;
    final DealIndex index;
    final RecordedActions actions;
    final Courier courier;
    final WebServer server;
    final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private TestSite(Path folder, boolean filled, QualityMeter quality) throws IOException {
        this(folder, filled, quality, Settings.DEFAULT);
    }

    private TestSite(Path folder, boolean filled, QualityMeter quality, Settings listening) throws IOException {
        InstantSource clock = InstantSource.fixed(NOW);
        store = Store.open("jdbc:sqlite:" + folder.resolve("store.db"), new Resolver(), clock);
        index = DealIndex.open(folder.resolve("index"), id -> List.of(), clock);
        DealWatch watch = new DealWatch(store, index, clock);
        TestWays ways = new TestWays(store, index, watch, clock);
        courier = ways.courier();
        actions = new RecordedActions(store, index, watch, ways.desk());
        if (filled) {
            fill();
        }
        Site site = new Site(
                store,
                index,
                actions,
                quality,
                clock,
                url -> url.replaceFirst("^https?://([a-z0-9.-]+\\.sample\\.test)/", "/sample/$1/"),
                "0.1.0",
                folder.toString(),
                NOW.minusSeconds(3600));
        Settings settings = listening.withPort(0).withBodyDeadline(Duration.ofSeconds(2));
        server = WebServer.start(
                settings, site, routes -> routes.get("/sample/{host}/<path>", ctx -> ctx.result("sample")));
    }

    static TestSite filled(Path folder) throws IOException {
        return new TestSite(folder, true, TestQuality.measured());
    }

    /** A site of so many small deals between companies of their own. */
    static TestSite many(Path folder, int deals) throws IOException {
        TestSite site = new TestSite(folder, false, TestQuality.measured());
        List<Story> stories = Newsroom.many(deals);
        site.store.addFeeds(List.of(feed(stories.get(0).feedId(), stories)));
        stories.forEach(site::publish);
        site.index.catchUp(site.store);
        return site;
    }

    static TestSite withQuality(Path folder, QualityMeter quality) throws IOException {
        return new TestSite(folder, false, quality);
    }

    static TestSite empty(Path folder) throws IOException {
        return new TestSite(folder, false, TestQuality.measured());
    }

    /** An empty one that listens as these settings say, but for the port. */
    static TestSite with(Path folder, Settings settings) throws IOException {
        Files.createDirectories(folder);
        return new TestSite(folder, false, TestQuality.measured(), settings);
    }

    /** Adds stories to what is there. */
    void add(List<Story> stories) throws IOException {
        for (Story story : stories) {
            if (store.feed(story.feedId()).isEmpty()) {
                store.addFeeds(List.of(feed(story.feedId(), stories)));
            }
            publish(story);
        }
        index.catchUp(store);
    }

    private void fill() throws IOException {
        List<Story> stories = Newsroom.stories();
        List<String> feeds = stories.stream().map(Story::feedId).distinct().toList();
        for (String feed : feeds) {
            store.addFeeds(List.of(feed(feed, stories)));
        }
        Set<String> edited = Newsroom.former().stream().map(story -> story.id).collect(Collectors.toSet());
        Newsroom.former().forEach(this::publish);
        for (Story story : stories) {
            if (edited.contains(story.id)) {
                store.savePage(story.article(), visit(store.feed(story.feedId()).orElseThrow()));
                store.saveAnalysis(story.article(), story.analysis(), 1);
            } else {
                publish(story);
            }
        }
        index.catchUp(store);
    }

    private void publish(Story story) {
        Draft draft = new Draft(story.id, story.article(), false);
        FeedState state = store.feed(story.feedId()).orElseThrow();
        store.saveVisit(state, visit(state), List.of(draft));
        store.saveAnalysis(story.article(), story.analysis(), 1);
    }

    private static Visit visit(FeedState state) {
        return new Visit(
                state.id(),
                null,
                state.url(),
                NOW.minusSeconds(300),
                Duration.ofMillis(80),
                Outcome.OK,
                null,
                200,
                4000,
                1,
                0);
    }

    private static FeedState feed(String id, List<Story> stories) {
        Instant newest = stories.stream()
                .filter(story -> story.feedId().equals(id))
                .map(story -> story.article().published())
                .max(Instant::compareTo)
                .orElseThrow();
        String title = stories.stream()
                .filter(story -> story.feedId().equals(id))
                .map(story -> story.article().publisher())
                .findFirst()
                .orElseThrow();
        boolean fails = id.equals("sample-filings");
        boolean paused = id.equals("sample-power-report");
        return new FeedState(
                id,
                "https://" + id + ".sample.test/feed.xml",
                title,
                "Sample",
                NOW.minusSeconds(90 * 86_400),
                !fails,
                FeedOptions.of(!paused, paused ? "the terms ask robots to stay away" : null),
                Validators.NONE,
                new FeedHistory(
                        NOW.plusSeconds(fails ? 4 * 3600 : 1500),
                        NOW.minusSeconds(300),
                        fails ? NOW.minusSeconds(9 * 86_400) : NOW.minusSeconds(300),
                        newest,
                        fails ? 7 : 0,
                        fails ? "The server answered 403 Forbidden" : null,
                        Pace.UNKNOWN),
                FeedMove.NONE);
    }

    /** A refresh under way. */
    static Progress running(int feedsDone, int feeds, int pagesLeft) {
        return new Progress(Progress.State.RUNNING, feedsDone, feeds, 0, 0, 2, pagesLeft + 2, 1, NOW, null);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String form, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Stores a correction of this kind with these fields: name, value, name, value. Returns its id. */
    String correct(String kind, String... fields) {
        Map<String, String> all = new HashMap<>(Map.of("kind", kind, "author", "ada"));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        try {
            return actions.correct(CorrectionRequest.of(all)).correction().id();
        } catch (BadCorrection e) {
            throw new IllegalArgumentException(e);
        }
    }

    URI uri(String path) {
        return URI.create(server.url() + path);
    }

    /** The token of the forms on the page of feeds. */
    String token() throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/feeds").body());
        if (!token.find()) {
            throw new IllegalStateException("no form with a token on /feeds");
        }
        return token.group(1);
    }

    @Override
    public void close() throws IOException {
        server.close();
        courier.close();
        index.close();
        store.close();
    }

    /** What the site asked the program to do. */
    static final class RecordedActions implements Actions {
        final List<String> calls = new ArrayList<>();
        volatile Progress progress = Progress.IDLE;
        volatile RefreshFeed.NotBefore wait;
        private final Store store;
        private final DealIndex index;
        private final DealWatch watch;
        private final AlertDesk alerts;

        RecordedActions(Store store, DealIndex index, DealWatch watch, AlertDesk alerts) {
            this.store = store;
            this.index = index;
            this.watch = watch;
            this.alerts = alerts;
        }

        @Override
        public AlertDesk alerts() {
            return alerts;
        }

        @Override
        public synchronized void refreshAll() {
            calls.add("refreshAll");
        }

        @Override
        public synchronized RefreshFeed refreshFeed(String feedId) {
            calls.add("refresh " + feedId);
            return mayRefresh(feedId);
        }

        @Override
        public RefreshFeed mayRefresh(String feedId) {
            if (store.feed(feedId).isEmpty()) {
                return new RefreshFeed.Unknown();
            }
            return wait == null ? new RefreshFeed.Asked() : wait;
        }

        @Override
        public synchronized boolean stopRefresh() {
            calls.add("stop");
            return progress.running();
        }

        @Override
        public synchronized AddFeed followFeed(String url) {
            calls.add("follow " + url);
            return new AddFeed.Added("new");
        }

        @Override
        public synchronized ImportReport importFeeds(byte[] opml) {
            calls.add("import " + new String(opml, StandardCharsets.UTF_8));
            return new ImportReport(2, 1, 0, List.of(), false);
        }

        @Override
        public synchronized Optional<RuleTrial> tryRules(String feedId, String keep, String drop) {
            calls.add("try " + keep + " " + drop);
            return store.feed(feedId).map(feed -> new RuleTrial(0, 0, List.of(), List.of(), 0, 0));
        }

        @Override
        public synchronized Optional<Integer> setRules(String feedId, String keep, String drop) {
            calls.add("rules " + keep + " " + drop);
            return store.feed(feedId).map(feed -> 0);
        }

        @Override
        public synchronized boolean startBackfill(String feedId, Backfill.Plan plan) {
            calls.add("backfill " + feedId);
            return store.feed(feedId).isPresent();
        }

        @Override
        public Optional<BackfillState> backfill() {
            return Optional.empty();
        }

        @Override
        public Optional<WebSub> webSub() {
            return Optional.empty();
        }

        @Override
        public byte[] exportFeeds() {
            return "<opml>all</opml>".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public synchronized AddFeed addFeed(String url) {
            calls.add("add " + url);
            if (url.contains("several")) {
                return new AddFeed.Choice(
                        List.of(candidate("https://several.example/a"), candidate("https://several.example/b")));
            }
            return url.contains("refused")
                    ? new AddFeed.Refused("The address is not public.")
                    : new AddFeed.Added("new");
        }

        private static Candidate candidate(String url) {
            return new Candidate(url, "Feed " + url, 3, NOW, Candidate.Origin.ANNOUNCED, false, List.of());
        }

        @Override
        public synchronized int removeSamples() {
            calls.add("removeSamples");
            return store.removeSamples();
        }

        @Override
        public CorrectionStore.Outcome correct(CorrectionRequest asked) throws BadCorrection {
            CorrectionStore.Outcome outcome = store.corrections().save(asked);
            catchUp();
            return outcome;
        }

        @Override
        public int importCorrections(List<String> lines) throws BadCorrection {
            int added = store.corrections().importLines(lines);
            catchUp();
            return added;
        }

        private void catchUp() {
            try {
                watch.run();
                index.catchUp(store);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public Progress progress() {
            return progress;
        }
    }
}
