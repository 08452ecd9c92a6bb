package dealscope.web.page;

import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.view.Links;
import dealscope.web.view.QueryTerms;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a search page shows, as its address tells it, and the addresses of its neighbours.
 *
 * @param reversed the other way round than the sort's own
 * @param asOf the day whose knowledge is shown; empty for today
 * @param columns of the table of deals
 * @param cursor where the page begins; empty for the first
 * @param show id of the deal that stands beside the list; empty for none
 */
public record SearchState(
        Kind kind,
        String query,
        Sort sort,
        boolean reversed,
        boolean background,
        String asOf,
        List<Column> columns,
        String cursor,
        String show) {

    static SearchState of(Params params) {
        Kind kind = params.choice("tab", Kind.class, Kind.DEALS);
        String query = params.text("q");
        LocalDate day = Days.asOf(params);
        return new SearchState(
                kind,
                query,
                day == null ? params.choice("sort", Sort.class, naturalSort(query)) : Sort.DATE,
                day == null && params.flag("reversed", false),
                params.flag("background", false),
                day == null ? "" : day.toString(),
                Column.of(params),
                params.text("cursor"),
                params.text("show"));
    }

    /** The newest first, unless words are searched for. */
    private static Sort naturalSort(String query) {
        boolean words = QueryTerms.of(query).hasWords();
        return words ? Sort.RELEVANCE : Sort.DATE;
    }

    public SearchState withQuery(String other) {
        Sort kept = sort == naturalSort(query) && !reversed ? naturalSort(other) : sort;
        return new SearchState(kind, other, kept, reversed, background, asOf, columns, "", "");
    }

    public SearchState withSort(Sort other, boolean backwards) {
        return new SearchState(kind, query, other, backwards, background, asOf, columns, "", show);
    }

    public SearchState withBackground(boolean other) {
        return new SearchState(kind, query, sort, reversed, other, asOf, columns, "", show);
    }

    /** The same search in the other tab, in that tab's own order. */
    public SearchState withKind(Kind other) {
        return new SearchState(other, query, naturalSort(query), false, background, asOf, columns, "", "");
    }

    /** The same search today. */
    public SearchState today() {
        return new SearchState(kind, query, naturalSort(query), false, background, "", columns, "", show);
    }

    public boolean isPast() {
        return !asOf.isEmpty();
    }

    public boolean isDeals() {
        return kind == Kind.DEALS;
    }

    public boolean sorted(Sort by) {
        return sort == by;
    }

    /** The value of {@code aria-sort} for a column that is sorted by. */
    public String direction() {
        return sort.ascending() == reversed ? "descending" : "ascending";
    }

    /** Address of this search in another order, or the other way round when it is in this one. */
    public String sortLink(Sort by) {
        return withSort(by, sorted(by) && !reversed).link();
    }

    public String tabLink(String tab) {
        return withKind(Kind.valueOf(tab.toUpperCase(Locale.ROOT))).link();
    }

    /** Address of the first page of this search, with nothing beside it. */
    public String link() {
        Map<String, String> parameters = parameters();
        parameters.put("show", show);
        return Links.with("/deals", parameters);
    }

    String linkAt(String next) {
        Map<String, String> parameters = parameters();
        parameters.put("cursor", next);
        return Links.with("/deals", parameters);
    }

    /** Address of the rows alone that begin at a cursor. */
    String rowsAt(String next) {
        Map<String, String> parameters = parameters();
        parameters.put("cursor", next);
        return Links.with("/deals/rows", parameters);
    }

    /** This page with a deal beside it. */
    String showLink(String id) {
        Map<String, String> parameters = parameters();
        parameters.put("cursor", cursor);
        parameters.put("show", id);
        return Links.with("/deals", parameters) + "#preview";
    }

    /** This page with nothing beside it. */
    public String closeLink() {
        return cursor.isEmpty() ? Links.with("/deals", parameters()) : linkAt(cursor);
    }

    /** Address of the same search in the API or as a file. */
    public String dataLink(String path) {
        Map<String, String> parameters = parameters();
        parameters.remove("tab");
        parameters.remove(Column.PARAMETER);
        return Links.with(path, parameters);
    }

    /** Where this search is made an alert. */
    public String alertLink() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", query);
        parameters.put("background", background ? "true" : "");
        return Links.with("/alerts", parameters);
    }

    /** What a form must send along to stay in this search; {@code without} is given by the form itself. */
    public Map<String, String> kept(String... without) {
        Map<String, String> parameters = parameters();
        parameters.values().removeIf(String::isEmpty);
        for (String name : without) {
            parameters.remove(name);
        }
        return parameters;
    }

    /** What the search box sends along: another search begins anew but for the columns and the tab. */
    Map<String, String> box() {
        return kept("q", "sort", "reversed", "background", Days.AS_OF);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", query);
        parameters.put("tab", kind == Kind.DEALS ? "" : "articles");
        boolean natural = sort == naturalSort(query);
        parameters.put("sort", isPast() || natural ? "" : sort.name().toLowerCase(Locale.ROOT));
        parameters.put("reversed", reversed ? "true" : "");
        parameters.put("background", background ? "true" : "");
        parameters.put(Days.AS_OF, asOf);
        parameters.put(Column.PARAMETER, Column.text(columns));
        return parameters;
    }
}
