package dealscope.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Splits reports into groups that cannot have a deal in common, by union-find over keys: reports that share a key are
 * in one group. Reports with both sides named share the pairs of their companies, one-sided ones the named companies.
 */
final class Components {
    private final Map<String, String> parents = new HashMap<>();

    private Components() {}

    /** The groups, each in {@link Told#ORDER}; whether {@code reports} are two-sided or not must be the same for all. */
    static Collection<List<Told>> of(List<Told> reports) {
        Components components = new Components();
        for (Told told : reports) {
            Set<String> keys = keys(told);
            String first = keys.iterator().next();
            keys.forEach(key -> components.join(first, key));
        }
        Map<String, List<Told>> groups = new TreeMap<>();
        for (Told told : reports) {
            String key = components.find(keys(told).iterator().next());
            groups.computeIfAbsent(key, ignored -> new ArrayList<>()).add(told);
        }
        groups.values().forEach(group -> group.sort(Told.ORDER));
        return groups.values();
    }

    private static Set<String> keys(Told told) {
        Set<String> keys = new TreeSet<>();
        String family = told.family().label() + " ";
        if (!told.twoSided()) {
            told.payers().forEach(company -> keys.add(family + company));
            told.payees().forEach(company -> keys.add(family + company));
            return keys;
        }
        Set<String> others = told.partnership() ? told.payers() : told.payees();
        for (String payer : told.payers()) {
            for (String other : others) {
                if (!told.partnership() || !payer.equals(other)) {
                    keys.add(family + (payer.compareTo(other) < 0 ? payer + " " + other : other + " " + payer));
                }
            }
        }
        return keys;
    }

    private void join(String a, String b) {
        String aRoot = find(a);
        String bRoot = find(b);
        if (!aRoot.equals(bRoot)) {
            // The smaller key stands for the group, so that the order of groups does not depend on that of reports.
            if (aRoot.compareTo(bRoot) < 0) {
                parents.put(bRoot, aRoot);
            } else {
                parents.put(aRoot, bRoot);
            }
        }
    }

    private String find(String key) {
        String at = key;
        while (!Objects.equals(parents.getOrDefault(at, at), at)) {
            String next = Objects.requireNonNull(parents.get(at));
            parents.put(at, parents.getOrDefault(next, next));
            at = next;
        }
        return at;
    }
}
