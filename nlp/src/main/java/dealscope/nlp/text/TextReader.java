package dealscope.nlp.text;

import dealscope.nlp.text.TokenCutter.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/**
 * Cuts a title or a text into sentences with tokens and parts of speech: {@code TextReader.load()} once, then
 * {@link #read} from any thread.
 *
 * <p>A line feed always ends a sentence. Time is bounded: OpenNLP looks back to the last white space again and again, so
 * it is given {@value #CHUNK} characters at a time, and words longer than {@value #WORD} characters are kept from it.
 */
public final class TextReader {
    /** A sentence is never longer than this. */
    static final int CHUNK = 2_000;

    static final int WORD = 60;

    private static final Pattern LONG_WORD = Pattern.compile("\\S{" + WORD + "}");

    private final Engines engines;

    private TextReader(Engines engines) {
        this.engines = engines;
    }

    public static TextReader load() {
        return new TextReader(Engines.load());
    }

    /** The sentences, without mentions. */
    public List<Sentence> read(String source, boolean title) {
        return engines.with(engine -> {
            List<Sentence> sentences = new ArrayList<>();
            int paragraph = -1;
            int at = 0;
            while (at < source.length()) {
                int feed = source.indexOf('\n', at);
                int end = feed < 0 ? source.length() : feed;
                if (!source.substring(at, end).isBlank()) {
                    paragraph++;
                    for (Span span : sentences(engine, source, at, end)) {
                        sentences.add(sentence(engine, source, span, title, paragraph));
                    }
                }
                at = end + 1;
            }
            return sentences;
        });
    }

    /** The tokens of one sentence. */
    public List<Token> tokens(String sentence) {
        return engines.with(engine -> sentence(engine, sentence, new Span(0, sentence.length()), false, 0)
                .tokens());
    }

    private static List<Span> sentences(Engines.Engine engine, String source, int from, int to) {
        List<Span> spans = new ArrayList<>();
        int at = from;
        while (at < to) {
            int end = chunkEnd(source, at, to);
            String chunk = source.substring(at, end);
            if (LONG_WORD.matcher(chunk).find()) {
                spans.add(new Span(at, end));
            } else {
                for (Span span : engine.sentences().sentPosDetect(chunk)) {
                    spans.add(new Span(at + span.getStart(), at + span.getEnd()));
                }
            }
            at = end;
        }
        return Abbreviations.rejoin(source, spans);
    }

    private static int chunkEnd(String source, int at, int to) {
        if (to - at <= CHUNK) {
            return to;
        }
        int limit = at + CHUNK;
        for (String stop : List.of(". ", " ")) {
            int cut = source.lastIndexOf(stop, limit - stop.length());
            if (cut > at) {
                return cut + stop.length();
            }
        }
        return Character.isLowSurrogate(source.charAt(limit)) ? limit - 1 : limit;
    }

    private static Sentence sentence(Engines.Engine engine, String source, Span span, boolean title, int paragraph) {
        List<Piece> pieces = pieces(engine, source.substring(span.getStart(), span.getEnd()));
        String[] tags =
                engine.partsOfSpeech().tag(pieces.stream().map(Piece::text).toArray(String[]::new));
        List<Token> tokens = new ArrayList<>(tags.length);
        for (int i = 0; i < tags.length; i++) {
            Piece piece = pieces.get(i);
            tokens.add(
                    new Token(span.getStart() + piece.start(), span.getStart() + piece.end(), piece.text(), tags[i]));
        }
        return new Sentence(span.getStart(), span.getEnd(), title, paragraph, tokens, List.of());
    }

    private static List<Piece> pieces(Engines.Engine engine, String words) {
        if (!LONG_WORD.matcher(words).find()) {
            return engine.tokens().cut(words);
        }
        return Lexer.lex(words).stream()
                .map(lexeme -> new Piece(lexeme.start(), lexeme.end(), lexeme.text()))
                .toList();
    }
}
