package dealscope.crawler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed we follow and all we remember of it between visits.
 *
 * @param id made by us from the address at the time it was added
 * @param url current address; moves only after repeated permanent redirects
 * @param title shown to people: the user's, else the feed's own, else the host
 * @param category folder in OPML, or null
 * @param enabled false: never fetched
 * @param note why it is switched off, or terms to know
 * @param etag exactly as sent, quotes included
 * @param lastModified exactly as sent
 * @param bodyHash SHA-256 of the last body that was read
 * @param nextCheck not before; null means at once
 * @param lastEntry publication date of the newest entry
 * @param failures in a row since the last success
 * @param reason of the last failure in words, null after a success
 * @param movedTo the address to which permanent redirects lead, or null
 * @param moves visits in a row that led there; the feed moves when there were enough of them
 */
public record FeedState(
        String id,
        String url,
        String title,
        @Nullable String category,
        boolean enabled,
        boolean sample,
        @Nullable String note,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash,
        @Nullable Instant nextCheck,
        @Nullable Instant lastCheck,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastEntry,
        int failures,
        @Nullable String reason,
        Instant added,
        @Nullable String movedTo,
        int moves) {
    /** A feed that no permanent redirect leads away from. */
    public FeedState(
            String id,
            String url,
            String title,
            @Nullable String category,
            boolean enabled,
            boolean sample,
            @Nullable String note,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String bodyHash,
            @Nullable Instant nextCheck,
            @Nullable Instant lastCheck,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastEntry,
            int failures,
            @Nullable String reason,
            Instant added) {
        this(
                id,
                url,
                title,
                category,
                enabled,
                sample,
                note,
                etag,
                lastModified,
                bodyHash,
                nextCheck,
                lastCheck,
                lastSuccess,
                lastEntry,
                failures,
                reason,
                added,
                null,
                0);
    }

    /** The same feed, switched on or off. */
    public FeedState withEnabled(boolean on) {
        return new FeedState(
                id,
                url,
                title,
                category,
                on,
                sample,
                note,
                etag,
                lastModified,
                bodyHash,
                nextCheck,
                lastCheck,
                lastSuccess,
                lastEntry,
                failures,
                reason,
                added,
                movedTo,
                moves);
    }
}
