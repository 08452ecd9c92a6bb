package dealscope.nlp.claim;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.GenericModelWriter;

/**
 * A maximum entropy model that says which amount of an article is the value of which deal. Trained by {@link
 * ValueTrainer} on articles with their truth; read by any thread.
 */
final class ValueJudge {
    static final String VALUE = "value";
    static final String NONE = "none";
    private static final String RESOURCE = "/dealscope/nlp/values.bin";
    private static final double BELIEVED = 0.4;

    private final AbstractModel model;
    private final int value;

    ValueJudge(AbstractModel model) {
        this.model = model;
        value = model.getIndex(VALUE);
    }

    private record Choice(Draft draft, Amount amount, double probability) {}

    static ValueJudge load() {
        try (InputStream in = ValueJudge.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("model " + RESOURCE + " is not on the class path; train it");
            }
            return new ValueJudge(new GenericModelReader(new BinaryFileDataReader(new DataInputStream(in))).getModel());
        } catch (IOException e) {
            throw new IllegalStateException("model " + RESOURCE + " cannot be read", e);
        }
    }

    void write(OutputStream out) throws IOException {
        new GenericModelWriter(model, new DataOutputStream(out)).persist();
    }

    /** Gives each draft its value, or none; an amount is the value of one draft, unless it is paid to each. */
    void choose(Map<Line, List<Amount>> amounts, List<Draft> drafts) {
        List<Choice> choices = new ArrayList<>();
        ValueFeatures features = new ValueFeatures(amounts, drafts);
        for (Draft draft : drafts) {
            for (List<Amount> line : amounts.values()) {
                for (Amount amount : line) {
                    double probability = model.eval(features.of(draft, amount).toArray(String[]::new))[value];
                    if (probability >= BELIEVED) {
                        choices.add(new Choice(draft, amount, probability));
                    }
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
