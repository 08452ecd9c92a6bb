package dealscope.nlp.claim;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.ml.model.AbstractModel;

/**
 * A maximum entropy model that says which amount of an article is the value of which deal. Trained by {@link
 * ValueTrainer} on articles with their truth; read by any thread.
 */
final class ValueJudge {
    static final String VALUE = "value";
    static final String NONE = "none";
    private static final double BELIEVED = 0.4;
    /** Amounts after these are not looked at: each is weighed for each deal. */
    private static final int MOST_AMOUNTS = 500;

    private final AbstractModel model;
    private final int value;

    ValueJudge(AbstractModel model) {
        this.model = model;
        value = model.getIndex(VALUE);
    }

    private record Choice(Draft draft, Amount amount, double probability) {}

    static ValueJudge load() {
        return new ValueJudge(Maxent.load("values.bin"));
    }

    void write(OutputStream out) throws IOException {
        Maxent.write(model, out);
    }

    /** Gives each draft its value, or none; an amount is the value of one draft, unless it is paid to each. */
    void choose(Map<Line, List<Amount>> amounts, List<Draft> drafts) {
        List<Choice> choices = new ArrayList<>();
        ValueFeatures features = new ValueFeatures(amounts, drafts);
        List<Amount> first = amounts.values().stream()
                .flatMap(List::stream)
                .limit(MOST_AMOUNTS)
                .toList();
        for (Draft draft : drafts.subList(0, Math.min(DealFinder.MOST_DEALS, drafts.size()))) {
            for (Amount amount : first) {
                double probability = model.eval(features.of(draft, amount).toArray(String[]::new))[value];
                if (probability >= BELIEVED) {
                    choices.add(new Choice(draft, amount, probability));
                }
            }
        }
        choices.sort(Comparator.comparingDouble(Choice::probability)
                .reversed()
                .thenComparing(c -> drafts.indexOf(c.draft()))
                .thenComparing(c -> c.amount().line().number())
                .thenComparing(c -> c.amount().at()));
        Set<Amount> taken = new HashSet<>();
        Set<Draft> valued = new HashSet<>();
        for (Choice choice : choices) {
            boolean free = choice.draft().amounts.contains(choice.amount()) || !taken.contains(choice.amount());
            if (free && valued.add(choice.draft())) {
                taken.add(choice.amount());
                choice.draft().worth(choice.amount());
            }
        }
    }
}
