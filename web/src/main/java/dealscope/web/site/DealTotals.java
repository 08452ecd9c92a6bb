package dealscope.web.site;

import dealscope.deal.Deal;
import dealscope.index.BadQuery;
import dealscope.index.SearchRequest;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.ledger.Totals;
import dealscope.store.LedgerStore;
import dealscope.store.LedgerStore.By;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sums over the deals that a query finds, today or on a former day. */
public final class DealTotals {
    private static final int PAGE = 1000;
    private static final int PAST_PAGE = 200;
    /** Deals of a former day are worked out one by one; more than these are left out, and the answer says so. */
    private static final int MOST_PAST = 5000;

    private final Site site;

    public DealTotals(Site site) {
        this.site = site;
    }

    /** @param complete false when there were too many deals to work out for a former day */
    public record Answer(Totals totals, boolean complete) {}

    /** Retellings are found too: what is left out is told. */
    public Answer of(By by, String query, @Nullable LocalDate day) throws BadQuery, IOException {
        if (day != null) {
            return past(by, query, day);
        }
        if (query.isBlank()) {
            return new Answer(site.store().ledger().totals(by, id -> true), true);
        }
        Set<String> ids = new HashSet<>();
        String cursor = null;
        do {
            SearchResult page = site.index()
                    .search(new SearchRequest(Kind.DEALS, query, Sort.DATE, cursor, PAGE, false, true).inFull());
            page.hits().forEach(hit -> ids.add(hit.id()));
            cursor = page.next();
        } while (cursor != null);
        return new Answer(site.store().ledger().totals(by, ids::contains), true);
    }

    private Answer past(By by, String query, LocalDate day) throws BadQuery, IOException {
        List<Deal> deals = new ArrayList<>();
        String cursor = null;
        do {
            PastSearch.Page page =
                    new PastSearch(site.store(), site.index()).search(query, true, day, cursor, PAST_PAGE);
            deals.addAll(page.deals());
            cursor = page.next();
        } while (cursor != null && deals.size() < MOST_PAST);
        return new Answer(LedgerStore.totals(by, deals), cursor == null);
    }
}
