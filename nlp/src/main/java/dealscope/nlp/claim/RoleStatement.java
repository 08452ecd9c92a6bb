package dealscope.nlp.claim;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * "The seller was X", "the buyer is Y": a sentence that names the side which the deal told last left open. The words are in
 * {@code words.csv}, lists {@code payer-role} and {@code payee-role}.
 */
final class RoleStatement {
    private static final Set<String> PAYERS = Words.of("payer-role");
    private static final Set<String> PAYEES = Words.of("payee-role");
    private static final Set<String> BE = Words.of("be");
    private static final int LOOK_BACK = 3;

    private RoleStatement() {}

    /** Completes the last of the candidates that lacks the side which the line names. */
    static void complete(Line line, List<Candidate> told, Map<Candidate, List<Amount>> amounts) {
        int role = role(line);
        List<Party> named = role == Arguments.NONE ? List.of() : named(line, role);
        if (named.isEmpty()) {
            return;
        }
        boolean pays = PAYERS.contains(line.word(role));
        for (int i = told.size() - 1; i >= 0; i--) {
            Candidate candidate = told.get(i);
            if (line.number() - candidate.line().number() > LOOK_BACK) {
                return;
            }
            Candidate whole = completed(candidate, named, pays);
            if (whole != null) {
                told.set(i, whole);
                List<Amount> bound = amounts.remove(candidate);
                if (bound != null) {
                    amounts.put(whole, bound);
                }
                return;
            }
        }
    }

    private static @Nullable Candidate completed(Candidate candidate, List<Party> named, boolean pays) {
        List<Party> open = pays ? candidate.payer() : candidate.payee();
        List<Party> other = pays ? candidate.payee() : candidate.payer();
        if (!open.isEmpty() || Party.overlap(other, named)) {
            return null;
        }
        return pays ? candidate.between(named, other) : candidate.between(other, named);
    }

    /** Number of the role's word at the beginning of the line; NONE when the line states none. */
    private static int role(Line line) {
        for (int i = 0; i < Math.min(4, line.size()); i++) {
            if ((PAYERS.contains(line.word(i)) || PAYEES.contains(line.word(i)))
                    && (line.word(0).equals("the")
                            || line.word(0).equals("its")
                            || line.word(0).equals("<its>"))) {
                return i;
            }
        }
        return Arguments.NONE;
    }

    private static List<Party> named(Line line, int role) {
        if (line.word(role + 1).equals(",") && line.company(role + 2)) {
            return line.at(role + 2).parties();
        }
        if (!BE.contains(line.word(role + 1))) {
            return List.of();
        }
        int object = Arguments.object(line, role + 1);
        return object == Arguments.NONE ? List.of() : line.at(object).parties();
    }
}
