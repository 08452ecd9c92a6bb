package dealscope.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the deals of an article with those found in it, each with at most one, so that the pairs fit best in all: the
 * right type, value, status and prominence speak for a pair that {@link #fits}.
 */
final class DealMatch {
    /** Two values are the same within this part of the larger one. */
    static final double VALUE = 0.02;

    private static final String PARTNERSHIP = "partnership";

    private final List<True> gold;
    private final List<Given> found;
    private final boolean loose;
    private final Map<State, Best> best = new HashMap<>();

    /** A deal of the truth with the keys of its parties. */
    record True(GoldArticle.TrueDeal deal, Set<String> payer, Set<String> payee) {}

    /** A deal that was found with the keys of its parties. */
    record Given(Found.Deal deal, Set<String> payer, Set<String> payee) {
        Set<String> parties() {
            Set<String> all = new HashSet<>(payer);
            all.addAll(payee);
            return all;
        }
    }

    /** Numbers of a deal of the truth and of one that was found. */
    record Pair(int gold, int found) {}

    private record State(int next, long taken) {}

    private record Best(
            double weight, @Nullable Pair pair, @Nullable Best before) {}

    /** @param loose whether direction and type may be wrong */
    DealMatch(List<True> gold, List<Given> found, boolean loose) {
        this.gold = gold;
        this.found = found;
        this.loose = loose;
    }

    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Best at = from(0, 0); at != null; at = at.before()) {
            if (at.pair() != null) {
                pairs.add(at.pair());
            }
        }
        Collections.reverse(pairs);
        return pairs;
    }

    /** The best pairs of the deals found from this number on, when some of the truth are taken (a bit each). */
    private Best from(int next, long taken) {
        if (next == found.size()) {
            return new Best(0, null, null);
        }
        State state = new State(next, taken);
        Best known = best.get(state);
        if (known != null) {
            return known;
        }
        Best choice = from(next + 1, taken);
        for (int i = 0; i < gold.size(); i++) {
            if ((taken >> i & 1) == 0 && fits(gold.get(i), found.get(next))) {
                Best rest = from(next + 1, taken | 1L << i);
                double weight = rest.weight() + weight(gold.get(i), found.get(next));
                if (weight > choice.weight()) {
                    choice = new Best(weight, new Pair(i, next), rest);
                }
            }
        }
        best.put(state, choice);
        return choice;
    }

    private static double weight(True wanted, Given given) {
        double weight = 10;
        if (given.deal().type().equals(wanted.deal().types().getFirst())) {
            weight += 1;
        }
        if (hasValue(wanted, given)) {
            weight += 3;
        }
        if (wanted.deal().statuses().contains(given.deal().status())) {
            weight += 0.3;
        }
        if (!wanted.deal().optional()) {
            weight += 2;
        }
        if (wanted.deal().main()) {
            weight += 0.5;
        }
        return weight;
    }

    /** Whether one of the values that the text supports was found. */
    static boolean hasValue(True wanted, Given given) {
        return wanted.deal().valuesUsd().stream()
                .anyMatch(value -> MentionScorer.close(value, given.deal().valueUsd(), VALUE));
    }

    private boolean fits(True wanted, Given given) {
        List<String> types = wanted.deal().types();
        String type = given.deal().type();
        boolean undirected = loose || types.contains(PARTNERSHIP) || type.equals(PARTNERSHIP);
        boolean parties = undirected ? together(wanted, given) : flows(wanted, given.payer(), given.payee());
        return parties && (loose || types.contains(type));
    }

    /** A side that the text leaves open fits any. */
    private static boolean flows(True wanted, Set<String> payer, Set<String> payee) {
        return (wanted.payer().isEmpty() || meet(wanted.payer(), payer))
                && (wanted.payee().isEmpty() || meet(wanted.payee(), payee));
    }

    private static boolean together(True wanted, Given given) {
        Set<String> parties = given.parties();
        if (!wanted.payer().isEmpty() && !wanted.payee().isEmpty()) {
            return flows(wanted, given.payer(), given.payee())
                    || flows(wanted, given.payee(), given.payer())
                    || (given.deal().type().equals(PARTNERSHIP)
                            && meet(wanted.payer(), parties)
                            && meet(wanted.payee(), parties));
        }
        Set<String> named = wanted.payer().isEmpty() ? wanted.payee() : wanted.payer();
        boolean two = wanted.deal().types().contains(PARTNERSHIP) && named.size() >= 2 && parties.size() >= 2;
        return named.stream().filter(parties::contains).count() >= (two ? 2 : 1);
    }

    private static boolean meet(Set<String> a, Set<String> b) {
        return !Collections.disjoint(a, b);
    }
}
