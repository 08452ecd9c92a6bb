package dealscope.nlp.claim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.Event;

/** Makes the examples of which {@link ValueJudge} learns, and trains it. */
final class ValueTrainer {
    private static final double SMOOTHING = 2.0;

    private ValueTrainer() {}

    /** Each amount of an article for a draft of which the truth is known. */
    static List<Event> examples(
            ValueFeatures features, Draft draft, List<Double> values, Map<Line, List<Amount>> amounts) {
        List<Event> events = new ArrayList<>();
        for (List<Amount> line : amounts.values()) {
            for (Amount amount : line) {
                if (amount.money().currency().equals("USD")) {
                    boolean right = values.stream().anyMatch(amount::near);
                    events.add(Maxent.event(right ? ValueJudge.VALUE : ValueJudge.NONE, features.of(draft, amount)));
                }
            }
        }
        return events;
    }

    static ValueJudge fit(List<Event> events) throws IOException {
        return new ValueJudge(Maxent.train(events, SMOOTHING));
    }
}
