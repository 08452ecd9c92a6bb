package dealscope.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/**
 * Of all hits of one story only the first, in any order, with how many others there are. Whether a hit is the first of its
 * story is asked of the index itself and not of the page, so that a cursor neither loses nor repeats a story.
 */
final class OnePerStory {
    /** Pages looked through for one page of stories; after that a page may be short and still have a next one. */
    private static final int MOST_PAGES = 8;

    private final IndexSearcher searcher;
    private final Query query;
    private final Order order;

    OnePerStory(IndexSearcher searcher, Query query, Order order) {
        this.searcher = searcher;
        this.query = query;
        this.order = order;
    }

    /**
     * @param others by hit: how many further ones its story has
     * @param next after which hit the next page begins; null on the last
     */
    record Page(
            List<FieldDoc> hits,
            List<Long> others,
            @Nullable FieldDoc next) {}

    /** @param first what was found first, after the cursor; {@code limit} of it unless there is no more */
    Page page(TopFieldDocs first, int limit) throws IOException {
        List<FieldDoc> hits = new ArrayList<>();
        List<Long> others = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        ScoreDoc[] found = first.scoreDocs;
        FieldDoc last = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            for (ScoreDoc hit : found) {
                last = (FieldDoc) hit;
                String story = story(hit);
                long members = seen.add(story) ? membersIfFirst(story, hit.doc) : 0;
                if (members > 0) {
                    hits.add(last);
                    others.add(members - 1);
                }
                if (hits.size() == limit) {
                    return new Page(hits, others, last);
                }
            }
            if (found.length < limit) {
                return new Page(hits, others, null);
            }
            found = searcher.search(query, new TopFieldCollectorManager(order.sort(), limit, last, 1)).scoreDocs;
        }
        return new Page(hits, others, last);
    }

    private String story(ScoreDoc hit) throws IOException {
        String field = QueryField.STORY.label();
        return searcher.storedFields().document(hit.doc, Set.of(field)).get(field);
    }

    /** How many hits this story has; 0 when another one comes first. */
    private long membersIfFirst(String story, int doc) throws IOException {
        Query members = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermQuery(new Term(QueryField.STORY.label(), story)), Occur.FILTER)
                .build();
        TopFieldDocs found =
                searcher.search(members, new TopFieldCollectorManager(order.sort(), 1, null, Integer.MAX_VALUE));
        return found.scoreDocs.length > 0 && found.scoreDocs[0].doc == doc ? found.totalHits.value() : 0;
    }
}
