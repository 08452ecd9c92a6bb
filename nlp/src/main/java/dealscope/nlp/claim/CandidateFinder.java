package dealscope.nlp.claim;

import dealscope.deal.DealType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Meets the frames in a line and takes the parties from around the word. */
final class CandidateFinder {
    /** How sure a fixed frame is of who pays; an open one is as sure as {@link Direction} says. */
    static final double SURE = 2;

    static final String MERGER = "merger";
    /** "X merger with Y" does not say who acquires. */
    private static final double UNSURE = 0.5;

    /** Who pledges money to a cloud buys its capacity. */
    private static final Set<String> PLEDGING = Words.of("pledging");

    /** Rank among sellers from which on the only named party of a contract sells. */
    private static final double SELLS = 5;
    /** The one side of an agreement is only who was spoken of before. */
    private static final double UNSAID = 0.8;

    private static final int TAKEN_REACH = 8;
    /** Rank below which a company is no likely seller. */
    private static final double BUYS = 2.5;

    /** A parent may buy what is its own since then: sides are told apart by company, not by group. */
    static final Set<DealType> MONEY_MOVES = EnumSet.of(DealType.INVESTMENT, DealType.ACQUISITION, DealType.DEBT);

    private static final Set<String> LENDERS = Words.of("lender-kind");
    private static final Set<String> ARRANGING = Set.of("arrange", "finance");
    private static final Set<String> PLANS = Set.of("plan", "programme", "program");
    private static final Set<String> HOLDERS = Words.of("holder");
    private static final Set<String> ADJUNCT = Words.of("adjunct");
    private static final Set<String> FOUNDING = Words.of("founding");

    private final Lexicon lexicon;
    private final TypeJudge types;
    private final CueWord words;
    private final Needs needs;
    private final Roles roles;

    CandidateFinder(Lexicon lexicon, TypeJudge types) {
        this.lexicon = lexicon;
        this.types = types;
        words = new CueWord(lexicon);
        needs = new Needs(lexicon);
        roles = new Roles(lexicon);
    }

    List<Candidate> find(Line line, Coreference.Spoken spoken) {
        boolean vetoed = lexicon.vetoes.in(line, 0, line.size()).stream().anyMatch(h -> h.value());
        List<Candidate> found = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < line.size(); i++) {
            Phrases.Hit<Lexicon.Cue> hit = i < next ? null : lexicon.frames.at(line, i);
            if (hit != null && line.at(i).found() == null) {
                List<Candidate> made = at(line, hit, spoken).stream()
                        .filter(c -> !vetoed || priced(c))
                        .toList();
                found.addAll(made);
                made.forEach(m -> found.addAll(Gapping.gapped(line, m)));
                next = hit.to();
            }
        }
        found.removeIf(c -> taken(c, found));
        return found;
    }

    /** "X sold a stake in Y to Z": the verb says who pays, the noun would take the seller. */
    private static boolean taken(Candidate noun, List<Candidate> all) {
        return !noun.frame().verb()
                && noun.type() == DealType.INVESTMENT
                && noun.frame().cue().endsWith("stake")
                && all.stream()
                        .anyMatch(v -> v.frame().verb()
                                && v.type() == noun.type()
                                && v.from() < noun.from()
                                && noun.from() - v.from() < TAKEN_REACH
                                && Party.overlap(v.payee(), noun.payee())
                                && !Party.overlap(v.payer(), noun.payer()));
    }

    /** A takeover with both companies and its price: told whatever else happens to it, a lawsuit for instance. */
    private static boolean priced(Candidate candidate) {
        return candidate.type() == DealType.ACQUISITION
                && !candidate.frame().verb()
                && !candidate.payer().isEmpty()
                && !candidate.payee().isEmpty()
                && candidate.line().units().stream().anyMatch(Unit::money);
    }

    private List<Candidate> at(Line line, Phrases.Hit<Lexicon.Cue> hit, Coreference.Spoken spoken) {
        int from = hit.from();
        int end = line.clauseEnd(from, 30, Needs.CLAUSE);
        boolean vetoed = lexicon.vetoes.anyIn(line, line.clauseStart(from, 20, Needs.CLAUSE), end);
        for (Lexicon.Cue cue : hit.values().stream()
                .sorted((a, b) -> Integer.compare(a.frame().number(), b.frame().number()))
                .toList()) {
            Frame frame = cue.frame();
            if (frame.verb() ? !CueWord.verb(line, from, cue.form()) : !words.noun(line, from, hit.to())) {
                continue;
            }
            boolean passive = frame.verb() && Arguments.passive(line, from, cue.form());
            int need = needs.met(line, hit, frame, end, passive);
            if (need == Arguments.NONE) {
                continue;
            }
            List<Candidate> made = make(new Site(line, from, hit.to(), frame, cue.form(), passive, need, spoken));
            if (!made.isEmpty()) {
                return made.stream().filter(c -> !vetoed || priced(c)).toList();
            }
        }
        return List.of();
    }

    private List<Candidate> make(Site site) {
        Frame frame = site.frame();
        List<Party> payer = roles.parties(site, frame.payer(), List.of());
        List<Party> payee = roles.parties(site, frame.payee(), payer == null ? List.of() : payer);
        if (frame.verb() && frame.type() == DealType.INVESTMENT && heldBy(site)) {
            return List.of();
        }
        if (frame.open()) {
            if (payer != null && !payer.isEmpty() && (payee == null || payee.isEmpty())) {
                return open(site, payer, signer(site, payer));
            }
            return open(site, payer, payee);
        }
        if (payer == null || payee == null) {
            return List.of();
        }
        payee = MONEY_MOVES.contains(frame.type()) ? Party.others(payee, payer) : Party.without(payee, payer);
        if (frame.verb() && ofNoun(site)) {
            return List.of();
        }
        boolean purpose = site.line().word(site.from() - 1).equals("to")
                && lexicon.frames.at(site.line(), site.from() - 2) != null;
        if (purpose && payee.isEmpty() && payer.size() > 1) {
            return List.of();
        }
        if (frame.type() == DealType.INVESTMENT && ownArm(payer, payee)) {
            return List.of();
        }
        boolean joint = frame.type() == DealType.DATACENTER || !frame.verb();
        if ((payer.isEmpty() && payee.size() > 1) || (payee.isEmpty() && payer.size() > 1 && !joint)) {
            return List.of();
        }
        if ((payer.isEmpty()
                        && !frame.payer().optional()
                        && !frame.payer().places().contains("customer"))
                || (payee.isEmpty() && !frame.payee().optional())
                || (payer.isEmpty() && payee.isEmpty())) {
            return List.of();
        }
        boolean each =
                payee.size() > 1 && (frame.type() == DealType.INVESTMENT || frame.type() == DealType.ACQUISITION);
        boolean targetFirst = frame.cue().equals(MERGER) && heldBy(site);
        return targetFirst ? split(site, payee, payer, false) : split(site, payer, payee, each);
    }

    /** "an agreement with X to buy chips": the noun tells it, and X does not buy. */
    private boolean ofNoun(Site site) {
        Line line = site.line();
        int to = site.from() - 1;
        boolean with = line.word(to).equals("to") && line.company(to - 1) && "with".equals(line.preposition(to - 1));
        for (int i = to - 2; with && i >= Math.max(0, to - 9); i--) {
            Phrases.Hit<Lexicon.Cue> hit = lexicon.frames.at(line, i);
            if (hit != null
                    && hit.values().stream()
                            .anyMatch(c -> !c.frame().verb() && c.frame().open())) {
                return true;
            }
        }
        return false;
    }

    /** "X struck an agreement under which Y will": X, when the noun's own place is Y's. */
    private static List<Party> signer(Site site, List<Party> other) {
        Line line = site.line();
        boolean under = false;
        for (int i = site.to(); i < site.to() + 3; i++) {
            under |= line.word(i).equals("under");
        }
        if (site.frame().verb() || !under) {
            return List.of();
        }
        int subject = Arguments.subject(line, site.from());
        boolean signs = subject != Arguments.NONE
                && subject < site.from()
                && line.preposition(subject) == null
                && line.parties().stream().anyMatch(p -> other.stream().anyMatch(p::same));
        return signs ? Party.without(line.at(subject).parties(), other) : List.of();
    }

    /** "Google Cloud" and "Google": what one gives the other is no deal. */
    private static boolean ownArm(List<Party> payer, List<Party> payee) {
        return payer.size() == 1
                && payee.size() == 1
                && payer.getFirst().same(payee.getFirst())
                && firstWord(payer).equals(firstWord(payee));
    }

    private static String firstWord(List<Party> parties) {
        return parties.getFirst().company().name().split(" ", 2)[0];
    }

    /** "Holders of X rejected the merger with Y": X is the target, and what they receive X does not. */
    private static boolean heldBy(Site site) {
        int subject = Arguments.subject(site.line(), site.from());
        return subject != Arguments.NONE
                && (HOLDERS.contains(site.line().word(subject + 1))
                        || HOLDERS.contains(site.line().word(subject + 2))
                        || HOLDERS.contains(site.line().word(subject - 2)));
    }

    /** Parties without direction: any two sides will do, and a list on one side is split. */
    private List<Candidate> open(Site site, @Nullable List<Party> one, @Nullable List<Party> other) {
        List<Party> a = one == null ? List.of() : one;
        List<Party> b = Party.without(other == null ? List.of() : other, a);
        boolean listed = b.isEmpty() && a.size() > 1;
        boolean unsaid = false;
        if (listed) {
            b = a.subList(1, a.size());
            a = a.subList(0, 1);
        } else if (a.isEmpty() && b.size() > 1 && !site.plural()) {
            a = b.subList(0, 1);
            b = b.subList(1, b.size());
        } else if (a.isEmpty() && !b.isEmpty()) {
            a = Party.without(site.spoken().subjects(), b).stream().limit(1).toList();
            unsaid = !Party.overlap(a, site.line().parties());
        }
        b = Party.without(b, a);
        boolean between = Arguments.after(site.line(), site.to() - 1, "between") != Arguments.NONE;
        boolean single = !between && (listed || other == null || other.isEmpty());
        boolean theirs = listed
                && !site.frame().verb()
                && site.line().word(site.from() - 1).equals("<its>");
        boolean planned = listed && PLANS.contains(site.frame().cue());
        boolean apart =
                theirs || planned || (listed && !between && !site.frame().verb() && governed(site, a));
        if (apart || (single && (site.plural() || adjunct(site)))) {
            return List.of();
        }
        boolean each = site.plural() && b.size() > 1 && !listed;
        List<Candidate> made = a.isEmpty() || b.isEmpty() ? List.of() : split(site, a, b, each);
        return unsaid ? made.stream().map(c -> c.weighing(c.weight() * UNSAID)).toList() : made;
    }

    /** "a deal that pairs it with rivals of A, B and C": the list stands behind the word and another one governs it. */
    private static boolean governed(Site site, List<Party> listed) {
        Line line = site.line();
        for (int i = site.to(); i < line.size(); i++) {
            if (line.company(i) && Party.overlap(line.at(i).parties(), listed)) {
                String preposition = line.preposition(i);
                return preposition != null && !preposition.equals("between") && !preposition.equals("of");
            }
        }
        return false;
    }

    /** "... in a deal that", "under an agreement": it is the verb's deal, not another. */
    private static boolean adjunct(Site site) {
        for (int i = site.from() - 1; i >= Math.max(0, site.from() - 6); i--) {
            String word = site.line().word(i);
            if (word.equals("a") || word.equals("an") || word.equals("the")) {
                return !FOUNDING.contains(site.line().word(i - 2))
                        && ADJUNCT.contains(site.line().word(i - 1));
            }
            if (site.line().inTitle() && ADJUNCT.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private List<Candidate> split(Site site, List<Party> payer, List<Party> payee, boolean each) {
        if (!each) {
            return List.of(candidate(site, payer, payee));
        }
        return payee.stream().map(p -> candidate(site, payer, List.of(p))).toList();
    }

    private Candidate candidate(Site site, List<Party> from, List<Party> to) {
        List<Party> payer = from;
        List<Party> payee = to;
        boolean lends = site.frame().type() == DealType.DEBT
                && payer.isEmpty()
                && payee.stream().allMatch(p -> p.industry() != null && LENDERS.contains(p.industry()));
        if (lends) {
            payer = payee;
            int borrower = PointedArguments.beneficiary(site.line(), site.to());
            List<Party> borrowers = borrower == Arguments.NONE
                    ? Roles.partner(site)
                    : site.line().at(borrower).parties();
            payee = Party.without(borrowers, payer);
        }
        boolean arranges = site.frame().type() == DealType.DEBT
                && ARRANGING.contains(site.frame().cue())
                && site.frame().verb()
                && payer.stream().allMatch(p -> p.industry() != null && !LENDERS.contains(p.industry()));
        if (arranges && !payer.isEmpty()) {
            payee = payer;
            payer = List.of();
        }
        DealType type = site.frame().type();
        if (type == null) {
            type = types.goods(site.line(), site.from(), site.to(), site.frame());
            type = types.space(type, payer, payee);
            type = types.capacity(type, payer, payee, site.frame().open());
        }
        if (type == DealType.INVESTMENT
                && PLEDGING.contains(site.frame().cue())
                && !payee.isEmpty()
                && lexicon.sellerRank(DealType.COMPUTE, payee) >= 7) {
            type = DealType.COMPUTE;
        }
        payee = seller(site, type, payer, payee);
        boolean buys = payer.isEmpty()
                && !site.frame().verb()
                && type != null
                && !MONEY_MOVES.contains(type)
                && lexicon.sellerRank(type, payee) < SELLS;
        if (buys) {
            payer = payee;
            payee = List.of();
        }
        double weight = Sureness.of(site, type, payer, payee);
        return new Candidate(
                type,
                payer,
                payee,
                site.line(),
                site.from(),
                site.to(),
                site.frame(),
                site.form(),
                site.frame().open(),
                site.frame().cue().equals(MERGER) && !heldBy(site) ? UNSURE : SURE,
                weight);
    }

    /** The other side that the text leaves unsaid sells such things. */
    private List<Party> seller(Site site, @Nullable DealType type, List<Party> payer, List<Party> payee) {
        boolean unsaid = site.frame().payee().places().contains("partner");
        if (type == null || !unsaid || MONEY_MOVES.contains(type) || lexicon.sellerRank(type, payee) >= BUYS) {
            return payee;
        }
        return site.spoken().subjects().stream()
                .filter(p -> !Party.overlap(List.of(p), payer) && lexicon.sellerRank(type, List.of(p)) >= SELLS)
                .findFirst()
                .map(List::of)
                .orElse(payee);
    }
}
