package dealscope.ledger;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gathers reports into clusters, one for each deal.
 *
 * <p>First, within each group of reports between the same companies ({@link Components}): main reports with an amount,
 * main ones without, retold ones with an amount, retold ones without. Each step goes by date, and each report joins the
 * cluster it is most like ({@link Likeness}) or begins one of its own. So amounts, the best evidence, part the
 * deals, and what names none finds its place among them.
 *
 * <p>Then the reports that leave one side unnamed: each may join a deal between two if the amount matches, or if it is
 * the only such deal of those days. These choices depend on the first step alone, not on one another. What is left is
 * gathered as in the first step.
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
        for (List<Told> group : Components.of(only(named, Told::twoSided))) {
            clusters.addAll(gather(group));
        }
        List<Told> left = attach(only(named, told -> !told.twoSided()), clusters);
        for (List<Told> group : Components.of(left)) {
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
        return clusters;
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
        Map<String, List<Cluster>> byParty = new LinkedHashMap<>();
        for (Cluster cluster : clusters) {
            Family family = cluster.members().getFirst().family();
            cluster.parties().forEach(party -> byParty.computeIfAbsent(family + party, key -> new ArrayList<>())
                    .add(cluster));
        }
        List<Told> left = new ArrayList<>();
        Map<Told, Cluster> chosen = new IdentityHashMap<>();
        for (Told told : oneSided) {
            Cluster cluster = choose(told, candidates(told, byParty));
            if (cluster == null) {
                left.add(told);
            } else {
                chosen.put(told, cluster);
            }
        }
        chosen.forEach((told, cluster) -> cluster.add(told));
        return left;
    }

    private static List<Cluster> candidates(Told told, Map<String, List<Cluster>> byParty) {
        List<Cluster> candidates = new ArrayList<>();
        for (String party : told.payers().isEmpty() ? told.payees() : told.payers()) {
            for (Cluster cluster : byParty.getOrDefault(told.family() + party, List.of())) {
                if (!candidates.contains(cluster)) {
                    candidates.add(cluster);
                }
            }
        }
        return candidates;
    }

    /** The deal it is most like; none when two are equally like it, for then it is a guess. */
    private static @Nullable Cluster choose(Told told, List<Cluster> candidates) {
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
