package dealscope.nlp.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for cue phrases right before or right after a place. */
public final class Cues {
    /** Cue phrases are no longer than this many lexemes. */
    private static final int LONGEST = 6;

    private Cues() {}

    /** The longest phrase that ends right before the lexeme. */
    public static <T> PhraseTrie.@Nullable Match<T> before(PhraseTrie<T> trie, List<Lexeme> lexemes, int end) {
        for (int from = Math.max(0, end - LONGEST); from < end; from++) {
            for (PhraseTrie.Match<T> match : trie.at(lexemes, from)) {
                if (match.to() == end) {
                    return match;
                }
            }
        }
        return null;
    }

    /** The longest phrase that begins at the lexeme. */
    public static <T> PhraseTrie.@Nullable Match<T> after(PhraseTrie<T> trie, List<Lexeme> lexemes, int from) {
        List<PhraseTrie.Match<T>> matches = from < lexemes.size() ? trie.at(lexemes, from) : List.of();
        return matches.isEmpty() ? null : matches.getFirst();
    }
}
