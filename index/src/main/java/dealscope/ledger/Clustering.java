package dealscope.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gathers reports into clusters, one for each deal.
 *
 * <p>First, within each group of reports that share companies ({@link Tie}): main reports with an amount,
 * main ones without, retold ones with an amount, retold ones without. Each step goes by date, and each report joins the
 * cluster it is most like ({@link Likeness}) or begins one of its own. So amounts, the best evidence, part the
 * deals, and what names none finds its place among them.
 *
 * <p>Clusters that only a misread type, direction or investor keeps apart are joined ({@link Misreadings}).
 *
 * <p>Then the reports that leave one side unnamed: each may join a deal between two that shares a tie with it, if the
 * amount matches, or if it is the only such deal of those days. These choices depend on the first step alone, not on
 * one another. What is left is gathered as in the first step, among reports of the same size and time; an {@link Echo}
 * is of a deal between two or of none.
 */
final class Clustering {
    private static final List<Predicate<Told>> STEPS = List.of(
            told -> told.main() && told.valued(),
            told -> told.main() && !told.valued(),
            told -> !told.main() && told.valued(),
            told -> !told.main() && !told.valued());

    private Clustering() {}

    static List<Cluster> of(List<Told> reports) {
        List<Told> named = reports.stream().filter(told -> !told.nameless()).toList();
        List<Cluster> clusters = new ArrayList<>();
        for (List<Told> group : Components.of(only(named, Told::twoSided), Components::ofDeals)) {
            clusters.addAll(gather(group));
        }
        List<Told> left = attach(only(named, told -> !told.twoSided()), clusters);
        for (List<Told> group : Components.of(left, Components::ofLone)) {
            clusters.addAll(gather(group));
        }
        return clusters;
    }

    private static List<Told> only(List<Told> reports, Predicate<Told> which) {
        return reports.stream().filter(which).toList();
    }

    private static List<Cluster> gather(List<Told> group) {
        List<Cluster> clusters = new ArrayList<>();
        for (Predicate<Told> step : STEPS) {
            for (Told told : only(group, step)) {
                Cluster best = mostLike(told, clusters);
                if (best == null) {
                    clusters.add(new Cluster(told));
                } else {
                    best.add(told);
                }
            }
        }
        return Misreadings.joined(clusters);
    }

    private static @Nullable Cluster mostLike(Told told, List<Cluster> clusters) {
        Cluster best = null;
        double most = Likeness.NONE;
        for (Cluster cluster : clusters) {
            double score = Likeness.of(told, cluster);
            if (score > most) {
                best = cluster;
                most = score;
            }
        }
        return best;
    }

    /** Adds one-sided reports to the deals they belong to; returns those that belong to none. */
    private static List<Told> attach(List<Told> oneSided, List<Cluster> clusters) {
        Map<String, Set<Cluster>> byKey = new HashMap<>();
        for (Cluster cluster : clusters) {
            for (Told member : cluster.members()) {
                keys(member).forEach(key -> byKey.computeIfAbsent(key, any -> new LinkedHashSet<>())
                        .add(cluster));
            }
        }
        List<Told> left = new ArrayList<>();
        Map<Told, Cluster> chosen = new IdentityHashMap<>();
        for (Told told : oneSided) {
            Set<Cluster> candidates = new LinkedHashSet<>();
            keys(told).forEach(key -> candidates.addAll(byKey.getOrDefault(key, Set.of())));
            Cluster cluster = choose(told, candidates);
            if (cluster != null) {
                chosen.put(told, cluster);
            } else if (!told.echo()) {
                left.add(told);
            }
        }
        oneSided.stream().filter(chosen::containsKey).forEach(told -> Objects.requireNonNull(chosen.get(told))
                .add(told));
        return left;
    }

    /** Keys by which reports with one named side and deals between two find each other: party, amount, days, text. */
    private static List<String> keys(Told told) {
        List<String> keys = new ArrayList<>();
        for (Tie tie : told.ties()) {
            if (!tie.kind().groups()) {
                Tie lone = told.twoSided() ? tie.counterpart() : tie;
                keys.add(lone.kind() + " " + lone.key());
            }
        }
        if (told.article().length() > 0) {
            keys.add("story " + told.article().story());
        }
        return keys;
    }

    /** The deal it is most like; none when two are equally like it, for then it is a guess. */
    private static @Nullable Cluster choose(Told told, Collection<Cluster> candidates) {
        Cluster best = null;
        double most = Likeness.NONE;
        boolean tie = false;
        for (Cluster cluster : candidates) {
            double score = Likeness.ofOneSided(told, cluster);
            if (score > most) {
                best = cluster;
                most = score;
                tie = false;
            } else if (score > Likeness.NONE && score == most) {
                tie = true;
            }
        }
        return tie ? null : best;
    }
}
