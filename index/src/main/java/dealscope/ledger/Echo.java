package dealscope.ledger;

import dealscope.deal.Analysis;
import dealscope.deal.Company;
import dealscope.deal.DealType;
import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.deal.Money;
import dealscope.deal.Report;
import dealscope.deal.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an article tells in which no deal was found to be its subject, but whose beginning names companies and an amount:
 * enough to know a deal again that other articles tell in those days, never enough to make one. It has no say about what
 * the deal shows.
 */
public final class Echo {
    private static final String WHY = "companies and amount at the beginning, no deal read";

    /** Characters of the text that are its beginning, beside the title. */
    private static final int BEGINNING = 300;

    /** A text that begins with more companies than this is a list. */
    private static final int MOST_COMPANIES = 5;

    private Echo() {}

    /** The article's reports, with an echo after them when none of them is what it is about. */
    public static List<Report> with(Analysis analysis) {
        Report echo = analysis.reports().stream().anyMatch(Report::main) ? null : of(analysis);
        if (echo == null) {
            return analysis.reports();
        }
        List<Report> reports = new ArrayList<>(analysis.reports());
        reports.add(echo);
        return reports;
    }

    static boolean is(Report report) {
        return report.why().equals(WHY);
    }

    private static @Nullable Report of(Analysis analysis) {
        Set<String> named = beginning(analysis, MentionKind.COMPANY, Mention::entity);
        Set<String> amounts = beginning(analysis, MentionKind.MONEY, Mention::text);
        List<Company> companies = analysis.companies().stream()
                .filter(company -> named.contains(company.id()))
                .toList();
        Money value = analysis.money().stream()
                .filter(money -> money.per() == null && amounts.contains(money.text()))
                .findFirst()
                .orElse(null);
        if (value == null || companies.size() < 2 || companies.size() > MOST_COMPANIES) {
            return null;
        }
        int ordinal =
                analysis.reports().stream().mapToInt(Report::ordinal).max().orElse(-1) + 1;
        return new Report(
                ordinal,
                DealType.PARTNERSHIP,
                companies,
                List.of(),
                true,
                Status.REPORTED,
                value,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                WHY);
    }

    private static Set<String> beginning(
            Analysis analysis, MentionKind kind, java.util.function.Function<Mention, @Nullable String> what) {
        return analysis.mentions().stream()
                .filter(mention -> mention.kind() == kind && (mention.inTitle() || mention.end() <= BEGINNING))
                .map(what)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
