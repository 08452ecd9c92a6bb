package dealscope.nlp.claim;

import dealscope.deal.DealType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * Two maximum entropy models: who of two companies pays the other, and what for. Trained by {@link PairTrainer} on
 * {@code src/main/train/deals}; read by any thread.
 */
final class PairModel {
    private static final int REASONS = 3;

    private final AbstractModel relation;
    private final AbstractModel type;

    PairModel(AbstractModel relation, AbstractModel type) {
        this.relation = relation;
        this.type = type;
    }

    /** What two companies of a line have to do with each other. */
    enum Relation {
        NONE,
        /** The company named first pays. */
        FIRST_PAYS,
        SECOND_PAYS,
        /** A deal without a payer. */
        TOGETHER
    }

    /**
     * An answer.
     *
     * @param probability 0 to 1
     * @param reasons the features that spoke for it most, the strongest first
     */
    record Answer<T>(T value, double probability, List<String> reasons) {}

    static PairModel load() {
        return Maxent.load("pairs.bin", in -> {
            DataInputStream data = new DataInputStream(in);
            return new PairModel(read(data), read(data));
        });
    }

    private static AbstractModel read(DataInputStream data) throws IOException {
        byte[] bytes = data.readNBytes(data.readInt());
        return Maxent.read(new ByteArrayInputStream(bytes));
    }

    void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        write(relation, data);
        write(type, data);
        data.flush();
    }

    private static void write(AbstractModel model, DataOutputStream data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Maxent.write(model, bytes);
        data.writeInt(bytes.size());
        bytes.writeTo(data);
    }

    Answer<Relation> relation(List<String> features) {
        double[] probabilities = relation.eval(features.toArray(String[]::new));
        int best = best(probabilities);
        Relation value = Relation.valueOf(relation.getOutcome(best));
        List<String> why = value == Relation.NONE ? List.of() : reasons(relation, best, features);
        return new Answer<>(value, probabilities[best], why);
    }

    /** What they have to do with each other if anything; the probability may be small. */
    Answer<Relation> anyRelation(List<String> features) {
        double[] probabilities = relation.eval(features.toArray(String[]::new));
        probabilities[relation.getIndex(Relation.NONE.name())] = -1;
        int best = best(probabilities);
        return new Answer<>(
                Relation.valueOf(relation.getOutcome(best)), probabilities[best], reasons(relation, best, features));
    }

    Answer<DealType> type(List<String> features) {
        double[] probabilities = type.eval(features.toArray(String[]::new));
        int best = best(probabilities);
        return new Answer<>(DealType.of(type.getOutcome(best)), probabilities[best], reasons(type, best, features));
    }

    private static int best(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best;
    }

    @SuppressWarnings("unchecked")
    private static List<String> reasons(AbstractModel model, int outcome, List<String> features) {
        Map<String, Context> contexts = (Map<String, Context>) model.getDataStructures()[1];
        Map<String, Double> weights = new HashMap<>();
        for (String feature : features) {
            Context context = contexts.get(feature);
            for (int i = 0; context != null && i < context.getOutcomes().length; i++) {
                if (context.getOutcomes()[i] == outcome && context.getParameters()[i] > 0) {
                    weights.put(feature, context.getParameters()[i]);
                }
            }
        }
        List<String> best = new ArrayList<>(weights.keySet());
        best.sort(Comparator.<String>comparingDouble(weights::get).reversed().thenComparing(Comparator.naturalOrder()));
        return List.copyOf(best.subList(0, Math.min(REASONS, best.size())));
    }
}
