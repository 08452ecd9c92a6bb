package dealscope.web.api;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.Field;
import dealscope.deal.Money;
import dealscope.deal.SourceArticle;
import dealscope.deal.Term;
import dealscope.ledger.Plausibility;
import dealscope.ledger.Tally;
import dealscope.web.view.Amounts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A deal as a row of the CSV export; several of one thing are separated by {@code "; "}. */
final class DealCsv {
    static final List<String> HEADER = List.of(
            "id",
            "type",
            "payer",
            "payee",
            "status",
            "value_usd",
            "value_currency",
            "value_min",
            "value_max",
            "value_qualifier",
            "value_per",
            "value_text",
            "power_mw",
            "hardware",
            "term_start",
            "term_end",
            "term_years",
            "site",
            "equity_stake_pct",
            "announced",
            "reported",
            "first_seen",
            "last_changed",
            "independent",
            "copies",
            "conflicts",
            "confidence",
            "background",
            "part_of",
            "supersedes",
            "possible_duplicate_of",
            "exclude_from_totals",
            "sample",
            "tally",
            "flag",
            "sources");

    private DealCsv() {}

    static List<@Nullable Object> row(Deal deal) {
        Money value = deal.value();
        Term term = deal.term();
        return Arrays.asList(
                deal.id(),
                deal.type().label(),
                names(deal.payer()),
                names(deal.payee()),
                deal.status().label(),
                value == null ? null : value.usd(),
                value == null ? null : value.currency(),
                value == null ? null : value.min(),
                value == null ? null : value.max(),
                value == null ? null : value.qualifier().label(),
                value == null ? null : value.per(),
                value == null ? null : value.text(),
                deal.powerMw(),
                deal.hardware().stream().map(Amounts::hardware).collect(Collectors.joining("; ")),
                term == null ? null : term.start(),
                term == null ? null : term.end(),
                term == null ? null : term.years(),
                deal.site(),
                deal.equityStakePct(),
                deal.announced(),
                time(deal.reported()),
                time(deal.firstSeen()),
                time(deal.lastChanged()),
                deal.independent(),
                deal.copies(),
                deal.conflicts().stream().map(Field::label).collect(Collectors.joining("; ")),
                deal.confidence().score(),
                deal.background(),
                deal.partOf(),
                deal.supersedes(),
                deal.possibleDuplicateOf(),
                deal.excludeFromTotals(),
                deal.sample(),
                Tally.of(deal).reason().label(),
                Plausibility.flag(deal),
                deal.sources().stream().map(SourceArticle::url).collect(Collectors.joining("; ")));
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static String names(List<Company> companies) {
        return companies.stream().map(Company::name).collect(Collectors.joining("; "));
    }
}
