package dealscope.index;

import dealscope.deal.Deal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;

/** Runs a search on the newest reader: hits, exact total, facets, snippets, and what else may have been meant. */
final class Searcher {
    private static final int LARGEST_PAGE = 1000;
    private static final int LONGEST_SNIPPET_SOURCE = 100_000;
    /** Of {@link SearchQuery#MAX_CLAUSES} words each is looked for in every field; and twenty of them under other names. */
    private static final int MOST_CLAUSES = 20_000;

    static {
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private final SearcherManager searchers;
    private final Analyzer analyzer;
    private final InstantSource clock;
    private final Supplier<QueryTimeout> timeouts;
    private final Ranking ranking;
    private final LuceneQueries queries;
    private final Facets facets = new Facets();
    private final Vocabulary vocabulary = new Vocabulary(facets);
    private final DidYouMean didYouMean;

    /** @param timeouts for each search one that says when it has to end */
    Searcher(
            SearcherManager searchers,
            Analyzer analyzer,
            InstantSource clock,
            Ranking ranking,
            Supplier<QueryTimeout> timeouts) {
        this.searchers = searchers;
        this.analyzer = analyzer;
        this.clock = clock;
        this.timeouts = timeouts;
        this.ranking = ranking;
        this.queries = new LuceneQueries(analyzer, ranking);
        this.didYouMean = new DidYouMean(analyzer, queries, vocabulary);
    }

    SearchResult search(SearchRequest request) throws BadQuery, IOException {
        if (request.limit() < 1 || request.limit() > LARGEST_PAGE) {
            throw new BadQuery("the limit is from 1 to " + LARGEST_PAGE, 0);
        }
        SearchQueryParser parser = new SearchQueryParser(request.query(), clock.instant(), SearchQuery.MAX_LENGTH);
        SearchQuery parsed = parser.parse();
        Query query = restricted(queries.of(parsed), request, parsed);
        IndexSearcher shared = searchers.acquire();
        try {
            IndexSearcher searcher = searcher(shared, request.complete());
            SearchResult result = run(searcher, query, request, parsed);
            return result.total() > 0 || result.partial() ? result : instead(result, request, parser, searcher);
        } finally {
            searchers.release(shared);
        }
    }

    /** A searcher of its own for each search: its time is its own. */
    private IndexSearcher searcher(IndexSearcher shared, boolean complete) {
        IndexSearcher searcher = new IndexSearcher(shared.getIndexReader());
        searcher.setSimilarity(ranking.similarity());
        if (!complete) {
            searcher.setTimeout(timeouts.get());
        }
        return searcher;
    }

    private SearchResult instead(
            SearchResult nothing, SearchRequest request, SearchQueryParser parser, IndexSearcher searcher)
            throws IOException {
        Optional<String> better = didYouMean.of(request.query(), parser.leaves(), searcher);
        if (better.isEmpty()) {
            return nothing;
        }
        try {
            SearchQuery parsed = SearchQuery.parse(better.get(), clock.instant());
            boolean finds = searcher.count(restricted(queries.of(parsed), request, parsed)) > 0;
            return finds ? nothing.insteadOf(better.get()) : nothing;
        } catch (BadQuery e) {
            return nothing; // grew too long
        }
    }

    SearchQuery parsed(String text) throws BadQuery {
        return SearchQuery.parse(text, clock.instant());
    }

    Predicate<Deal> matcher(String text, boolean background, Documents documents) throws BadQuery {
        Query query = deals(text, background);
        return deal -> {
            try {
                Document document = documents.of(new Change.OfDeal(0, deal));
                return MemoryIndex.fromDocument(document, analyzer)
                                .createSearcher()
                                .count(query)
                        > 0;
            } catch (IOException e) {
                throw new UncheckedIOException("an index in memory cannot fail to be read", e);
            }
        };
    }

    /** The query over deals alone. */
    Query deals(String text, boolean background) throws BadQuery {
        SearchQuery parsed = parsed(text);
        SearchRequest request =
                new SearchRequest(SearchRequest.Kind.DEALS, text, SearchRequest.Sort.DATE, null, 1, false, background);
        return restricted(queries.of(parsed), request, parsed);
    }

    SavedQueries saved(List<SavedQueries.Saved> saved, Documents documents) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return new SavedQueries(saved, this::deals, documents, analyzer, searcher.getIndexReader()::docFreq);
        } finally {
            searchers.release(searcher);
        }
    }

    /** How the deals of a search spread; see {@link Histograms}. */
    Histogram histogram(Histogram.Of what, String text, boolean background) throws BadQuery, IOException {
        Query query = deals(text, background);
        IndexSearcher searcher = searchers.acquire();
        try {
            return Histograms.of(what, searcher, query);
        } finally {
            searchers.release(searcher);
        }
    }

    private static Query restricted(Query query, SearchRequest request, SearchQuery parsed) {
        boolean deals = request.kind() == SearchRequest.Kind.DEALS;
        BooleanQuery.Builder builder = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermQuery(new Term(Documents.KIND, deals ? Documents.DEAL : Documents.ARTICLE)), Occur.FILTER);
        if (deals && !request.background() && !parsed.names(QueryField.BACKGROUND)) {
            builder.add(new TermQuery(new Term(QueryField.BACKGROUND.label(), "yes")), Occur.MUST_NOT);
        }
        return builder.build();
    }

    private SearchResult run(IndexSearcher searcher, Query query, SearchRequest request, SearchQuery parsed)
            throws BadQuery, IOException {
        Order order = Order.of(request);
        FieldDoc after = request.cursor() == null ? null : order.decode(request.cursor());
        Query ordered = request.sort() == SearchRequest.Sort.RELEVANCE ? ranking.ranked(query, clock.instant()) : query;
        var top = new TopFieldCollectorManager(order.sort(), request.limit(), after, Integer.MAX_VALUE);
        TopFieldDocs found;
        FacetsCollector counted = null;
        if (request.facets()) {
            Object[] both = searcher.search(ordered, new MultiCollectorManager(top, new FacetsCollectorManager()));
            found = (TopFieldDocs) both[0];
            counted = (FacetsCollector) both[1];
        } else {
            found = searcher.search(ordered, top);
        }
        boolean one = request.stories() && !parsed.names(QueryField.STORY) && !parsed.names(QueryField.ID);
        OnePerStory.Page page = one
                ? new OnePerStory(searcher, ordered, order).page(found, request.limit())
                : each(found, request.limit());
        Map<String, List<SearchResult.Facet>> counts =
                counted == null ? Map.of() : facets.count((DirectoryReader) searcher.getIndexReader(), counted);
        return new SearchResult(
                found.totalHits.value(),
                hits(searcher, query, page, found),
                counts,
                page.next() == null ? null : order.encode(page.next()),
                searcher.timedOut(),
                null);
    }

    private static OnePerStory.Page each(TopFieldDocs found, int limit) {
        List<FieldDoc> hits =
                Arrays.stream(found.scoreDocs).map(FieldDoc.class::cast).toList();
        FieldDoc last = hits.size() < limit ? null : hits.get(limit - 1);
        return new OnePerStory.Page(hits, Collections.nCopies(hits.size(), 0L), last);
    }

    private List<SearchResult.Hit> hits(IndexSearcher searcher, Query query, OnePerStory.Page page, TopFieldDocs found)
            throws IOException {
        FieldDoc[] docs = page.hits().toArray(FieldDoc[]::new);
        String[] snippets = snippets(searcher, query, new TopDocs(found.totalHits, docs));
        List<SearchResult.Hit> hits = new ArrayList<>();
        for (int i = 0; i < docs.length; i++) {
            Document doc =
                    searcher.storedFields().document(docs[i].doc, Set.of(Documents.ID, QueryField.STORY.label()));
            float score = docs[i].fields[0] instanceof Float relevance ? relevance : Float.NaN;
            hits.add(new SearchResult.Hit(
                    doc.get(Documents.ID),
                    score,
                    snippets[i],
                    doc.get(QueryField.STORY.label()),
                    page.others().get(i)));
        }
        return hits;
    }

    private @Nullable String[] snippets(IndexSearcher searcher, Query query, TopDocs found) throws IOException {
        UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, analyzer)
                .withMaxLength(LONGEST_SNIPPET_SOURCE)
                .withMaxNoHighlightPassages(0)
                .withFormatter(new SnippetFormatter())
                .build();
        return highlighter.highlight(Documents.BODY, query, found, 2);
    }

    /** Completions for what is typed up to the caret. */
    List<DealIndex.Suggestion> suggest(String text, int caret, int limit) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
            return new Completions(field -> vocabulary.of(reader, field), clock.instant()).of(text, caret, limit);
        } finally {
            searchers.release(searcher);
        }
    }
}
