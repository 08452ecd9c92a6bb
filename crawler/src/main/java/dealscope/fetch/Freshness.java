package dealscope.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** How long an answer stays fresh, as its server says: {@code Cache-Control: max-age} before {@code Expires}. */
final class Freshness {
    private static final int MAX_LENGTH = 1_000;

    private Freshness() {}

    /** Between zero and a day; null when nothing valid is said. {@code Expires} in the past says nothing. */
    static @Nullable Duration of(Headers headers, Instant now) {
        String cacheControl = String.join(",", headers.values("Cache-Control"));
        if (!cacheControl.isEmpty() && cacheControl.length() <= MAX_LENGTH) {
            for (String part : cacheControl.toLowerCase(Locale.ROOT).split(",")) {
                String directive = part.strip();
                if (directive.equals("no-cache") || directive.equals("no-store")) {
                    return null;
                }
                if (directive.startsWith("max-age=")) {
                    String value = directive
                            .substring("max-age=".length())
                            .replace("\"", "")
                            .strip();
                    return RetryAfter.isDigits(value) ? RetryAfter.seconds(value) : null;
                }
            }
        }
        String expires = headers.get("Expires");
        Instant until = RetryAfter.parse(expires == null || RetryAfter.isDigits(expires.strip()) ? null : expires, now);
        return until == null ? null : Duration.between(now, until);
    }
}
