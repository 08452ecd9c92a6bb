package dealscope.nlp.text;

import dealscope.deal.MentionKind;
import java.util.List;

/**
 * A sentence with its tokens and mentions. All offsets count in the title when {@code inTitle}, else in the text.
 *
 * @param start offset in UTF-16 units, inclusive
 * @param end exclusive
 * @param paragraph 0 for the title and for the first paragraph of the text
 * @param tokens in order, not overlapping
 * @param found the mentions, in order, not overlapping
 */
public record Sentence(int start, int end, boolean inTitle, int paragraph, List<Token> tokens, List<Found> found) {
    public Sentence {
        tokens = List.copyOf(tokens);
        found = List.copyOf(found);
    }

    /** The mentions of one kind, in order. */
    public List<Found> found(MentionKind kind) {
        return found.stream().filter(f -> f.mention().kind() == kind).toList();
    }

    /** Number of the first token that ends after the offset; {@code tokens().size()} when there is none. */
    public int tokenAt(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public Sentence withFound(List<Found> mentions) {
        return new Sentence(start, end, inTitle, paragraph, tokens, mentions);
    }
}
