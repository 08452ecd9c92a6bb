package dealscope.web.site;

import dealscope.deal.Deal;
import dealscope.index.BadQuery;
import dealscope.index.DealIndex;
import dealscope.index.QueryField;
import dealscope.index.SearchQuery;
import dealscope.index.SearchRequest;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.store.Store;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Searches the deals as they were known on a former day, the newest first. Each candidate is worked out anew from its own
 * reports and held against the query as it was then.
 *
 * <p>Candidates are the deals first reported by that day that match the query's words, companies and sources today. One
 * search works out at most {@value #MOST_EXAMINED} of them, so a page may hold fewer deals than asked for, or none, and
 * still have a next one. How many there are in all is not known.
 */
public final class PastSearch {
    private static final int MOST_EXAMINED = 600;
    /** Fewer than this part of the page left to fill: the page is given as it is. */
    private static final int NEARLY = 5;

    private final Store store;
    private final DealIndex index;

    public PastSearch(Store store, DealIndex index) {
        this.store = store;
        this.index = index;
    }

    /** @param next cursor of the next page, null on the last */
    public record Page(List<Deal> deals, @Nullable String next) {
        public Page {
            deals = List.copyOf(deals);
        }
    }

    /** @throws BadQuery as {@link dealscope.index.DealIndex#search} */
    public Page search(String query, boolean background, LocalDate day, @Nullable String cursor, int limit)
            throws BadQuery, IOException {
        Predicate<Deal> matches = index.matcher(query, background);
        String candidates = candidates(query, day);
        List<Deal> found = new ArrayList<>();
        String at = cursor;
        int examined = 0;
        do {
            SearchResult some = index.search(
                    new SearchRequest(Kind.DEALS, candidates, Sort.DATE, at, limit - found.size(), false, background)
                            .inFull());
            List<String> ids = some.hits().stream().map(SearchResult.Hit::id).toList();
            store.ledger().dealsAsOf(ids, day).stream().filter(matches).forEach(found::add);
            examined += ids.size();
            at = some.next();
        } while (at != null && examined < MOST_EXAMINED && NEARLY * (limit - found.size()) > limit);
        return new Page(found, at);
    }

    /** All that may have matched then: what a query says of fields that change is left to the day itself. */
    private String candidates(String query, LocalDate day) throws BadQuery {
        String known = "published:.." + day;
        SearchQuery asked = index.parsed(query);
        List<SearchQuery> parts = asked instanceof SearchQuery.And and ? and.parts() : List.of(asked);
        String lasting = parts.stream()
                .filter(PastSearch::lasts)
                .map(part -> "(" + part.written() + ")")
                .collect(Collectors.joining(" "));
        String narrowed = (lasting + " " + known).strip();
        return narrowed.length() > SearchQuery.MAX_LENGTH ? known : narrowed;
    }

    /** Words, companies and sources: a deal of that day that matches them matches them today. */
    private static boolean lasts(SearchQuery part) {
        return switch (part) {
            case SearchQuery.Word word -> true;
            case SearchQuery.Phrase phrase -> true;
            case SearchQuery.Near near -> true;
            case SearchQuery.Is is -> is.field() == QueryField.COMPANY || is.field() == QueryField.SOURCE;
            default -> false;
        };
    }
}
