package dealscope.nlp.claim;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import opennlp.tools.ml.model.AbstractModel;

/**
 * A maximum entropy model that looks at a whole article: is what its lines seem to tell a deal? Trained by {@link
 * DraftTrainer} on articles with their truth; read by any thread.
 */
final class DraftJudge {
    static final String DEAL = "deal";
    static final String NONE = "none";

    /** Measured by cross-validation: F1 of all deals is flat from 0.4 to 0.55, and precision grows. */
    private static final double BELIEVED = 0.2;
    /** The same for what no single line tells surely. */
    private static final double BELIEVED_FAINT = 0.43;

    private final AbstractModel model;
    private final int deal;

    DraftJudge(AbstractModel model) {
        this.model = model;
        deal = model.getIndex(DEAL);
    }

    static DraftJudge load() {
        return new DraftJudge(Maxent.load("drafts.bin"));
    }

    void write(OutputStream out) throws IOException {
        Maxent.write(model, out);
    }

    boolean believes(List<String> features) {
        double needed = features.contains(DraftFeatures.FAINT) ? BELIEVED_FAINT : BELIEVED;
        return model.eval(features.toArray(String[]::new))[deal] >= needed;
    }
}
