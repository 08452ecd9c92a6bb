package dealscope.nlp.claim;

import dealscope.deal.MentionKind;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word, or a mention of any length, as the rules see it. A list of companies ("A, B and C") is one unit.
 *
 * @param word lower case, straight apostrophes; of a mention, its kind in angle brackets
 * @param glued whether a hyphen ties it to the unit before: the {@code backed} of "Nvidia-backed"
 * @param quoted whether it stands between quotation marks
 * @param found the mention, null for a word
 * @param parties the companies meant, empty unless it stands for companies
 * @param resolved true when the text does not name the company here ("it", "the chipmaker")
 */
record Unit(
        String text,
        String word,
        String pos,
        int start,
        int end,
        boolean glued,
        boolean quoted,
        @Nullable Found found,
        List<Party> parties,
        boolean resolved) {

    boolean company() {
        return !parties.isEmpty();
    }

    boolean is(MentionKind kind) {
        return found != null && found.mention().kind() == kind;
    }

    boolean money() {
        return is(MentionKind.MONEY);
    }

    Detail.@Nullable Amount amount() {
        return found != null && found.detail() instanceof Detail.Amount amount ? amount : null;
    }

    boolean pos(String... any) {
        for (String one : any) {
            if (pos.equals(one)) {
                return true;
            }
        }
        return false;
    }

    Unit withParties(List<Party> all, int from, int to, boolean isResolved) {
        return new Unit(text, "<company>", "PROPN", from, to, glued, quoted, found, all, isResolved);
    }
}
