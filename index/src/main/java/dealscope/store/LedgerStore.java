package dealscope.store;

import dealscope.deal.Deal;
import dealscope.fact.Companies;
import dealscope.fact.CompanyFact;
import dealscope.ledger.Loops;
import dealscope.ledger.Tally;
import dealscope.ledger.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The store's part about what is worked out from the ledger; {@link Store#ledger}. Promises what the store promises. */
public final class LedgerStore {
    private final Database database;
    private final LedgerRules rules;

    LedgerStore(Database database, LedgerRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /**
     * The deals with these ids as they were known at the end of {@code day} (UTC), in this order; those that nobody had told
     * of by then are left out, hidden ones too. A former id leads nowhere here.
     */
    public List<Deal> dealsAsOf(List<String> ids, LocalDate day) {
        return database.read(handle -> new PastDeals(handle, rules, endOf(day)).of(ids));
    }

    /** The deal as it was known at the end of {@code day} (UTC); empty when nobody had told of it by then. */
    public Optional<Deal> dealAsOf(String id, LocalDate day) {
        return database.read(handle ->
                new DealTable(handle).byId(id).map(deal -> new PastDeals(handle, rules, endOf(day)).recall(deal)));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** What sums are grouped by. */
    public enum By {
        PAYER,
        PAYEE,
        TYPE,
        QUARTER,
        YEAR,
        STATUS
    }

    /** Sums of the deals with these ids, by one rule, see {@link Tally}. */
    public Totals totals(By by, Predicate<String> ids) {
        return database.read(handle -> new TotalsTable(handle).all(by, ids));
    }

    /** Sums of these deals, as they are or were. */
    public static Totals totals(By by, Iterable<Deal> deals) {
        Totals totals = new Totals();
        deals.forEach(deal -> totals.add(TotalsTable.keys(deal, by), Tally.of(deal)));
        return totals;
    }

    /** Where money goes in a circle among at most so many companies, see {@link Loops}. */
    public Loops.Found loops(int mostCompanies) {
        return database.read(handle -> {
            Map<String, String> names = new CompanyTable(handle).names();
            TotalsTable table = new TotalsTable(handle);
            return Loops.of(table.payments(rules.at(handle)::rootOf, id -> name(id, names)), mostCompanies);
        });
    }

    private static @Nullable String name(String id, Map<String, String> names) {
        CompanyFact fact = Companies.load().byId(id);
        return names.getOrDefault(id, fact == null ? id : fact.company().name());
    }
}
