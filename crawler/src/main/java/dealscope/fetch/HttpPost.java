package dealscope.fetch;

import dealscope.crawler.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CancellationException;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends JSON to an address that somebody gave us, once, under the same guard as {@link Fetcher}: http and https, no private
 * address unless it is allowed, no user names, within the deadline. Redirects are not followed: a receiver that moved says
 * so, and its owner decides. Of the answer only the status counts. Safe for many threads; never throws for what a server
 * does.
 */
public final class HttpPost {
    private static final MediaType JSON = MediaType.get("application/json");

    private final WebAddress addresses;
    private final OkHttpClient client;
    private final FetchSettings settings;
    private final InstantSource clock;

    public HttpPost(FetchSettings settings, AddressGuard guard, Routes routes, Resolver resolver, InstantSource clock) {
        this.addresses = new WebAddress(guard, routes);
        this.client = Fetcher.client(settings, new GuardedSockets(guard, routes, resolver));
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Answer {
        /** The receiver has it. */
        record Taken(int status) implements Answer {}

        /**
         * It was not taken.
         *
         * @param status 0 when there was no answer
         * @param reason in words
         * @param lasting whether there is no sense in trying again: the address cannot be asked, or says that it is gone
         * @param retryAfter when the receiver wants to be asked again, or null
         */
        record Refused(
                int status,
                String reason,
                boolean lasting,
                @Nullable Instant retryAfter) implements Answer {}
    }

    /** Why nothing can ever be sent to this address, or null; without asking DNS. */
    public @Nullable String objection(String url) {
        return addresses.check(url, null) instanceof WebAddress.Verdict.Refused refused ? refused.reason() : null;
    }

    /** @param headers further ones; a name or value that HTTP does not allow throws {@link IllegalArgumentException} */
    public Answer send(String url, Map<String, String> headers, byte[] json) {
        return switch (addresses.check(url, null)) {
            case WebAddress.Verdict.Refused refused -> new Answer.Refused(0, refused.reason(), true, null);
            case WebAddress.Verdict.Fine fine -> send(fine.url(), headers, json);
        };
    }

    private Answer send(HttpUrl url, Map<String, String> headers, byte[] json) {
        Headers.Builder all =
                new Headers.Builder().add("User-Agent", settings.userAgent()).add("Connection", "close");
        headers.forEach(all::add);
        Request request = new Request.Builder()
                .url(url)
                .headers(all.build())
                .post(RequestBody.create(json, JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            return answer(response);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                var cancelled = new CancellationException("the program is ending");
                cancelled.initCause(e);
                throw cancelled;
            }
            Failure failure = Failure.of(e, url.host(), settings.deadline());
            return new Answer.Refused(0, failure.reason(), failure.outcome() == Outcome.PRIVATE_ADDRESS, null);
        }
    }

    private Answer answer(Response response) {
        int status = response.code();
        if (response.isSuccessful()) {
            return new Answer.Taken(status);
        }
        Instant again = RetryAfter.parse(response.header(Exchange.RETRY_AFTER), clock.instant());
        return new Answer.Refused(status, reason(status), status == 410, again);
    }

    private static String reason(int status) {
        if (status >= 300 && status < 400) {
            return "The receiver answered that it has moved (" + status + "); give its new address.";
        }
        return switch (status) {
            case 401, 403 -> "The receiver does not accept this without a login of its own (" + status + ").";
            case 404 -> "There is no receiver at this address (404).";
            case 410 -> "The receiver wants no more of this (410).";
            case 413 -> "The receiver finds it too large (413).";
            case 429 -> "The receiver says that it gets too much (429).";
            default ->
                status >= 500
                        ? "The receiver has a fault (" + status + ")."
                        : "The receiver did not take it (" + status + ").";
        };
    }
}
