package dealscope.ledger;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * SimHash of a text (Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002) over shingles of
 * three words, in the lower 56 bits; the upper 8 bits hold the length, 8 steps for each doubling of the words. Copies
 * of a wire story differ in few bits and in length hardly at all.
 *
 * <p>0 stands for a text too short to compare.
 */
public final class Fingerprint {
    private static final int BITS = 56;
    private static final int FEWEST_WORDS = 12;
    private static final int MOST_WORDS = 20_000;
    private static final int SHINGLE = 3;

    private Fingerprint() {}

    /** The fingerprint of {@code text}; case, punctuation and spacing do not matter. */
    public static long of(String text) {
        int[] votes = new int[BITS];
        Deque<String> window = new ArrayDeque<>(SHINGLE);
        int words = 0;
        int at = 0;
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        while (at < plain.length() && words < MOST_WORDS) {
            int start = at;
            while (at < plain.length() && Character.isLetterOrDigit(plain.charAt(at))) {
                at++;
            }
            if (at > start) {
                words++;
                window.addLast(plain.substring(start, at));
                if (window.size() > SHINGLE) {
                    window.removeFirst();
                }
                if (window.size() == SHINGLE) {
                    vote(votes, hash(window));
                }
            } else {
                at++;
            }
        }
        return words < FEWEST_WORDS ? 0 : ((long) length(words) << BITS) | signs(votes);
    }

    /** Whether two texts are copies of one another, a few words aside. */
    public static boolean alike(long a, long b) {
        if (a == 0 || b == 0) {
            return false;
        }
        long lengths = Math.abs((a >>> BITS) - (b >>> BITS));
        int bits = Long.bitCount((a ^ b) << (Long.SIZE - BITS));
        return lengths <= Thresholds.COPY_LENGTH_STEPS && bits <= Thresholds.COPY_BITS;
    }

    private static int length(int words) {
        return (int) Math.round(8 * Math.log(words) / Math.log(2));
    }

    private static void vote(int[] votes, long hash) {
        for (int bit = 0; bit < BITS; bit++) {
            votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
        }
    }

    private static long signs(int[] votes) {
        long bits = 0;
        for (int bit = 0; bit < BITS; bit++) {
            if (votes[bit] > 0) {
                bits |= 1L << bit;
            }
        }
        return bits;
    }

    /** FNV-1a over the words, then the finalizer of SplitMix64 so that every bit depends on every letter. */
    private static long hash(Iterable<String> words) {
        long hash = 0xcbf29ce484222325L;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ ' ') * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
