package dealscope.ledger;

import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.DealType;
import dealscope.deal.Field;
import dealscope.deal.Money;
import dealscope.deal.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A report in its article, with what joining needs worked out once.
 *
 * @param payers ultimate parents of the payers; of a partnership those of all parties
 * @param payees ultimate parents of the payees; empty for a partnership
 * @param ties what it may share with others
 * @param amounts every amount claimed for its value, the headline one included
 */
record Told(
        ReportId id,
        Coverage article,
        Report report,
        Set<String> payers,
        Set<String> payees,
        List<Money> amounts,
        Set<Tie> ties) {

    /** By publication, undated ones last, then by article and place in it. */
    static final Comparator<Told> ORDER = Comparator.comparing(
                    Told::published, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(told -> told.id.articleId())
            .thenComparing(told -> told.id.ordinal());

    static Told of(Coverage article, Report report, UnaryOperator<String> root) {
        Set<String> payers = roots(report.payer(), root);
        Set<String> payees = roots(report.payee(), root);
        if (report.type() == DealType.PARTNERSHIP) {
            payers.addAll(payees);
            payees = Set.of();
        }
        List<Money> amounts = report.claims().stream()
                .filter(claim -> claim.field() == Field.VALUE)
                .map(Claim::money)
                .filter(Objects::nonNull)
                .toList();
        Told untied = new Told(
                new ReportId(article.articleId(), report.ordinal()),
                article,
                report,
                payers,
                payees,
                amounts,
                Set.of());
        return new Told(untied.id, article, report, payers, payees, amounts, Tie.of(untied));
    }

    private static Set<String> roots(Collection<Company> companies, UnaryOperator<String> root) {
        Set<String> roots = new TreeSet<>();
        companies.forEach(company -> roots.add(root.apply(company.id())));
        return roots;
    }

    /** Every company, by ultimate parent. */
    Set<String> parties() {
        Set<String> parties = new TreeSet<>(payers);
        parties.addAll(payees);
        return parties;
    }

    boolean equity() {
        return report.type() == DealType.INVESTMENT || report.type() == DealType.ACQUISITION;
    }

    /** Whether it is news of a round or takeover of a stated size. */
    boolean round() {
        return main() && equity() && valued();
    }

    /** Whether its article is a copy of the text of one of these. */
    boolean sharesText(List<Told> others) {
        return article.length() > 0
                && others.stream().anyMatch(other -> other.article.story().equals(article.story()));
    }

    /** When it was told: published, or when that is unknown seen. */
    Instant time() {
        Instant published = article.published();
        return published == null ? article.seen() : published;
    }

    boolean main() {
        return report.main();
    }

    boolean partnership() {
        return report.type() == DealType.PARTNERSHIP;
    }

    boolean valued() {
        return report.value() != null;
    }

    /** Whether both sides are named. */
    boolean twoSided() {
        return partnership() ? payers.size() > 1 : !payers.isEmpty() && !payees.isEmpty();
    }

    boolean nameless() {
        return payers.isEmpty() && payees.isEmpty();
    }

    @Nullable
    Instant published() {
        return article.published();
    }

    /** Days between two publications; null when one is unknown. */
    static @Nullable Long days(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b == null ? null : Duration.between(a, b).abs().toDays();
    }
}
