package dealscope.nlp.claim;

import dealscope.deal.DealType;
import dealscope.deal.Report;
import dealscope.fact.Companies;
import dealscope.nlp.text.ReadText;
import dealscope.nlp.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the deals of one article: {@code DealFinder.load()} once, then {@link #find} from any thread.
 *
 * <p>A deal is taken only where a word of {@code frames.csv} tells of it and its parties stand around that word; what
 * has no clear word is left out. The same text always gives the same reports, in the order in which the article tells
 * them. Work is bounded: lines beyond {@value #MOST_LINES} and words beyond {@value #LONGEST_LINE} of a line are not
 * looked at.
 */
public final class DealFinder {
    static final int MOST_LINES = 1_500;
    static final int LONGEST_LINE = 220;
    static final int MOST_DEALS = 40;
    /** A text of so few sentences gives the models of whole articles nothing to weigh: there the rules decide alone. */
    private static final int SHORT = 5;
    /** What lines after these may tell is not asked; the work on a text of thousands of companies stays bounded. */
    private static final int OPENING = 100;
    /** Below this a draft was told once, by a weak word. */
    static final double SURE = 0.75;

    private final Lexicon lexicon;
    private final NameGuess.Ambiguous ambiguous;
    private final TypeJudge types;
    private final CandidateFinder candidates;
    private final PairFinder pairs;
    private final ValueBinder values;
    private final Gatherer gatherer;
    private final StatusJudge statuses;
    private final @Nullable DraftJudge judge;
    private final @Nullable ValueJudge worth;

    private DealFinder(
            Lexicon lexicon,
            Companies companies,
            PairModel model,
            @Nullable DraftJudge judge,
            @Nullable ValueJudge worth) {
        this.judge = judge;
        this.worth = worth;
        ambiguous = NameGuess.Ambiguous.of(companies);
        this.lexicon = lexicon;
        types = new TypeJudge(lexicon);
        candidates = new CandidateFinder(lexicon, types);
        pairs = new PairFinder(lexicon, model);
        values = new ValueBinder(new MoneyJudge(lexicon), lexicon);
        gatherer = new Gatherer(lexicon, types, new Direction(lexicon));
        statuses = new StatusJudge(lexicon);
    }

    /** Reads the cue files; throws {@link IllegalStateException} naming file and line when one is bad. */
    public static DealFinder load() {
        return new DealFinder(Lexicon.load(), Companies.load(), PairModel.load(), DraftJudge.load(), ValueJudge.load());
    }

    /** For training the judge. */
    static DealFinder unjudged(PairModel pairs) {
        return new DealFinder(Lexicon.load(), Companies.load(), pairs, null, null);
    }

    /** A telling with one side only counts with an amount. */
    private static List<Candidate> sided(List<Candidate> all, Map<Candidate, List<Amount>> bound) {
        return all.stream()
                .filter(c -> !(c.payer().isEmpty() || c.payee().isEmpty())
                        || !bound.getOrDefault(c, List.of()).isEmpty()
                        || c.type() == DealType.DATACENTER)
                .toList();
    }

    public List<Report> find(ReadText read) {
        Drafts found = drafts(read);
        List<Line> lines = found.lines();
        List<Draft> drafts = believed(found);
        MainJudge.judge(drafts, lines, lexicon);
        values.bindReferences(lines, found.free(), drafts);
        if (worth == null || found.isShort()) {
            drafts.forEach(d -> d.worth(ValueBinder.best(d)));
        } else {
            worth.choose(found.stated(), drafts);
        }
        Undisclosed.bind(lines, drafts, lexicon);
        Following.bind(lines, drafts);
        drafts.removeIf(d -> !d.main() && d.tellings.stream().allMatch(Candidate::toDate));
        ReportWriter writer = new ReportWriter(read, statuses);
        List<Report> reports = new ArrayList<>();
        for (Draft draft : drafts.subList(0, Math.min(MOST_DEALS, drafts.size()))) {
            reports.add(writer.write(draft, reports.size(), drafts));
        }
        return reports;
    }

    private List<Draft> believed(Drafts found) {
        List<Draft> drafts = found.drafts();
        if (judge == null) {
            return new ArrayList<>(drafts);
        }
        if (found.isShort()) {
            return new ArrayList<>(
                    drafts.stream().filter(d -> d.weight() >= SURE).toList());
        }
        DraftFeatures features = new DraftFeatures(found.lines(), drafts);
        return new ArrayList<>(
                drafts.stream().filter(d -> judge.believes(features.of(d))).toList());
    }

    /** Amounts that speak of a deal without telling one; after it, drafts of the training look like those that are judged. */
    void refer(Drafts found) {
        values.bindReferences(found.lines(), found.free(), found.drafts());
    }

    /** All that lines of an article seem to tell. */
    Drafts drafts(ReadText read) {
        Coreference coreference = new Coreference(lexicon);
        Listing listing = new Listing(lexicon);
        NameGuess names = new NameGuess(read, ambiguous, lexicon);
        List<Line> lines = new ArrayList<>();
        List<Candidate> all = new ArrayList<>();
        Map<Candidate, List<Amount>> bound = new IdentityHashMap<>();
        Map<Line, List<Amount>> free = new HashMap<>();
        Map<Line, List<Amount>> stated = new LinkedHashMap<>();
        boolean isShort = read.sentences().size() <= SHORT;
        for (Sentence sentence : read.sentences()) {
            if (lines.size() >= MOST_LINES) {
                break;
            }
            Coreference.Spoken salient = coreference.salient();
            Line line = coreference.resolve(LineReader.read(sentence, lines.size(), read.source(sentence), names));
            lines.add(line);
            if (line.size() > LONGEST_LINE) {
                continue;
            }
            RoleStatement.complete(line, all, bound);
            List<Candidate> here = new ArrayList<>(pairs.revised(line, candidates.find(line, salient)));
            Candidate item = listing.read(line);
            if (item != null && here.isEmpty()) {
                here.add(item);
            }
            PairFinder.Learned learned = pairs.find(line, here);
            here.addAll(learned.sure());
            List<Amount> amounts = values.amounts(line);
            stated.put(line, List.copyOf(amounts));
            bind(here, amounts, bound);
            List<Candidate> possible = isShort || line.number() >= OPENING ? List.of() : learned.possible();
            bind(possible, amounts, bound);
            all.addAll(here);
            all.addAll(possible);
            free.put(line, amounts);
        }
        if (isShort) {
            List<Candidate> framed =
                    all.stream().filter(c -> !c.frame().isLearned()).toList();
            all.removeIf(c -> c.frame().isLearned() && framed.stream().anyMatch(f -> sameSides(f, c)));
        }
        List<Draft> drafts = gatherer.gather(sided(all, bound), bound, types.topic(lines));
        return new Drafts(lines, drafts, stated, free);
    }

    private static boolean sameSides(Candidate one, Candidate other) {
        return Party.overlap(one.payer(), other.payer()) && Party.overlap(one.payee(), other.payee());
    }

    /** Gives the amounts of a line to its tellings and takes them away from the rest. */
    private void bind(List<Candidate> tellings, List<Amount> amounts, Map<Candidate, List<Amount>> bound) {
        Map<Candidate, List<Amount>> here = values.bind(tellings, amounts);
        bound.putAll(here);
        amounts.removeIf(a -> here.values().stream().anyMatch(b -> b.stream().anyMatch(x -> x.at() == a.at())));
    }

    /**
     * @param stated all amounts by line
     * @param free those that no telling took
     */
    record Drafts(List<Line> lines, List<Draft> drafts, Map<Line, List<Amount>> stated, Map<Line, List<Amount>> free) {
        boolean isShort() {
            return lines.size() <= SHORT;
        }
    }
}
