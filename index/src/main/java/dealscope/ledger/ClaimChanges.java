package dealscope.ledger;

import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.Field;
import dealscope.deal.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares what two versions of one article report. Reports of the same parties are compared field by field; one that
 * has no counterpart came or went as a whole, told by its {@link Field#TYPE} claims.
 */
public final class ClaimChanges {
    private ClaimChanges() {}

    /** The changes, in the order of the new reports, then of those that went; empty when only words changed. */
    public static List<ClaimChange> between(List<Report> before, List<Report> after) {
        List<Report> left = new ArrayList<>(before);
        List<ClaimChange> changes = new ArrayList<>();
        for (Report now : after) {
            Report former = counterpart(now, left);
            if (former == null) {
                changes.add(change(Field.TYPE, now, List.of(), claims(now, Field.TYPE)));
            } else {
                left.remove(former);
                compare(former, now, changes);
            }
        }
        left.forEach(gone -> changes.add(change(Field.TYPE, gone, claims(gone, Field.TYPE), List.of())));
        return changes;
    }

    private static void compare(Report former, Report now, List<ClaimChange> changes) {
        for (Field field : Field.values()) {
            List<Claim> before = claims(former, field);
            List<Claim> after = claims(now, field);
            if (!values(before).equals(values(after))) {
                changes.add(change(field, now, before, after));
            }
        }
    }

    private static ClaimChange change(Field field, Report report, List<Claim> before, List<Claim> after) {
        return new ClaimChange(field, report.payer(), report.payee(), before, after);
    }

    private static List<Claim> claims(Report report, Field field) {
        return report.claims().stream().filter(claim -> claim.field() == field).toList();
    }

    private static Set<String> values(List<Claim> claims) {
        return claims.stream().map(Claim::value).collect(Collectors.toSet());
    }

    /** The report that shares most parties; of equal ones the first. */
    private static @Nullable Report counterpart(Report now, List<Report> candidates) {
        Report best = null;
        int most = 0;
        for (Report former : candidates) {
            Set<String> common = parties(former);
            common.retainAll(parties(now));
            int shared = 2 * common.size() + (former.type() == now.type() ? 1 : 0);
            if (!common.isEmpty() && shared > most) {
                best = former;
                most = shared;
            }
        }
        return best;
    }

    private static Set<String> parties(Report report) {
        return Stream.concat(report.payer().stream(), report.payee().stream())
                .map(Company::id)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
