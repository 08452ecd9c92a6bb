package dealscope.web.api;

import dealscope.deal.Deal;
import dealscope.index.BadQuery;
import dealscope.index.QueryField;
import dealscope.index.SearchRequest;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.site.ChangedSince;
import dealscope.web.site.PastSearch;
import dealscope.web.site.Site;
import dealscope.web.site.WholeSearch;
import dealscope.web.view.QueryTerms;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search as the parameters of a request ask it: {@code q} in the query language, and every field of that language as a
 * parameter of its own ({@code type=compute} is {@code type:compute}).
 */
final class DealSearch {
    static final String CHANGED_SINCE = "changed_since";

    /** Fields whose names mean something else as parameters. */
    private static final Set<QueryField> NO_PARAMETER = Set.of(QueryField.ID, QueryField.BACKGROUND);

    private final Site site;

    DealSearch(Site site) {
        this.site = site;
    }

    /** {@code more} and every parameter that narrows a search. */
    static Set<String> parameters(String... more) {
        Set<String> names = new HashSet<>(List.of("q", "background"));
        fields().forEach(field -> names.add(field.label()));
        names.addAll(List.of(more));
        return names;
    }

    private static List<QueryField> fields() {
        return Arrays.stream(QueryField.values())
                .filter(field -> !NO_PARAMETER.contains(field))
                .toList();
    }

    static String query(Params params) {
        StringBuilder filters = new StringBuilder();
        for (QueryField field : fields()) {
            String value = params.text(field.label());
            if (!value.isEmpty()) {
                filters.append(' ').append(QueryTerms.filter(field.label(), value));
            }
        }
        String query = params.text("q");
        return filters.isEmpty() || query.isEmpty() ? (query + filters).strip() : "(" + query + ")" + filters;
    }

    SearchResult run(Kind kind, Params params, Sort sort, @Nullable String cursor, int limit, boolean facets)
            throws IOException {
        LocalDate day = Days.asOf(params);
        String query = day == null ? query(params) : WholeSearch.until(query(params), day);
        boolean background = params.flag("background", false);
        boolean reversed = params.flag("reversed", false);
        try {
            SearchRequest request = new SearchRequest(kind, query, sort, cursor, limit, facets, background, reversed);
            return site.index().search(params.flag("stories", false) ? request.byStory() : request);
        } catch (BadQuery e) {
            throw RequestProblem.badQuery(e, query);
        }
    }

    /** The parameter {@code changed_since}. */
    ChangedSince since(Params params) {
        String given = params.text(CHANGED_SINCE);
        return given.isEmpty()
                ? ChangedSince.EVER
                : ChangedSince.parse(given, site.store().epoch())
                        .orElseThrow(() -> RequestProblem.badParameter("\"changed_since\" must be a day written as"
                                + " 2026-03-01, a time written as 2026-03-01T09:00:00Z, or a snapshot that this server"
                                + " named; for a snapshot of another store, read everything anew."));
    }

    /** The deals of a former day, see {@link PastSearch}. */
    PastSearch.Page past(Params params, LocalDate day, @Nullable String cursor, int limit) throws IOException {
        if (!params.text("sort").isEmpty() && !params.text("sort").equals("date")) {
            throw RequestProblem.badParameter("With \"asOf\" deals come by date; leave \"sort\" out.");
        }
        String query = query(params);
        try {
            return new PastSearch(site.store(), site.index())
                    .search(query, params.flag("background", false), day, cursor, limit);
        } catch (BadQuery e) {
            throw RequestProblem.badQuery(e, query);
        }
    }

    List<Deal> deals(SearchResult result) {
        return site.store()
                .deals(result.hits().stream().map(SearchResult.Hit::id).toList());
    }
}
