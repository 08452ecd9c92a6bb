package dealscope.index;

import dealscope.deal.Deal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
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
 * only for those that its own terms lead to, and for the few that require none, each as a {@link MatchTree}. A query that cannot be read matches
 * nothing and is named by {@link #unreadable}. Immutable, safe for many threads.
 */
public final class SavedQueries {
    private static final Logger LOG = LoggerFactory.getLogger(SavedQueries.class);

    private final Documents documents;
    private final Analyzer analyzer;
    private final List<String> ids = new ArrayList<>();
    private final List<MatchTree> trees = new ArrayList<>();
    private final MatchTree.Leaves leaves = new MatchTree.Leaves();
    /** The leaves that are terms, by field. */
    private final Map<String, Map<BytesRef, Integer>> terms = new HashMap<>();
    /** The queries that require one of some terms, by leaf. */
    private final Map<Integer, List<Integer>> byLeaf = new HashMap<>();

    /** The leaves that are the terms of a phrase, by the phrase's leaf. */
    private final Map<Integer, int[]> phraseTerms = new HashMap<>();

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
        indexTerms();
    }

    private void add(String id, Query query, RequiredTerms required) throws IOException {
        int number = ids.size();
        ids.add(id);
        trees.add(leaves.tree(query));
        Set<Term> needed = required.of(query);
        if (needed == null) {
            always.set(number);
            return;
        }
        for (Term term : needed) {
            byLeaf.computeIfAbsent(leaves.number(term), leaf -> new ArrayList<>(1))
                    .add(number);
        }
    }

    private void indexTerms() {
        for (int leaf = 0; leaf < leaves.size(); leaf++) { // the terms of phrases are added on the way
            if (leaves.query(leaf) instanceof PhraseQuery phrase) {
                phraseTerms.put(
                        leaf,
                        Arrays.stream(phrase.getTerms())
                                .mapToInt(leaves::number)
                                .toArray());
            }
            if (leaves.query(leaf) instanceof TermQuery query) {
                Term term = query.getTerm();
                terms.computeIfAbsent(term.field(), field -> new HashMap<>())
                        .put(BytesRef.deepCopyOf(term.bytes()), leaf);
            }
        }
    }

    /** Ids of the queries that cannot be read. */
    public Set<String> unreadable() {
        return Set.copyOf(unreadable);
    }

    /** Ids of the queries that this deal matches, in the order in which they were given. */
    public Set<String> matching(Deal deal) {
        return matching(deal, asked -> asked.candidates());
    }

    /** Those of some queries that this deal matches. */
    public Set<String> matching(Deal deal, Set<String> among) {
        return matching(deal, asked -> {
            BitSet candidates = asked.candidates();
            candidates.stream().filter(i -> !among.contains(ids.get(i))).forEach(candidates::clear);
            return candidates;
        });
    }

    private Set<String> matching(Deal deal, Function<Asked, BitSet> choice) {
        try {
            Asked asked = new Asked(documents.of(new Change.OfDeal(0, deal)));
            BitSet candidates = choice.apply(asked);
            Set<String> matching = new LinkedHashSet<>();
            for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
                if (trees.get(i).matches(asked)) {
                    matching.add(ids.get(i));
                }
            }
            return matching;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail to be read", e);
        }
    }

    /** One deal, with what it answers to the leaves that were looked up. */
    private final class Asked implements MatchTree.Answers {
        private final Document document;
        private final IndexSearcher searcher;
        private final BitSet known = new BitSet(leaves.size());
        private final BitSet yes = new BitSet(leaves.size());

        Asked(Document document) throws IOException {
            this.document = document;
            this.searcher = MemoryIndex.fromDocument(document, analyzer).createSearcher();
            searcher.setQueryCache(null);
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                for (FieldInfo field : leaf.reader().getFieldInfos()) {
                    Map<BytesRef, Integer> wanted = terms.get(field.name);
                    Terms held = wanted == null ? null : leaf.reader().terms(field.name);
                    if (wanted != null && held != null) {
                        note(held.iterator(), wanted);
                    }
                }
            }
        }

        private void note(TermsEnum held, Map<BytesRef, Integer> wanted) throws IOException {
            for (BytesRef term = held.next(); term != null; term = held.next()) {
                Integer leaf = wanted.get(term);
                if (leaf != null) {
                    yes.set(leaf);
                }
            }
        }

        BitSet candidates() {
            BitSet candidates = (BitSet) always.clone();
            for (int leaf = yes.nextSetBit(0); leaf >= 0; leaf = yes.nextSetBit(leaf + 1)) {
                byLeaf.getOrDefault(leaf, List.of()).forEach(candidates::set);
            }
            return candidates;
        }

        @Override
        public boolean of(int leaf) throws IOException {
            if (!known.get(leaf)) {
                known.set(leaf);
                yes.set(leaf, answer(leaf));
            }
            return yes.get(leaf);
        }

        private boolean answer(int leaf) throws IOException {
            return switch (leaves.query(leaf)) {
                case TermQuery term -> yes.get(leaf);
                case PhraseQuery phrase ->
                    holdsAll(phraseTerms.getOrDefault(leaf, new int[0])) && searcher.count(phrase) > 0;
                case PrefixQuery prefix -> holdsPrefix(prefix.getPrefix());
                case IndexOrDocValuesQuery either ->
                    either.getIndexQuery() instanceof PointRangeQuery range ? holds(range) : searcher.count(either) > 0;
                case Query other -> searcher.count(other) > 0;
            };
        }

        private boolean holdsAll(int[] words) {
            for (int word : words) {
                if (!yes.get(word)) {
                    return false;
                }
            }
            return true;
        }

        private boolean holds(PointRangeQuery range) {
            for (IndexableField field : document.getFields(range.getField())) {
                if (field.fieldType().pointDimensionCount() == 1 && range.getNumDims() == 1) {
                    byte[] point = field.binaryValue().bytes;
                    if (Arrays.compareUnsigned(point, range.getLowerPoint()) >= 0
                            && Arrays.compareUnsigned(point, range.getUpperPoint()) <= 0) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean holdsPrefix(Term prefix) throws IOException {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Terms held = leaf.reader().terms(prefix.field());
                TermsEnum at = held == null ? null : held.iterator();
                if (at != null
                        && at.seekCeil(prefix.bytes()) != TermsEnum.SeekStatus.END
                        && StringHelper.startsWith(at.term(), prefix.bytes())) {
                    return true;
                }
            }
            return false;
        }
    }
}
