package dealscope.article;

import java.util.Locale;

/** How much of an article we hold. */
public enum Completeness {
    /** The text of the page. */
    FULL,
    /** Summary or content from the feed alone. */
    PARTIAL,
    /** Nothing but the headline. */
    HEADLINE;

    /** The name in the API: {@code full}, {@code partial}, {@code headline}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
