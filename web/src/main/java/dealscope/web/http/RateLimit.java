package dealscope.web.http;

import dealscope.web.site.Rate;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps one client from taking all: each address has a bucket of requests that fills at the rate of the settings; one that
 * is empty is answered 429 with the time to wait. Answers tell what is left
 * (<a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit headers</a>). Style sheets,
 * the health check and hubs are not counted. Behind a proxy all come from one address: limit them there. Safe for many
 * threads; remembers the {@value #CLIENTS} clients that came last.
 */
public final class RateLimit {
    private static final int CLIENTS = 10_000;
    private static final double NANOS = 1e9;

    private final Rate rate;
    private final double perSecond;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > CLIENTS;
        }
    };

    private record Bucket(double left, long at) {}

    /** @param nanos a clock that never goes back */
    public RateLimit(Rate rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
        this.perSecond = rate.isNone() ? 0 : rate.requests() / (rate.per().toMillis() / 1000.0);
    }

    /** Counts the request, and refuses it when there were too many. */
    public void check(Context ctx) {
        String path = ctx.path();
        if (rate.isNone() || path.startsWith("/static/") || path.equals("/healthz") || path.startsWith("/websub/")) {
            return;
        }
        double left = take(client(ctx.ip()));
        long whole = (long) Math.max(0, Math.floor(left));
        long wait = (long) Math.ceil((left < 0 ? -left : rate.requests() - left) / perSecond);
        ctx.header(
                        "RateLimit-Policy",
                        "\"client\";q=" + rate.requests() + ";w=" + rate.per().toSeconds())
                .header("RateLimit", "\"client\";r=" + whole + ";t=" + wait);
        if (left < 0) {
            ctx.header("Retry-After", Long.toString(Math.max(1, wait)));
            throw RequestProblem.of(
                    429,
                    "Too many requests: " + rate.requests() + " in "
                            + rate.per().toSeconds() + " seconds are allowed. Wait for the time in Retry-After.");
        }
    }

    /** What is left after this request; below zero, and nothing taken, when it is one too many. */
    private synchronized double take(String client) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.getOrDefault(client, new Bucket(rate.requests(), now));
        double left = Math.min(rate.requests(), bucket.left() + (now - bucket.at()) / NANOS * perSecond) - 1;
        buckets.put(client, new Bucket(left < 0 ? left + 1 : left, now));
        return left;
    }

    /** The address; of IPv6 the network, for a client has all of it. */
    private static String client(String ip) {
        if (!ip.contains(":")) {
            return ip;
        }
        String[] groups = ip.replace("[", "").split(":", 5);
        return groups.length < 5 ? ip : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
