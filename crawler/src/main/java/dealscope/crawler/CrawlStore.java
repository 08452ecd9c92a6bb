package dealscope.crawler;

import dealscope.article.Article;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the crawler asks of the store. Every method is one transaction; all are safe to call from many threads. A crash
 * between two calls loses nothing and doubles nothing: an entry is stored before its page is fetched, together with the
 * feed's validators, and its page stays pending until {@link #savePage} has answered.
 */
public interface CrawlStore extends HostPauses {
    List<FeedState> feeds();

    Optional<FeedState> feed(String id);

    /** Enabled feeds whose next check is null or not after {@code now}, the longest waiting first. */
    List<FeedState> dueFeeds(Instant now, int limit);

    /**
     * Stores a visit to a feed: its new state, the log line and the entries, which are those whose (feed, guid) is not
     * known yet and whose {@link Article#id()} is new; known articles only gain a further entry. A known entry that
     * tells something else than before, or was updated since, changes its article and makes its page pending again, a few
     * times in the article's life.
     *
     * @return the visit as stored, with the number of fresh entries counted
     */
    Visit saveVisit(FeedState after, Visit visit, List<Draft> drafts);

    /**
     * Stores entries that came another way than by a visit to the feed: an archive, a sitemap, a hub. The feed's state
     * and known entries stay as they are.
     *
     * @return the visit as stored, with the number of fresh entries counted
     */
    Visit saveEntries(String feedId, Visit visit, List<Draft> drafts);

    /** Feeds that brought articles whose page is pending and may be asked for now, the longest waiting first. */
    List<String> feedsWithPendingPages(Instant now, int limit);

    /** Pending pages among the articles that this feed brought first that may be asked for now, the oldest first. */
    List<PendingPage> pendingPages(String feedId, Instant now, int limit);

    /**
     * Stores a visit to a page that stays pending.
     *
     * @param reason why the page could not be read yet, in words; becomes the article's
     * @param attempts in vain so far
     * @param next when it may be asked for again
     */
    void postponePage(String articleId, String reason, int attempts, Instant next, Visit visit);

    /** Replaces the article by what its page gave (or keeps it as it was, with a reason); its page is no longer pending. */
    void savePage(Article article, Visit visit);

    /**
     * An article whose page was not read yet.
     *
     * @param attempts in vain so far; survives a restart
     */
    record PendingPage(Article article, int attempts) {}

    /**
     * An entry on its way into the store.
     *
     * @param guid the publisher's identity for it within this feed: entry id, else link, else a hash of title and date
     * @param article what the entry alone tells
     * @param fetchPage false when there is no page to fetch: the article is complete as it is
     * @param publisherHost of a headline whose link hides the publisher's page: host of the publisher's site, empty when
     *     it is unknown; null for every other entry
     * @param dropped whether the feed's rules drop it: it is remembered apart, so that it is neither read nor lost
     */
    record Draft(
            String guid,
            Article article,
            boolean fetchPage,
            @Nullable String publisherHost,
            boolean dropped) {
        /** An ordinary entry that no rule drops. */
        public Draft(String guid, Article article, boolean fetchPage) {
            this(guid, article, fetchPage, null, false);
        }

        public Draft withDropped(boolean now) {
            return new Draft(guid, article, fetchPage, publisherHost, now);
        }
    }
}
