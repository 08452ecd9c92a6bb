package dealscope.store;

import dealscope.article.Article;
import dealscope.crawler.CrawlStore;
import dealscope.crawler.FeedState;
import dealscope.crawler.Interval;
import dealscope.crawler.Visit;
import dealscope.deal.Analysis;
import dealscope.deal.Deal;
import dealscope.deal.Report;
import dealscope.fact.Companies;
import dealscope.index.Change;
import dealscope.index.ChangeSource;
import dealscope.ledger.ClaimChanges;
import dealscope.ledger.Echo;
import dealscope.ledger.Resolver;
import dealscope.story.StoryPlace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The store: a SQLite file, or PostgreSQL by JDBC URL. Everything else can be rebuilt from it.
 *
 * <pre>{@code
 * try (Store store = Store.open("jdbc:sqlite:/home/me/.dealscope/dealscope.db")) {
 *     store.addFeeds(feeds);
 * }
 * }</pre>
 *
 * <p>Safe for many threads. Every method is one transaction: it sees and leaves a whole state. Reads wait for nobody;
 * writes go one after the other. Of a SQLite file one process is the writer, any number may read beside it
 * ({@link #openReadOnly}); on PostgreSQL any number of processes may write.
 *
 * <p>Failure: {@link StoreException}, whose message says what to do. Texts lose NUL and lone surrogates (U+FFFD stands
 * in their place), times are cut to milliseconds.
 */
public final class Store implements CrawlStore, ChangeSource, AutoCloseable {
    private static final int PAGE = 200;

    private final Database database;
    private final LedgerRules rules;
    private final InstantSource clock;
    private final String epoch;

    private Store(Database database, LedgerRules rules, InstantSource clock, String epoch) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
        this.epoch = epoch;
    }

    /** {@link #open(String, Resolver, InstantSource)} with the parents of the fact file and the system's clock. */
    public static Store open(String jdbcUrl) {
        return open(jdbcUrl, new Resolver(Companies.load()::root), InstantSource.system());
    }

    /**
     * Opens {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql:...} for reading and writing and brings its tables up to
     * date; a missing file is made. Deals made by other rules than this version's are made anew. Refuses a damaged file, one of a newer version, and a file that another process
     * writes.
     *
     * @param resolver makes deals out of reports
     */
    public static Store open(String jdbcUrl, Resolver resolver, InstantSource clock) {
        Database database = Database.open(jdbcUrl, false);
        LedgerRules rules = new LedgerRules(resolver);
        try {
            String epoch = database.write(handle -> {
                StoreProperties properties = new StoreProperties(handle);
                if (properties.ledgerChangedTo(Resolver.VERSION)) {
                    new DealRevision(handle, rules).rebuild();
                }
                return properties.makeEpoch();
            });
            return new Store(database, rules, clock, epoch);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Opens a store that is there, beside the process that writes it. Whatever would write throws. */
    public static Store openReadOnly(String jdbcUrl) {
        Database database = Database.open(jdbcUrl, true);
        try {
            String epoch = database.read(handle -> new StoreProperties(handle).epoch());
            return new Store(database, new LedgerRules(new Resolver()), InstantSource.system(), epoch);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Connections that may write, for a schedule that keeps its table here. */
    public DataSource dataSource() {
        return database.writers();
    }

    /** True the first time that it is asked for this name, in the store's whole life; for what a store is given once. */
    public boolean firstTime(String name) {
        return database.write(handle -> new StoreProperties(handle).note("done." + name));
    }

    // -- feeds ---------------------------------------------------------------------------------------------------

    @Override
    public List<FeedState> feeds() {
        return database.read(handle -> new FeedTable(handle).all());
    }

    @Override
    public Optional<FeedState> feed(String id) {
        return database.read(handle -> new FeedTable(handle).byId(id));
    }

    @Override
    public List<FeedState> dueFeeds(Instant now, int limit) {
        return database.read(handle -> new FeedTable(handle).due(now, limit));
    }

    /** Adds feeds whose address is not there yet; returns those that were added. */
    public List<FeedState> addFeeds(List<FeedState> feeds) {
        return database.write(handle -> {
            FeedTable table = new FeedTable(handle);
            return feeds.stream().filter(table::add).map(table::sameAs).toList();
        });
    }

    /** Replaces title, category and options of the feed with this id, and makes it due when it was switched on. */
    public void changeFeed(FeedState feed) {
        database.write(handle -> {
            new FeedTable(handle).change(feed);
            return true;
        });
    }

    /** Makes these feeds due at once, except those that were asked within {@link Interval#MINIMUM}. */
    public void makeDue(List<String> feedIds) {
        database.write(handle -> {
            Instant now = clock.instant();
            new FeedTable(handle).makeDue(feedIds, now.minus(Interval.MINIMUM), now);
            return true;
        });
    }

    /** Removes a feed; its articles stay. {@link #restoreFeed} brings it back as it was, for {@link FeedLog#UNDO}. */
    public boolean removeFeed(String id) {
        return database.write(handle -> new FeedTable(handle).remove(id, clock.instant()));
    }

    public boolean restoreFeed(String id) {
        return database.write(handle -> new FeedTable(handle).restore(id));
    }

    /** Removes the sample collection: its feeds, articles and what was found in them. Returns the number of articles. */
    public int removeSamples() {
        return database.write(handle -> {
            List<String> samples = new ArticleTable(handle).sampleIds();
            new ArticleRemoval(handle, rules).of(samples);
            new FeedTable(handle).removeSamples();
            return samples.size();
        });
    }

    /** The last visits of a feed (pages included), newest first. */
    public List<Visit> visits(String feedId, int limit) {
        return database.read(handle -> new VisitTable(handle).ofFeed(feedId, true, limit));
    }

    /** What is remembered of feeds beside their state. */
    public FeedLog feedLog() {
        return new FeedLog(database, clock);
    }

    // -- crawl ---------------------------------------------------------------------------------------------------

    @Override
    public Visit saveVisit(FeedState after, Visit visit, List<Draft> drafts) {
        return database.write(handle -> {
            if (!new FeedTable(handle).visited(after)) {
                return visit;
            }
            return arrived(handle, after.id(), visit, drafts, true);
        });
    }

    @Override
    public Visit saveEntries(String feedId, Visit visit, List<Draft> drafts) {
        return database.write(handle ->
                new FeedTable(handle).byId(feedId).isEmpty() ? visit : arrived(handle, feedId, visit, drafts, false));
    }

    private Visit arrived(Handle handle, String feedId, Visit visit, List<Draft> drafts, boolean follow) {
        Arrivals arrivals = new Arrivals(handle, new ArticleRemoval(handle, rules));
        Visit stored = visit.withFresh(arrivals.add(feedId, drafts, visit.at(), follow));
        new VisitTable(handle).add(stored);
        return stored;
    }

    @Override
    public List<String> feedsWithPendingPages(Instant now, int limit) {
        return database.read(handle -> new ArticleTable(handle).feedsWithPending(now, limit));
    }

    @Override
    public List<PendingPage> pendingPages(String feedId, Instant now, int limit) {
        return database.read(handle -> new ArticleTable(handle).pending(feedId, now, limit));
    }

    @Override
    public void postponePage(String articleId, String reason, int attempts, Instant next, Visit visit) {
        database.write(handle -> {
            if (new ArticleTable(handle).postpone(articleId, reason, attempts, next)) {
                new VisitTable(handle).add(visit);
            }
            return true;
        });
    }

    @Override
    public Map<String, Instant> hostPauses(Instant now) {
        return database.read(handle -> new HostPauseTable(handle).from(now));
    }

    @Override
    public void pauseHost(String host, Instant until) {
        database.write(handle -> {
            new HostPauseTable(handle).pause(host, until, clock.instant());
            return true;
        });
    }

    @Override
    public void savePage(Article article, Visit visit) {
        database.write(handle -> {
            if (new ArticleTable(handle).settle(article)) {
                new ArticleRemoval(handle, rules).ofHeadlines(article.id());
                new VisitTable(handle).add(visit);
            }
            return true;
        });
    }

    // -- articles and analyses -----------------------------------------------------------------------------------

    /** The article; the id of a headline that found its article leads to it too. */
    public Optional<StoredArticle> article(String id) {
        Optional<StoredArticle> article = articles(List.of(id)).stream().findFirst();
        if (article.isPresent()) {
            return article;
        }
        String target = database.read(handle -> new Headlines(handle).leadsTo(id));
        return target == null ? article : articles(List.of(target)).stream().findFirst();
    }

    /** The versions of these articles that their publishers replaced, oldest first within each. */
    public List<Revision> revisions(List<String> articleIds) {
        return database.read(handle -> new RevisionTable(handle).ofAll(articleIds));
    }

    /** What the changes of these articles made of their claims, the oldest first. */
    public List<ClaimEdit> claimEdits(List<String> articleIds) {
        return database.read(handle -> new RevisionTable(handle).edits(articleIds));
    }

    /** Where these articles stand among the articles of one text, by id. */
    public Map<String, StoryPlace> stories(List<String> articleIds) {
        return database.read(handle -> new StoryTable(handle).places(articleIds));
    }

    /** All articles of the text that comes from this one, itself included, the oldest first. */
    public List<Article> toldFrom(String originId) {
        return database.read(handle -> new ArticleTable(handle).textsOf(new StoryTable(handle).told(originId)));
    }

    /** In the order of {@code ids}; unknown ones are left out. */
    public List<StoredArticle> articles(List<String> ids) {
        return database.read(handle -> {
            Map<String, StoredArticle> found = new HashMap<>();
            Map<String, List<String>> deals = new DealTable(handle).idsByArticle(ids);
            for (ArticleTable.Row row : new ArticleTable(handle).byIds(ids)) {
                String id = row.article().id();
                found.put(
                        id,
                        new StoredArticle(
                                row.article(), row.analysis(), row.analysisError(), deals.getOrDefault(id, List.of())));
            }
            return inOrder(ids, found);
        });
    }

    /** @param analysis null while the article waits to be read */
    public record StoredArticle(
            Article article,
            @Nullable Analysis analysis,
            @Nullable String analysisError,
            List<String> dealIds) {}

    /** Articles with their page settled that were never analyzed, or by an older version, or whose text changed since; oldest first. */
    public List<Article> unanalyzed(int analyzerVersion, int limit) {
        return database.read(handle -> new ArticleTable(handle).unanalyzed(analyzerVersion, limit));
    }

    /** Stores what was found in an article and brings the deals it touches up to date, in one transaction. */
    public void saveAnalysis(Article article, Analysis analysis, int analyzerVersion) {
        saveFindings(article, analysis, null, analyzerVersion);
    }

    /** Marks an article that could not be read, so that it does not come again until text or version change. */
    public void saveAnalysisError(Article article, String error, int analyzerVersion) {
        saveFindings(article, null, error, analyzerVersion);
    }

    /** Makes all deals anew from the stored reports; ids that change lead on to the new ones. */
    public void rebuildDeals() {
        database.write(handle -> {
            new DealRevision(handle, rules).rebuild();
            return true;
        });
    }

    // -- deals ---------------------------------------------------------------------------------------------------

    /** The deal; an id it had formerly leads to it too. */
    public Optional<Deal> deal(String id) {
        return database.read(handle -> new DealTable(handle).byId(id));
    }

    /** In the order of {@code ids}; unknown ones are left out. */
    public List<Deal> deals(List<String> ids) {
        return database.read(handle -> inOrder(ids, new DealTable(handle).byIds(ids)));
    }

    /** All deals, ordered by id, in a bounded number of rows in memory; for exports. */
    public void forEachDeal(Consumer<Deal> consumer) {
        String last = "";
        for (List<Deal> page = page(last); !page.isEmpty(); page = page(last)) {
            page.forEach(consumer);
            last = page.getLast().id();
        }
    }

    /** Companies with their number of deals and totals in and out, most deals first. */
    public List<CompanySummary> companies() {
        return database.read(handle -> new CompanyTable(handle).all());
    }

    public Optional<CompanySummary> company(String id) {
        return database.read(handle -> new CompanyTable(handle).byId(id));
    }

    /** Deals with this company on either side, newest first. */
    public List<Deal> dealsOf(String companyId) {
        return database.read(handle -> new DealTable(handle).ofCompany(companyId));
    }

    /** @param usdIn sum of the values of deals in which it is paid; cancelled, background and excluded ones left out */
    public record CompanySummary(
            String id, String name, int deals, int asPayer, int asPayee, double usdIn, double usdOut) {}

    public Stats stats() {
        return database.read(handle -> new Counts(handle).all());
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

    /** What belongs to the sources of feeds: dropped entries, hubs. */
    public SourceStore sources() {
        return new SourceStore(database, rules);
    }

    /** What is worked out from all deals: former days, sums, loops. */
    public LedgerStore ledger() {
        return new LedgerStore(database, rules);
    }

    /** What belongs to analysts' corrections. */
    public CorrectionStore corrections() {
        return new CorrectionStore(database, rules, clock);
    }

    // -- changes, settings ----------------------------------------------------------------------------------------

    @Override
    public List<Change> changesAfter(long cursor, int limit) {
        return database.read(handle -> new ChangeReader(handle).after(cursor, limit));
    }

    @Override
    public String epoch() {
        return epoch;
    }

    /** Ids of all articles and deals that are in lists, sorted; for checking the index against it. */
    public List<String> ids() {
        return database.read(handle -> {
            TreeSet<String> ids = new TreeSet<>(new ArticleTable(handle).settledIds());
            ids.addAll(new DealTable(handle).shownIds());
            return List.copyOf(ids);
        });
    }

    @Override
    public void close() {
        database.close();
    }

    private void saveFindings(
            Article article, @Nullable Analysis analysis, @Nullable String error, int analyzerVersion) {
        database.write(handle -> {
            ArticleTable articles = new ArticleTable(handle);
            Optional<ArticleTable.Former> former = articles.formerReading(article, analyzerVersion);
            if (!articles.analyzed(article, analysis, error, analyzerVersion)) {
                return false;
            }
            DealRevision revision = new DealRevision(handle, rules);
            revision.willChange(article.id());
            List<Report> reports = analysis == null ? List.of() : analysis.reports();
            new ReportTable(handle).replace(article.id(), analysis == null ? reports : Echo.with(analysis));
            former.ifPresent(reading -> new RevisionTable(handle)
                    .explain(
                            article.id(),
                            reading.revision(),
                            ClaimChanges.between(reading.analysis().reports(), reports)));
            Set<String> changed = new TreeSet<>(new StoryTable(handle).place(article));
            changed.add(article.id());
            revision.revise(changed);
            articles.touch(article.id());
            return true;
        });
    }

    private List<Deal> page(String after) {
        return database.read(handle -> new DealTable(handle).after(after, PAGE));
    }

    private static <T> List<T> inOrder(List<String> ids, Map<String, T> found) {
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
