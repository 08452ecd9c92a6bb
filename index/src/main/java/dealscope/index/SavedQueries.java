package dealscope.index;

import dealscope.deal.Deal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many saved queries, asked of one deal at a time:
 *
 * {@snippet :
 * SavedQueries saved = index.saved(List.of(new SavedQueries.Saved("a1", "payer:openai value:>=1bn", false)));
 * Set<String> matching = saved.matching(deal);
 * }
 *
 * <p>The queries stand in a table by the terms of which a deal must hold one (see {@link RequiredTerms}); a deal is asked
 * only for those that its own terms lead to, and for the few that require none. A query that cannot be read matches
 * nothing and is named by {@link #unreadable}. Immutable, safe for many threads.
 */
public final class SavedQueries {
    private static final Logger LOG = LoggerFactory.getLogger(SavedQueries.class);

    private final Documents documents;
    private final Analyzer analyzer;
    private final List<String> ids = new ArrayList<>();
    private final List<Query> queries = new ArrayList<>();
    private final Map<String, Map<BytesRef, BitSet>> byTerm = new HashMap<>();
    private final BitSet always = new BitSet();
    private final Set<String> unreadable = new LinkedHashSet<>();

    /** @param background whether deals told only in passing match too */
    public record Saved(String id, String query, boolean background) {}

    /** Reads a query of the search language. */
    interface Reading {
        Query read(String query, boolean background) throws BadQuery;
    }

    SavedQueries(
            List<Saved> saved,
            Reading reading,
            Documents documents,
            Analyzer analyzer,
            RequiredTerms.Frequency frequency)
            throws IOException {
        this.documents = documents;
        this.analyzer = analyzer;
        RequiredTerms required = new RequiredTerms(frequency);
        for (Saved each : saved) {
            try {
                add(each.id(), reading.read(each.query(), each.background()), required);
            } catch (BadQuery e) {
                unreadable.add(each.id());
                LOG.warn("The saved query {} cannot be read and matches nothing: {}", each.id(), e.getMessage());
            }
        }
    }

    private void add(String id, Query query, RequiredTerms required) throws IOException {
        int number = ids.size();
        ids.add(id);
        queries.add(query);
        Set<Term> terms = required.of(query);
        if (terms == null) {
            always.set(number);
            return;
        }
        for (Term term : terms) {
            byTerm.computeIfAbsent(term.field(), field -> new HashMap<>())
                    .computeIfAbsent(BytesRef.deepCopyOf(term.bytes()), bytes -> new BitSet())
                    .set(number);
        }
    }

    /** Ids of the queries that cannot be read. */
    public Set<String> unreadable() {
        return Set.copyOf(unreadable);
    }

    /** Ids of the queries that this deal matches, in the order in which they were given. */
    public Set<String> matching(Deal deal) {
        try {
            MemoryIndex memory = MemoryIndex.fromDocument(documents.of(new Change.OfDeal(0, deal)), analyzer);
            IndexSearcher searcher = memory.createSearcher();
            searcher.setQueryCache(null);
            BitSet candidates = candidates(searcher);
            Set<String> matching = new LinkedHashSet<>();
            for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
                if (searcher.count(queries.get(i)) > 0) {
                    matching.add(ids.get(i));
                }
            }
            return matching;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail to be read", e);
        }
    }

    /** How many queries a deal is asked for; for benchmarks. */
    int candidates(Deal deal) throws IOException {
        MemoryIndex memory = MemoryIndex.fromDocument(documents.of(new Change.OfDeal(0, deal)), analyzer);
        return candidates(memory.createSearcher()).cardinality();
    }

    private BitSet candidates(IndexSearcher searcher) throws IOException {
        BitSet candidates = (BitSet) always.clone();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            for (FieldInfo field : leaf.reader().getFieldInfos()) {
                Map<BytesRef, BitSet> wanted = byTerm.get(field.name);
                Terms terms = wanted == null ? null : leaf.reader().terms(field.name);
                if (wanted != null && terms != null) {
                    collect(terms.iterator(), wanted, candidates);
                }
            }
        }
        return candidates;
    }

    private static void collect(TermsEnum terms, Map<BytesRef, BitSet> wanted, BitSet candidates) throws IOException {
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            BitSet numbers = wanted.get(term);
            if (numbers != null) {
                candidates.or(numbers);
            }
        }
    }
}
