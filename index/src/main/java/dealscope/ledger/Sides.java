package dealscope.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        // Few reports of a deal tell its sides in ways of their own: each way is held against the others once.
        Map<List<Set<String>>, Integer> ways = new LinkedHashMap<>();
        directed.forEach(told -> ways.merge(List.of(told.payers(), told.payees()), 1, Integer::sum));
        List<Set<String>> best = null;
        int most = 0;
        for (List<Set<String>> way : ways.keySet()) {
            int agree = 0;
            for (Map.Entry<List<Set<String>>, Integer> other : ways.entrySet()) {
                agree += meet(way.getFirst(), other.getKey().getFirst())
                                && meet(way.getLast(), other.getKey().getLast())
                        ? other.getValue()
                        : 0;
            }
            if (agree > most) {
                best = way;
                most = agree;
            }
        }
        if (best != null) {
            List<Set<String>> lead = best;
            directed.removeIf(told -> reversed(told, lead.getFirst(), lead.getLast()));
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
