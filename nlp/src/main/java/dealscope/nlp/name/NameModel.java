package dealscope.nlp.name;

import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.AbstractModel.ModelType;
import opennlp.tools.ml.model.Context;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.SequenceCodec;
import opennlp.tools.util.SequenceValidator;

/**
 * What a {@link NameDecoder} needs of a trained model. Immutable, for any thread.
 *
 * @param prior what every outcome's score begins with
 * @param follows whether the outcome of the second number may come after that of the first; the last row is for the
 *     beginning
 */
record NameModel(
        FeatureWeights weights,
        List<String> outcomes,
        boolean perceptron,
        double prior,
        SequenceCodec<String> codec,
        boolean[][] follows) {
    private static final String ENTRY = "nameFinder.model";

    @SuppressWarnings("unchecked")
    static NameModel of(TokenNameFinderModel names) {
        AbstractModel model = names.getArtifact(ENTRY);
        Object[] parts = model.getDataStructures();
        String[] outcomes = (String[]) parts[2];
        boolean perceptron = model.getModelType() == ModelType.Perceptron;
        SequenceCodec<String> codec = names.getFactory().createSequenceCodec();
        return new NameModel(
                new FeatureWeights((Map<String, Context>) parts[1]),
                List.of(outcomes),
                perceptron,
                perceptron ? 0 : StrictMath.log(1.0 / outcomes.length),
                codec,
                follows(codec.createSequenceValidator(), outcomes));
    }

    private static boolean[][] follows(SequenceValidator<String> validator, String[] outcomes) {
        boolean[][] follows = new boolean[outcomes.length + 1][outcomes.length];
        String[] none = {};
        for (int next = 0; next < outcomes.length; next++) {
            for (int last = 0; last < outcomes.length; last++) {
                follows[last][next] = validator.validSequence(1, none, new String[] {outcomes[last]}, outcomes[next]);
            }
            follows[outcomes.length][next] = validator.validSequence(0, none, none, outcomes[next]);
        }
        return follows;
    }

    /** @param last number of the outcome before, negative for the beginning */
    boolean mayFollow(int last, int next) {
        return follows[last < 0 ? outcomes.size() : last][next];
    }
}
