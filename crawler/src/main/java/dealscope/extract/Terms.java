package dealscope.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words to look for in a {@link Signature}. An entry {@code related-posts} is met by these two words side by side, an
 * entry {@code comment*} by a word that begins so. The rank of a hit is the place of the entry in the list.
 */
final class Terms {
    private static final int NONE = Integer.MAX_VALUE;

    private record Term(String pattern, int rank) {}

    private final Map<String, List<Term>> byStart = new HashMap<>();

    Terms(List<String> entries) {
        for (int rank = 0; rank < entries.size(); rank++) {
            String entry = entries.get(rank);
            boolean open = entry.endsWith("*");
            String pattern = "-" + (open ? entry.substring(0, entry.length() - 1) : entry + "-");
            byStart.computeIfAbsent(key(pattern, 1), key -> new ArrayList<>()).add(new Term(pattern, rank));
        }
    }

    private static String key(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + 2));
    }

    boolean match(String signature) {
        return rank(signature) != NONE;
    }

    /** The lowest rank that {@code signature} meets, {@link Integer#MAX_VALUE} without any. */
    int rank(String signature) {
        if (signature.isEmpty()) {
            return NONE;
        }
        int best = NONE;
        for (int i = 0; i < signature.length() - 1; i++) {
            if (signature.charAt(i) != '-' || signature.charAt(i + 1) == '-') {
                continue;
            }
            for (Term term : byStart.getOrDefault(key(signature, i + 1), List.of())) {
                if (term.rank < best && signature.startsWith(term.pattern, i)) {
                    best = term.rank;
                }
            }
        }
        return best;
    }
}
