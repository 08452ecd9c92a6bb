package dealscope.deal;

import java.util.List;

/**
 * How sure we are of a deal.
 *
 * @param score from 0 to 1
 * @param parts what it is made of, in words, each with its share: "2 independent reports +0.20"
 */
public record Confidence(double score, List<String> parts) {
    public Confidence {
        parts = List.copyOf(parts);
    }
}
