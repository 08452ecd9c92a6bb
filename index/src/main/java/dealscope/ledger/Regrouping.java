package dealscope.ledger;

import dealscope.ledger.correction.Anchor;
import dealscope.ledger.correction.Correction;
import dealscope.ledger.correction.Corrections;
import dealscope.ledger.correction.Decision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets analysts' corrections decide which reports are of one deal, after the rules have: merges, splits, and what is no
 * deal, in the order in which they were made.
 *
 * <p>A correction's deal is the cluster that holds most of its reports. What is no deal stays one as long as at least half
 * of the reports that tell it are those that the analyst saw.
 */
final class Regrouping {
    private final List<Cluster> clusters;
    private final Map<ReportId, Cluster> homes = new HashMap<>();
    private final Function<Anchor, @Nullable ReportId> places;

    private Regrouping(List<Cluster> clusters, Function<Anchor, @Nullable ReportId> places) {
        this.clusters = new ArrayList<>(clusters);
        this.places = places;
        clusters.forEach(this::settle);
    }

    /** @param places from an anchor to its report, null when it is there no more */
    static List<Cluster> of(
            List<Cluster> clusters, Corrections corrections, Function<Anchor, @Nullable ReportId> places) {
        if (corrections.onDeals().isEmpty()) {
            return clusters;
        }
        Regrouping regrouping = new Regrouping(clusters, places);
        corrections.onDeals().stream().map(Correction::decision).forEach(regrouping::apply);
        return regrouping.clusters;
    }

    private void apply(Decision decision) {
        switch (decision) {
            case Decision.Merge merge -> merge(home(merge.deal()), home(merge.other()));
            case Decision.Split split -> split(present(split.off()));
            case Decision.NoDeal none -> drop(home(none.deal()), present(none.deal()));
            default -> {
                // The others leave the reports where they are.
            }
        }
    }

    private void settle(Cluster cluster) {
        cluster.members().forEach(told -> homes.put(told.id(), cluster));
    }

    private void merge(@Nullable Cluster a, @Nullable Cluster b) {
        if (a == null || b == null || a == b) {
            return;
        }
        List<Told> members = new ArrayList<>(a.members());
        members.addAll(b.members());
        replace(a, Cluster.of(sorted(members)));
        remove(b);
    }

    private void split(Set<ReportId> leaving) {
        List<Told> off = new ArrayList<>();
        Set<Cluster> left = Collections.newSetFromMap(new IdentityHashMap<>());
        for (ReportId id : leaving) {
            Cluster home = homes.get(id);
            if (home != null && !leaving.containsAll(ids(home))) {
                left.add(home);
            }
            if (home != null) {
                home.members().stream().filter(told -> told.id().equals(id)).forEach(off::add);
            }
        }
        if (left.isEmpty()) {
            return; // they stand alone already
        }
        for (Cluster home : List.copyOf(clusters)) {
            List<Told> stay = home.members().stream()
                    .filter(told -> !leaving.contains(told.id()))
                    .toList();
            if (stay.isEmpty()) {
                remove(home);
            } else if (stay.size() < home.members().size()) {
                replace(home, Cluster.of(stay));
            }
        }
        Cluster apart = Cluster.of(sorted(off));
        clusters.add(apart);
        settle(apart);
    }

    private void drop(@Nullable Cluster cluster, Set<ReportId> seen) {
        if (cluster != null) {
            long covered = ids(cluster).stream().filter(seen::contains).count();
            if (2 * covered >= cluster.members().size()) {
                remove(cluster);
                cluster.members().forEach(told -> homes.remove(told.id()));
            }
        }
    }

    private void replace(Cluster old, Cluster now) {
        clusters.replaceAll(each -> each == old ? now : each);
        settle(now);
    }

    private void remove(Cluster cluster) {
        clusters.removeIf(each -> each == cluster);
    }

    private static List<Told> sorted(List<Told> members) {
        return members.stream().sorted(Told.ORDER).toList();
    }

    private static List<ReportId> ids(Cluster cluster) {
        return cluster.members().stream().map(Told::id).toList();
    }

    private Set<ReportId> present(List<Anchor> anchors) {
        Set<ReportId> present = new LinkedHashSet<>();
        for (Anchor anchor : anchors) {
            ReportId id = places.apply(anchor);
            if (id != null && homes.containsKey(id)) {
                present.add(id);
            }
        }
        return present;
    }

    private @Nullable Cluster home(List<Anchor> anchors) {
        return most(present(anchors), homes);
    }

    /** What most of the reports lead to; of equals the first. */
    static <T> @Nullable T most(Set<ReportId> reports, Map<ReportId, T> homes) {
        Map<T, Integer> votes = new IdentityHashMap<>();
        T best = null;
        for (ReportId id : reports) {
            T home = homes.get(id);
            if (home != null) {
                votes.merge(home, 1, Integer::sum);
            }
        }
        for (ReportId id : reports) {
            T home = homes.get(id);
            if (home != null && (best == null || votes.getOrDefault(home, 0) > votes.getOrDefault(best, 0))) {
                best = home;
            }
        }
        return best;
    }
}
