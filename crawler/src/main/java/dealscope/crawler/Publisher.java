package dealscope.crawler;

import dealscope.article.Article;
import dealscope.article.Entry;
import dealscope.article.Feed;
import org.jspecify.annotations.Nullable;

/**
 * Whose article it is: the source the entry names, else the feed when the page lies on the feed's own host, else what
 * the page calls its site, else the feed when it is at least the same domain, else the host.
 */
final class Publisher {
    private Publisher() {}

    /** As far as the feed alone tells. */
    static String of(Entry entry, Feed feed, FeedState state) {
        if (entry.source() != null && !entry.source().isBlank()) {
            return entry.source().strip();
        }
        String title = feedTitle(feed.title(), state);
        if (entry.link() == null
                || Hosts.sameDomain(entry.link(), state.url())
                || Hosts.sameDomain(entry.link(), feed.link())) {
            return title;
        }
        String host = Hosts.name(entry.link());
        return host.isEmpty() ? title : host;
    }

    /** Once the page has been read. */
    static String of(Article article, FeedState state, @Nullable String siteName) {
        if (siteName == null || siteName.isBlank()) {
            return article.publisher();
        }
        String host = Hosts.name(article.url());
        boolean stopgap = article.publisher().equals(host)
                || (article.publisher().equals(state.title()) && !host.equals(Hosts.name(state.url())));
        return stopgap ? siteName.strip() : article.publisher();
    }

    private static String feedTitle(@Nullable String title, FeedState state) {
        return title == null || title.isBlank() ? state.title() : title.strip();
    }
}
