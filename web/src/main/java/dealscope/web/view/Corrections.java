package dealscope.web.view;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.Field;
import dealscope.ledger.correction.Decision;
import dealscope.ledger.correction.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Corrections, and what they change, in words. */
public final class Corrections {
    private Corrections() {}

    /** "Value is $45 billion". */
    public static String words(Decision decision) {
        return switch (decision) {
            case Decision.Right right -> Labels.field(right.value().field()) + " is " + shown(right.value());
            case Decision.Party party -> party(party);
            case Decision.Merge merge -> "Two deals are one";
            case Decision.Split split -> "Some articles tell of another deal";
            case Decision.Distinct distinct -> "No duplicate: two deals";
            case Decision.NoDeal none -> "Not a deal";
            case Decision.Hide hide -> "Hidden";
            case Decision.Alias alias ->
                alias.from().name() + " is another name of " + alias.to().name();
            case Decision.Undo undo -> "Undone";
        };
    }

    private static String shown(FieldValue value) {
        return value.words().isEmpty() ? "not known" : value.words();
    }

    private static String party(Decision.Party party) {
        String side = party.side() == Decision.Side.PAYER ? "Payer" : "Payee";
        Company wrong = party.wrong();
        Company right = party.right();
        if (right == null) {
            return side + " is not " + (wrong == null ? "" : wrong.name());
        }
        return side + " is " + right.name() + (wrong == null ? "" : ", not " + wrong.name());
    }

    /** One field of a deal before and after. @param before empty when it had none */
    public record Difference(String field, String before, String after) {}

    /** What differs between two states of a deal, in the order of the deal's page. */
    public static List<Difference> differences(@Nullable Deal before, @Nullable Deal after) {
        List<Difference> all = new ArrayList<>();
        add(all, "Type", before, after, deal -> Labels.type(deal.type()));
        add(all, "Payer", before, after, deal -> names(deal.payer()));
        add(all, "Payee", before, after, deal -> names(deal.payee()));
        add(all, "Value", before, after, deal -> deal.value() == null ? "" : Amounts.of(deal.value()));
        add(all, "Status", before, after, deal -> deal.status().label());
        add(all, "Announced", before, after, deal -> Objects.toString(deal.announced(), ""));
        add(all, "Power", before, after, deal -> deal.powerMw() == null ? "" : Amounts.power(deal.powerMw()));
        add(all, "Hardware", before, after, deal -> deal.hardware().stream()
                .map(Amounts::hardware)
                .collect(Collectors.joining(", ")));
        add(all, "Term", before, after, deal -> deal.term() == null ? "" : Amounts.term(deal.term()));
        add(all, "Site", before, after, deal -> Objects.toString(deal.site(), ""));
        add(
                all,
                "Stake",
                before,
                after,
                deal -> deal.equityStakePct() == null ? "" : Amounts.percent(deal.equityStakePct()));
        add(all, "Articles", before, after, deal -> Amounts.count(deal.sources().size()));
        add(all, "Sources differ on", before, after, deal -> deal.conflicts().stream()
                .map(Field::label)
                .collect(Collectors.joining(", ")));
        add(all, "May be the same as", before, after, deal -> Objects.toString(deal.possibleDuplicateOf(), ""));
        add(all, "In lists", before, after, deal -> deal.hidden() ? "no" : "yes");
        return all;
    }

    private static void add(
            List<Difference> all,
            String field,
            @Nullable Deal before,
            @Nullable Deal after,
            java.util.function.Function<Deal, String> shown) {
        String was = before == null ? "" : shown.apply(before);
        String is = after == null ? "" : shown.apply(after);
        if (!was.equals(is)) {
            all.add(new Difference(field, was, is));
        }
    }

    private static String names(List<Company> companies) {
        return companies.stream().map(Company::name).collect(Collectors.joining(", "));
    }
}
