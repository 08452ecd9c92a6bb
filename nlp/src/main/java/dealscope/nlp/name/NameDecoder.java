package dealscope.nlp.name;

import java.util.Arrays;
import java.util.Map;
import java.util.PriorityQueue;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.AbstractModel.ModelType;
import opennlp.tools.ml.model.Context;
import opennlp.tools.namefind.NameContextGenerator;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.SequenceCodec;
import opennlp.tools.util.SequenceValidator;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names that OpenNLP's {@code NameFinderME} finds with the same model, for a third of its time: by the same
 * beam search, but what the sequences of the beam have in common is added up once. For one thread at a time.
 */
final class NameDecoder {
    private static final String ENTRY = "nameFinder.model";
    private static final int BEAM = 3;
    /** Features of OpenNLP's {@code DefaultNameContextGenerator} that depend on the sequence; they come last. */
    private static final int OWN = 4;

    private final NameContextGenerator features;
    private final SequenceCodec<String> codec;
    private final Map<String, Context> weights;
    private final String[] outcomes;
    private final boolean perceptron;
    /** Whether the outcome of the second number may come after that of the first; the last row is for the beginning. */
    private final boolean[][] follows;

    private final double[] common;
    private final double[] scores;

    /** A sequence of outcomes: the one before, and one more. */
    private record Path(@Nullable Path before, int outcome, double probability, double score)
            implements Comparable<Path> {
        static final Path START = new Path(null, -1, 1, 0);

        Path and(int next, double p) {
            return new Path(this, next, p, score + StrictMath.log(p));
        }

        @Override
        public int compareTo(Path other) {
            return Double.compare(other.score, score);
        }
    }

    @SuppressWarnings("unchecked")
    NameDecoder(TokenNameFinderModel names) {
        AbstractModel model = names.getArtifact(ENTRY);
        Object[] parts = model.getDataStructures();
        weights = (Map<String, Context>) parts[1];
        outcomes = (String[]) parts[2];
        perceptron = model.getModelType() == ModelType.Perceptron;
        features = names.getFactory().createContextGenerator();
        codec = names.getFactory().createSequenceCodec();
        follows = follows(codec.createSequenceValidator(), outcomes);
        common = new double[outcomes.length];
        scores = new double[outcomes.length];
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

    /** Forgets what earlier sentences told; before each article. */
    void forget() {
        features.clearAdaptiveData();
    }

    /** The names in a sentence, each with its probability; later sentences of the article are judged by them. */
    Span[] find(String[] tokens) {
        String[] found = new String[tokens.length];
        double[] probabilities = new double[tokens.length];
        Path path = best(tokens);
        for (int i = tokens.length - 1; i >= 0 && path != null; i--) {
            found[i] = outcomes[path.outcome()];
            probabilities[i] = path.probability();
            path = path.before();
        }
        features.updateAdaptiveData(tokens, found);
        Span[] spans = codec.decode(Arrays.asList(found));
        for (int s = 0; s < spans.length; s++) {
            Span span = spans[s];
            double sum = 0;
            for (int i = span.getStart(); i < span.getEnd(); i++) {
                sum += probabilities[i];
            }
            spans[s] = new Span(span, sum / span.length());
        }
        return spans;
    }

    private Path best(String[] tokens) {
        PriorityQueue<Path> last = new PriorityQueue<>(BEAM);
        last.add(Path.START);
        String[] before = new String[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            PriorityQueue<Path> next = new PriorityQueue<>(BEAM);
            for (int rank = 0; rank < BEAM && !last.isEmpty(); rank++) {
                Path path = last.remove();
                note(path, before, i);
                String[] context = features.getContext(i, tokens, before, null);
                if (rank == 0) {
                    Arrays.fill(common, perceptron ? 0 : StrictMath.log(1.0 / outcomes.length));
                    add(context, 0, context.length - OWN, common);
                }
                System.arraycopy(common, 0, scores, 0, scores.length);
                add(context, context.length - OWN, context.length, scores);
                normalize(scores);
                extend(path, next);
            }
            last = next;
        }
        return last.remove();
    }

    /** The two outcomes before a token, which is as far as the features look back. */
    private void note(Path path, String[] before, int i) {
        if (i > 0) {
            before[i - 1] = outcomes[path.outcome()];
            if (i > 1 && path.before() != null) {
                before[i - 2] = outcomes[path.before().outcome()];
            }
        }
    }

    private void add(String[] context, int from, int to, double[] sums) {
        for (int f = from; f < to; f++) {
            Context weight = weights.get(context[f]);
            if (weight != null) {
                int[] active = weight.getOutcomes();
                double[] parameters = weight.getParameters();
                for (int a = 0; a < active.length; a++) {
                    sums[active[a]] += parameters[a];
                }
            }
        }
    }

    /** From sums to probabilities. */
    private void normalize(double[] sums) {
        double most = 1;
        if (perceptron) {
            for (double sum : sums) {
                most = Math.max(most, Math.abs(sum));
            }
        }
        double all = 0;
        for (int o = 0; o < sums.length; o++) {
            sums[o] = StrictMath.exp(sums[o] / most);
            all += sums[o];
        }
        for (int o = 0; o < sums.length; o++) {
            sums[o] /= all;
        }
    }

    /** Adds the sequences that go on with one of the best outcomes, or with any when none of the best may follow. */
    private void extend(Path path, PriorityQueue<Path> next) {
        boolean[] may = follows[path.outcome() < 0 ? outcomes.length : path.outcome()];
        double least = least();
        for (int o = 0; o < scores.length; o++) {
            if (scores[o] >= least && may[o]) {
                next.add(path.and(o, scores[o]));
            }
        }
        if (next.isEmpty()) {
            for (int o = 0; o < scores.length; o++) {
                if (may[o]) {
                    next.add(path.and(o, scores[o]));
                }
            }
        }
    }

    /** The score of the last outcome that the beam is wide enough for. */
    private double least() {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, sorted.length - BEAM)];
    }
}
