package dealscope.alert;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.deal.Field;
import dealscope.deal.Hardware;
import dealscope.deal.Money;
import dealscope.deal.Status;
import dealscope.deal.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a deal that are worth telling when they change; wording, evidence and scores are not. The components are
 * {@link Deal}'s.
 */
public record DealFacts(
        DealType type,
        List<Company> payer,
        List<Company> payee,
        @Nullable Money value,
        @Nullable Double powerMw,
        List<Hardware> hardware,
        @Nullable Term term,
        @Nullable String site,
        @Nullable Double equityStakePct,
        Status status,
        @Nullable LocalDate announced) {
    public DealFacts {
        payer = List.copyOf(payer);
        payee = List.copyOf(payee);
        hardware = List.copyOf(hardware);
    }

    /** One fact as it was and is; the values are in {@code before} and {@code after}. */
    public record Change(Field field, DealFacts before, DealFacts after) {}

    public static DealFacts of(Deal deal) {
        return new DealFacts(
                deal.type(),
                deal.payer(),
                deal.payee(),
                deal.value(),
                deal.powerMw(),
                deal.hardware(),
                deal.term(),
                deal.site(),
                deal.equityStakePct(),
                deal.status(),
                deal.announced());
    }

    /** The facts that differ, in the order of the components. The same amount in other words is the same. */
    public List<Change> changesTo(DealFacts later) {
        List<Change> changes = new ArrayList<>();
        note(changes, Field.TYPE, type == later.type, later);
        note(changes, Field.PAYER, ids(payer).equals(ids(later.payer)), later);
        note(changes, Field.PAYEE, ids(payee).equals(ids(later.payee)), later);
        note(changes, Field.VALUE, same(value, later.value), later);
        note(changes, Field.POWER_MW, Objects.equals(powerMw, later.powerMw), later);
        note(changes, Field.HARDWARE, Set.copyOf(hardware).equals(Set.copyOf(later.hardware)), later);
        note(changes, Field.TERM, Objects.equals(term, later.term), later);
        note(changes, Field.SITE, Objects.equals(site, later.site), later);
        note(changes, Field.EQUITY_STAKE_PCT, Objects.equals(equityStakePct, later.equityStakePct), later);
        note(changes, Field.STATUS, status == later.status, later);
        note(changes, Field.ANNOUNCED, Objects.equals(announced, later.announced), later);
        return changes;
    }

    private void note(List<Change> changes, Field field, boolean same, DealFacts later) {
        if (!same) {
            changes.add(new Change(field, this, later));
        }
    }

    private static Set<String> ids(List<Company> companies) {
        return companies.stream().map(Company::id).collect(Collectors.toSet());
    }

    private static boolean same(@Nullable Money one, @Nullable Money other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.currency().equals(other.currency())
                && one.qualifier() == other.qualifier()
                && Objects.equals(one.per(), other.per())
                && equal(one.min(), other.min())
                && equal(one.max(), other.max());
    }

    private static boolean equal(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }
}
