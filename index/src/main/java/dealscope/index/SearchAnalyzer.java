package dealscope.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * English text as terms: without endings, accents, capitals and the smallest words. Two values of one field stand far
 * apart, so that no phrase reaches from one into the next. {@link #PLAIN} holds words as they are written, for spelling.
 */
final class SearchAnalyzer extends Analyzer {
    /** The field whose words keep their endings. */
    static final String PLAIN = "plain";

    private static final int GAP = 100;

    SearchAnalyzer() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer source = new StandardTokenizer();
        TokenStream words = new EnglishPossessiveFilter(source);
        words = new ASCIIFoldingFilter(new LowerCaseFilter(words));
        if (!field.equals(PLAIN)) {
            words = new PorterStemFilter(new StopFilter(words, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
        }
        return new TokenStreamComponents(source, words);
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(in));
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }
}
