package dealscope.nlp.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * The OpenNLP steps, each instance used by one thread at a time: models are shared, instances are lent.
 */
final class Engines {
    private static final String SENTENCES = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
    private static final String TOKENS = "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";
    private static final String PARTS_OF_SPEECH = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

    private final SentenceModel sentences;
    private final TokenizerModel tokens;
    private final POSModel partsOfSpeech;
    private final ConcurrentLinkedQueue<Engine> idle = new ConcurrentLinkedQueue<>();

    /** One instance of each step. */
    record Engine(SentenceDetectorME sentences, TokenCutter tokens, PartOfSpeechTagger partsOfSpeech) {}

    private Engines(SentenceModel sentences, TokenizerModel tokens, POSModel partsOfSpeech) {
        this.sentences = sentences;
        this.tokens = tokens;
        this.partsOfSpeech = partsOfSpeech;
    }

    static Engines load() {
        try (InputStream s = open(SENTENCES);
                InputStream t = open(TOKENS);
                InputStream p = open(PARTS_OF_SPEECH)) {
            return new Engines(new SentenceModel(s), new TokenizerModel(t), new POSModel(p));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = Engines.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("model " + name + " is not on the class path");
        }
        return in;
    }

    /** Lends an engine for the time of one call; after a failure it is thrown away. */
    <T> T with(Function<Engine, T> work) {
        Engine engine = idle.poll();
        if (engine == null) {
            engine = new Engine(
                    new SentenceDetectorME(sentences),
                    new TokenCutter(new TokenizerME(tokens)),
                    new PartOfSpeechTagger(partsOfSpeech));
        }
        T result = work.apply(engine);
        idle.add(engine);
        return result;
    }
}
