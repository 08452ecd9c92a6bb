package dealscope.crawler;

import dealscope.article.Feed;
import dealscope.article.Page;

/** Bytes to feed, as the crawler sees it. Must be safe for many threads. */
@FunctionalInterface
public interface FeedParser {
    Parsed parse(Page document);

    /** A feed, or the reason why it is none. */
    sealed interface Parsed {
        record Read(Feed feed) implements Parsed {}

        /** @param reason in words */
        record NotAFeed(String reason) implements Parsed {}
    }
}
