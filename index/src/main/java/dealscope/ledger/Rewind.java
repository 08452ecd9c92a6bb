package dealscope.ledger;

import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.Field;
import dealscope.deal.Money;
import dealscope.deal.Report;
import dealscope.deal.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a publisher's edit made of an article's claims, so that a report is as it was before. Value, status,
 * capacity, site and stake go back with their claims; of a report that the edit brought nothing is left.
 */
public final class Rewind {
    private Rewind() {}

    /** The report before these changes of one edit; null when the edit brought it. */
    public static @Nullable Report before(Report report, List<ClaimChange> changes) {
        Report former = report;
        for (ClaimChange change : changes) {
            if (concerns(change, report)) {
                if (change.field() == Field.TYPE && change.before().isEmpty()) {
                    return null;
                }
                former = before(former, change);
            }
        }
        return former;
    }

    private static boolean concerns(ClaimChange change, Report report) {
        return ids(change.payer()).equals(ids(report.payer()))
                && ids(change.payee()).equals(ids(report.payee()));
    }

    private static Set<String> ids(List<Company> companies) {
        Set<String> ids = new HashSet<>();
        companies.forEach(company -> ids.add(company.id()));
        return ids;
    }

    private static Report before(Report report, ClaimChange change) {
        List<Claim> claims = new ArrayList<>(report.claims().stream()
                .filter(claim -> claim.field() != change.field())
                .toList());
        claims.addAll(change.before());
        Stream<String> values = change.before().stream().map(Claim::value);
        Field field = change.field();
        String first = values.findFirst().orElse(null);
        return new Report(
                report.ordinal(),
                report.type(),
                report.payer(),
                report.payee(),
                report.main(),
                field == Field.STATUS ? status(first, report.status()) : report.status(),
                field == Field.VALUE ? money(change.before()) : report.value(),
                field == Field.POWER_MW ? number(first) : report.powerMw(),
                report.hardware(),
                report.term(),
                field == Field.SITE ? first : report.site(),
                field == Field.EQUITY_STAKE_PCT ? number(first) : report.equityStakePct(),
                report.announced(),
                claims,
                report.why());
    }

    private static @Nullable Money money(List<Claim> claims) {
        return claims.stream()
                .map(Claim::money)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Double number(@Nullable String value) {
        try {
            return value == null ? null : Double.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Status status(@Nullable String value, Status otherwise) {
        try {
            return value == null ? otherwise : Status.of(value);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }
}
