package dealscope.index;

import dealscope.deal.Deal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;

/** Runs a search on the newest reader: hits, exact total, facets, snippets. */
final class Searcher {
    private static final int LARGEST_PAGE = 1000;
    private static final int LONGEST_SNIPPET_SOURCE = 100_000;

    private final SearcherManager searchers;
    private final Analyzer analyzer;
    private final InstantSource clock;
    private final LuceneQueries queries;
    private final Facets facets = new Facets();

    Searcher(SearcherManager searchers, Analyzer analyzer, InstantSource clock) {
        this.searchers = searchers;
        this.analyzer = analyzer;
        this.clock = clock;
        this.queries = new LuceneQueries(analyzer);
    }

    SearchResult search(SearchRequest request) throws BadQuery, IOException {
        if (request.limit() < 1 || request.limit() > LARGEST_PAGE) {
            throw new BadQuery("the limit is from 1 to " + LARGEST_PAGE, 0);
        }
        SearchQuery parsed = SearchQuery.parse(request.query(), clock.instant());
        Query query = restricted(queries.of(parsed), request, parsed);
        IndexSearcher searcher = searchers.acquire();
        try {
            return run(searcher, query, request);
        } finally {
            searchers.release(searcher);
        }
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
        SearchQuery parsed = SearchQuery.parse(text, clock.instant());
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

    private static Query restricted(Query query, SearchRequest request, SearchQuery parsed) {
        boolean deals = request.kind() == SearchRequest.Kind.DEALS;
        BooleanQuery.Builder builder = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermQuery(new Term(Documents.KIND, deals ? Documents.DEAL : Documents.ARTICLE)), Occur.FILTER);
        if (deals && !request.background() && !names(parsed, QueryField.BACKGROUND)) {
            builder.add(new TermQuery(new Term(QueryField.BACKGROUND.label(), "yes")), Occur.MUST_NOT);
        }
        return builder.build();
    }

    private static boolean names(SearchQuery query, QueryField field) {
        return switch (query) {
            case SearchQuery.And and -> and.parts().stream().anyMatch(part -> names(part, field));
            case SearchQuery.Or or -> or.parts().stream().anyMatch(part -> names(part, field));
            case SearchQuery.Not not -> names(not.part(), field);
            case SearchQuery.Is is -> is.field() == field;
            default -> false;
        };
    }

    private SearchResult run(IndexSearcher searcher, Query query, SearchRequest request) throws BadQuery, IOException {
        Order order = Order.of(request.sort());
        FieldDoc after = request.cursor() == null ? null : order.decode(request.cursor());
        var top = new TopFieldCollectorManager(order.sort(), request.limit(), after, Integer.MAX_VALUE);
        TopFieldDocs found;
        FacetsCollector counted = null;
        if (request.facets()) {
            Object[] both = searcher.search(query, new MultiCollectorManager(top, new FacetsCollectorManager()));
            found = (TopFieldDocs) both[0];
            counted = (FacetsCollector) both[1];
        } else {
            found = searcher.search(query, top);
        }
        Map<String, List<SearchResult.Facet>> counts =
                counted == null ? Map.of() : facets.count((DirectoryReader) searcher.getIndexReader(), counted);
        long total = found.totalHits.value();
        return new SearchResult(total, hits(searcher, query, found), counts, next(order, found, request.limit()));
    }

    private static @Nullable String next(Order order, TopFieldDocs found, int limit) {
        return found.scoreDocs.length < limit ? null : order.encode((FieldDoc) found.scoreDocs[limit - 1]);
    }

    private List<SearchResult.Hit> hits(IndexSearcher searcher, Query query, TopDocs found) throws IOException {
        String[] snippets = snippets(searcher, query, found);
        List<SearchResult.Hit> hits = new ArrayList<>();
        for (int i = 0; i < found.scoreDocs.length; i++) {
            ScoreDoc hit = found.scoreDocs[i];
            Document doc = searcher.storedFields().document(hit.doc, Set.of(Documents.ID));
            hits.add(new SearchResult.Hit(doc.get(Documents.ID), hit.score, snippets[i]));
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

    Map<String, List<SearchResult.Facet>> allFacets() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            FacetsCollector all = searcher.search(MatchAllDocsQuery.INSTANCE, new FacetsCollectorManager());
            return facets.count((DirectoryReader) searcher.getIndexReader(), all);
        } finally {
            searchers.release(searcher);
        }
    }
}
