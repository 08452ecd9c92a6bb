package dealscope.ledger;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.ledger.correction.Anchor;
import dealscope.ledger.correction.Correction;
import dealscope.ledger.correction.Corrections;
import dealscope.ledger.correction.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes analysts' corrections into the deals that the rules made: fields, parties, what is hidden, what is no duplicate.
 * In the order in which they were made, so the last word on a field holds. The claims stay as the articles make them.
 */
final class Amendments {
    private final Map<String, AmendedDeal> deals = new HashMap<>();
    private final Map<ReportId, AmendedDeal> homes = new HashMap<>();
    private final Function<Anchor, @Nullable ReportId> places;

    private Amendments(List<ResolvedDeal> resolved, Function<Anchor, @Nullable ReportId> places) {
        this.places = places;
        for (ResolvedDeal each : resolved) {
            AmendedDeal deal = new AmendedDeal(each.deal());
            deals.put(each.deal().id(), deal);
            each.reports().forEach(report -> homes.put(report, deal));
        }
    }

    static List<ResolvedDeal> of(
            List<ResolvedDeal> resolved, Corrections corrections, Function<Anchor, @Nullable ReportId> places) {
        if (corrections.onDeals().isEmpty()) {
            return resolved;
        }
        Amendments amendments = new Amendments(resolved, places);
        corrections.onDeals().forEach(amendments::apply);
        return resolved.stream()
                .map(each -> new ResolvedDeal(
                        Objects.requireNonNull(amendments.deals.get(each.deal().id()))
                                .deal(),
                        each.reports()))
                .toList();
    }

    /** One deal with those of {@code corrections} that write into a deal. */
    static Deal of(Deal deal, List<Correction> corrections) {
        AmendedDeal amended = new AmendedDeal(deal);
        corrections.forEach(correction -> write(correction, amended));
        return amended.deal();
    }

    private void apply(Correction correction) {
        AmendedDeal deal = home(correction.decision().targets().getFirst());
        if (deal == null) {
            return;
        }
        if (correction.decision() instanceof Decision.Distinct distinct) {
            AmendedDeal other = home(distinct.other());
            if (other != null && other != deal) {
                deal.isNot(other.id(), correction);
                other.isNot(deal.id(), correction);
            }
            return;
        }
        write(correction, deal);
    }

    private static void write(Correction correction, AmendedDeal deal) {
        switch (correction.decision()) {
            case Decision.Right right -> deal.set(right.value(), correction);
            case Decision.Party party -> deal.set(party.side(), party.wrong(), party.right(), correction);
            case Decision.Hide hide -> deal.hide(correction);
            case Decision.Merge merge -> deal.note(correction, null, "");
            case Decision.Split split -> deal.note(correction, null, "");
            default -> {
                // What is no deal is not here, and aliases were put in before.
            }
        }
    }

    private @Nullable AmendedDeal home(List<Anchor> anchors) {
        Set<ReportId> reports = new LinkedHashSet<>();
        for (Anchor anchor : anchors) {
            ReportId id = places.apply(anchor);
            if (id != null) {
                reports.add(id);
            }
        }
        return Regrouping.most(reports, homes);
    }

    /** {@code wrong} replaced by {@code right}, each where it is given; no company twice. */
    static List<Company> replaced(List<Company> side, @Nullable Company wrong, @Nullable Company right) {
        List<Company> now = new ArrayList<>();
        boolean found = false;
        for (Company company : side) {
            if (wrong != null && company.id().equals(wrong.id())) {
                found = true;
                add(now, right);
            } else {
                add(now, company);
            }
        }
        if (!found) {
            add(now, right);
        }
        return now;
    }

    private static void add(List<Company> side, @Nullable Company company) {
        if (company != null && side.stream().noneMatch(each -> each.id().equals(company.id()))) {
            side.add(company);
        }
    }
}
