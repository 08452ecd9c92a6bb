package dealscope.crawler;

import org.jspecify.annotations.Nullable;

/**
 * What identifies the copy of a feed that was read last (RFC 9110, section 8.8).
 *
 * @param url the address that sent them, which alone may see them again; after redirects not the feed's own
 * @param etag exactly as sent, quotes included
 * @param lastModified exactly as sent
 * @param bodyHash SHA-256 of the body
 */
public record Validators(
        @Nullable String url,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash) {
    /** Nothing was read yet. */
    public static final Validators NONE = new Validators(null, null, null, null);
}
