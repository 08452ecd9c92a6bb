package dealscope.index;

import dealscope.index.SearchQueryParser.Leaf;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/**
 * A query that found nothing, with words that the index does not hold put right: words by the terms of the index itself,
 * names by the names it holds.
 */
final class DidYouMean {
    private static final List<String> FIELDS =
            List.of(Documents.TITLE, Documents.BODY, QueryField.COMPANY.label(), QueryField.HARDWARE.label());
    private static final int TRIED = 3;

    private final Analyzer analyzer;
    private final LuceneQueries queries;
    private final Vocabulary vocabulary;
    private final DirectSpellChecker words = new DirectSpellChecker();

    DidYouMean(Analyzer analyzer, LuceneQueries queries, Vocabulary vocabulary) {
        this.analyzer = analyzer;
        this.queries = queries;
        this.vocabulary = vocabulary;
    }

    /** The whole query put right; empty when nothing in it is unknown, or nothing known is near. */
    Optional<String> of(String text, List<Leaf> leaves, IndexSearcher searcher) throws IOException {
        StringBuilder right = new StringBuilder(text);
        boolean changed = false;
        for (Leaf leaf : leaves.reversed()) { // from the end, so that places before stay true
            Optional<String> better = leaf.negated() ? Optional.empty() : better(leaf, searcher);
            if (better.isPresent()) {
                right.replace(leaf.start(), leaf.end(), better.get());
                changed = true;
            }
        }
        return changed ? Optional.of(right.toString()) : Optional.empty();
    }

    private Optional<String> better(Leaf leaf, IndexSearcher searcher) throws IOException {
        DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
        QueryField field = leaf.field();
        if (field == null) {
            return isKnown(leaf.value(), reader) ? Optional.empty() : word(leaf.value(), reader);
        }
        return searcher.count(queries.of(new SearchQuery.Is(field, leaf.value()))) > 0
                ? Optional.empty()
                : vocabulary.near(reader, field, leaf.value()).map(QueryText::value);
    }

    private boolean isKnown(String word, DirectoryReader reader) throws IOException {
        for (String term : Terms.of(analyzer, word).texts()) {
            boolean held = false;
            for (String field : FIELDS) {
                held |= reader.docFreq(new Term(field, term)) > 0;
            }
            if (!held) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> word(String word, DirectoryReader reader) throws IOException {
        Term term = new Term(SearchAnalyzer.PLAIN, word.toLowerCase(Locale.ROOT));
        SuggestWord[] near = words.suggestSimilar(term, TRIED, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        return near.length == 0 ? Optional.empty() : Optional.of(near[0].string);
    }
}
