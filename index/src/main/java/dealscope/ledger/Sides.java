package dealscope.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which way the money goes in a deal. A text now and then takes payer for payee; of two directions the one that more
 * reports tell counts, then the one told first, and the others have no say about the sides.
 *
 * @param directed the reports that tell the direction, partnerships left out
 */
record Sides(Set<String> payers, Set<String> payees, List<Told> directed) {
    static Sides of(List<Told> reports) {
        List<Told> directed = new ArrayList<>(reports);
        directed.removeIf(Told::partnership);
        Told best = null;
        int most = 0;
        for (Told told : directed) {
            int agree = 0;
            for (Told other : directed) {
                agree += meet(told.payers(), other.payers()) && meet(told.payees(), other.payees()) ? 1 : 0;
            }
            if (agree > most) {
                best = told;
                most = agree;
            }
        }
        if (best != null) {
            Told lead = best;
            directed.removeIf(told -> reversed(told, lead.payers(), lead.payees()));
        }
        Set<String> payers = new TreeSet<>();
        Set<String> payees = new TreeSet<>();
        directed.forEach(told -> {
            payers.addAll(told.payers());
            payees.addAll(told.payees());
        });
        return new Sides(payers, payees, directed);
    }

    /** Whether the report tells the same companies the other way round. */
    static boolean reversed(Told told, Set<String> payers, Set<String> payees) {
        return meet(told.payers(), payees)
                && meet(told.payees(), payers)
                && !(meet(told.payers(), payers) && meet(told.payees(), payees));
    }

    static boolean meet(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(b::contains);
    }
}
