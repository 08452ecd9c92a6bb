package dealscope.fetch;

import dealscope.crawler.FetchRequest;
import dealscope.crawler.FetchResult;
import dealscope.crawler.FetchResult.Failed;
import dealscope.crawler.HostPauses;
import dealscope.crawler.Outcome;
import java.net.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one document over HTTP, following at most eight redirects, each checked like the first address.
 *
 * <p>Everything is bounded: the time of the whole exchange, the decoded size, the headers (256 KiB), the redirects. No
 * cookies, no referrer, no proxy, no authentication. HTTP/1.1 only: with one request at a time at each host there is
 * nothing to multiplex; and a connection for each request, because kept ones die unnoticed during the pauses. Safe for many threads; never throws for what a server does.
 */
public final class Fetcher {
    private static final int MAX_REDIRECTS = 8;
    /** A host that says "too many requests" without saying how long to wait is left alone for this time. */
    private static final Duration UNSAID_HOLD = Duration.ofHours(1);

    private final WebAddress addresses;
    private final HostQueues queues;
    private final Exchange exchange;
    private final InstantSource clock;

    /** A fetcher that forgets at its end which hosts asked to be left alone. */
    public Fetcher(FetchSettings settings, AddressGuard guard, Routes routes, Resolver resolver, InstantSource clock) {
        this(settings, guard, routes, resolver, HostPauses.NONE, clock);
    }

    /** @param pauses where it is kept which hosts asked to be left alone */
    public Fetcher(
            FetchSettings settings,
            AddressGuard guard,
            Routes routes,
            Resolver resolver,
            HostPauses pauses,
            InstantSource clock) {
        this.addresses = new WebAddress(guard, routes);
        this.queues = new HostQueues(settings.places(), settings.hostDelay(), routes::contains, pauses, clock);
        this.exchange = new Exchange(client(settings, new GuardedSockets(guard, routes, resolver)), settings, clock);
        this.clock = clock;
    }

    static OkHttpClient client(FetchSettings settings, GuardedSockets sockets) {
        return new OkHttpClient.Builder()
                .socketFactory(sockets)
                .dns(sockets::lookup)
                .proxy(Proxy.NO_PROXY)
                .protocols(List.of(Protocol.HTTP_1_1))
                .cookieJar(CookieJar.NO_COOKIES)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .addNetworkInterceptor(Exchange::hideRetryAfter)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.deadline())
                .callTimeout(settings.deadline())
                .build();
    }

    /** Fetches one document in a turn of its own. */
    public FetchResult fetch(FetchRequest request) {
        try (var turn = queues.open()) {
            return fetch(request, turn);
        }
    }

    HostQueues queues() {
        return queues;
    }

    FetchResult fetch(FetchRequest request, HostQueues.Turn turn) {
        var journey = new Journey(request);
        String address = request.url();
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            switch (addresses.check(address, journey.at)) {
                case WebAddress.Verdict.Refused refused -> {
                    return journey.refused(refused);
                }
                case WebAddress.Verdict.Fine fine -> {
                    if (!journey.moveTo(fine.url())) {
                        return journey.failed(Outcome.REDIRECT_LOOP, "The address leads in a circle back to itself.");
                    }
                    switch (step(journey, fine.url(), turn)) {
                        case Exchange.Answer.Final last -> {
                            return last.result();
                        }
                        case Exchange.Answer.Redirect redirect -> {
                            journey.permanent &= redirect.isPermanent();
                            journey.status = redirect.status();
                            address = redirect.location();
                        }
                    }
                }
            }
        }
        return journey.failed(
                Outcome.REDIRECT_LOOP, "The address leads on and on: more than " + MAX_REDIRECTS + " redirects.");
    }

    private Exchange.Answer step(Journey journey, HttpUrl url, HostQueues.Turn turn) {
        Instant held = turn.enter(url);
        if (held != null) {
            return new Exchange.Answer.Final(new Failed(
                    Outcome.RATE_LIMITED, Reasons.postponed(url.host(), held), journey.status, held, journey.spent));
        }
        long start = System.nanoTime();
        try {
            Exchange.Answer answer = exchange.run(url, journey.requestAt(url), journey.movedTo(), journey.spent);
            if (answer instanceof Exchange.Answer.Final last && last.result() instanceof Failed failed) {
                holdWhenAsked(url, failed);
            }
            return answer;
        } finally {
            journey.spent = journey.spent.plusNanos(System.nanoTime() - start);
            turn.leave();
        }
    }

    private void holdWhenAsked(HttpUrl url, Failed failed) {
        if (failed.status() == 429 || failed.outcome() == Outcome.RATE_LIMITED) {
            Instant until = failed.retryAfter();
            queues.hold(url, until == null ? clock.instant().plus(UNSAID_HOLD) : until);
        }
    }

    /** What is known after some hops. */
    private static final class Journey {
        private final FetchRequest request;
        private final Set<HttpUrl> seen = new HashSet<>();
        private @Nullable HttpUrl first;
        private @Nullable HttpUrl at;
        private boolean permanent = true;
        private int status;
        private Duration spent = Duration.ZERO;

        Journey(FetchRequest request) {
            this.request = request;
        }

        /** False when we have been there before. */
        boolean moveTo(HttpUrl url) {
            first = first == null ? url : first;
            at = url;
            return seen.add(url.newBuilder().fragment(null).build());
        }

        /** Validators are for the address that gave them, and for no other. */
        FetchRequest requestAt(HttpUrl url) {
            boolean atHome = request.validated() == null
                    ? url.equals(first)
                    : url.toString().equals(request.validated());
            return atHome || request.form() != null ? request : FetchRequest.of(request.url(), request.kind());
        }

        @Nullable
        String movedTo() {
            return permanent && at != null && !at.equals(first) ? at.toString() : null;
        }

        Failed refused(WebAddress.Verdict.Refused refused) {
            String reason = at == null ? refused.reason() : "The address leads on to another one. " + refused.reason();
            return new Failed(refused.outcome(), reason, status, null, spent);
        }

        Failed failed(Outcome outcome, String reason) {
            return new Failed(outcome, reason, status, null, spent);
        }
    }
}
