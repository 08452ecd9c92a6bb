package dealscope.fetch;

import dealscope.crawler.FetchRequest;
import dealscope.crawler.FetchResult;
import dealscope.crawler.HostPauses;
import dealscope.crawler.Web;
import java.time.InstantSource;

/**
 * The web over HTTP, with manners: {@link Fetcher}, robots.txt and a queue for each host.
 *
 * {@snippet :
 * Web web = new HttpWeb(FetchSettings.defaults(), new AddressGuard(), Routes.none(), Resolver.system(), clock);
 * try (Web.Errand errand = web.open()) {
 *     FetchResult feed = errand.fetch(FetchRequest.of("https://example.org/feed", Kind.FEED));
 * }
 * }
 */
public final class HttpWeb implements Web {
    private final Fetcher fetcher;
    private final Robots robots;

    /** A web that forgets at its end which hosts asked to be left alone. */
    public HttpWeb(FetchSettings settings, AddressGuard guard, Routes routes, Resolver resolver, InstantSource clock) {
        this(settings, guard, routes, resolver, HostPauses.NONE, clock);
    }

    /** @param pauses where it is kept which hosts asked to be left alone */
    public HttpWeb(
            FetchSettings settings,
            AddressGuard guard,
            Routes routes,
            Resolver resolver,
            HostPauses pauses,
            InstantSource clock) {
        fetcher = new Fetcher(settings, guard, routes, resolver, pauses, clock);
        robots = new Robots(fetcher, settings.agentToken(), clock);
    }

    @Override
    public Errand open() {
        return new HttpErrand(fetcher.queues().open());
    }

    private final class HttpErrand implements Errand {
        private final HostQueues.Turn turn;

        HttpErrand(HostQueues.Turn turn) {
            this.turn = turn;
        }

        @Override
        public FetchResult fetch(FetchRequest request) {
            return fetcher.fetch(request, turn);
        }

        @Override
        public Permission mayRead(String url) {
            return robots.mayRead(url, turn);
        }

        @Override
        public void close() {
            turn.close();
        }
    }
}
