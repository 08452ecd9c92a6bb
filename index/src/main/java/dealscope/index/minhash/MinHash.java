package dealscope.index.minhash;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The MinHash signature of a sequence of words over its shingles (Broder, "On the resemblance and containment of
 * documents", 1997), by Lucene's {@link MinHashFilter} with one hash and rotation of empty buckets. Two texts agree in
 * a bucket with about the probability that their sets of shingles resemble one another. Safe for many threads.
 */
public final class MinHash {
    private static final int SHINGLE = 4;

    private MinHash() {}

    /**
     * Returns the least hash of each bucket.
     *
     * @param words without white space; fewer than a shingle give no signature
     * @return empty, or one value for each of the buckets
     */
    public static List<String> of(List<String> words, int buckets) {
        if (words.size() < SHINGLE) {
            return List.of();
        }
        WhitespaceTokenizer tokens = new WhitespaceTokenizer();
        tokens.setReader(new StringReader(String.join(" ", words)));
        ShingleFilter shingles = new ShingleFilter(tokens, SHINGLE, SHINGLE);
        shingles.setOutputUnigrams(false);
        List<String> least = new ArrayList<>(buckets);
        try (TokenStream hashes = new MinHashFilter(shingles, 1, buckets, 1, true)) {
            CharTermAttribute hash = hashes.addAttribute(CharTermAttribute.class);
            hashes.reset();
            while (hashes.incrementToken()) {
                least.add(hash.toString());
            }
            hashes.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return least;
    }
}
