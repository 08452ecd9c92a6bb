package dealscope.nlp.claim;

import dealscope.deal.DealType;
import dealscope.nlp.text.ReadText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.jspecify.annotations.Nullable;

/**
 * Trains {@link DraftJudge} on articles with all their deals, and measures it by cross-validation over whole articles.
 */
public final class DraftTrainer {
    private static final int FOLDS = 10;
    private static final int ITERATIONS = 100;
    private static final int CUTOFF = 2;
    private static final double SMOOTHING = 2.0;
    private static final double[] LIMITS = {0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6};

    private static final int PARTS = 4;
    private final Lexicon lexicon = Lexicon.load();

    /**
     * A deal of the truth.
     *
     * @param payer every name of every payer, normalised by {@link #name}; empty when the text names none
     * @param counts whether it must be found; otherwise it may be
     */
    public record Told(DealType type, Set<String> payer, Set<String> payee, boolean counts, boolean main) {}

    /** An article with its truth. */
    public record Lesson(ReadText text, List<Told> deals, PairTrainer.Lesson pairs) {}

    private record Example(List<String> features, int deal, boolean counts, boolean main, List<String> typeFeatures, DealType voted, @Nullable DealType truth) {
        boolean right() {
            return deal >= 0;
        }
    }

    private record Article(List<Example> examples, int deals, int mains) {}

    /** A company's name as names are compared: lower case, without its legal form and punctuation. */
    public static String name(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("’", "'").replaceAll("'s\\b", "");
        plain = plain.replaceAll("[^\\p{L}\\p{N}&+ ]", " ").strip();
        return plain.replaceAll("(?: (?:inc|corp|corporation|company|co|ltd|limited|llc|plc|holdings|group))+$", "");
    }

    private static AbstractModel typeModel(List<Example> examples) throws IOException {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, Double.parseDouble(System.getProperty("l2", "2.0")));
        parameters.put("PrintMessages", false);
        return (AbstractModel) new QNTrainer(parameters).train(ObjectStreamUtils.createObjectStream(examples.stream().filter(e -> e.truth() != null).map(e -> new Event(e.truth().label(), e.typeFeatures().toArray(String[]::new))).toList()));
    }

    /** Trains on all lessons, writes the model, and answers a table of how good it is on lessons that it has not seen. */
    public String train(List<PairTrainer.Lesson> lines, List<Lesson> lessons, OutputStream out) throws IOException {
        List<Article> articles = articles(lines, lessons);
        int[] types = new int[3];
        int[] found = new int[LIMITS.length];
        int[] right = new int[LIMITS.length];
        int[] mainRight = new int[LIMITS.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example> seen = new ArrayList<>();
            for (int i = 0; i < articles.size(); i++) {
                if (i % FOLDS != fold) {
                    seen.addAll(articles.get(i).examples());
                }
            }
            DraftJudge judge = model(seen);
            AbstractModel typer = typeModel(seen);
            for (int i = fold; i < articles.size(); i += FOLDS) {
                for (Example e : articles.get(i).examples()) {
                    if (e.truth() != null) {
                        double[] p = typer.eval(e.typeFeatures().toArray(String[]::new));
                        types[0]++; types[1] += e.truth() == e.voted() ? 1 : 0; types[2] += typer.getBestOutcome(p).equals(e.truth().label()) ? 1 : 0;
                    }
                }
            }
            for (int i = fold; i < articles.size(); i += FOLDS) {
                score(judge, articles.get(i), found, right, mainRight);
            }
        }
        model(articles.stream().flatMap(a -> a.examples().stream()).toList()).write(out);
        int deals = articles.stream().mapToInt(Article::deals).sum();
        int mains = articles.stream().mapToInt(Article::mains).sum();
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%d articles, %d deals%n", articles.size(), deals));
        for (int i = 0; i < LIMITS.length; i++) {
            double p = 100.0 * right[i] / Math.max(1, found[i]);
            double r = 100.0 * right[i] / Math.max(1, deals);
            double m = 100.0 * mainRight[i] / Math.max(1, mains);
            table.append(String.format(
                    Locale.ROOT, "from %.2f: P %.1f R %.1f F1 %.1f, main R %.1f%n", LIMITS[i], p, r, 2 * p * r / (p + r), m));
        }
        table.append("types: of " + types[0] + " voted right " + types[1] + ", model " + types[2] + "\n");
        return table.toString();
    }

    private static void score(DraftJudge judge, Article article, int[] found, int[] right, int[] mainRight) {
        for (int l = 0; l < LIMITS.length; l++) {
            Set<Integer> hit = new HashSet<>();
            for (Example example : article.examples()) {
                if (judge.probability(example.features()) < LIMITS[l]) {
                    continue;
                }
                if (!example.right()) {
                    found[l]++;
                } else if (example.counts() && hit.add(example.deal())) {
                    found[l]++;
                    right[l]++;
                    mainRight[l] += example.main() ? 1 : 0;
                }
            }
        }
    }

    /** The drafts of each article as a pair model that has not seen it finds them. */
    private List<Article> articles(List<PairTrainer.Lesson> lines, List<Lesson> lessons) throws IOException {
        Article[] articles = new Article[lessons.size()];
        for (int part = 0; part < PARTS; part++) {
            List<PairTrainer.Lesson> seen = new ArrayList<>(lines);
            for (int i = 0; i < lessons.size(); i++) {
                if (i % PARTS != part) {
                    seen.add(lessons.get(i).pairs());
                }
            }
            DealFinder finder = DealFinder.unjudged(new PairTrainer().fit(seen));
            for (int i = part; i < lessons.size(); i += PARTS) {
                articles[i] = article(finder, lessons.get(i));
            }
        }
        return List.of(articles);
    }

    private Article article(DealFinder finder, Lesson lesson) {
        DealFinder.Draught draught = finder.drafts(lesson.text());
        DraftFeatures features = new DraftFeatures(lexicon, draught.lines(), draught.drafts());
        List<Example> examples = new ArrayList<>();
        for (Draft draft : draught.drafts()) {
            int deal = -1;
            for (int i = 0; i < lesson.deals().size(); i++) {
                if (matches(lesson.deals().get(i), draft) && (deal < 0 || !lesson.deals().get(deal).counts())) {
                    deal = i;
                }
            }
            boolean counts = deal >= 0 && lesson.deals().get(deal).counts();
            examples.add(new Example(
                    features.of(draft), deal, counts, counts && lesson.deals().get(deal).main(), features.type(draft), draft.type(), truth(lesson.deals(), draft)));
        }
        int deals = (int) lesson.deals().stream().filter(Told::counts).count();
        int mains = (int) lesson.deals().stream().filter(t -> t.counts() && t.main()).count();
        return new Article(examples, deals, mains);
    }

    static boolean matches(Told told, Draft draft) {
        boolean apart = told.type() != draft.type() && !(Draft.CONTRACTS.contains(told.type()) && Draft.CONTRACTS.contains(draft.type()));
        if (apart && told.type() != DealType.PARTNERSHIP && draft.type() != DealType.PARTNERSHIP) {
            return false;
        }
        Set<String> payer = names(draft.payer());
        Set<String> payee = names(draft.payee());
        boolean straight = hit(told.payer(), payer) && hit(told.payee(), payee);
        boolean together = told.type() == DealType.PARTNERSHIP || draft.type() == DealType.PARTNERSHIP;
        if (together && told.type() == DealType.PARTNERSHIP) {
            Set<String> all = new HashSet<>(payer);
            all.addAll(payee);
            Set<String> truth = new HashSet<>(told.payer());
            truth.addAll(told.payee());
            truth.retainAll(all);
            return truth.size() >= 2;
        }
        return straight || (together && hit(told.payer(), payee) && hit(told.payee(), payer));
    }

    private static @Nullable DealType truth(List<Told> deals, Draft draft) {
        Set<DealType> types = new HashSet<>();
        for (Told told : deals) {
            Set<String> all = names(draft.parties());
            if (hit(told.payer(), all) && hit(told.payee(), all)) { types.add(told.type()); }
        }
        return types.contains(draft.type()) ? draft.type() : types.size() == 1 ? types.iterator().next() : null;
    }

    private static boolean hit(Set<String> truth, Set<String> found) {
        return truth.isEmpty() || found.stream().anyMatch(truth::contains);
    }

    private static Set<String> names(List<Party> parties) {
        Set<String> names = new HashSet<>();
        for (Party party : parties) {
            names.add(name(party.company().name()));
            names.add("=" + party.start() + (party.inTitle() ? "t" : ""));
        }
        return names;
    }

    private static DraftJudge model(List<Example> examples) throws IOException {
        List<Event> events = examples.stream()
                .filter(e -> !e.right() || e.counts())
                .map(e -> new Event(
                        e.right() ? DraftJudge.DEAL : "none", e.features().toArray(String[]::new)))
                .toList();
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, SMOOTHING);
        parameters.put("PrintMessages", false);
        AbstractModel model =
                (AbstractModel) new QNTrainer(parameters).train(ObjectStreamUtils.createObjectStream(events));
        return new DraftJudge(model);
    }
}
