package dealscope.fetch;

import dealscope.crawler.FetchRequest;
import dealscope.crawler.FetchRequest.Kind;
import dealscope.crawler.FetchResult;
import dealscope.crawler.FetchResult.Failed;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.Outcome;
import dealscope.crawler.Web.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The robots.txt files of the hosts whose pages we read, fetched when first needed and kept for at most a day. After RFC
 * 9309, section 2.3.1: an answer of 4xx allows everything, 5xx, 429 and no answer at all forbid everything for now and
 * are tried again after an hour (until then an older copy goes on to count). Safe for many threads.
 */
final class Robots {
    static final Duration KEEP = Duration.ofHours(24);
    static final Duration RETRY = Duration.ofHours(1);
    private static final int MAX_HOSTS = 2_000;

    private final Fetcher fetcher;
    private final String agent;
    private final InstantSource clock;
    private final Map<String, Host> hosts = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Host> eldest) {
            return size() > MAX_HOSTS;
        }
    };

    Robots(Fetcher fetcher, String agent, InstantSource clock) {
        this.fetcher = fetcher;
        this.agent = agent;
        this.clock = clock;
    }

    Permission mayRead(String url, HostQueues.Turn turn) {
        HttpUrl parsed = HttpUrl.parse(url.strip());
        if (parsed == null) {
            // Whoever fetches it will say what is wrong with the address.
            return new Permission.Granted();
        }
        Host host;
        synchronized (hosts) {
            host = hosts.computeIfAbsent(origin(parsed), key -> new Host());
        }
        host.lock.lock();
        try {
            if (host.nextFetch == null || !clock.instant().isBefore(host.nextFetch)) {
                refetch(host, parsed, turn);
            }
            return host.verdict(parsed);
        } finally {
            host.lock.unlock();
        }
    }

    /** What has a robots.txt of its own (RFC 9309, section 2.3). */
    private static String origin(HttpUrl url) {
        return url.scheme() + "://" + url.host() + ":" + url.port();
    }

    private void refetch(Host host, HttpUrl page, HostQueues.Turn turn) {
        HttpUrl url = page.newBuilder()
                .encodedPath("/robots.txt")
                .query(null)
                .fragment(null)
                .build();
        Instant now = clock.instant();
        switch (fetcher.fetch(FetchRequest.of(url.toString(), Kind.ROBOTS), turn)) {
            case Fetched fetched -> {
                RobotsRules rules = RobotsRules.parse(fetched.page().body(), agent);
                fetcher.queues().crawlDelay(page, rules.crawlDelay());
                host.know(rules, now.plus(KEEP));
            }
            case Failed failed -> {
                if (isUnavailable(failed)) {
                    host.know(RobotsRules.parse(new byte[0], agent), now.plus(KEEP));
                } else {
                    host.unreachable(failed.reason(), retryAt(failed, now));
                }
            }
            case FetchResult.NotModified notModified ->
                host.unreachable("an answer that was not asked for", now.plus(RETRY));
        }
    }

    /** No robots.txt, as opposed to one that cannot be had at the moment. */
    private static boolean isUnavailable(Failed failed) {
        boolean clientError = failed.status() >= 400 && failed.status() < 500 && failed.status() != 429;
        return clientError || failed.outcome() == Outcome.REDIRECT_LOOP || isRefusedByUs(failed);
    }

    /** The host is not to be asked for anything; the page's own request will say so better. */
    private static boolean isRefusedByUs(Failed failed) {
        boolean refused = failed.outcome() == Outcome.PRIVATE_ADDRESS || failed.outcome() == Outcome.BAD_ADDRESS;
        return refused && failed.status() == 0;
    }

    private static Instant retryAt(Failed failed, Instant now) {
        Instant retry = now.plus(RETRY);
        Instant asked = failed.retryAfter();
        return asked != null && (failed.isPostponed() || asked.isAfter(retry)) ? asked : retry;
    }

    /** What is known of one host. Guarded by its lock. */
    private static final class Host {
        private final ReentrantLock lock = new ReentrantLock(true);
        private @Nullable RobotsRules rules;
        private @Nullable Instant nextFetch;
        private String trouble = "";

        void know(RobotsRules known, Instant until) {
            rules = known;
            nextFetch = until;
        }

        void unreachable(String reason, Instant retry) {
            trouble = reason;
            nextFetch = retry;
        }

        Permission verdict(HttpUrl url) {
            if (rules == null) {
                return new Permission.Unknown(
                        "The site's rules for crawlers (robots.txt) could not be read: " + trouble);
            }
            return rules.allows(url.toString())
                    ? new Permission.Granted()
                    : new Permission.Denied("The site's rules for crawlers (robots.txt) ask us not to read this page.");
        }
    }
}
