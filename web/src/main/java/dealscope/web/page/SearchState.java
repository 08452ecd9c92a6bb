package dealscope.web.page;

import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.view.Links;
import dealscope.web.view.QueryTerms;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a search page shows, as its address tells it, and the addresses of its neighbours.
 *
 * @param asOf the day whose knowledge is shown; empty for today
 */
public record SearchState(Kind kind, String query, Sort sort, boolean background, String asOf) {

    static SearchState of(Params params) {
        Kind kind = params.choice("tab", Kind.class, Kind.DEALS);
        String query = params.text("q");
        Sort natural = naturalSort(query);
        LocalDate day = Days.asOf(params);
        return new SearchState(
                kind,
                query,
                day == null ? params.choice("sort", Sort.class, natural) : Sort.DATE,
                params.flag("background", false),
                day == null ? "" : day.toString());
    }

    /** The newest first, unless words are searched for. */
    private static Sort naturalSort(String query) {
        boolean words = QueryTerms.of(query).hasWords();
        return words ? Sort.RELEVANCE : Sort.DATE;
    }

    public SearchState withQuery(String other) {
        Sort kept = sort == naturalSort(query) ? naturalSort(other) : sort;
        return new SearchState(kind, other, kept, background, asOf);
    }

    public SearchState withSort(Sort other) {
        return new SearchState(kind, query, other, background, asOf);
    }

    public SearchState withBackground(boolean other) {
        return new SearchState(kind, query, sort, other, asOf);
    }

    /** The same search in the other tab, in that tab's own order. */
    public SearchState withKind(Kind other) {
        return new SearchState(other, query, naturalSort(query), background, asOf);
    }

    /** The same search today. */
    public SearchState today() {
        return new SearchState(kind, query, naturalSort(query), background, "");
    }

    public boolean isPast() {
        return !asOf.isEmpty();
    }

    public boolean isDeals() {
        return kind == Kind.DEALS;
    }

    public boolean sorted(String by) {
        return sort.name().equalsIgnoreCase(by);
    }

    /** Address of this search in another order. */
    public String sortLink(String by) {
        return withSort(Sort.valueOf(by.toUpperCase(Locale.ROOT))).link();
    }

    public String tabLink(String tab) {
        return withKind(Kind.valueOf(tab.toUpperCase(Locale.ROOT))).link();
    }

    public String link() {
        return Links.with("/deals", parameters());
    }

    String linkAt(String cursor) {
        Map<String, String> parameters = parameters();
        parameters.put("cursor", cursor);
        return Links.with("/deals", parameters);
    }

    /** Address of the same search in the API or as a file. */
    public String dataLink(String path) {
        Map<String, String> parameters = parameters();
        parameters.remove("tab");
        return Links.with(path, parameters);
    }

    /** Where this search is made an alert. */
    public String alertLink() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", query);
        parameters.put("background", background ? "true" : "");
        return Links.with("/alerts", parameters);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", query);
        parameters.put("tab", kind == Kind.DEALS ? "" : "articles");
        parameters.put(
                "sort",
                isPast() || sort == naturalSort(query) ? "" : sort.name().toLowerCase(Locale.ROOT));
        parameters.put("background", background ? "true" : "");
        parameters.put(Days.AS_OF, asOf);
        return parameters;
    }
}
