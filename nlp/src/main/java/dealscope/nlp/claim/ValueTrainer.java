package dealscope.nlp.claim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** Makes the examples of which {@link ValueJudge} learns, and trains it. */
final class ValueTrainer {
    private static final int ITERATIONS = 100;
    private static final int CUTOFF = 2;
    private static final double SMOOTHING = 2.0;
    /** Two writings of one amount: "nearly $5.5bn", "$5.45 billion". */
    private static final double NEAR = 0.02;

    private ValueTrainer() {}

    /** Each amount of an article for a draft of which the truth is known. */
    static List<Event> examples(
            ValueFeatures features, Draft draft, List<Double> values, Map<Line, List<Amount>> amounts) {
        List<Event> events = new ArrayList<>();
        for (List<Amount> line : amounts.values()) {
            for (Amount amount : line) {
                if (amount.money().currency().equals("USD")) {
                    boolean right = values.stream().anyMatch(v -> near(v, amount.worth()));
                    events.add(new Event(
                            right ? ValueJudge.VALUE : ValueJudge.NONE,
                            features.of(draft, amount).toArray(String[]::new)));
                }
            }
        }
        return events;
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= NEAR * Math.max(one, other);
    }

    static ValueJudge fit(List<Event> events) throws IOException {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, SMOOTHING);
        parameters.put("PrintMessages", false);
        return new ValueJudge(
                (AbstractModel) new QNTrainer(parameters).train(ObjectStreamUtils.createObjectStream(events)));
    }
}
