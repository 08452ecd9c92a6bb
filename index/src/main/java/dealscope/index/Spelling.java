package dealscope.index;

import java.util.Collection;
import java.util.Optional;

/** How far two words are apart: letters put in, left out, changed, or two neighbours swapped. */
final class Spelling {
    /** Longer words are cut before they are compared. */
    private static final int LONGEST = 40;

    private Spelling() {}

    /** The word of {@code known} that {@code typed} was probably meant to be; the first of those that are equally near. */
    static Optional<String> nearest(String typed, Collection<String> known) {
        int allowed = typed.length() <= 4 ? 1 : 2;
        String best = null;
        int distance = allowed + 1;
        for (String word : known) {
            if (Math.abs(word.length() - typed.length()) < distance) {
                int apart = distance(typed, word);
                if (apart < distance) {
                    distance = apart;
                    best = word;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The restricted edit distance of Damerau and Levenshtein (optimal string alignment). */
    static int distance(String a, String b) {
        String one = a.length() > LONGEST ? a.substring(0, LONGEST) : a;
        String other = b.length() > LONGEST ? b.substring(0, LONGEST) : b;
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(int[][] cost, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
