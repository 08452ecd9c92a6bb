package dealscope.nlp.claim;

import dealscope.deal.DealType;
import dealscope.fact.Companies;
import dealscope.nlp.claim.PairFeatures.Pair;
import dealscope.nlp.claim.PairModel.Relation;
import dealscope.nlp.text.ReadText;
import dealscope.nlp.text.Sentence;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.ml.model.Event;
import org.jspecify.annotations.Nullable;

/** Trains {@link PairModel} on texts with marked parties and measures it by cross-validation over whole texts. */
public final class PairTrainer {
    private static final int FOLDS = 5;
    /** Cost of the squared weights; measured: 0.5, 1, 3 and 6 give 69.1, 69.6, 69.1 and 67.3. */
    private static final double SMOOTHING = 1.0;

    private final Lexicon lexicon = Lexicon.load();
    private final PairFeatures features = new PairFeatures(lexicon);
    private final NameGuess.Ambiguous ambiguous = NameGuess.Ambiguous.of(Companies.load());

    /**
     * A party where the text names it.
     *
     * @param label a letter; the same letter is the same party
     */
    public record Mark(char label, int start, int end, boolean inTitle) {
        boolean names(Party party) {
            return inTitle == party.inTitle() && start < party.end() && party.start() < end;
        }
    }

    /**
     * A deal by the letters of its parties.
     *
     * @param clear whether it must be found; what may be found or not teaches nothing
     */
    public record Told(String payer, String payee, DealType type, boolean clear) {}

    /** A text with its parties and all its deals. */
    public record Lesson(ReadText text, List<Mark> marks, List<Told> deals) {}

    /** How good the model is on texts that it has not seen: percents, and a table for people. */
    public record Quality(double f1, double typesRight, String table) {}

    private record Example(Pair pair, Relation relation, DealType type) {}

    /** Trains on all lessons, writes the model, and answers how good it is on lessons that it has not seen. */
    public Quality train(List<Lesson> lessons, OutputStream out) throws IOException {
        List<List<Example>> examples = lessons.stream().map(this::examples).toList();
        Score score = new Score();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example> seen = new ArrayList<>();
            List<Example> unseen = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                (i % FOLDS == fold ? unseen : seen).addAll(examples.get(i));
            }
            PairModel model = model(seen);
            unseen.forEach(e -> score(score, model, e));
        }
        List<Example> all = examples.stream().flatMap(List::stream).toList();
        model(all).write(out);
        return new Quality(score.f1(), score.typesRight(), score.table(lessons.size(), all.size()));
    }

    /** Trains on all lessons. */
    PairModel fit(List<Lesson> lessons) throws IOException {
        return model(lessons.stream().flatMap(l -> examples(l).stream()).toList());
    }

    private List<Example> examples(Lesson lesson) {
        NameGuess names = new NameGuess(lesson.text(), ambiguous, lexicon);
        Coreference coreference = new Coreference(lexicon);
        Map<String, Character> labels = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        int number = 0;
        for (Sentence sentence : lesson.text().sentences()) {
            String source = lesson.text().source(sentence);
            Line line = coreference.resolve(LineReader.read(sentence, number++, source, names));
            for (Pair pair : PairFinder.pairs(line)) {
                pairs.add(pair);
                label(labels, pair.left(), lesson.marks());
                label(labels, pair.right(), lesson.marks());
            }
        }
        List<Example> examples = new ArrayList<>();
        for (Pair pair : pairs) {
            Told deal = told(pair, labels, lesson.deals());
            if (deal == null || deal.clear()) {
                examples.add(example(pair, labels, deal));
            }
        }
        return examples;
    }

    private static void label(Map<String, Character> labels, List<Party> parties, List<Mark> marks) {
        for (Party party : parties) {
            marks.stream().filter(m -> m.names(party)).forEach(m -> labels.putIfAbsent(party.root(), m.label()));
        }
    }

    private static @Nullable Told told(Pair pair, Map<String, Character> labels, List<Told> deals) {
        Told unclear = null;
        for (Told deal : deals) {
            if (leftPays(pair, labels, deal) || rightPays(pair, labels, deal)) {
                if (deal.clear()) {
                    return deal;
                }
                unclear = deal;
            }
        }
        return unclear;
    }

    private static Example example(Pair pair, Map<String, Character> labels, @Nullable Told deal) {
        if (deal == null) {
            return new Example(pair, Relation.NONE, DealType.PARTNERSHIP);
        }
        Relation pays = leftPays(pair, labels, deal) ? Relation.FIRST_PAYS : Relation.SECOND_PAYS;
        return new Example(pair, deal.type() == DealType.PARTNERSHIP ? Relation.TOGETHER : pays, deal.type());
    }

    private static boolean leftPays(Pair pair, Map<String, Character> labels, Told deal) {
        return any(pair.left(), labels, deal.payer()) && any(pair.right(), labels, deal.payee())
                || together(pair, labels, deal);
    }

    private static boolean rightPays(Pair pair, Map<String, Character> labels, Told deal) {
        return any(pair.right(), labels, deal.payer()) && any(pair.left(), labels, deal.payee());
    }

    /** Two of the parties of one partnership, all of which may stand on one side. */
    private static boolean together(Pair pair, Map<String, Character> labels, Told deal) {
        String all = deal.payer() + deal.payee();
        return deal.type() == DealType.PARTNERSHIP && any(pair.left(), labels, all) && any(pair.right(), labels, all);
    }

    private static boolean any(List<Party> parties, Map<String, Character> labels, String side) {
        return parties.stream().anyMatch(p -> {
            Character label = labels.get(p.root());
            return label != null && side.indexOf(label) >= 0;
        });
    }

    private PairModel model(List<Example> examples) throws IOException {
        List<Event> relations = new ArrayList<>();
        List<Event> types = new ArrayList<>();
        for (Example example : examples) {
            Pair pair = example.pair();
            relations.add(Maxent.event(example.relation().name(), features.relation(pair)));
            if (example.relation() == Relation.FIRST_PAYS || example.relation() == Relation.SECOND_PAYS) {
                types.add(Maxent.event(example.type().label(), typeFeatures(pair, example.relation())));
            }
        }
        return new PairModel(Maxent.train(relations, SMOOTHING), Maxent.train(types, SMOOTHING));
    }

    private List<String> typeFeatures(Pair pair, Relation relation) {
        boolean first = relation == Relation.FIRST_PAYS;
        return features.type(pair, first ? pair.left() : pair.right(), first ? pair.right() : pair.left(), true);
    }

    private void score(Score score, PairModel model, Example example) {
        PairModel.Answer<Relation> relation = model.relation(features.relation(example.pair()));
        score.relation(example.relation(), relation.value());
        if (example.relation() == Relation.FIRST_PAYS || example.relation() == Relation.SECOND_PAYS) {
            DealType type =
                    model.type(typeFeatures(example.pair(), example.relation())).value();
            score.type(example.type(), type);
        }
    }

    /** Counts of right and wrong answers. */
    private static final class Score {
        private int found;
        private int right;
        private int there;
        private final Map<DealType, int[]> types = new EnumMap<>(DealType.class);

        void relation(Relation truth, Relation answer) {
            there += truth == Relation.NONE ? 0 : 1;
            found += answer == Relation.NONE ? 0 : 1;
            right += truth != Relation.NONE && truth == answer ? 1 : 0;
        }

        void type(DealType truth, DealType answer) {
            int[] counts = types.computeIfAbsent(truth, k -> new int[2]);
            counts[0] += truth == answer ? 1 : 0;
            counts[1]++;
        }

        double f1() {
            return 200.0 * right / Math.max(1, found + there);
        }

        double typesRight() {
            int good = types.values().stream().mapToInt(c -> c[0]).sum();
            return 100.0
                    * good
                    / Math.max(1, types.values().stream().mapToInt(c -> c[1]).sum());
        }

        String table(int lessons, int pairs) {
            double precision = 100.0 * right / Math.max(1, found);
            double recall = 100.0 * right / Math.max(1, there);
            StringBuilder table = new StringBuilder(String.format(
                    Locale.ROOT,
                    "%d texts, %d pairs of companies; deals with their direction: P %.1f R %.1f F1 %.1f%n",
                    lessons,
                    pairs,
                    precision,
                    recall,
                    f1()));
            for (Map.Entry<DealType, int[]> type : types.entrySet()) {
                int[] counts = type.getValue();
                table.append(String.format(
                        Locale.ROOT, "  %-12s %d of %d%n", type.getKey().label(), counts[0], counts[1]));
            }
            return table.append(String.format(Locale.ROOT, "type right: %.1f %%%n", typesRight()))
                    .toString();
        }
    }
}
