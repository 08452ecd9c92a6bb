package dealscope.ledger;

import dealscope.deal.Claim;
import dealscope.deal.Field;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal's value. A total goes before a rate; otherwise the rule is that of {@link Choice}, and of
 * amounts with equal support the larger, for a part is more often told without its whole than the other way round. Of several ways to write the
 * winning amount the exact one is shown, then the first.
 *
 * <p>The value is in conflict when amounts differ, or when one article names it and another says that it was not
 * disclosed. That some articles leave it out is no conflict, but costs the deal some of its confidence.
 */
record Value(@Nullable Money money, boolean disputed, boolean missingInSome) {
    static Value of(List<Told> voices) {
        Choice<Money> choice = new Choice<>(
                voices,
                Field.VALUE,
                told -> told.report().value(),
                (a, b) -> Amounts.compare(
                                a.report().value(),
                                a.report().term(),
                                b.report().value(),
                                b.report().term())
                        == Agreement.SAME);
        List<Money> winner = choice.winner(
                Comparator.comparing(opinion -> opinion.values().stream().anyMatch(money -> money.per() == null)),
                Comparator.comparing(Value::largest));
        boolean missing = !winner.isEmpty() && voices.stream().anyMatch(told -> told.main() && silent(told));
        boolean denied = !winner.isEmpty() && voices.stream().anyMatch(told -> told.main() && undisclosed(told));
        return new Value(plainest(winner), denied || disputed(choice), missing);
    }

    private static BigDecimal largest(Choice.Opinion<Money> opinion) {
        return opinion.values().stream()
                .map(Money::max)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }

    private static boolean silent(Told told) {
        return !told.valued() && told.amounts().isEmpty();
    }

    private static boolean undisclosed(Told told) {
        return silent(told)
                && told.report().claims().stream().map(Claim::field).anyMatch(field -> field == Field.VALUE);
    }

    private static @Nullable Money plainest(List<Money> same) {
        return same.stream()
                .min(Comparator.comparing((Money money) -> money.per() != null)
                        .thenComparing(money -> money.qualifier() != Qualifier.EXACT))
                .orElse(null);
    }

    /** A rate and a total cannot be held against each other; amounts that differ can. */
    private static boolean disputed(Choice<Money> choice) {
        for (Choice.Opinion<Money> a : choice.opinions()) {
            for (Choice.Opinion<Money> b : choice.opinions()) {
                if (a != b && differ(a.voices().getFirst(), b.voices().getFirst())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean differ(Told a, Told b) {
        return Amounts.compare(
                        a.report().value(),
                        a.report().term(),
                        b.report().value(),
                        b.report().term())
                .differs();
    }
}
