package dealscope.web.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt to deliver.
 *
 * @param reason null when the receiver took it, else why not, in words
 * @param status of HTTP or SMTP; 0 when there was none
 * @param lasting whether there is no sense in trying again
 * @param retryAfter when the receiver wants to be asked again, or null
 */
record Attempt(
        @Nullable String reason,
        int status,
        boolean lasting,
        @Nullable Instant retryAfter) {
    static Attempt taken(int status) {
        return new Attempt(null, status, false, null);
    }

    static Attempt failed(int status, String reason, boolean lasting) {
        return new Attempt(reason, status, lasting, null);
    }
}
