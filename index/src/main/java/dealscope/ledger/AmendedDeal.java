package dealscope.ledger;

import dealscope.deal.Company;
import dealscope.deal.Corrected;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.deal.Field;
import dealscope.deal.Hardware;
import dealscope.deal.Money;
import dealscope.deal.Status;
import dealscope.deal.StatusChange;
import dealscope.deal.Term;
import dealscope.ledger.correction.Correction;
import dealscope.ledger.correction.Decision;
import dealscope.ledger.correction.FieldValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A deal while corrections are written into it. A corrected field is in conflict no longer: an analyst has decided. */
final class AmendedDeal {
    private final Deal made;
    private DealType type;
    private List<Company> payer;
    private List<Company> payee;
    private @Nullable Money value;
    private @Nullable Double powerMw;
    private List<Hardware> hardware;
    private @Nullable Term term;
    private @Nullable String site;
    private @Nullable Double stake;
    private Status status;
    private final List<StatusChange> history;
    private @Nullable LocalDate announced;
    private @Nullable String partOf;
    private @Nullable String supersedes;
    private @Nullable String possibleDuplicateOf;
    private boolean apart;
    private boolean hidden;
    private final List<Field> conflicts;
    private final List<Corrected> corrections = new ArrayList<>();
    private @Nullable Instant changed;

    AmendedDeal(Deal made) {
        this.made = made;
        this.type = made.type();
        this.payer = made.payer();
        this.payee = made.payee();
        this.value = made.value();
        this.powerMw = made.powerMw();
        this.hardware = made.hardware();
        this.term = made.term();
        this.site = made.site();
        this.stake = made.equityStakePct();
        this.status = made.status();
        this.history = new ArrayList<>(made.history());
        this.announced = made.announced();
        this.partOf = made.partOf();
        this.supersedes = made.supersedes();
        this.possibleDuplicateOf = made.possibleDuplicateOf();
        this.apart = made.excludeFromTotals();
        this.hidden = made.hidden();
        this.conflicts = new ArrayList<>(made.conflicts());
        this.changed = made.lastChanged();
    }

    String id() {
        return made.id();
    }

    void note(Correction correction, @Nullable Field field, String was) {
        changed = changed == null || changed.isBefore(correction.at()) ? correction.at() : changed;
        corrections.add(new Corrected(correction.id(), correction.decision().kind(), field, was));
    }

    void hide(Correction correction) {
        hidden = true;
        note(correction, null, "");
    }

    /** The links that another state of this deal has, as far as they lead to deals that are known. */
    void link(Deal linked, Predicate<String> known) {
        partOf = known(linked.partOf(), known);
        supersedes = known(linked.supersedes(), known);
        possibleDuplicateOf = known(linked.possibleDuplicateOf(), known);
        apart = linked.excludeFromTotals();
    }

    private static @Nullable String known(@Nullable String id, Predicate<String> known) {
        return id != null && known.test(id) ? id : null;
    }

    void isNot(String other, Correction correction) {
        if (other.equals(possibleDuplicateOf)) {
            possibleDuplicateOf = null;
        }
        note(correction, null, "");
    }

    void set(Decision.Side side, @Nullable Company wrong, @Nullable Company right, Correction correction) {
        Field field = side == Decision.Side.PAYER ? Field.PAYER : Field.PAYEE;
        List<Company> before = side == Decision.Side.PAYER ? payer : payee;
        note(correction, field, before.stream().map(Company::name).collect(Collectors.joining(", ")));
        List<Company> now = Amendments.replaced(before, wrong, right);
        if (side == Decision.Side.PAYER) {
            payer = now;
        } else {
            payee = now;
        }
        conflicts.remove(field);
    }

    void set(FieldValue right, Correction correction) {
        note(correction, right.field(), shown(right.field()));
        conflicts.remove(right.field());
        switch (right.field()) {
            case TYPE -> type = right.word() == null ? type : DealType.of(right.word());
            case STATUS -> step(right.word() == null ? status : Status.of(right.word()), correction);
            case VALUE -> value = right.money();
            case POWER_MW -> powerMw = right.number();
            case HARDWARE -> hardware = right.hardware();
            case TERM -> term = right.term();
            case SITE -> site = right.word();
            case EQUITY_STAKE_PCT -> stake = right.number();
            case ANNOUNCED -> announced = right.day();
            case PAYER, PAYEE -> throw new IllegalArgumentException("a party is no field: " + right.field());
        }
    }

    private void step(Status now, Correction correction) {
        status = now;
        history.add(new StatusChange(now, correction.at(), "correction:" + correction.id()));
    }

    private String shown(Field field) {
        Object shown =
                switch (field) {
                    case TYPE -> type.label();
                    case STATUS -> status.label();
                    case VALUE -> value == null ? null : value.text();
                    case POWER_MW -> powerMw == null ? null : powerMw + " MW";
                    case HARDWARE ->
                        hardware.stream()
                                .map(each -> (each.count() == null ? "" : each.count() + " x ") + each.name())
                                .collect(Collectors.joining("; "));
                    case TERM -> words(term);
                    case SITE -> site;
                    case EQUITY_STAKE_PCT -> stake == null ? null : stake + "%";
                    case ANNOUNCED -> announced;
                    case PAYER, PAYEE -> null;
                };
        return Objects.toString(shown, "");
    }

    private static @Nullable String words(@Nullable Term term) {
        if (term == null) {
            return null;
        }
        String years = term.years() == null ? "" : term.years() + " years";
        String span = term.start() == null && term.end() == null
                ? ""
                : Objects.toString(term.start(), "") + " to " + Objects.toString(term.end(), "");
        return (years + " " + span).strip();
    }

    Deal deal() {
        boolean partnership = type == DealType.PARTNERSHIP;
        List<Company> payers = new ArrayList<>(payer);
        if (partnership) {
            payee.stream().filter(company -> !payers.contains(company)).forEach(payers::add);
        }
        return new Deal(
                made.id(),
                type,
                payers,
                partnership ? List.of() : payee,
                value,
                powerMw,
                hardware,
                term,
                site,
                stake,
                status,
                history,
                announced,
                made.reported(),
                made.firstSeen(),
                changed,
                made.claims(),
                made.sources(),
                made.independent(),
                made.copies(),
                partOf,
                supersedes,
                possibleDuplicateOf,
                apart && (partOf != null || possibleDuplicateOf != null),
                made.background(),
                made.confidence(),
                conflicts,
                made.sample(),
                hidden,
                corrections);
    }
}
