package dealscope.crawler;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of the web: one document, or an answer to a form.
 *
 * @param url sent as it is, without any parameter of ours
 * @param kind decides which types are asked for and how large the answer may be
 * @param validated the address that sent the validators: no other one sees them; null: {@code url}
 * @param etag the validator of the copy we hold, byte for byte as it was sent; null for an unconditional request
 * @param lastModified likewise
 * @param form fields to send by POST, encoded as forms are; null: a GET
 */
public record FetchRequest(
        String url,
        Kind kind,
        @Nullable String validated,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String form) {
    /** What kind of document is expected. */
    public enum Kind {
        FEED(false),
        PAGE(false),
        /** A robots.txt: a longer one is cut at the cap, not refused (RFC 9309, section 2.5). */
        ROBOTS(true),
        /** A sitemap: of a longer one what is within the cap is read. */
        SITEMAP(true),
        /** What a hub says to a subscription; any success is one. */
        HUB(true);

        private final boolean mayBeCut;

        Kind(boolean mayBeCut) {
            this.mayBeCut = mayBeCut;
        }

        /** Whether the beginning of a document that is too large is better than none. */
        public boolean mayBeCut() {
            return mayBeCut;
        }
    }

    /** A request for a document. */
    public FetchRequest(
            String url, Kind kind, @Nullable String validated, @Nullable String etag, @Nullable String lastModified) {
        this(url, kind, validated, etag, lastModified, null);
    }

    /** A form for a hub. It follows no redirect but those that keep the form (307, 308). */
    public static FetchRequest form(String url, String form) {
        return new FetchRequest(url, Kind.HUB, null, null, null, form);
    }

    /** An unconditional request. */
    public static FetchRequest of(String url, Kind kind) {
        return new FetchRequest(url, kind, null, null, null);
    }

    public boolean isConditional() {
        return etag != null || lastModified != null;
    }
}
