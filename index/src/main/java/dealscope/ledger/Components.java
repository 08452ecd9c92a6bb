package dealscope.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Splits reports into groups that cannot have a deal in common, by union-find over keys: reports that share a key are
 * in one group.
 */
final class Components {
    private final Map<String, String> parents = new HashMap<>();

    private Components() {}

    /** The groups, each in {@link Told#ORDER}. */
    static Collection<List<Told>> of(List<Told> reports, Function<Told, Set<String>> keysOf) {
        Components components = new Components();
        Map<Told, String> keys = new IdentityHashMap<>();
        for (Told told : reports) {
            String own = told.id().articleId() + "#" + told.id().ordinal();
            keys.put(told, own);
            keysOf.apply(told).forEach(key -> components.join(own, key));
        }
        Map<String, List<Told>> groups = new TreeMap<>();
        for (Told told : reports) {
            String key = components.find(Objects.requireNonNull(keys.get(told)));
            groups.computeIfAbsent(key, ignored -> new ArrayList<>()).add(told);
        }
        groups.values().forEach(group -> group.sort(Told.ORDER));
        return groups.values();
    }

    /** By what reports with both sides named are grouped. */
    static Set<String> ofDeals(Told told) {
        return keys(told, Tie.Kind::groups);
    }

    /** By what reports with one side named are grouped: amount and time, or one text. */
    static Set<String> ofLone(Told told) {
        Set<String> keys = keys(told, kind -> kind == Tie.Kind.LONE_AMOUNT);
        if (told.article().length() > 0) {
            keys.add("story " + told.article().story());
        }
        return keys;
    }

    private static Set<String> keys(Told told, Predicate<Tie.Kind> which) {
        Set<String> keys = new TreeSet<>();
        for (Tie tie : told.ties()) {
            if (which.test(tie.kind())) {
                keys.add(tie.kind() + " " + tie.key());
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
