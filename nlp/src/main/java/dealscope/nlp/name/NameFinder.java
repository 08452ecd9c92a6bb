package dealscope.nlp.name;

import dealscope.deal.MentionKind;
import dealscope.nlp.text.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;

/**
 * The trained name finder: {@code NameFinder.load()} once, then from any thread. A decoder is for one thread at a time,
 * so instances are lent.
 */
public final class NameFinder {
    private static final String MODEL = "/dealscope/nlp/names.bin";

    private final NameModel model;
    private final ConcurrentLinkedQueue<NameDecoder> idle = new ConcurrentLinkedQueue<>();

    /**
     * What the finder takes for a name.
     *
     * @param from number of its first token
     * @param to after its last token
     * @param probability from 0 to 1
     */
    public record Guess(MentionKind kind, int from, int to, double probability) {}

    NameFinder(TokenNameFinderModel model) {
        this.model = NameModel.of(model);
    }

    public static NameFinder load() {
        NameFeatures.allow();
        try (InputStream in = NameFinder.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("model " + MODEL + " is not on the class path; train it");
            }
            return new NameFinder(new TokenNameFinderModel(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The names of each sentence of one article, in order.
     *
     * @param sentences the words of each sentence
     */
    public List<List<Guess>> find(List<List<Token>> sentences) {
        NameDecoder finder = idle.poll();
        if (finder == null) {
            finder = new NameDecoder(model);
        }
        finder.forget();
        List<List<Guess>> all = new ArrayList<>(sentences.size());
        for (List<Token> tokens : sentences) {
            all.add(find(finder, tokens));
        }
        idle.add(finder);
        return all;
    }

    private static List<Guess> find(NameDecoder finder, List<Token> tokens) {
        Span[] spans = finder.find(tokens.stream().map(Token::text).toArray(String[]::new));
        List<Guess> guesses = new ArrayList<>(spans.length);
        for (Span span : NameFinderME.dropOverlappingSpans(spans)) {
            guesses.add(new Guess(MentionKind.of(span.getType()), span.getStart(), span.getEnd(), span.getProb()));
        }
        return guesses;
    }
}
