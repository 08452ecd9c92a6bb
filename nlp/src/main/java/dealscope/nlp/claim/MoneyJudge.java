package dealscope.nlp.claim;

import java.util.Set;

/** Says what an amount is in its sentence: a price, a valuation, revenue, a total to date. */
final class MoneyJudge {
    private static final int REACH = 10;
    private static final double WALL = 1.3;
    private static final Set<String> DEAL_NOUNS = Set.of(
            "deal",
            "agreement",
            "contract",
            "pact",
            "transaction",
            "partnership",
            "takeover",
            "lease",
            "order",
            "arrangement",
            "offer",
            "bid",
            "acquisition",
            "purchase",
            "venture",
            "commitment",
            "deals",
            "agreements",
            "contracts",
            "leases",
            "merger",
            "acquisitions",
            "investment");
    private static final Set<String> GIVES = Set.of(
            "worth",
            "generate",
            "generates",
            "bring",
            "brings",
            "yield",
            "yields",
            "values",
            "valued",
            "represent",
            "represents",
            "representing",
            "contracted",
            "produce",
            "deliver");

    private final Lexicon lexicon;

    MoneyJudge(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    MoneyRole role(Line line, int at) {
        Lexicon.MoneyCue best = null;
        int least = Integer.MAX_VALUE;
        for (int i = Math.max(0, at - REACH); i < Math.min(line.size(), at + REACH); i++) {
            Phrases.Hit<Lexicon.MoneyCue> hit = lexicon.moneyRoles.at(line, i);
            if (hit == null) {
                continue;
            }
            for (Lexicon.MoneyCue cue : hit.values()) {
                int distance = distance(hit, cue, at);
                if (distance >= 0 && distance < least && line.path(i, at) - 0.05 * Math.abs(i - at) < WALL) {
                    best = cue;
                    least = distance;
                }
            }
        }
        if (best == null) {
            return MoneyRole.PLAIN;
        }
        boolean givenByDeal =
                (best.role() == MoneyRole.VALUATION || best.role() == MoneyRole.REVENUE) && ofDeal(line, at);
        return givenByDeal ? MoneyRole.PRICE : best.role();
    }

    private static int distance(Phrases.Hit<Lexicon.MoneyCue> hit, Lexicon.MoneyCue cue, int at) {
        int distance = hit.to() <= at ? at - hit.to() : hit.from() - at - 1;
        boolean before = hit.to() <= at;
        boolean side = cue.side() == Lexicon.Side.ANY || before == (cue.side() == Lexicon.Side.BEFORE);
        return side && distance >= 0 && distance < cue.reach() ? distance : -1;
    }

    /** "an agreement with X valued at", "the contract, which would bring in": the deal is what is worth it. */
    private static boolean ofDeal(Line line, int at) {
        boolean gives = false;
        for (int i = at - 1; i >= Math.max(0, at - 14); i--) {
            gives |= GIVES.contains(line.word(i));
            if (gives && DEAL_NOUNS.contains(line.word(i))) {
                return true;
            }
            if (line.path(i, at) - 0.05 * (at - i) > 1.6) {
                return false;
            }
        }
        return false;
    }
}
