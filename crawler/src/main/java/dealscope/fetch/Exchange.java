package dealscope.fetch;

import dealscope.article.Page;
import dealscope.crawler.FetchRequest;
import dealscope.crawler.FetchRequest.Kind;
import dealscope.crawler.FetchResult;
import dealscope.crawler.FetchResult.Failed;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.FetchResult.NotModified;
import dealscope.crawler.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One request and its answer, without following redirects. The host's turn is the caller's business. */
final class Exchange {
    private static final Set<Integer> DOCUMENT = Set.of(200, 203);
    private static final Set<Integer> REDIRECT = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);
    private static final int MAX_VALIDATOR = 4_096;
    private static final int MAX_LINKS = 100;
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");
    private static final Set<Integer> KEEPS_FORM = Set.of(307, 308);
    static final String RETRY_AFTER = "Dealscope-Retry-After";

    private final OkHttpClient client;
    private final FetchSettings settings;
    private final InstantSource clock;

    Exchange(OkHttpClient client, FetchSettings settings, InstantSource clock) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The client repeats a request by itself after 503 with {@code Retry-After: 0}, and throws when the number is long.
     * When to come again is our decision, so the header gets another name before the client sees it.
     */
    static Response hideRetryAfter(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String value = response.header("Retry-After");
        Response.Builder hidden =
                response.newBuilder().removeHeader("Retry-After").removeHeader(RETRY_AFTER);
        return value == null
                ? hidden.build()
                : hidden.header(RETRY_AFTER, value).build();
    }

    sealed interface Answer {
        /** @param location as sent */
        record Redirect(String location, int status) implements Answer {
            boolean isPermanent() {
                return PERMANENT.contains(status);
            }
        }

        record Final(FetchResult result) implements Answer {}
    }

    /**
     * @param request its address is not looked at: {@code url} is
     * @param movedTo what to report as the document's new address
     * @param spent time that earlier hops took
     */
    Answer run(HttpUrl url, FetchRequest request, @Nullable String movedTo, Duration spent) {
        long start = System.nanoTime();
        Duration left = settings.deadline().minus(spent);
        if (left.isNegative() || left.isZero()) {
            return failed(Outcome.TIMEOUT, Reasons.timeout(settings.deadline()), 0, spent);
        }
        Call call = client.newCall(httpRequest(url, request));
        call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
        int status = 0;
        try (Response response = call.execute()) {
            status = response.code();
            return answer(call, response, request, movedTo, () -> spent.plusNanos(System.nanoTime() - start));
        } catch (IOException e) {
            Duration took = spent.plusNanos(System.nanoTime() - start);
            if (Thread.currentThread().isInterrupted()) {
                throw cancelled(e);
            }
            Failure failure = Failure.of(e, url.host(), settings.deadline());
            return failed(failure.outcome(), failure.reason(), status, took);
        }
    }

    private static CancellationException cancelled(Throwable cause) {
        var cancelled = new CancellationException("the crawl was stopped");
        cancelled.initCause(cause);
        return cancelled;
    }

    private Request httpRequest(HttpUrl url, FetchRequest request) {
        var headers = new Headers.Builder()
                .add("User-Agent", settings.userAgent())
                .add("Accept", accept(request.kind()))
                .add("Accept-Encoding", BodyReader.ACCEPT_ENCODING)
                .add("Connection", "close");
        if (request.etag() != null) {
            headers.addUnsafeNonAscii("If-None-Match", request.etag());
        }
        if (request.lastModified() != null) {
            headers.addUnsafeNonAscii("If-Modified-Since", request.lastModified());
        }
        var builder = new Request.Builder().url(url).headers(headers.build());
        return request.form() == null
                ? builder.build()
                : builder.post(RequestBody.create(request.form().getBytes(StandardCharsets.UTF_8), FORM))
                        .build();
    }

    private static String accept(Kind kind) {
        return switch (kind) {
            case FEED ->
                "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9,"
                        + " application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";
            case PAGE -> "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";
            case HUB -> "*/*";
            case ROBOTS -> "text/plain, */*;q=0.1";
            case SITEMAP -> "application/xml, text/xml, application/gzip;q=0.9, */*;q=0.1";
        };
    }

    /** The time that has gone by since the first hop began. */
    @FunctionalInterface
    private interface Stopwatch {
        Duration read();
    }

    private Answer answer(Call call, Response response, FetchRequest request, @Nullable String movedTo, Stopwatch watch)
            throws IOException {
        int status = response.code();
        Headers headers = response.headers();
        String location = headers.get("Location");
        if ((request.form() == null ? REDIRECT : KEEPS_FORM).contains(status) && location != null) {
            call.cancel();
            return new Answer.Redirect(location, status);
        }
        Instant now = clock.instant();
        if (status == 304 && request.isConditional()) {
            return new Answer.Final(new NotModified(
                    validator(headers, "ETag"),
                    validator(headers, "Last-Modified"),
                    Freshness.of(headers, now),
                    movedTo,
                    watch.read()));
        }
        boolean success = DOCUMENT.contains(status) || (request.form() != null && response.isSuccessful());
        int cap = success ? settings.maxBytes(request.kind()) : Challenge.LOOK_AT;
        var body = BodyReader.read(response.body().byteStream(), headers.values("Content-Encoding"), cap);
        if (!body.whole()) {
            // Closing an unfinished body would read on in the hope of keeping the connection.
            call.cancel();
        }
        String guard = Challenge.find(status, headers, body.bytes());
        if (guard != null) {
            return new Answer.Final(new Failed(
                    Outcome.CHALLENGE,
                    Challenge.reason(guard, status),
                    status,
                    RetryAfter.parse(headers.get(RETRY_AFTER), now),
                    watch.read()));
        }
        if (!success) {
            return new Answer.Final(refusal(status, headers, now, watch.read()));
        }
        if (!body.whole() && !request.kind().mayBeCut()) {
            return failed(Outcome.TOO_LARGE, Reasons.tooLarge(cap), status, watch.read());
        }
        var page = new Page(
                response.request().url().toString(),
                status,
                headers.get("Content-Type"),
                headers.get("Content-Location"),
                body.bytes(),
                now);
        return new Answer.Final(new Fetched(
                page,
                request.kind() != Kind.FEED || Ending.isFinished(body.bytes()),
                validator(headers, "ETag"),
                validator(headers, "Last-Modified"),
                Freshness.of(headers, now),
                movedTo,
                headers.values("Link").stream().limit(MAX_LINKS).toList(),
                watch.read()));
    }

    private static Failed refusal(int status, Headers headers, Instant now, Duration took) {
        Instant retryAfter = RetryAfter.parse(headers.get(RETRY_AFTER), now);
        Outcome outcome =
                switch (status) {
                    case 403 -> Outcome.FORBIDDEN;
                    case 410 -> Outcome.GONE;
                    case 429 -> Outcome.RATE_LIMITED;
                    case 503 -> retryAfter == null ? Outcome.HTTP_ERROR : Outcome.RATE_LIMITED;
                    default -> Outcome.HTTP_ERROR;
                };
        String reason = retryAfter != null && outcome == Outcome.RATE_LIMITED
                ? Reasons.rateLimited(retryAfter)
                : Reasons.status(status);
        return new Failed(outcome, reason, status, retryAfter, took);
    }

    /** A validator as sent; null when it could not be sent back byte for byte. */
    private static @Nullable String validator(Headers headers, String name) {
        String value = headers.get(name);
        boolean usable = value != null
                && !value.isEmpty()
                && value.length() <= MAX_VALIDATOR
                && value.chars().noneMatch(c -> c == 0xfffd || (c < 0x20 && c != '\t') || c == 0x7f);
        return usable ? value : null;
    }

    private static Answer failed(Outcome outcome, String reason, int status, Duration took) {
        return new Answer.Final(new Failed(outcome, reason, status, null, took));
    }
}
