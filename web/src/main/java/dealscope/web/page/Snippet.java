package dealscope.web.page;

import java.util.ArrayList;
import java.util.List;

/** Words around a hit, in pieces, with the matching words marked. */
public record Snippet(List<Piece> pieces) {
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';

    public record Piece(String text, boolean match) {}

    /** Reads the form of {@link dealscope.index.SearchResult.Hit#snippet()}. */
    static Snippet of(String marked) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean match = false;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == OPEN || c == CLOSE) {
                if (!text.isEmpty()) {
                    pieces.add(new Piece(text.toString(), match));
                    text.setLength(0);
                }
                match = c == OPEN;
            } else {
                text.append(c);
            }
        }
        if (!text.isEmpty()) {
            pieces.add(new Piece(text.toString(), match));
        }
        return new Snippet(List.copyOf(pieces));
    }
}
