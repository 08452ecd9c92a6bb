package dealscope.app;

import dealscope.sample.SampleSite;
import dealscope.schedule.RefreshSchedule;
import dealscope.web.WebServer;
import dealscope.web.site.Settings;
import dealscope.web.site.Site;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dealscope serve}: the everyday program. Site, API and schedule in one process, until it is stopped. */
@Command(
        name = "serve",
        description = "Starts the site, the API and the schedule that keeps them up to date.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Pattern SAMPLE = Pattern.compile("http://([a-z]{1,20}\\.sample\\.test)(/[^?#]*+)([?#].*+)?");

    @Mixin
    DataOptions data = new DataOptions();

    @Option(names = "--host", description = "Address to listen on; default 127.0.0.1, which only this machine reaches.")
    @Nullable
    String host;

    @Option(names = "--port", description = "Port to listen on; default 7070; 0 takes any free one.")
    @Nullable
    Integer port;

    @Option(names = "--sample", description = "Follows the sample collection instead of the default feeds.")
    boolean sample;

    @Option(names = "--no-refresh", description = "Fetches nothing by itself.")
    boolean noRefresh;

    @Override
    public Integer call() throws Exception {
        dealscope.app.Settings settings =
                data.settings(dealscope.app.Settings.flags(Setting.HOST, host, Setting.PORT, port));
        Console console = new Console(System.err);
        CountDownLatch closed = new CountDownLatch(1);
        try {
            serve(settings, console, closed);
            console.say("Dealscope has stopped.");
            return 0;
        } finally {
            closed.countDown();
        }
    }

    private void serve(dealscope.app.Settings settings, Console console, CountDownLatch closed) throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        try (Program program = Program.open(settings)) {
            if (sample) {
                program.addSamples();
            } else {
                program.addDefaultFeeds();
            }
            try (WebServer server = start(program, settings.text(Setting.HOST), settings.number(Setting.PORT))) {
                console.say("Dealscope is at " + server.url() + "   (data in " + settings.storePlace()
                        + "; stop with Ctrl-C)");
                onExit(stopped, closed);
                try (RefreshSchedule schedule = schedule(program)) {
                    program.webSub().ifPresent(hubs -> program.refresher().before(hubs::maintain));
                    program.courier().start();
                    program.refresher().request();
                    stopped.await();
                }
            }
        }
    }

    /** The site over this program, listening. */
    static WebServer start(Program program, String host, int port) {
        Settings listening = Settings.DEFAULT
                .withHost(host)
                .withPort(port)
                .withHosts(Set.copyOf(program.settings().list(Setting.HOSTS)))
                .withOrigins(Set.copyOf(program.settings().list(Setting.CORS)))
                .withRate(program.settings().rate());
        return WebServer.start(listening, site(program), ServeCommand::samplePages);
    }

    private static Site site(Program program) {
        return new Site(
                program.store(),
                program.index(),
                new SiteActions(program),
                program.quality(),
                program.clock(),
                ServeCommand::articleLink,
                Version.text(),
                program.settings().storePlace(),
                Instant.now());
    }

    private @Nullable RefreshSchedule schedule(Program program) {
        return noRefresh
                ? null
                : RefreshSchedule.start(
                        program.store().dataSource(),
                        program.settings().duration(Setting.TICK),
                        program.refresher()::quietly);
    }

    /** Sample outlets live on no real host; their pages are shown by the program itself. */
    static String articleLink(String url) {
        Matcher sample = SAMPLE.matcher(url);
        return sample.matches()
                ? "/sample/" + sample.group(1) + sample.group(2)
                        + (url.contains("#") ? url.substring(url.indexOf('#')) : "")
                : url;
    }

    private static void samplePages(RoutesConfig routes) {
        routes.get("/sample/{host}/<path>", ctx -> {
            var page = SampleSite.resource(
                    ctx.pathParam("host"),
                    "/" + URI.create("/" + ctx.pathParam("path")).getPath().substring(1));
            if (page.isEmpty()) {
                ctx.status(404).contentType("text/plain; charset=utf-8").result("There is no such sample page.");
            } else {
                ctx.contentType(page.get().contentType()).result(page.get().body());
            }
        });
    }

    /** Ctrl-C and SIGTERM end {@link #call} in good order; the machine waits until store and index are closed. */
    private static void onExit(CountDownLatch stopped, CountDownLatch closed) {
        Thread hook = new Thread(
                () -> {
                    stopped.countDown();
                    try {
                        closed.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }
}
