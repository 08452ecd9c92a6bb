package dealscope.nlp.claim;

import dealscope.deal.DealType;
import dealscope.nlp.text.ReadText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.ml.model.Event;

/**
 * Trains {@link DraftJudge} on articles with all their deals and measures it by cross-validation over whole articles.
 * The drafts of an article are those that a pair model finds which was trained without it: the judge has to learn how
 * much to believe a model on a text that it has not seen.
 */
public final class DraftTrainer {
    private static final int FOLDS = 10;
    private static final int PARTS = 4;
    private static final double SMOOTHING = 2.0;

    private final Lexicon lexicon = Lexicon.load();

    /**
     * A deal of the truth.
     *
     * @param types the readings that the text equally supports, the first one first
     * @param payer where the article names a payer; empty when it names none
     * @param valuesUsd readings of the value; empty when the text states none
     * @param clear whether it must be found; otherwise it may be
     */
    public record Told(
            List<DealType> types,
            List<PairTrainer.Mark> payer,
            List<PairTrainer.Mark> payee,
            List<Double> valuesUsd,
            boolean clear,
            boolean main) {}

    /** An article with its truth, also as the pair model learns it. */
    public record Lesson(ReadText text, List<Told> deals, PairTrainer.Lesson pairs) {}

    /** How good the judge is on articles that it has not seen: percents, and a table for people. */
    public record Quality(double f1, double mainRecall, String table) {}

    /**
     * A draft.
     *
     * @param deal number of the deal of the truth that it is; negative when it is none
     */
    private record Example(List<String> features, int deal, boolean clear, boolean main) {
        boolean right() {
            return deal >= 0;
        }
    }

    private record Article(List<Example> examples, List<Event> values, int deals, int mains) {}

    /**
     * Trains on all articles, writes the model, and answers how good it is on articles that it has not seen.
     *
     * @param lines further lessons for the pair model
     */
    public Quality train(List<PairTrainer.Lesson> lines, List<Lesson> lessons, OutputStream out, OutputStream valuesOut)
            throws IOException {
        List<Article> articles = articles(lines, lessons);
        Score score = new Score();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Article> seen = new ArrayList<>();
            List<Article> unseen = new ArrayList<>();
            for (int i = 0; i < articles.size(); i++) {
                (i % FOLDS == fold ? unseen : seen).add(articles.get(i));
            }
            DraftJudge judge = judge(seen);
            unseen.forEach(a -> score.add(judge, a));
        }
        judge(articles).write(out);
        ValueTrainer.fit(articles.stream().flatMap(a -> a.values().stream()).toList())
                .write(valuesOut);
        return new Quality(score.f1(), score.mainRecall(), score.table(articles.size()));
    }

    private List<Article> articles(List<PairTrainer.Lesson> lines, List<Lesson> lessons) throws IOException {
        Article[] articles = new Article[lessons.size()];
        PairTrainer pairs = new PairTrainer();
        for (int part = 0; part < PARTS; part++) {
            List<PairTrainer.Lesson> seen = new ArrayList<>(lines);
            for (int i = 0; i < lessons.size(); i++) {
                if (i % PARTS != part) {
                    seen.add(lessons.get(i).pairs());
                }
            }
            DealFinder finder = DealFinder.unjudged(pairs.fit(seen));
            for (int i = part; i < lessons.size(); i += PARTS) {
                articles[i] = article(finder, lessons.get(i));
            }
        }
        return List.of(articles);
    }

    private Article article(DealFinder finder, Lesson lesson) {
        DealFinder.Drafts found = finder.drafts(lesson.text());
        DraftFeatures features = new DraftFeatures(found.lines(), found.drafts());
        List<Example> examples = new ArrayList<>();
        for (Draft draft : found.drafts()) {
            int deal = match(lesson.deals(), draft);
            boolean clear = deal >= 0 && lesson.deals().get(deal).clear();
            boolean main = clear && lesson.deals().get(deal).main();
            examples.add(new Example(features.of(draft), deal, clear, main));
        }
        int deals = (int) lesson.deals().stream().filter(Told::clear).count();
        int mains =
                (int) lesson.deals().stream().filter(t -> t.clear() && t.main()).count();
        return new Article(examples, values(finder, found, lesson), deals, mains);
    }

    private static List<Event> values(DealFinder finder, DealFinder.Drafts found, Lesson lesson) {
        finder.refer(found);
        ValueFeatures features = new ValueFeatures(found.stated(), found.drafts());
        List<Event> events = new ArrayList<>();
        for (Draft draft : found.drafts()) {
            int deal = match(lesson.deals(), draft);
            if (deal >= 0 && lesson.deals().get(deal).clear()) {
                List<Double> truth = lesson.deals().get(deal).valuesUsd();
                events.addAll(ValueTrainer.examples(features, draft, truth, found.stated()));
            }
        }
        return events;
    }

    /** The number of the deal that a draft is, of those that must be found if possible. */
    private static int match(List<Told> deals, Draft draft) {
        int match = -1;
        for (int i = 0; i < deals.size(); i++) {
            if ((match < 0 || !deals.get(match).clear()) && matches(deals.get(i), draft)) {
                match = i;
            }
        }
        return match;
    }

    private static boolean matches(Told told, Draft draft) {
        if (told.types().getFirst() == DealType.PARTNERSHIP) {
            return partners(told, draft);
        }
        boolean together = draft.type() == DealType.PARTNERSHIP || told.types().contains(DealType.PARTNERSHIP);
        boolean contracts =
                Draft.CONTRACTS.contains(draft.type()) && told.types().stream().anyMatch(Draft.CONTRACTS::contains);
        if (!together && !contracts && !told.types().contains(draft.type())) {
            return false;
        }
        boolean straight = named(told.payer(), draft.payer()) && named(told.payee(), draft.payee());
        return straight || (together && named(told.payer(), draft.payee()) && named(told.payee(), draft.payer()));
    }

    /** A partnership is found with two of its parties, on whichever sides. */
    private static boolean partners(Told told, Draft draft) {
        List<PairTrainer.Mark> all = new ArrayList<>(told.payer());
        all.addAll(told.payee());
        return draft.parties().stream()
                        .filter(p -> all.stream().anyMatch(m -> m.names(p)))
                        .map(Party::root)
                        .distinct()
                        .count()
                >= 2;
    }

    private static boolean named(List<PairTrainer.Mark> truth, Collection<Party> side) {
        return truth.isEmpty() || side.stream().anyMatch(p -> truth.stream().anyMatch(m -> m.names(p)));
    }

    private static DraftJudge judge(List<Article> articles) throws IOException {
        List<Event> events = articles.stream()
                .flatMap(a -> a.examples().stream())
                .filter(e -> e.clear() || !e.right())
                .map(e -> Maxent.event(e.right() ? DraftJudge.DEAL : DraftJudge.NONE, e.features()))
                .toList();
        return new DraftJudge(Maxent.train(events, SMOOTHING));
    }

    /** Counts of right and wrong answers. */
    private static final class Score {
        private int found;
        private int right;
        private int there;
        private int mainsRight;
        private int mainsThere;

        void add(DraftJudge judge, Article article) {
            there += article.deals();
            mainsThere += article.mains();
            Set<Integer> told = new HashSet<>();
            for (Example example : article.examples()) {
                boolean counts = example.clear() ? told.add(example.deal()) : !example.right();
                if (counts && judge.believes(example.features())) {
                    found++;
                    right += example.right() ? 1 : 0;
                    mainsRight += example.main() ? 1 : 0;
                }
            }
        }

        double f1() {
            return 200.0 * right / Math.max(1, found + there);
        }

        double mainRecall() {
            return 100.0 * mainsRight / Math.max(1, mainsThere);
        }

        String table(int articles) {
            return String.format(
                    Locale.ROOT,
                    "%d articles, %d deals: P %.1f R %.1f F1 %.1f; of %d main deals found %.1f %%%n",
                    articles,
                    there,
                    100.0 * right / Math.max(1, found),
                    100.0 * right / Math.max(1, there),
                    f1(),
                    mainsThere,
                    mainRecall());
        }
    }
}
