package dealscope.crawler;

import dealscope.article.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a {@link FetchRequest}. Every failure is a value with a reason in words for people. */
public sealed interface FetchResult {
    /** HTTP status of the last answer, 0 when there was none. */
    int status();

    /** Time on the wire, redirects and body included, waiting for a turn at the host left out. */
    Duration took();

    /**
     * A document.
     *
     * @param whole false for a feed that seems to be cut off: its validators must not be stored, or the rest is never read
     * @param etag exactly as sent, null when there was none (a stored one must then be dropped)
     * @param lastModified likewise
     * @param freshFor how long the server says the copy stays fresh, between zero and a day; null when it says nothing
     * @param movedTo the new address when every redirect on the way was a permanent one
     * @param links values of the {@code Link} header (RFC 8288), as sent
     */
    record Fetched(
            Page page,
            boolean whole,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable Duration freshFor,
            @Nullable String movedTo,
            List<String> links,
            Duration took)
            implements FetchResult {
        @Override
        public int status() {
            return page.status();
        }
    }

    /**
     * The copy we hold is still right.
     *
     * @param etag a new validator that came with the answer, or null to keep the one we have
     * @param lastModified likewise
     * @param movedTo the new address when every redirect on the way was a permanent one
     */
    record NotModified(
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable Duration freshFor,
            @Nullable String movedTo,
            Duration took)
            implements FetchResult {
        @Override
        public int status() {
            return 304;
        }
    }

    /**
     * No document.
     *
     * @param reason one or two sentences that a reader without technical knowledge understands
     * @param retryAfter when the server allows us to come again, at most a day ahead; null when it did not say
     */
    record Failed(
            Outcome outcome,
            String reason,
            int status,
            @Nullable Instant retryAfter,
            Duration took) implements FetchResult {
        public static Failed unasked(Outcome outcome, String reason) {
            return new Failed(outcome, reason, 0, null, Duration.ZERO);
        }

        /** The host had told us earlier to stay away, and so nothing at all was sent now. */
        public boolean isPostponed() {
            return outcome == Outcome.RATE_LIMITED && status == 0;
        }
    }
}
