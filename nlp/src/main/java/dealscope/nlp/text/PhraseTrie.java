package dealscope.nlp.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds phrases in lexemes, the longest first, whatever their case: whether the case fits is for the caller to say.
 * Fill it with {@link #add}, then read it from any thread.
 */
public final class PhraseTrie<T> {
    private final Node<T> root = new Node<>();

    /**
     * A phrase at some place.
     *
     * @param from number of its first lexeme
     * @param to number after its last lexeme
     */
    public record Match<T>(T value, int from, int to) {}

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>(2);
        private @Nullable T value;
    }

    /** The first value of a phrase stays when it is added again. */
    public void add(String phrase, T value) {
        Node<T> node = root;
        for (Lexeme lexeme : Lexer.lex(phrase)) {
            node = node.next.computeIfAbsent(lexeme.folded(), k -> new Node<>());
        }
        if (node != root && node.value == null) {
            node.value = value;
        }
    }

    /** All phrases that begin at the lexeme, the longest first. */
    public List<Match<T>> at(List<Lexeme> lexemes, int from) {
        Node<T> node = root;
        List<Match<T>> matches = List.of();
        for (int i = from; i < lexemes.size(); i++) {
            node = node.next.get(lexemes.get(i).folded());
            if (node == null) {
                break;
            }
            if (node.value != null) {
                if (matches.isEmpty()) {
                    matches = new ArrayList<>(2);
                }
                matches.addFirst(new Match<>(node.value, from, i + 1));
            }
        }
        return matches;
    }
}
