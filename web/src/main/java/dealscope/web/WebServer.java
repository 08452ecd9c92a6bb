package dealscope.web;

import dealscope.web.api.AlertsApi;
import dealscope.web.api.Api;
import dealscope.web.api.CorrectionsApi;
import dealscope.web.api.FeedsApi;
import dealscope.web.api.HubCallback;
import dealscope.web.api.RefreshEvents;
import dealscope.web.http.Assets;
import dealscope.web.http.Cors;
import dealscope.web.http.Form;
import dealscope.web.http.Guard;
import dealscope.web.http.Headers;
import dealscope.web.http.RateLimit;
import dealscope.web.http.Routing;
import dealscope.web.mcp.McpEndpoint;
import dealscope.web.page.AboutPage;
import dealscope.web.page.AddFeedPage;
import dealscope.web.page.AlertsPage;
import dealscope.web.page.ArticlePage;
import dealscope.web.page.ChartsPage;
import dealscope.web.page.CompaniesPage;
import dealscope.web.page.CorrectionsPage;
import dealscope.web.page.DealPage;
import dealscope.web.page.DealsPage;
import dealscope.web.page.ErrorPage;
import dealscope.web.page.FeedForms;
import dealscope.web.page.FeedPage;
import dealscope.web.page.FeedsPage;
import dealscope.web.page.HomePage;
import dealscope.web.page.LoopsPage;
import dealscope.web.page.MinePage;
import dealscope.web.page.QualityPage;
import dealscope.web.page.Renderer;
import dealscope.web.page.TopicPages;
import dealscope.web.page.TotalsPage;
import dealscope.web.site.Settings;
import dealscope.web.site.Site;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The site and the API over HTTP. {@link #start} listens at once, on loopback unless the settings say otherwise; {@link
 * #close} ends it. It reads the store and the index and changes nothing but feeds; all else is done through {@link
 * dealscope.web.site.Actions}. Store and index stay open: they belong to the caller.
 *
 * <pre>{@code
 * try (WebServer server = WebServer.start(Settings.DEFAULT, site, routes -> {})) {
 *     System.err.println("Dealscope is at " + server.url());
 * }
 * }</pre>
 */
public final class WebServer implements AutoCloseable {
    /** The one form that may carry a file. */
    private static final String IMPORT = "/feeds/import";

    private final Javalin javalin;
    private final RefreshEvents events;
    private final ScheduledExecutorService timer;
    private final String host;

    private WebServer(Javalin javalin, RefreshEvents events, ScheduledExecutorService timer, String host) {
        this.javalin = javalin;
        this.events = events;
        this.timer = timer;
        this.host = host;
    }

    /** @param more further routes of the program; they get the same headers and guards */
    public static WebServer start(Settings settings, Site site, Consumer<RoutesConfig> more) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("web-deadlines").factory());
        Assets assets = new Assets();
        Guard guard = new Guard(settings);
        Renderer renderer = new Renderer(assets, guard.token());
        RefreshEvents events = new RefreshEvents(site.actions()::progress);
        Errors errors = new Errors(new ErrorPage(renderer));
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings);
            RoutesConfig routes = config.routes;
            HubCallback hubs = site.actions()
                    .webSub()
                    .map(webSub -> new HubCallback(webSub, settings.bodyDeadline(), timer))
                    .orElse(null);
            Cors cors = new Cors(settings.origins());
            RateLimit limit = new RateLimit(settings.rate(), System::nanoTime);
            routes.before(ctx -> {
                Headers.SECURITY.forEach(ctx::header);
                ctx.header("Cache-Control", "no-store"); // unless the answer says otherwise
                cors.apply(ctx);
                limit.check(ctx);
                Guard.checkPath(ctx);
                protect(ctx, settings, guard, timer, hubs);
            });
            Routing reading = new Routing(routes);
            reading.get("/static/{version}/{name}", assets::serve);
            new Api(site).register(reading); // before the pages: it adds their data
            pages(reading, routes, site, renderer);
            reading.get("/events/refresh", events::stream);
            new AlertsApi(site, guard, settings.bodyDeadline(), timer).register(reading, routes);
            new FeedsApi(site).register(reading);
            new CorrectionsApi(site, guard, settings.bodyDeadline(), timer).register(reading, routes);
            if (hubs != null) {
                hubs.register(routes);
            }
            new McpEndpoint(site, settings.bodyDeadline(), timer).register(routes);
            more.accept(routes);
            errors.register(routes);
        });
        javalin.start();
        return new WebServer(javalin, events, timer, settings.host());
    }

    private static void configure(JavalinConfig config, Settings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.compressionStrategy =
                CompressionStrategy.NONE; // Reply does it, with tags that tell the encodings apart
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setIdleTimeout(30_000);
        });
        config.jetty.modifyServer(server -> server.setErrorHandler(new PlainErrors()));
    }

    private static void protect(
            Context ctx, Settings settings, Guard guard, ScheduledExecutorService timer, @Nullable HubCallback hubs) {
        if (hubs != null && HubCallback.concerns(ctx)) {
            return;
        }
        guard.checkHost(ctx);
        if (ctx.method().equals(HandlerType.POST)) {
            guard.checkOrigin(ctx);
            if (CorrectionsApi.concerns(ctx) || AlertsApi.concerns(ctx) || McpEndpoint.concerns(ctx)) {
                return;
            }
            Form.Limit limit = ctx.path().equals(IMPORT) ? Form.Limit.FILE : Form.Limit.FIELDS;
            guard.checkToken(Form.read(ctx, limit, settings.bodyDeadline(), timer));
        }
    }

    private static void pages(Routing reading, RoutesConfig routes, Site site, Renderer renderer) {
        HomePage home = new HomePage(site, renderer);
        DealsPage deals = new DealsPage(site, renderer);
        DealPage deal = new DealPage(site, renderer);
        CompaniesPage companies = new CompaniesPage(site, renderer);
        ArticlePage article = new ArticlePage(site, renderer);
        AboutPage about = new AboutPage(site, renderer);
        reading.get("/", home::show);
        reading.get("/deals", deals::show);
        reading.get("/deals/rows", deals::rows);
        reading.get("/deals/{id}", deal::show);
        reading.get("/deals/{id}/preview", deals::preview);
        reading.get("/companies", companies::list);
        reading.get("/companies/{id}", companies::show);
        reading.get("/articles/{id}", article::show);
        ledgerPages(reading, routes, site, renderer);
        feedPages(reading, routes, site, renderer);
        new AlertsPage(site, renderer).register(reading, routes);
        TopicPages topics = new TopicPages(site, renderer);
        reading.get("/hardware", topics::hardware);
        reading.get("/hardware/{id}", topics::oneHardware);
        reading.get("/sources", topics::sources);
        reading.get("/sources/{id}", topics::oneSource);
        reading.get("/mine", new MinePage(renderer)::show);
        reading.get("/about", about::show);
        reading.get("/quality", new QualityPage(site, renderer)::show);
        routes.post("/about/remove-samples", about::removeSamples);
    }

    private static void ledgerPages(Routing reading, RoutesConfig routes, Site site, Renderer renderer) {
        CorrectionsPage corrections = new CorrectionsPage(site, renderer);
        reading.get("/totals", new TotalsPage(site, renderer)::show);
        reading.get("/charts", new ChartsPage(site, renderer)::show);
        reading.get("/loops", new LoopsPage(site, renderer)::show);
        reading.get("/corrections", corrections::list);
        routes.post("/corrections/preview", corrections::preview);
        routes.post("/corrections/save", corrections::save);
    }

    private static void feedPages(Routing reading, RoutesConfig routes, Site site, Renderer renderer) {
        AddFeedPage adding = new AddFeedPage(site, renderer);
        FeedPage feed = new FeedPage(site, renderer);
        FeedForms forms = new FeedForms(site);
        reading.get("/feeds", new FeedsPage(site, renderer)::show);
        reading.get("/feeds/add", adding::show);
        reading.get("/feeds/export.opml", adding::exportOpml);
        reading.get("/feeds/{id}", feed::show);
        routes.post("/feeds/add", adding::add);
        routes.post("/feeds/follow", adding::follow);
        routes.post(IMPORT, adding::importOpml);
        routes.post("/feeds/refresh", forms::refreshAll);
        routes.post("/feeds/refresh/stop", forms::stop);
        routes.post("/feeds/{id}/settings", feed::save);
        routes.post("/feeds/{id}/refresh", forms::refresh);
        routes.post("/feeds/{id}/pause", forms::pause);
        routes.post("/feeds/{id}/resume", forms::resume);
        routes.post("/feeds/{id}/remove", forms::remove);
        routes.post("/feeds/{id}/restore", forms::restore);
    }

    /** The port that is listened on. */
    public int port() {
        return javalin.port();
    }

    /** Where people find it: {@code http://127.0.0.1:7070}. */
    public String url() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    /** The paths that GET answers, with names in braces. */
    Set<String> paths() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.equals(HandlerType.GET))
                .map(endpoint -> endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        events.close();
        javalin.stop();
        timer.shutdownNow();
    }
}
