package dealscope.crawler;

import org.jspecify.annotations.Nullable;

/**
 * A move of a feed in the making.
 *
 * @param target the address to which permanent redirects lead, or null
 * @param visits visits in a row that led there; the feed moves when there were enough of them
 */
public record FeedMove(@Nullable String target, int visits) {
    /** No permanent redirect leads away. */
    public static final FeedMove NONE = new FeedMove(null, 0);
}
