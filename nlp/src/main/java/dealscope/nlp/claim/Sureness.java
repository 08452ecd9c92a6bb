package dealscope.nlp.claim;

import dealscope.deal.DealType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how sure a telling is, 0 to 1: what its frame is worth, less what speaks against a new deal here. */
final class Sureness {
    /** What a telling loses for each side that is only a name. */
    private static final double GUESSED = 0.93;
    /** "... and collaborating with X" is said beside something else. */
    private static final double BESIDE = 0.7;
    /** "the AMD deal", or in somebody's words. */
    private static final double RETOLD = 0.5;
    /** "may buy", "the right to buy". */
    private static final double POSSIBLE = 0.6;
    /** Nothing says what an agreement is about. */
    private static final double UNTYPED = 0.85;
    /** What is told in the first lines is new even when it is "the" deal. */
    private static final int LEAD = 2;

    private static final Set<String> MODALS = Words.of("modal");
    private static final Set<String> POINTING = Words.of("pointing");
    private static final Set<String> RIGHTS = Words.of("right");
    private static final Set<String> PARTNERSHIPS = Words.of("partnership-cue");

    private Sureness() {}

    static double of(Site site, @Nullable DealType type, List<Party> payer, List<Party> payee) {
        double weight = site.frame().weight() * sureness(payer) * sureness(payee);
        if (type == null && !site.frame().verb() && !site.line().inTitle()) {
            weight *= UNTYPED;
        }
        if (site.frame().verb()
                && site.frame().open()
                && site.form() == Inflection.Form.ING
                && !site.line().at(Math.max(0, site.from() - 1)).pos("AUX")) {
            weight *= BESIDE;
        }
        if (known(site) || standing(site)) {
            weight *= BESIDE;
        }
        if (presupposed(site) || spokenOf(site) || quoted(site)) {
            weight *= RETOLD;
        }
        if (site.frame().verb()
                && (MODALS.contains(site.line().word(site.from() - 1))
                        || RIGHTS.contains(site.line().word(site.from() - 2)))) {
            weight *= POSSIBLE;
        }
        return weight;
    }

    /** "... that its partnership with X might bring": what is the subject of another clause is known already. */
    private static boolean presupposed(Site site) {
        Line line = site.line();
        return !site.frame().verb()
                && PARTNERSHIPS.contains(site.frame().cue())
                && line.word(site.from() - 1).equals("<its>")
                && line.word(site.from() - 2).equals("that");
    }

    /** "the AMD deal", "the Aalyria contract": of a deal that was told before. */
    private static boolean spokenOf(Site site) {
        Line line = site.line();
        int start = Arguments.phraseStart(line, site.from());
        return !site.frame().verb() && start < site.from() && POINTING.contains(line.word(start - 1));
    }

    /** "The deal with X", "already has a partnership with X": most often one that was told before. */
    private static boolean known(Site site) {
        Line line = site.line();
        int at = site.from() - 1;
        while (at > 0 && line.at(at).pos("ADJ", "NOUN") && site.from() - at < 4) {
            at--;
        }
        boolean standing = line.word(at - 1).equals("has") && line.word(at - 2).equals("already");
        return !site.frame().verb()
                && site.frame().open()
                && !line.inTitle()
                && line.number() > LEAD
                && (POINTING.contains(line.word(at)) || standing);
    }

    /** "X's partnership with Y put Z into phones": what is the subject of another verb, without a sum, is known. */
    private static boolean standing(Site site) {
        Line line = site.line();
        return !site.frame().verb()
                && PARTNERSHIPS.contains(site.frame().cue())
                && !line.inTitle()
                && line.possessive(0)
                && line.units().stream().noneMatch(Unit::money);
    }

    /** Inside what somebody says; who speaks of a deal does not announce it so. */
    private static boolean quoted(Site site) {
        Line line = site.line();
        int from = site.from();
        return line.at(from).quoted()
                && line.at(Math.max(0, from - 3)).quoted()
                && line.at(0).quoted();
    }

    private static double sureness(List<Party> side) {
        return side.isEmpty() || side.stream().anyMatch(Party::sure) ? 1 : GUESSED;
    }
}
