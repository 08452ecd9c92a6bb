package dealscope.nlp.claim;

import dealscope.deal.DealType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deals told by a list or table without a verb: "1. A from B, 140 MW, $19.6 million a month" under a title that speaks of
 * leases, and "A / B / product / price" under a head that says "buyer / seller". One instance per article, lines in order.
 */
final class Listing {
    private static final Set<String> PAYERS = Words.of("payer-head");
    private static final Set<String> PAYEES = Words.of("payee-head");
    private static final Set<String> DEALS = Words.of("listed-deals");
    private static final Set<String> ROUNDS = Words.of("round-noun");
    private static final double WEIGHT = 0.7;

    private final Frame frame;
    private boolean titled;
    /** Whether the article has spoken of rounds of funding. */
    private boolean funded;
    /** Above 0 when the table names who pays first, below when last; 0 outside a table. */
    private int order;

    Listing(Lexicon lexicon) {
        frame = lexicon.listed;
    }

    @Nullable
    Candidate read(Line line) {
        funded |= line.units().stream().anyMatch(u -> ROUNDS.contains(u.word()));
        if (line.inTitle()) {
            titled |= line.units().stream().anyMatch(u -> DEALS.contains(u.word()));
            return null;
        }
        if (head(line)) {
            return null;
        }
        int first = first(line);
        if (first < 0) {
            return null;
        }
        Unit unit = line.at(first);
        Candidate raised = raised(line, first);
        if (raised != null) {
            return raised;
        }
        if (order != 0 && unit.parties().size() == 2 && line.word(first + 1).equals("/")) {
            List<Party> left = unit.parties().subList(0, 1);
            List<Party> right = unit.parties().subList(1, 2);
            return order > 0 ? candidate(line, first, left, right) : candidate(line, first, right, left);
        }
        boolean from = line.word(first + 1).equals("from");
        boolean pair = titled && (from || line.word(first + 1).equals("to")) && line.company(first + 2);
        if (!pair || Party.overlap(unit.parties(), line.at(first + 2).parties())) {
            return null;
        }
        List<Party> other = line.at(first + 2).parties();
        return from ? candidate(line, first, unit.parties(), other) : candidate(line, first, other, unit.parties());
    }

    /** "2. X, $500m": a place in a list of rounds. */
    private @Nullable Candidate raised(Line line, int at) {
        boolean numbered = at > 0 && line.at(0).pos("NUM");
        boolean amount = line.word(at + 1).matches("[,:]")
                && at + 2 < line.size()
                && line.at(at + 2).money();
        boolean round = funded || line.units().stream().anyMatch(u -> ROUNDS.contains(u.word()));
        return numbered && amount && round && line.at(at).parties().size() == 1
                ? candidate(line, at, List.of(), line.at(at).parties()).as(DealType.INVESTMENT)
                : null;
    }

    private boolean head(Line line) {
        int payer = -1;
        int payee = -1;
        for (int i = 0; i < Math.min(line.size(), 12); i++) {
            payer = payer < 0 && PAYERS.contains(line.word(i)) ? i : payer;
            payee = payee < 0 && PAYEES.contains(line.word(i)) ? i : payee;
        }
        boolean table = payer >= 0
                && payee >= 0
                && line.size() < 20
                && line.units().stream()
                        .anyMatch(u -> u.word().equals("/") || u.word().equals("|"));
        if (table) {
            order = payer < payee ? 1 : -1;
        }
        return table;
    }

    /** The company with which a list item begins; -1 when it begins with anything but a number or a dash. */
    private static int first(Line line) {
        for (int i = 0; i < Math.min(line.size(), 4); i++) {
            if (line.company(i) && !line.at(i).resolved()) {
                return i;
            }
            if (!line.at(i).pos("NUM", "PUNCT", "SYM", "X")) {
                return -1;
            }
        }
        return -1;
    }

    private Candidate candidate(Line line, int at, List<Party> payer, List<Party> payee) {
        return new Candidate(
                null, payer, payee, line, at, at + 1, frame, Inflection.Form.BASE, false, CandidateFinder.SURE, WEIGHT);
    }
}
