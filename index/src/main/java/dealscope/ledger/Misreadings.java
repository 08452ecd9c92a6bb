package dealscope.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins deals of the same companies that only a misreading keeps apart: news of the same days with the very same amount
 * (or, where one names none, the very same capacity or number of chips) is of one deal, even if one text reads like a
 * purchase and the next like an investment, or names payer and payee the other way round, or another investor of the
 * round; and so is news of the same type without the amount that only turns the two sides round. An article that tells
 * both knows better; its two deals stay two, unless it gives one amount for both.
 */
final class Misreadings {
    /** The cluster of fewer articles goes up in that of more. */
    private static final Comparator<Cluster> LEAST = Comparator.comparing(
                    (Cluster cluster) -> articles(cluster).size())
            .thenComparing(cluster -> cluster.members().getFirst(), Told.ORDER.reversed());

    private Misreadings() {}

    static List<Cluster> joined(List<Cluster> clusters) {
        List<Cluster> left = new ArrayList<>(clusters);
        if (clusters.size() > 1) {
            for (Cluster cluster : clusters.stream().sorted(LEAST).toList()) {
                Cluster same = same(cluster, left);
                if (same != null) {
                    left.removeIf(other -> other == cluster);
                    same.addMisread(cluster);
                }
            }
        }
        return left;
    }

    private static @Nullable Cluster same(Cluster cluster, List<Cluster> others) {
        Cluster best = null;
        long nearest = Long.MAX_VALUE;
        for (Cluster other : others) {
            if (other != cluster && LEAST.compare(cluster, other) < 0) {
                long days = days(cluster, other);
                if (days < nearest) {
                    best = other;
                    nearest = days;
                }
            }
        }
        return best;
    }

    /** Days between two reports by which the clusters are of one deal; the largest number when there are none. */
    private static long days(Cluster a, Cluster b) {
        long nearest = Long.MAX_VALUE;
        if (!a.main() || !b.main() || knownApart(a, b)) {
            return nearest;
        }
        for (Told one : a.members()) {
            for (Told other : b.members()) {
                Long days = Told.days(one.published(), other.published());
                if (days != null && days < nearest && days <= limit(one, other) && agree(one, other)) {
                    nearest = days;
                }
            }
        }
        return nearest;
    }

    /** Whether an article tells both, unless as news with one amount: then it told one deal and was read twice. */
    private static boolean knownApart(Cluster a, Cluster b) {
        for (Told one : a.members()) {
            for (Told other : b.members()) {
                if (one.id().articleId().equals(other.id().articleId())
                        && !(agree(one, other) && Amounts.compare(one, other) == Agreement.SAME)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<String> articles(Cluster cluster) {
        Set<String> articles = new HashSet<>();
        cluster.members().forEach(told -> articles.add(told.id().articleId()));
        return articles;
    }

    private static long limit(Told a, Told b) {
        boolean takeover = a.report().type() == b.report().type() && a.equity() && opposite(a, b);
        return takeover ? Thresholds.SAME_AMOUNT : Thresholds.EVENT;
    }

    private static boolean opposite(Told a, Told b) {
        return Sides.reversed(a, b.payers(), b.payees());
    }

    private static boolean agree(Told a, Told b) {
        if (!a.main() || !b.main() || !companiesAgree(a, b)) {
            return false;
        }
        Agreement value = Amounts.compare(
                a.report().value(),
                a.report().term(),
                b.report().value(),
                b.report().term());
        return value == Agreement.SAME || (value == Agreement.UNKNOWN && (sameSize(a, b) || turnedRound(a, b)));
    }

    /** News of the same days and type that names the same two the other way round, and only one of them gives an amount. */
    private static boolean turnedRound(Told a, Told b) {
        Long days = Told.days(a.published(), b.published());
        return a.report().type() == b.report().type()
                && !a.partnership()
                && opposite(a, b)
                && days != null
                && days <= Thresholds.EVENT
                && a.valued() != b.valued()
                && Amounts.compare(a.report().powerMw(), b.report().powerMw(), Thresholds.POWER) != Agreement.DIFFERENT;
    }

    private static boolean companiesAgree(Told a, Told b) {
        if (!a.twoSided() || !b.twoSided()) {
            return false;
        }
        if (a.partnership() || b.partnership()) {
            Set<String> shared = a.parties();
            shared.retainAll(b.parties());
            return shared.size() > 1;
        }
        boolean payers = Sides.meet(a.payers(), b.payers());
        boolean payees = Sides.meet(a.payees(), b.payees());
        return opposite(a, b) || (payees && (payers || (a.round() && b.round())));
    }

    private static boolean sameSize(Told a, Told b) {
        return Amounts.compare(a.report().powerMw(), b.report().powerMw(), 1) == Agreement.SAME
                || a.report().hardware().stream()
                        .anyMatch(chips ->
                                chips.count() != null && b.report().hardware().contains(chips));
    }
}
