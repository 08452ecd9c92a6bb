package dealscope.nlp.claim;

import dealscope.deal.DealType;
import java.util.Set;

/** Says who pays when a word such as "deal" leaves it open: by what one of them does, else by what kind they are. */
final class Direction {
    private static final int REACH = 16;
    /** The kinds decide only when they differ by this much. */
    private static final double CLEAR = 0.6;

    private static final Set<String> INFINITIVE = Words.of("before-side-verb");

    private final Lexicon lexicon;

    Direction(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The candidate with the payer where it belongs. A candidate that is not open comes back as it is. */
    Candidate settle(Candidate candidate, DealType type) {
        if (!candidate.open() || type == DealType.PARTNERSHIP) {
            return candidate;
        }
        double turn = byVerb(candidate) + bySource(candidate);
        turn += 0.55 * byKind(candidate, type);
        return (turn < 0 ? candidate.turned() : candidate).sure(Math.abs(turn));
    }

    /** Above 0: the payer is right; below: turned round. */
    private double byVerb(Candidate c) {
        Line line = c.line();
        int end = line.clauseEnd(c.from(), REACH, 1.4);
        for (Phrases.Hit<String> hit : lexicon.sides.in(line, c.to(), end)) {
            if (!INFINITIVE.contains(line.word(hit.from() - 1))
                    && !line.word(hit.from()).endsWith("ing")
                    && !line.company(hit.from() - 1)) {
                continue;
            }
            int actor = actor(line, c.to(), hit.from());
            boolean buys = hit.value().equals("buyer");
            if (actor == Arguments.NONE) {
                return buys ? 1 : -1;
            }
            boolean payerActs = Party.overlap(line.at(actor).parties(), c.payer());
            boolean payeeActs = Party.overlap(line.at(actor).parties(), c.payee());
            if (payerActs != payeeActs) {
                return payerActs == buys ? 2 : -2;
            }
        }
        return 0;
    }

    /** "won a contract from X": X pays. */
    private static double bySource(Candidate c) {
        Line line = c.line();
        for (int i = c.to(); i < Math.min(line.size(), c.to() + REACH); i++) {
            if (line.company(i) && Party.overlap(line.at(i).parties(), c.payee())) {
                boolean from = "from".equals(line.preposition(i)) && !c.frame().verb();
                boolean bought = verbless(line, c.to(), i);
                return from && bought ? -2 : 0;
            }
        }
        return 0;
    }

    /** No verb stands between: "contract from X", not "contract to buy power from X". */
    private static boolean verbless(Line line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line.at(i).pos("VERB")) {
                return false;
            }
        }
        return true;
    }

    /** "deal for Microsoft to use", "under which SpaceX will provide": who does it. */
    private static int actor(Line line, int from, int verb) {
        for (int i = verb - 1; i >= Math.max(from, verb - 4); i--) {
            if (line.company(i) && !line.possessive(i)) {
                String governed = line.preposition(i);
                boolean acts = governed == null || governed.equals("for");
                return acts ? i : Arguments.NONE;
            }
        }
        return Arguments.NONE;
    }

    private double byKind(Candidate c, DealType type) {
        double payer = lexicon.sellerRank(type, c.payer());
        double payee = lexicon.sellerRank(type, c.payee());
        return Math.abs(payee - payer) < CLEAR ? 0.01 : payee - payer;
    }
}
