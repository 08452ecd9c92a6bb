package dealscope.index;

import dealscope.deal.Deal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
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
    static final String VERSION = "1";

    private static final Logger log = LoggerFactory.getLogger(DealIndex.class);
    private static final int BATCH = 500;
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

    private DealIndex(
            Directory directory,
            @Nullable IndexWriter writer,
            Function<String, List<String>> aliases,
            Analyzer analyzer,
            InstantSource clock)
            throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.documents = new Documents(aliases);
        this.searchers = writer == null
                ? new SearcherManager(directory, new SearcherFactory())
                : new SearcherManager(writer, new SearcherFactory());
        this.search = new Searcher(searchers, analyzer, clock);
        if (writer != null) {
            readCommit(writer);
        }
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
        Analyzer analyzer = new EnglishAnalyzer();
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
        return new DealIndex(FSDirectory.open(folder), null, id -> List.of(), new EnglishAnalyzer(), clock);
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

    private void readCommit(IndexWriter open) throws IOException {
        Iterable<Map.Entry<String, String>> data = open.getLiveCommitData();
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
            searchers.maybeRefreshBlocking();
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
        searchers.maybeRefreshBlocking();
        return count;
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

    /** Completions for what is being typed: companies and hardware, the most frequent first. At most {@code limit}. */
    public List<Suggestion> suggest(String prefix, int limit) throws IOException {
        String typed = prefix.strip().toLowerCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return List.of();
        }
        List<Suggestion> found = new ArrayList<>();
        Map<String, List<SearchResult.Facet>> facets = search.allFacets();
        for (QueryField field : List.of(QueryField.COMPANY, QueryField.HARDWARE, QueryField.SOURCE)) {
            for (SearchResult.Facet facet : facets.getOrDefault(field.label(), List.of())) {
                if (startsAnyWord(facet.label().toLowerCase(Locale.ROOT), typed)) {
                    found.add(new Suggestion(facet.label(), field.label() + ":" + quote(facet.value()), facet.count()));
                }
            }
        }
        return found.stream().limit(limit).toList();
    }

    private static boolean startsAnyWord(String label, String typed) {
        return label.startsWith(typed) || label.contains(" " + typed);
    }

    private static String quote(String value) {
        return value.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.')
                ? value
                : '"' + value.replace("\"", "") + '"';
    }

    /** @param query what to put into the search box: {@code company:anthropic} */
    public record Suggestion(String label, String query, int count) {}

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
