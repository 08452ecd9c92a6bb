package dealscope.nlp.claim;

import dealscope.deal.DealType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Investments told with the verb of another: "A will invest $10bn in X and $5bn in Y", "A $10bn and B $5bn". */
final class Gapping {
    private static final Set<String> INTO = Words.of("into");

    private Gapping() {}

    /** "A will invest $10bn and B $5bn": the verb is said once. */
    static List<Candidate> gapped(Line line, Candidate told) {
        if (told.type() != DealType.INVESTMENT || !told.frame().verb()) {
            return List.of();
        }
        List<Candidate> more = new ArrayList<>();
        for (int i = told.to(); i + 1 < line.size(); i++) {
            boolean given =
                    line.at(i).money() && i + 2 < line.size() && line.company(i + 2) && INTO.contains(line.word(i + 1));
            if (given && !Party.overlap(line.at(i + 2).parties(), told.payee())) {
                more.add(new Candidate(
                        told.type(),
                        told.payer(),
                        line.at(i + 2).parties(),
                        line,
                        i,
                        i + 1,
                        told.frame(),
                        told.form(),
                        false,
                        CandidateFinder.SURE,
                        told.weight()));
            }
            if (line.company(i) && line.at(i + 1).money() && gap(line, i)) {
                List<Party> payer = Party.without(line.at(i).parties(), told.payee());
                if (!payer.isEmpty() && !Party.overlap(payer, told.payer())) {
                    more.add(new Candidate(
                            told.type(),
                            payer,
                            told.payee(),
                            line,
                            i,
                            i + 1,
                            told.frame(),
                            told.form(),
                            false,
                            CandidateFinder.SURE,
                            told.weight()));
                }
            }
        }
        return more;
    }

    private static boolean gap(Line line, int company) {
        String before = line.word(company - 1);
        return before.equals("and") || before.equals(",") || line.preposition(company) == null;
    }
}
