package dealscope.store;

import dealscope.article.Article;
import dealscope.crawler.CrawlStore;
import dealscope.crawler.FeedState;
import dealscope.crawler.Visit;
import dealscope.deal.Analysis;
import dealscope.deal.Deal;
import dealscope.index.Change;
import dealscope.index.ChangeSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The store: a SQLite file, or PostgreSQL by JDBC URL. Everything else can be rebuilt from it. Safe for many threads.
 */
public final class Store implements CrawlStore, ChangeSource, AutoCloseable {
    private Store() {}

    /** Opens {@code jdbc:sqlite:...} or {@code jdbc:postgresql:...} and brings its tables up to date. */
    public static Store open(String jdbcUrl) {
        throw new UnsupportedOperationException();
    }

    // -- feeds ---------------------------------------------------------------------------------------------------

    @Override
    public List<FeedState> feeds() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<FeedState> feed(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<FeedState> dueFeeds(Instant now, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Adds feeds whose address is not there yet; returns those that were added. */
    public List<FeedState> addFeeds(List<FeedState> feeds) {
        throw new UnsupportedOperationException();
    }

    /** Replaces title, category, enabled and note of the feed with this id, and makes it due when it was switched on. */
    public void changeFeed(FeedState feed) {
        throw new UnsupportedOperationException();
    }

    /** Makes these feeds due at once. */
    public void makeDue(List<String> feedIds) {
        throw new UnsupportedOperationException();
    }

    /** Removes a feed; its articles stay. {@link #restoreFeed} brings it back as it was. */
    public boolean removeFeed(String id) {
        throw new UnsupportedOperationException();
    }

    public boolean restoreFeed(String id) {
        throw new UnsupportedOperationException();
    }

    /** Removes the sample collection: its feeds, articles and what was found in them. Returns the number of articles. */
    public int removeSamples() {
        throw new UnsupportedOperationException();
    }

    /** The last visits of a feed (pages included), newest first. */
    public List<Visit> visits(String feedId, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Numbers for the feeds page, by feed id. */
    public List<FeedStats> feedStats() {
        throw new UnsupportedOperationException();
    }

    /**
     * @param articles it brought first
     * @param deals told by its articles
     * @param perDay entries a day over the last 30 days
     */
    public record FeedStats(String feedId, int articles, int full, int deals, double perDay) {}

    // -- crawl ---------------------------------------------------------------------------------------------------

    @Override
    public Visit saveVisit(FeedState after, Visit visit, List<Draft> drafts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Article> pendingPages(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Article> pendingPages(String feedId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void savePage(Article article, Visit visit) {
        throw new UnsupportedOperationException();
    }

    // -- articles and analyses -----------------------------------------------------------------------------------

    public Optional<StoredArticle> article(String id) {
        throw new UnsupportedOperationException();
    }

    /** In the order of {@code ids}; unknown ones are left out. */
    public List<StoredArticle> articles(List<String> ids) {
        throw new UnsupportedOperationException();
    }

    /** @param analysis null while the article waits to be read */
    public record StoredArticle(
            Article article,
            @Nullable Analysis analysis,
            @Nullable String analysisError,
            List<String> dealIds) {}

    /** Articles with their page settled that were never analyzed, or by an older version, or whose text changed since; oldest first. */
    public List<Article> unanalyzed(int analyzerVersion, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Stores what was found in an article and brings the deals it touches up to date, in one transaction. */
    public void saveAnalysis(Article article, Analysis analysis, int analyzerVersion) {
        throw new UnsupportedOperationException();
    }

    /** Marks an article that could not be read, so that it does not come again until text or version change. */
    public void saveAnalysisError(Article article, String error, int analyzerVersion) {
        throw new UnsupportedOperationException();
    }

    // -- deals ---------------------------------------------------------------------------------------------------

    /** The deal; an id it had formerly leads to it too. */
    public Optional<Deal> deal(String id) {
        throw new UnsupportedOperationException();
    }

    /** In the order of {@code ids}; unknown ones are left out. */
    public List<Deal> deals(List<String> ids) {
        throw new UnsupportedOperationException();
    }

    /** All deals, ordered by id, in a bounded number of rows in memory; for exports. */
    public void forEachDeal(java.util.function.Consumer<Deal> consumer) {
        throw new UnsupportedOperationException();
    }

    /** Companies with their number of deals and totals in and out, most deals first. */
    public List<CompanySummary> companies() {
        throw new UnsupportedOperationException();
    }

    public Optional<CompanySummary> company(String id) {
        throw new UnsupportedOperationException();
    }

    /** Deals with this company on either side, newest first. */
    public List<Deal> dealsOf(String companyId) {
        throw new UnsupportedOperationException();
    }

    /** @param usdIn sum of the values of deals in which it is paid; cancelled, background and excluded ones left out */
    public record CompanySummary(
            String id, String name, int deals, int asPayer, int asPayee, double usdIn, double usdOut) {}

    public Stats stats() {
        throw new UnsupportedOperationException();
    }

    /** @param pendingPages pages still to fetch; @param unread articles still to analyze */
    public record Stats(
            int feeds,
            int failingFeeds,
            int articles,
            int fullArticles,
            int deals,
            int claims,
            int pendingPages,
            int unread,
            int sampleArticles) {}

    // -- changes, settings ----------------------------------------------------------------------------------------

    @Override
    public List<Change> changesAfter(long cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String epoch() {
        throw new UnsupportedOperationException();
    }

    /** Ids of all articles and deals, sorted; for checking the index against it. */
    public List<String> ids() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
