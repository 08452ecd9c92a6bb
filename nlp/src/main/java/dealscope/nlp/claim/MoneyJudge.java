package dealscope.nlp.claim;

import dealscope.nlp.text.Detail;
import java.math.BigDecimal;
import java.util.Set;

/** Says what an amount is in its sentence: a price, a valuation, revenue, a total to date. */
final class MoneyJudge {
    private static final int REACH = 10;
    private static final BigDecimal SHARE_PRICE = new BigDecimal(100_000);

    private static final double WALL = 1.3;
    private static final Set<String> DEAL_NOUNS = Words.of("deal-noun");
    private static final Set<String> GIVES = Words.of("gives-value");

    private final Lexicon lexicon;

    MoneyJudge(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    MoneyRole role(Line line, int at) {
        Phrases.Hit<Lexicon.MoneyCue> best = null;
        MoneyRole role = MoneyRole.PLAIN;
        int least = Integer.MAX_VALUE;
        for (int i = Math.max(0, at - REACH); i < Math.min(line.size(), at + REACH); i++) {
            Phrases.Hit<Lexicon.MoneyCue> hit = lexicon.moneyRoles.at(line, i);
            if (hit == null || anothers(line, hit, at)) {
                continue;
            }
            for (Lexicon.MoneyCue cue : hit.values()) {
                int distance = distance(hit, cue, at);
                if (distance >= 0 && distance < least && line.path(i, at) - 0.05 * Math.abs(i - at) < WALL) {
                    best = hit;
                    role = cue.role();
                    least = distance;
                }
            }
        }
        if (role == MoneyRole.SHARE && large(line.at(at))) {
            return MoneyRole.PLAIN;
        }
        if (role == MoneyRole.VALUATION && best != null && ofCompany(line, best, at)) {
            return role;
        }
        boolean company = role == MoneyRole.VALUATION || role == MoneyRole.REVENUE;
        return company && best != null && ofDeal(line, best, at) ? MoneyRole.PRICE : role;
    }

    /** "$2bn each" is no price of a share. */
    private static boolean large(Unit unit) {
        Detail.Amount amount = unit.amount();
        return amount != null && amount.money().max().compareTo(SHARE_PRICE) > 0;
    }

    /** Whether another amount stands nearer to the words on their other side: "$1bn at a valuation of $39bn". */
    private static boolean anothers(Line line, Phrases.Hit<Lexicon.MoneyCue> hit, int at) {
        if (hit.from() > at) {
            for (int i = hit.to(); i < Math.min(line.size(), hit.to() + 4); i++) {
                if (line.at(i).money()) {
                    return true;
                }
            }
        }
        int mine = hit.to() <= at ? at - hit.to() : hit.from() - at - 1;
        for (int i = 1; i <= Math.min(mine, 4); i++) {
            int other = hit.to() <= at ? hit.from() - i : hit.to() + i - 1;
            if (other >= 0 && other < line.size() && line.at(other).money()) {
                return other != at && i - 1 < mine;
            }
        }
        return false;
    }

    private static int distance(Phrases.Hit<Lexicon.MoneyCue> hit, Lexicon.MoneyCue cue, int at) {
        int distance = hit.to() <= at ? at - hit.to() : hit.from() - at - 1;
        boolean before = hit.to() <= at;
        boolean side = cue.side() == Lexicon.Side.ANY || before == (cue.side() == Lexicon.Side.BEFORE);
        return side && distance >= 0 && distance < cue.reach() ? distance : -1;
    }

    /** "a deal that values the company at": the company, which a takeover pays and a stake does not. */
    private static boolean ofCompany(Line line, Phrases.Hit<Lexicon.MoneyCue> hit, int at) {
        String word = line.word(hit.from());
        boolean values = word.equals("values") || word.equals("valuing");
        return values && at - hit.to() > 1 && !DEAL_NOUNS.contains(line.word(hit.to() + 1));
    }

    /** "an agreement valued at", "the value of the contract at", "revenue from the lease": the deal is worth it. */
    private static boolean ofDeal(Line line, Phrases.Hit<Lexicon.MoneyCue> hit, int at) {
        for (int i = hit.to(); i < at; i++) {
            if (DEAL_NOUNS.contains(line.word(i))) {
                return true;
            }
            if (line.company(i) && !line.possessive(i)) {
                return false;
            }
        }
        for (int i = Math.max(at, hit.to()); i < Math.min(line.size(), hit.to() + 5); i++) {
            boolean from = line.word(i).equals("from") || line.word(i).equals("under");
            if (from && (DEAL_NOUNS.contains(line.word(i + 2)) || DEAL_NOUNS.contains(line.word(i + 3)))) {
                return true;
            }
        }
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
