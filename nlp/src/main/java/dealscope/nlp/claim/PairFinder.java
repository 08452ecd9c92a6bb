package dealscope.nlp.claim;

import dealscope.deal.DealType;
import dealscope.deal.MentionKind;
import dealscope.nlp.claim.PairFeatures.Pair;
import dealscope.nlp.claim.PairModel.Answer;
import dealscope.nlp.claim.PairModel.Relation;
import dealscope.nlp.text.Detail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the trained model about each two companies of a line of which no frame tells a deal: the frames are surer, the
 * model knows more ways to say it.
 */
final class PairFinder {
    private static final int FARTHEST = 40;
    private static final int MOST_PAIRS = 60;
    /** Below this the model is not believed; measured on the development texts. */
    static final double BELIEVED = 0.88;

    /** Below this the model has seen nothing. */
    private static final double POSSIBLE = 0.35;

    /** From here on the model says what is bought where no word does. */
    private static final double TYPED = 0.75;
    /** How much surer the model must be of a company that is only spoken of ("it"). */
    private static final double MEANT = 0.08;
    /** The same for a name that may be none. */
    private static final double GUESSED = 0.08;

    private static final Set<String> NEGATIONS = Words.of("negation");

    private final Lexicon lexicon;
    private final PairFeatures features;
    private final PairModel model;

    PairFinder(Lexicon lexicon, PairModel model) {
        this.lexicon = lexicon;
        this.model = model;
        features = new PairFeatures(lexicon);
    }

    /** Each two companies of a line once, where they stand nearest to each other. */
    static List<Pair> pairs(Line line) {
        Map<String, Pair> nearest = new LinkedHashMap<>();
        List<Integer> places = new ArrayList<>();
        for (int k = 0; k < line.size() && nearest.size() < MOST_PAIRS; k++) {
            List<Party> here = parties(line, k);
            if (here.isEmpty()) {
                continue;
            }
            for (int at : places) {
                List<Party> left = parties(line, at);
                if (k - at <= FARTHEST && !Party.overlap(left, here)) {
                    keep(nearest, new Pair(line, at, k, left, here));
                }
            }
            if (here.size() > 1 && !here.getFirst().same(here.getLast())) {
                keep(nearest, new Pair(line, k, k, here.subList(0, 1), here.subList(1, here.size())));
            }
            places.add(k);
        }
        return List.copyOf(nearest.values());
    }

    private static void keep(Map<String, Pair> nearest, Pair pair) {
        String one = pair.left().getFirst().root();
        String other = pair.right().getFirst().root();
        String key = one.compareTo(other) < 0 ? one + ' ' + other : other + ' ' + one;
        Pair known = nearest.get(key);
        Line line = pair.line();
        if (known == null || line.path(pair.first(), pair.second()) < line.path(known.first(), known.second())) {
            nearest.put(key, pair);
        }
    }

    /** The companies of a unit, also one whose name only describes the next word: "its Nvidia order". */
    private static List<Party> parties(Line line, int at) {
        Unit unit = line.at(at);
        if (line.hyphened(at) && !line.word(at + 1).equals("led")) {
            return List.of();
        }
        if (unit.company()) {
            return unit.parties();
        }
        if (unit.found() != null && unit.found().detail() instanceof Detail.Org org) {
            return List.of(new Party(
                    org.company(), org.root(), org.industry(), unit.start(), unit.end(), line.inTitle(), true));
        }
        return List.of();
    }

    /**
     * What the model makes of the pairs that no frame tells of.
     *
     * @param sure what a line tells surely
     * @param possible what it may tell: the whole article has to decide
     */
    record Learned(List<Candidate> sure, List<Candidate> possible) {}

    Learned find(Line line, List<Candidate> told) {
        List<Candidate> sure = new ArrayList<>();
        Map<Pair, Candidate> possible = new LinkedHashMap<>();
        if (lexicon.vetoes.in(line, 0, line.size()).stream().anyMatch(h -> h.value())) {
            return new Learned(sure, List.of());
        }
        for (Pair pair : pairs(line)) {
            if (parted(pair) || told.stream().anyMatch(t -> tells(t, pair))) {
                continue;
            }
            Answer<Relation> answer = model.anyRelation(features.relation(pair));
            if (answer.probability() < POSSIBLE) {
                continue;
            }
            Candidate candidate = candidate(pair, answer);
            if (answer.probability() >= needed(pair) && told.stream().noneMatch(t -> stands(t, candidate))) {
                sure.add(candidate);
            } else {
                possible.put(pair, candidate);
            }
        }
        possible.keySet().removeIf(pair -> sure.stream().anyMatch(s -> tells(s, pair)));
        return new Learned(sure, List.copyOf(possible.values()));
    }

    /** What frames found, with the type that they leave open as the model sees it. */
    List<Candidate> revised(Line line, List<Candidate> told) {
        List<Pair> pairs = told.isEmpty() ? List.of() : pairs(line);
        return told.stream().map(t -> revised(t, pairs)).toList();
    }

    private Candidate revised(Candidate told, List<Pair> pairs) {
        Pair pair = pairs.stream().filter(p -> tells(told, p)).findFirst().orElse(null);
        if (pair == null || told.type() != null) {
            return told;
        }
        Answer<DealType> what = model.type(features.type(pair, told.payer(), told.payee(), !told.open()));
        boolean moves = !told.frame().verb() && CandidateFinder.MONEY_MOVES.contains(what.value());
        return what.probability() >= TYPED && !moves ? told.as(what.value()) : told;
    }

    /** A company that is only spoken of, or a name that may be none, needs more. */
    private static double needed(Pair pair) {
        Line line = pair.line();
        boolean meant =
                line.at(pair.first()).resolved() || line.at(pair.second()).resolved();
        boolean guessed = pair.left().stream().noneMatch(Party::sure)
                || pair.right().stream().noneMatch(Party::sure);
        return BELIEVED + (meant ? MEANT : 0) + (guessed ? GUESSED : 0);
    }

    /** "X with access to Nvidia's processors": the maker of what is bought from somebody else. */
    private static boolean vendor(Line line, int at, List<Candidate> told) {
        boolean owns = line.possessive(at) && at + 2 < line.size();
        for (int i = at + 2; owns && i < Math.min(line.size(), at + 7); i++) {
            if (line.at(i).is(MentionKind.HARDWARE)) {
                return !told.isEmpty();
            }
            if (!line.at(i).pos("ADJ", "NOUN", "PROPN", "ADV")) {
                return false;
            }
        }
        return false;
    }

    /** In two sentences of one line, with a person between, two names of one group, or denied. */
    private static boolean parted(Pair pair) {
        Line line = pair.line();
        for (int k = pair.first() + 1; k < pair.second(); k++) {
            boolean person = line.at(k).is(MentionKind.PERSON);
            if (person || line.word(k).equals(";") || NEGATIONS.contains(line.word(k))) {
                return true;
            }
        }
        return firstWord(pair.left()).equals(firstWord(pair.right()));
    }

    private static String firstWord(List<Party> parties) {
        return parties.getFirst().company().name().split(" ", 2)[0];
    }

    /** What a frame tells of one of the two stands: the same deal with another party, or a deal whose other side is open. */
    private static boolean stands(Candidate told, Candidate learned) {
        boolean payer = Party.overlap(told.payer(), learned.payer());
        boolean payee = Party.overlap(told.payee(), learned.payee());
        boolean open = told.payer().isEmpty() || told.payee().isEmpty();
        return (payer || payee) && (open || told.type() == learned.type());
    }

    private static boolean tells(Candidate told, Pair pair) {
        return (Party.overlap(told.payer(), pair.left()) && Party.overlap(told.payee(), pair.right()))
                || (Party.overlap(told.payer(), pair.right()) && Party.overlap(told.payee(), pair.left()));
    }

    private Candidate candidate(Pair pair, Answer<Relation> relation) {
        boolean turned = relation.value() == Relation.SECOND_PAYS;
        List<Party> payer = turned ? pair.right() : pair.left();
        List<Party> payee = turned ? pair.left() : pair.right();
        boolean directed = relation.value() != Relation.TOGETHER;
        DealType type = DealType.PARTNERSHIP;
        List<String> reasons = new ArrayList<>(relation.reasons());
        if (directed) {
            Answer<DealType> what = model.type(features.type(pair, payer, payee, true));
            type = what.value();
            reasons.addAll(what.reasons());
        }
        int at = Math.min(pair.first() + 1, pair.line().size() - 1);
        return new Candidate(
                type,
                payer,
                payee,
                pair.line(),
                at,
                at + 1,
                Frame.learned(String.join("; ", reasons)),
                Inflection.Form.BASE,
                !directed,
                2 * relation.probability() - 1,
                relation.probability());
    }
}
