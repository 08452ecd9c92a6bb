package dealscope.nlp.claim;

import dealscope.deal.DealType;
import dealscope.deal.MentionKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings the tellings of one deal together: same parties, a type that fits, no amount or word that sets them apart. */
final class Gatherer {
    private static final int APART_REACH = 9;

    private static final Set<String> JOINING = Words.of("joins-round");

    private static final Set<String> CONTRACT_CUES = Words.of("contract-cue");

    private static final Set<String> ALSO = Words.of("also");
    private static final Set<String> PARTNERSHIPS = Words.of("partnership-cue");

    private final Lexicon lexicon;
    private final TypeJudge types;
    private final Direction direction;

    Gatherer(Lexicon lexicon, TypeJudge types, Direction direction) {
        this.lexicon = lexicon;
        this.types = types;
        this.direction = direction;
    }

    /** The topic is what the title and the first lines speak of; it decides where nothing else does. */
    List<Draft> gather(List<Candidate> candidates, Map<Candidate, List<Amount>> amounts, @Nullable DealType topic) {
        List<Draft> drafts = new ArrayList<>();
        for (Candidate candidate : candidates) {
            place(candidate, candidates, amounts.getOrDefault(candidate, List.of()), drafts, topic);
        }
        drafts.forEach(Draft::settle);
        return absorbed(drafts);
    }

    private void place(
            Candidate candidate,
            List<Candidate> all,
            List<Amount> amounts,
            List<Draft> drafts,
            @Nullable DealType topic) {
        if (candidate.type() == null) {
            Draft same = latest(drafts, candidate, null, amounts);
            if (same != null && !beside(candidate, same)) {
                join(same, direction.settle(candidate, same.type()), same.type(), amounts);
                return;
            }
        }
        DealType type = type(candidate, all, topic);
        Candidate settled = direction.settle(candidate, type);
        Draft same = latest(drafts, settled, type, amounts);
        if (same == null) {
            same = new Draft(settled, type);
            same.amounts.addAll(amounts);
            drafts.add(same);
        } else {
            join(same, settled, type, amounts);
        }
    }

    /** "The pair also struck a pact": another deal beside the money that one puts into the other. */
    private static boolean beside(Candidate candidate, Draft draft) {
        Line line = candidate.line();
        boolean also = false;
        for (int i = Math.max(0, candidate.from() - 6); i < candidate.from(); i++) {
            also |= ALSO.contains(line.word(i));
        }
        return also
                && CandidateFinder.MONEY_MOVES.contains(draft.type())
                && draft.first().line() != line;
    }

    private static void join(Draft draft, Candidate candidate, DealType type, List<Amount> amounts) {
        draft.add(candidate, type);
        if (type == DealType.INVESTMENT && JOINING.contains(candidate.frame().cue())) {
            draft.addPayers(candidate.payer());
        }
        draft.amounts.addAll(amounts);
    }

    /** Its own type, else that of another telling of the same pair, else what the parties' kinds suggest. */
    private DealType type(Candidate candidate, List<Candidate> all, @Nullable DealType topic) {
        if (candidate.type() != null) {
            return candidate.type();
        }
        boolean partners = PARTNERSHIPS.contains(candidate.frame().cue());
        boolean clearer = false;
        for (Candidate other : all) {
            boolean same =
                    (Party.overlap(candidate.payer(), other.payer()) && Party.overlap(candidate.payee(), other.payee()))
                            || (candidate.open()
                                    && Party.overlap(candidate.payer(), other.payee())
                                    && Party.overlap(candidate.payee(), other.payer()));
            boolean bare = !candidate.open() || partners;
            DealType told = other.type();
            clearer |= told != null && same;
            boolean bought = told == null
                    || !CONTRACT_CUES.contains(candidate.frame().cue())
                    || !CandidateFinder.MONEY_MOVES.contains(told);
            if (told != null
                    && same
                    && bought
                    && (!bare || Draft.CONTRACTS.contains(told) || told == DealType.ENERGY)) {
                return told;
            }
        }
        DealType usual = types.byKinds(candidate.payer(), candidate.payee(), candidate.open());
        if (usual != null && (!partners || (!clearer && usual == DealType.ENERGY))) {
            return usual;
        }
        return !partners && topic != null ? topic : DealType.PARTNERSHIP;
    }

    /** The draft told last that this may be another telling of; null when there is none. */
    private @Nullable Draft latest(
            List<Draft> drafts, Candidate candidate, @Nullable DealType type, List<Amount> amounts) {
        for (int i = drafts.size() - 1; i >= 0; i--) {
            Draft draft = drafts.get(i);
            if (fits(draft, candidate, type) && !apart(draft, candidate, amounts)) {
                return draft;
            }
            if (joins(draft, candidate, amounts)) {
                return draft;
            }
        }
        return null;
    }

    /** Another investor in the round that was just told: "X leads. Y and Z took part." */
    private static boolean joins(Draft draft, Candidate candidate, List<Amount> amounts) {
        boolean near =
                candidate.line().number() - draft.tellings.getLast().line().number() <= 2;
        return near
                && amounts.isEmpty()
                && draft.type() == DealType.INVESTMENT
                && candidate.type() == DealType.INVESTMENT
                && JOINING.contains(candidate.frame().cue())
                && Party.overlap(candidate.payee(), draft.payee());
    }

    private static boolean fits(Draft draft, Candidate candidate, @Nullable DealType type) {
        List<Party> payer = candidate.payer();
        List<Party> payee = candidate.payee();
        if (type == null) {
            return candidate.open()
                    ? draft.samePair(payer, payee)
                    : draft.sameDirection(payer, payee) && Draft.CONTRACTS.contains(draft.type());
        }
        boolean contracts = Draft.CONTRACTS.contains(type) && Draft.CONTRACTS.contains(draft.type());
        boolean loose = type == DealType.PARTNERSHIP && draft.type() == DealType.ENERGY
                || type == DealType.ENERGY && draft.type() == DealType.PARTNERSHIP;
        boolean programme = (type == DealType.PARTNERSHIP || draft.type() == DealType.PARTNERSHIP)
                && roots(draft.parties())
                        != roots(Stream.concat(payer.stream(), payee.stream()).toList());
        if (contracts
                && programme
                && type == draft.type() | candidate.frame().cue().equals("project")) {
            return false;
        }
        if (contracts || loose) {
            return draft.samePair(payer, payee)
                    || (type == draft.type() && mayComplete(draft, candidate) && oneSided(draft, payer, payee));
        }
        if (type != draft.type()) {
            return false;
        }
        boolean both = type == DealType.ENERGY || undirected(candidate) || undirected(draft.first())
                ? draft.samePair(payer, payee)
                : draft.sameDirection(payer, payee);
        return both || (mayComplete(draft, candidate) && oneSided(draft, payer, payee));
    }

    /** What the model found names no side that a frame left open: it may be another deal. */
    private static boolean mayComplete(Draft draft, Candidate candidate) {
        return candidate.frame().isLearned() == draft.first().frame().isLearned();
    }

    private static boolean undirected(Candidate candidate) {
        return candidate.open() || candidate.frame().cue().equals(CandidateFinder.MERGER);
    }

    private static long roots(List<Party> parties) {
        return parties.stream().map(Party::root).distinct().count();
    }

    private static boolean oneSided(Draft draft, List<Party> payer, List<Party> payee) {
        if (payer.isEmpty()) {
            return Party.overlap(payee, draft.payee());
        }
        if (payee.isEmpty()) {
            return Party.overlap(payer, draft.payer());
        }
        return (draft.payer().isEmpty() && Party.overlap(payee, draft.payee()))
                || (draft.payee().isEmpty() && Party.overlap(payer, draft.payer()));
    }

    /** Another contract of the same pair: another total, and a word that tells them apart or a side left open. */
    private boolean apart(Draft draft, Candidate candidate, List<Amount> amounts) {
        if (draft.tellings.getLast().line() == candidate.line()) {
            return false;
        }
        Amount mine = total(amounts);
        Amount theirs = total(draft.amounts);
        if (mine == null || theirs == null) {
            return oneTotal(draft, candidate, mine, theirs);
        }
        if (draft.amounts.stream().anyMatch(a -> a.near(mine))) {
            return false;
        }
        boolean share = draft.payer().size() > 1 && candidate.payer().size() == 1;
        boolean sided = candidate.payer().isEmpty() || candidate.payee().isEmpty() || !draft.twoSided();
        return share || sided || told(candidate) || told(draft.tellings.getLast());
    }

    /** At most one of the two gives a total: an older round told in passing, or a plan for another place. */
    private boolean oneTotal(Draft draft, Candidate candidate, @Nullable Amount mine, @Nullable Amount theirs) {
        if (mine != null && candidate.payer().isEmpty() && draft.twoSided()) {
            return told(candidate);
        }
        boolean whole = !candidate.payer().isEmpty() && !candidate.payee().isEmpty();
        if (theirs != null && !draft.twoSided() && whole) {
            return told(draft.first());
        }
        return mine == null && elsewhere(draft, candidate);
    }

    /** Two plans of one company for sites in different places. */
    private static boolean elsewhere(Draft draft, Candidate candidate) {
        if (candidate.type() != DealType.DATACENTER
                || !candidate.payee().isEmpty()
                || candidate.line().inTitle()) {
            return false;
        }
        Set<String> here = places(candidate.line());
        Set<String> there = new HashSet<>();
        draft.lines.forEach(l -> there.addAll(places(l)));
        return !here.isEmpty() && !there.isEmpty() && here.stream().noneMatch(there::contains);
    }

    private static Set<String> places(Line line) {
        Set<String> places = new HashSet<>();
        line.units().stream().filter(u -> u.is(MentionKind.PLACE)).forEach(u -> places.add(u.text()));
        return places;
    }

    private boolean told(Candidate candidate) {
        Line line = candidate.line();
        int from = Math.max(0, candidate.from() - APART_REACH);
        int to = candidate.to() + APART_REACH;
        int end = candidate.to();
        while (end < Math.min(line.size(), to) && !line.at(end).money()) {
            end++;
        }
        int upTo = end < line.size() && line.at(end).money() ? end : candidate.to();
        return !line.inTitle()
                && (lexicon.ordinals.anyIn(line, candidate.from() - 5, upTo) || lexicon.past.anyIn(line, from, to));
    }

    private static @Nullable Amount total(List<Amount> amounts) {
        for (Amount amount : amounts) {
            if (!amount.rate() && (amount.role() == MoneyRole.PRICE || amount.role() == MoneyRole.PLAIN)) {
                return amount;
            }
        }
        return null;
    }

    /** The two-sided deal of the same payer with the same amount. */
    private static @Nullable Draft sameMoney(Draft draft, List<Draft> drafts) {
        return drafts.stream()
                .filter(d -> d != draft && d.twoSided() && Party.overlap(d.payer(), draft.payer()))
                .filter(d ->
                        d.amounts.stream().anyMatch(a -> draft.amounts.stream().anyMatch(a::near)))
                .findFirst()
                .orElse(null);
    }

    /** The same pair but for another company of a group: "Adani Group" in the title, "Adani Enterprises" below. */
    private static boolean alike(Draft clear, Draft vague) {
        List<Party> open = Party.without(vague.parties(), clear.parties());
        List<Party> known = Party.without(clear.parties(), vague.parties());
        return open.size() == 1
                && vague.parties().size() > 1
                && known.stream().anyMatch(k -> {
                    String stem = open.getFirst().company().name().split(" ", 2)[0];
                    return stem.length() > 4 && k.company().name().startsWith(stem);
                });
    }

    /** A bare partnership of a pair that has a deal of a clearer type is that deal. */
    private static List<Draft> absorbed(List<Draft> drafts) {
        List<Draft> kept = new ArrayList<>();
        for (Draft draft : drafts) {
            Draft paid = draft.payee().isEmpty() ? sameMoney(draft, drafts) : null;
            if (paid != null) {
                paid.absorb(draft);
                continue;
            }
            Draft clearer = draft.type() != DealType.PARTNERSHIP || !draft.amounts.isEmpty()
                    ? null
                    : drafts.stream()
                            .filter(d -> d != draft
                                    && d.type() != DealType.PARTNERSHIP
                                    && (d.samePair(draft.payer(), draft.payee()) || alike(d, draft)))
                            .findFirst()
                            .orElse(null);
            if (clearer == null) {
                kept.add(draft);
            } else {
                clearer.absorb(draft);
            }
        }
        return kept;
    }
}
