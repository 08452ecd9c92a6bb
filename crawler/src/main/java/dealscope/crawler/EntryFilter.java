package dealscope.crawler;

import dealscope.article.Article;
import dealscope.crawler.CrawlStore.Draft;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rules of {@link FeedOptions} on what to keep and what to drop, as the crawler sees them: judged by what an entry
 * tells by itself, before its page is read. Safe for many threads; never throws: a rule that cannot be understood drops
 * nothing.
 */
@FunctionalInterface
public interface EntryFilter {
    /** Keeps everything. */
    EntryFilter NONE = options -> article -> false;

    /** Whether the rules drop an article, as of now. */
    Predicate<Article> dropping(FeedOptions options);

    /** The drafts, those that the rules drop marked as such. */
    default List<Draft> mark(FeedOptions options, List<Draft> drafts) {
        if (options.keep() == null && options.drop() == null) {
            return drafts;
        }
        Predicate<Article> dropping = dropping(options);
        return drafts.stream()
                .map(draft -> dropping.test(draft.article()) ? draft.withDropped(true) : draft)
                .toList();
    }
}
