package dealscope.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page or feed document as fetched, before anything has been understood of it.
 *
 * @param url the address that finally answered, after redirects
 * @param contentType the header as sent, or null
 * @param contentLocation the header as sent, or null
 * @param body decoded from any content encoding, within the size cap
 */
public record Page(
        String url,
        int status,
        @Nullable String contentType,
        @Nullable String contentLocation,
        byte[] body,
        Instant fetched) {}
