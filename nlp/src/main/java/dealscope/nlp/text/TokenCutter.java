package dealscope.nlp.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.util.Span;
import opennlp.tools.util.StringUtil;

/**
 * Cuts a sentence into tokens: those of OpenNLP's {@code TokenizerME}, cut further so that names come apart from what is
 * glued to them (Nvidia|-|backed). OpenNLP looks at nothing but the letters between two white spaces, so the cuts of a
 * word are kept for when it comes again. For one thread at a time.
 */
final class TokenCutter {
    private static final Pattern PIECE =
            Pattern.compile("[\\-\u2010-\u2015/|()\\[\\]\"\u201c\u201d]|[^\\-\u2010-\u2015/|()\\[\\]\"\u201c\u201d]++");

    private final TokenizerME tokenizer;
    private final WordCache<List<Piece>> cuts = new WordCache<>(this::pieces);

    /** A token, with offsets in what it was cut from. */
    record Piece(int start, int end, String text) {}

    TokenCutter(TokenizerME tokenizer) {
        this.tokenizer = tokenizer;
    }

    List<Piece> cut(String sentence) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < sentence.length()) {
            if (StringUtil.isWhitespace(sentence.charAt(at))) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < sentence.length() && !StringUtil.isWhitespace(sentence.charAt(end))) {
                end++;
            }
            for (Piece piece : cuts.get(sentence.substring(at, end))) {
                pieces.add(new Piece(at + piece.start(), at + piece.end(), piece.text()));
            }
            at = end;
        }
        return pieces;
    }

    private List<Piece> pieces(String word) {
        List<Piece> pieces = new ArrayList<>();
        for (Span span : tokenizer.tokenizePos(word)) {
            Matcher piece = PIECE.matcher(span.getCoveredText(word));
            while (piece.find()) {
                int start = span.getStart() + piece.start();
                pieces.add(new Piece(start, span.getStart() + piece.end(), piece.group()));
            }
        }
        return List.copyOf(pieces);
    }
}
