package dealscope.nlp.claim;

import dealscope.deal.DealType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A deal as the article's tellings of it come together. Belongs to one run over one article. */
final class Draft {
    /** Contracts that one writer calls a cloud deal and the next a data centre deal. */
    static final Set<DealType> CONTRACTS =
            EnumSet.of(DealType.COMPUTE, DealType.CHIPS, DealType.DATACENTER, DealType.PARTNERSHIP);

    final List<Candidate> tellings = new ArrayList<>();
    final List<Amount> amounts = new ArrayList<>();
    final List<Undisclosed> undisclosed = new ArrayList<>();
    /** Lines that speak of it, those of the tellings first. */
    final Set<Line> lines = new LinkedHashSet<>();
    /** Lines that go on about it, see {@link Following}. */
    final Set<Line> following = new LinkedHashSet<>();

    private List<Party> payer;
    private List<Party> payee;
    private final Map<DealType, Double> votes = new EnumMap<>(DealType.class);
    /** Above 0 while the tellings agree on who pays. */
    private double lean;

    private boolean main;
    private @Nullable Amount value;

    Draft(Candidate candidate, DealType type) {
        payer = candidate.payer();
        payee = candidate.payee();
        lean = candidate.bias() * candidate.weight();
        tell(candidate, type);
    }

    private void tell(Candidate candidate, DealType type) {
        tellings.add(candidate);
        lines.add(candidate.line());
        boolean said = candidate.type() != null;
        double weight =
                (said ? 1 : 0.05) * candidate.weight() * (candidate.line().inTitle() ? 2 : 1);
        votes.merge(type, type == DealType.PARTNERSHIP ? 0.1 * weight : weight, Double::sum);
    }

    /** Takes in another telling, which may name a side that was unnamed so far. */
    void add(Candidate candidate, DealType type) {
        if (Party.overlap(payer, payee)) {
            tell(candidate, type);
            return;
        }
        boolean turned = Party.overlap(candidate.payer(), payee) || Party.overlap(candidate.payee(), payer);
        lean += (turned ? -1 : 1) * candidate.bias() * candidate.weight();
        List<Party> newPayer = turned ? candidate.payee() : candidate.payer();
        List<Party> newPayee = turned ? candidate.payer() : candidate.payee();
        payer = joined(payer, newPayer, payee);
        payee = joined(payee, newPayee, payer);
        tell(candidate, type);
    }

    /** A side that is unnamed takes the names; a named one takes other names of the same party. */
    private static List<Party> joined(List<Party> side, List<Party> more, List<Party> other) {
        if (side.isEmpty()) {
            return Party.without(more, other);
        }
        List<Party> all = new ArrayList<>(side);
        more.stream().filter(m -> side.stream().anyMatch(m::same)).forEach(all::add);
        return Party.distinct(all);
    }

    /** Takes in a vaguer draft of the same pair. */
    void absorb(Draft vaguer) {
        tellings.addAll(vaguer.tellings);
        lines.addAll(vaguer.lines);
    }

    /** Further investors of one round. */
    void addPayers(List<Party> more) {
        List<Party> all = new ArrayList<>(payer);
        all.addAll(Party.without(more, payee));
        payer = Party.distinct(all);
    }

    /** Turns the sides when most tellings say so. */
    void settle() {
        if (lean < 0) {
            List<Party> side = payer;
            payer = payee;
            payee = side;
            lean = -lean;
        }
    }

    List<Party> payer() {
        return payer;
    }

    List<Party> payee() {
        return payee;
    }

    List<Party> parties() {
        List<Party> all = new ArrayList<>(payer);
        all.addAll(payee);
        return all;
    }

    DealType type() {
        DealType best = DealType.PARTNERSHIP;
        double most = 0;
        for (Map.Entry<DealType, Double> vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                most = vote.getValue();
                best = vote.getKey();
            }
        }
        return best;
    }

    boolean twoSided() {
        return !payer.isEmpty() && !payee.isEmpty();
    }

    boolean samePair(Collection<Party> a, Collection<Party> b) {
        return !a.isEmpty()
                && !b.isEmpty()
                && ((Party.overlap(a, payer) && Party.overlap(b, payee))
                        || (Party.overlap(a, payee) && Party.overlap(b, payer)));
    }

    boolean sameDirection(Collection<Party> a, Collection<Party> b) {
        return Party.overlap(a, payer) && Party.overlap(b, payee);
    }

    /** What it is worth; null when the article does not say. */
    @Nullable
    Amount value() {
        return value;
    }

    void worth(@Nullable Amount amount) {
        value = amount;
        if (amount != null && !amounts.contains(amount)) {
            amounts.add(amount);
            lines.add(amount.line());
        }
    }

    boolean main() {
        return main;
    }

    void setMain(boolean isMain) {
        main = isMain;
    }

    /** How sure we are that it is a deal. */
    double weight() {
        double most = tellings.stream().mapToDouble(Candidate::weight).max().orElse(0);
        boolean titled = tellings.stream().anyMatch(t -> t.line().inTitle());
        return most
                + 0.1 * Math.min(3, tellings.size() - 1)
                + (titled ? 0.2 : main ? 0.1 : 0)
                + (amounts.isEmpty() ? 0 : 0.1)
                + (twoSided() ? 0.1 : 0);
    }

    Candidate first() {
        return tellings.getFirst();
    }
}
