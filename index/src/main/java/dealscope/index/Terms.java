package dealscope.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What the analyzer makes of some words: terms and the places at which they stand, gaps for words it leaves out.
 *
 * @param texts and {@code places} are equally many
 */
record Terms(List<String> texts, List<Integer> places) {
    private static final String ANY_TEXT = Documents.BODY;

    Terms {
        texts = List.copyOf(texts);
        places = List.copyOf(places);
    }

    static Terms of(Analyzer analyzer, String words) {
        List<String> texts = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(ANY_TEXT, words)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
            int place = -1;
            tokens.reset();
            while (tokens.incrementToken()) {
                place += increment.getPositionIncrement();
                texts.add(term.toString());
                places.add(place);
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return new Terms(texts, places);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The terms side by side in a field; nothing when there are none. */
    Query in(String field) {
        return in(field, 0);
    }

    /** @param slop how many places they may be out of theirs */
    Query in(String field, int slop) {
        return switch (texts.size()) {
            case 0 -> new MatchNoDocsQuery("no words");
            case 1 -> new TermQuery(new Term(field, texts.get(0)));
            default -> {
                PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
                for (int i = 0; i < texts.size(); i++) {
                    phrase.add(new Term(field, texts.get(i)), places.get(i));
                }
                yield phrase.build();
            }
        };
    }
}
