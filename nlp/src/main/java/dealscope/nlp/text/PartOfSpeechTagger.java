package dealscope.nlp.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.ArrayMath;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.StringUtil;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Gives the tags that OpenNLP's {@code POSTaggerME} gives with the same model, for a tenth of its time. For one thread
 * at a time.
 *
 * <p>The model asks OpenNLP to keep a token's features ({@code cache="true"} in its {@code generator.featuregen}), so
 * that a beam search looks at those of its best sequence for every sequence, gives all of them the same scores, and
 * ends with the best tag of each token in turn. That is what is done here, without the other sequences. The features
 * are those that the model's generators name; all but the tags before come from single words, whose weights are kept
 * for when the word comes again.
 */
final class PartOfSpeechTagger {
    private static final String ENTRY = "pos.model";
    /** Letters at the beginning and at the end of a word that are looked at. */
    private static final int AFFIX = 4;

    private final Map<String, Context> weights;
    private final String[] tags;
    private final double prior;
    private final List<Context> always;
    /** By distance from the beginning of the sentence. */
    private final List<List<Context>> beginning;
    /** By the tag before. */
    private final List<List<Context>> after;
    /** By the two tags before. */
    private final List<List<List<Context>>> afterTwo;

    private final WordCache<Word> words = new WordCache<>(this::look);
    private final double[] sums;

    /** The weights of what a word says of itself and of those around it; features that the model does not know are not there. */
    private record Word(
            List<Context> itself,
            List<Context> before,
            List<Context> twoBefore,
            List<Context> next,
            List<Context> twoNext,
            List<Context> shape) {}

    @SuppressWarnings("unchecked")
    PartOfSpeechTagger(POSModel tagger) {
        AbstractModel model = tagger.getArtifact(ENTRY);
        Object[] parts = model.getDataStructures();
        weights = (Map<String, Context>) parts[1];
        tags = (String[]) parts[2];
        prior = StrictMath.log(1.0 / tags.length);
        sums = new double[tags.length];
        always = known("def");
        beginning = List.of(known("S=begin"), known("p1S=begin"), known("p2S=begin"));
        after = Arrays.stream(tags).map(tag -> known("t=" + tag)).toList();
        afterTwo = Arrays.stream(tags)
                .map(first -> Arrays.stream(tags)
                        .map(second -> known("t2=" + first + "," + second))
                        .toList())
                .toList();
    }

    /** The tag of each token, by the tokens of one sentence. */
    String[] tag(String[] tokens) {
        Word[] sentence = new Word[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            sentence[i] = words.get(tokens[i]);
        }
        String[] tagged = new String[tokens.length];
        int before = -1;
        int last = -1;
        for (int i = 0; i < tokens.length; i++) {
            Arrays.fill(sums, prior);
            add(always);
            addWords(sentence, i);
            if (i < beginning.size()) {
                add(beginning.get(i));
            }
            add(sentence[i].shape());
            if (last >= 0) {
                add(after.get(last));
            }
            if (before >= 0) {
                add(afterTwo.get(before).get(last));
            }
            before = last;
            last = ArrayMath.argmax(sums);
            tagged[i] = tags[last];
        }
        return tagged;
    }

    private void addWords(Word[] sentence, int i) {
        add(sentence[i].itself());
        if (i > 0) {
            add(sentence[i - 1].before());
        }
        if (i > 1) {
            add(sentence[i - 2].twoBefore());
        }
        if (i + 1 < sentence.length) {
            add(sentence[i + 1].next());
        }
        if (i + 2 < sentence.length) {
            add(sentence[i + 2].twoNext());
        }
    }

    private void add(List<Context> features) {
        for (int f = 0; f < features.size(); f++) {
            int[] outcomes = features.get(f).getOutcomes();
            double[] parameters = features.get(f).getParameters();
            for (int o = 0; o < outcomes.length; o++) {
                sums[outcomes[o]] += parameters[o];
            }
        }
    }

    private Word look(String token) {
        String lower = StringUtil.toLowerCase(token);
        String shape = FeatureGeneratorUtil.tokenFeature(token);
        List<String> itself = new ArrayList<>();
        int length = token.length();
        for (int n = 1; n <= Math.min(AFFIX, length); n++) {
            itself.add("suf=" + token.substring(length - n));
        }
        for (int n = 1; n <= Math.min(AFFIX, length); n++) {
            itself.add("pre=" + token.substring(0, n));
        }
        itself.add("w=" + lower);
        return new Word(
                known(itself.toArray(String[]::new)),
                known("p1w=" + lower),
                known("p2w=" + lower),
                known("n1w=" + lower),
                known("n2w=" + lower),
                known("wc=" + shape, "w&c=" + lower + "," + shape));
    }

    private List<Context> known(String... features) {
        List<Context> known = new ArrayList<>();
        for (String feature : features) {
            @Nullable Context weight = weights.get(feature);
            if (weight != null) {
                known.add(weight);
            }
        }
        return List.copyOf(known);
    }
}
