package dealscope.index;

import dealscope.deal.Deal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search index over deals and articles, in one folder. It can be thrown away at any time: it is rebuilt from the
 * store. The commit carries the cursor of the store up to which it holds everything, so that after any crash
 * {@link #catchUp} goes on exactly there. {@code catchUp} and {@code rebuild} go one after the other; {@link #search}
 * runs beside them, in any number of threads, and never waits.
 */
public final class DealIndex implements AutoCloseable {
    /** Raised when documents or analysis change: an index of another version is emptied when it is opened. */
    static final String VERSION = "2";

    private static final Logger log = LoggerFactory.getLogger(DealIndex.class);
    private static final int BATCH = 500;
    /** A search that takes longer is ended with what it has found. */
    private static final Duration SEARCH_TIME = Duration.ofSeconds(5);

    private static final String CURSOR = "cursor";
    private static final String EPOCH = "epoch";
    private static final String FORMAT = "version";

    private final Directory directory;
    private final Documents documents;
    private final Searcher search;
    private final SearcherManager searchers;
    private final @Nullable IndexWriter writer;
    private long cursor;
    private String epoch = "";
    private volatile Snapshot visible = new Snapshot("", 0);

    private DealIndex(
            Directory directory,
            @Nullable IndexWriter writer,
            Function<String, List<String>> aliases,
            Analyzer analyzer,
            InstantSource clock)
            throws IOException {
        this.directory = directory;
        this.writer = writer;
        Ranking ranking = new Ranking();
        this.documents = new Documents(aliases, ranking);
        this.searchers = writer == null
                ? new SearcherManager(directory, new SearcherFactory())
                : new SearcherManager(writer, new SearcherFactory());
        this.search = new Searcher(searchers, analyzer, clock, ranking, DealIndex::timeout);
        if (writer != null) {
            readCommit(writer.getLiveCommitData());
        } else {
            readCommit(DirectoryReader.listCommits(directory)
                    .getLast()
                    .getUserData()
                    .entrySet());
        }
        visible = new Snapshot(epoch, cursor);
    }

    private static QueryTimeout timeout() {
        long end = System.nanoTime() + SEARCH_TIME.toNanos();
        return () -> System.nanoTime() - end > 0;
    }

    /** {@link #open(Path, Function, InstantSource)} without further company names, by the system's clock. */
    public static DealIndex open(Path folder) throws IOException {
        return open(folder, id -> List.of(), InstantSource.system());
    }

    /**
     * Opens or makes the index for reading and writing; one that is damaged or of another version is emptied, and {@code
     * catchUp} fills it again.
     *
     * @param aliases further names of a company by its id, by which it is found too
     * @param clock what {@code published:30d} counts from
     * @throws IOException when another process writes to it, or the folder cannot be used
     */
    public static DealIndex open(Path folder, Function<String, List<String>> aliases, InstantSource clock)
            throws IOException {
        Files.createDirectories(folder);
        Analyzer analyzer = new SearchAnalyzer();
        Directory directory = FSDirectory.open(folder);
        try {
            IndexWriter writer = writer(directory, analyzer, IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
            return new DealIndex(directory, writer, aliases, analyzer, clock);
        } catch (LockObtainFailedException e) {
            directory.close();
            throw new IOException("another Dealscope uses the index in " + folder + "; stop it first", e);
        } catch (IOException | IllegalArgumentException | IllegalStateException damaged) {
            log.warn("The index in {} cannot be read ({}); it is built anew.", folder, damaged.toString());
            empty(directory);
            IndexWriter writer = writer(directory, analyzer, IndexWriterConfig.OpenMode.CREATE);
            return new DealIndex(directory, writer, aliases, analyzer, clock);
        }
    }

    /** Opens an index that another process may be writing to, for searching alone, as of its last commit. */
    public static DealIndex openReadOnly(Path folder, InstantSource clock) throws IOException {
        return new DealIndex(FSDirectory.open(folder), null, id -> List.of(), new SearchAnalyzer(), clock);
    }

    private static IndexWriter writer(Directory directory, Analyzer analyzer, IndexWriterConfig.OpenMode mode)
            throws IOException {
        if (mode != IndexWriterConfig.OpenMode.CREATE && DirectoryReader.indexExists(directory)) {
            checkIntegrity(directory);
        }
        IndexWriter writer = new IndexWriter(
                directory, new IndexWriterConfig(analyzer).setOpenMode(mode).setCommitOnClose(false));
        if (!DirectoryReader.indexExists(directory)) {
            writer.commit();
        }
        return writer;
    }

    private static void empty(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
    }

    /** Reads every byte: Lucene notices flipped ones only when it is asked to. */
    private static void checkIntegrity(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    private void readCommit(@Nullable Iterable<Map.Entry<String, String>> data) {
        Map<String, String> commit = new java.util.HashMap<>();
        if (data != null) {
            data.forEach(entry -> commit.put(entry.getKey(), entry.getValue()));
        }
        if (VERSION.equals(commit.get(FORMAT))) {
            epoch = commit.getOrDefault(EPOCH, "");
            cursor = Long.parseLong(commit.getOrDefault(CURSOR, "0"));
        }
    }

    /**
     * Takes over all changes that the index does not hold yet and commits them with their cursor.
     *
     * @return number of changes taken over
     */
    public synchronized int catchUp(ChangeSource source) throws IOException {
        if (!source.epoch().equals(epoch)) {
            return rebuild(source);
        }
        int count = 0;
        for (List<Change> changes = source.changesAfter(cursor, BATCH);
                !changes.isEmpty();
                changes = source.changesAfter(cursor, BATCH)) {
            apply(changes);
            commit();
            show();
            count += changes.size();
        }
        return count;
    }

    /** Empties the index and fills it from the store; searches see the old one until the new one is complete. */
    public synchronized int rebuild(ChangeSource source) throws IOException {
        writing().deleteAll();
        epoch = source.epoch();
        cursor = 0;
        int count = 0;
        for (List<Change> changes = source.changesAfter(cursor, BATCH);
                !changes.isEmpty();
                changes = source.changesAfter(cursor, BATCH)) {
            apply(changes);
            count += changes.size();
        }
        commit();
        show();
        return count;
    }

    /** Lets searches see what was committed; the name of the snapshot follows, so that it never promises too much. */
    private void show() throws IOException {
        searchers.maybeRefreshBlocking();
        visible = new Snapshot(epoch, cursor);
    }

    /** The state of the store that searches see at least. */
    public Snapshot snapshot() {
        return visible;
    }

    private void apply(List<Change> changes) throws IOException {
        for (Change change : changes) {
            Term id = new Term(Documents.ID, change.id());
            switch (change) {
                case Change.OfDeal deal -> writing().updateDocument(id, documents.of(deal));
                case Change.OfArticle article -> writing().updateDocument(id, documents.of(article));
                case Change.Removed removed -> writing().deleteDocuments(id);
            }
            cursor = Math.max(cursor, change.seq());
        }
    }

    private void commit() throws IOException {
        writing()
                .setLiveCommitData(Map.of(CURSOR, Long.toString(cursor), EPOCH, epoch, FORMAT, VERSION)
                        .entrySet());
        writing().commit();
    }

    private IndexWriter writing() {
        if (writer == null) {
            throw new IllegalStateException("the index was opened for reading only");
        }
        return writer;
    }

    /** @throws BadQuery when query, cursor or limit cannot be used, with what to change */
    public SearchResult search(SearchRequest request) throws BadQuery, IOException {
        return search.search(request);
    }

    /**
     * A query as this index reads it today: {@code last week} is a week of its clock.
     *
     * @throws BadQuery when it cannot be read
     */
    public SearchQuery parsed(String query) throws BadQuery {
        return search.parsed(query);
    }

    /**
     * How the deals that a query finds spread over amounts or time; some milliseconds for a hundred thousand.
     *
     * @throws BadQuery when the query cannot be read
     */
    public Histogram histogram(Histogram.Of what, String query, boolean background) throws BadQuery, IOException {
        return search.histogram(what, query, background);
    }

    /**
     * Whether a deal matches a query, by the same rules as {@link #search}, without being in the index: for deals as they
     * were on a former day.
     *
     * @param background whether deals told only in passing match too
     * @throws BadQuery when the query cannot be read
     */
    public Predicate<Deal> matcher(String query, boolean background) throws BadQuery {
        return search.matcher(query, background, documents);
    }

    /**
     * Saved queries made ready to be asked of one deal after another, by the same rules as {@link #search}. Times such as
     * {@code published:30d} count from now on, so they are made ready anew from time to time.
     */
    public SavedQueries saved(List<SavedQueries.Saved> saved) throws IOException {
        return search.saved(saved, documents);
    }

    /** Completions for the last word of what is being typed; see {@link #suggest(String, int, int)}. */
    public List<Suggestion> suggest(String text, int limit) throws IOException {
        return suggest(text, text.length(), limit);
    }

    /**
     * Completions for the term at the caret: companies, hardware, outlets and places that the index holds, fields, and
     * the values of the field that is being written. At most {@code limit}, the most frequent names first.
     */
    public List<Suggestion> suggest(String text, int caret, int limit) throws IOException {
        return text.length() > SearchQuery.MAX_LENGTH ? List.of() : search.suggest(text, caret, limit);
    }

    /**
     * @param query what to put into the search box in place of [start, end) of the text: {@code company:anthropic}
     * @param count of the documents that have it; 0 when that is not counted
     * @param kind company, hardware, source, site, field, value or amount
     */
    public record Suggestion(String label, String query, int count, String kind, int start, int end) {}

    /** Ids of all documents, sorted; for checking against the store. */
    public List<String> ids() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            List<String> ids = new ArrayList<>();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Bits live = leaf.reader().getLiveDocs();
                var stored = leaf.reader().storedFields();
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                    if (live == null || live.get(doc)) {
                        ids.add(stored.document(doc, java.util.Set.of(Documents.ID))
                                .get(Documents.ID));
                    }
                }
            }
            return ids.stream().sorted().toList();
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        if (writer != null) {
            writer.rollback(); // all that counts is committed already
        }
        directory.close();
    }
}
