package dealscope.ledger.correction;

import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.DealType;
import dealscope.deal.Money;
import dealscope.deal.Report;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One report of an article, told by what survives when the article is read again: who takes part, the amount and the
 * sentences that say so.
 *
 * @param payer ids of companies
 * @param value the amount, normalised: {@code 45000000000 USD}; null when none was given
 * @param quotes sentences of its claims, each once
 */
public record Anchor(
        String articleId,
        DealType type,
        List<String> payer,
        List<String> payee,
        @Nullable String value,
        List<String> quotes) {
    private static final int MOST_QUOTES = 4;
    private static final int LONGEST_QUOTE = 300;

    private static final int SAME_SIDE = 4;
    private static final int SAME_VALUE = 5;
    private static final int SAME_TYPE = 3;
    private static final int SAME_QUOTE = 2;

    public Anchor {
        payer = List.copyOf(payer);
        payee = List.copyOf(payee);
        quotes = List.copyOf(quotes);
    }

    public static Anchor of(String articleId, Report report) {
        return new Anchor(
                articleId,
                report.type(),
                ids(report.payer()),
                ids(report.payee()),
                normalised(report.value()),
                quotes(report).stream().limit(MOST_QUOTES).toList());
    }

    private static List<String> ids(List<Company> companies) {
        return companies.stream().map(Company::id).toList();
    }

    private static @Nullable String normalised(@Nullable Money money) {
        if (money == null) {
            return null;
        }
        String min = money.min().stripTrailingZeros().toPlainString();
        String max = money.max().stripTrailingZeros().toPlainString();
        return (min.equals(max) ? max : min + "-" + max) + " " + money.currency()
                + (money.per() == null ? "" : " per " + money.per());
    }

    private static List<String> quotes(Report report) {
        return report.claims().stream()
                .map(Claim::sentence)
                .map(Anchor::plain)
                .filter(quote -> !quote.isEmpty())
                .distinct()
                .toList();
    }

    private static String plain(String sentence) {
        String plain = sentence.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return plain.length() <= LONGEST_QUOTE ? plain : plain.substring(0, LONGEST_QUOTE);
    }

    /**
     * The report that this one has become, of all those of its article now; null when it is there no more.
     *
     * @param alias from the id of a company to the one that stands for it now
     */
    public @Nullable Report among(Collection<Report> reports, UnaryOperator<String> alias) {
        Report best = null;
        int most = 0;
        for (Report report : reports) {
            int likeness = likeness(report, alias);
            if (likeness > most || (best != null && likeness == most && report.ordinal() < best.ordinal())) {
                best = report;
                most = likeness;
            }
        }
        return best;
    }

    /** 0 when it is another one: it must be of the same parties, or give the same amount in the same words. */
    private int likeness(Report report, UnaryOperator<String> alias) {
        Set<String> quoted = new HashSet<>(quotes(report));
        quoted.retainAll(quotes);
        boolean sameValue = value != null && value.equals(normalised(report.value()));
        Side sidePayer = Side.of(mapped(payer, alias), mapped(ids(report.payer()), alias));
        Side sidePayee = Side.of(mapped(payee, alias), mapped(ids(report.payee()), alias));
        boolean parties = sidePayer != Side.DIFFERENT
                && sidePayee != Side.DIFFERENT
                && (sidePayer == Side.SAME || sidePayee == Side.SAME);
        boolean words = sameValue && !quoted.isEmpty();
        boolean known = words || parties && (type == report.type() || sameValue || !quoted.isEmpty());
        if (!known) {
            return 0;
        }
        return 1
                + (sidePayer == Side.SAME ? SAME_SIDE : 0)
                + (sidePayee == Side.SAME ? SAME_SIDE : 0)
                + (sameValue ? SAME_VALUE : 0)
                + (type == report.type() ? SAME_TYPE : 0)
                + SAME_QUOTE * Math.min(2, quoted.size());
    }

    private static Set<String> mapped(List<String> ids, UnaryOperator<String> alias) {
        Set<String> mapped = new HashSet<>();
        ids.forEach(id -> mapped.add(alias.apply(id)));
        return mapped;
    }

    private enum Side {
        SAME,
        UNNAMED,
        DIFFERENT;

        static Side of(Set<String> a, Set<String> b) {
            if (a.isEmpty() || b.isEmpty()) {
                return UNNAMED;
            }
            return a.stream().anyMatch(b::contains) ? SAME : DIFFERENT;
        }
    }
}
