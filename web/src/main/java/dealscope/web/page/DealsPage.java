package dealscope.web.page;

import dealscope.deal.Deal;
import dealscope.index.BadQuery;
import dealscope.index.SearchRequest;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.store.Store.StoredArticle;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.PastSearch;
import dealscope.web.site.Site;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import dealscope.web.view.QueryTerms;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /deals}: search with facets. The whole state is the address: {@code q} (the query, filters included), {@code tab},
 * {@code sort}, {@code background} and {@code cursor}.
 */
public final class DealsPage {
    private static final int PAGE = 50;
    private static final Set<String> PARAMETERS =
            Set.of("q", "tab", "sort", "background", "cursor", "from", "to", "min", "max", Days.AS_OF);

    private final Site site;
    private final Renderer renderer;

    public DealsPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /**
     * @param snippet null when nothing was searched for
     * @param more the other articles of the same story; null when there is none
     */
    public record ArticleLine(
            String href,
            String title,
            String publisher,
            String date,
            String isoDate,
            String completeness,
            int deals,
            boolean sample,
            @Nullable Snippet snippet,
            @Nullable More more) {}

    /** The other articles of a story, and where they are listed. */
    public record More(String count, String href) {}

    /**
     * @param aside what else to say of the search: that it was ended early, or what may have been meant
     * @param next address of the next page, null on the last
     */
    public record View(
            SearchState state,
            String total,
            String otherTotal,
            List<DealLine> deals,
            List<ArticleLine> articles,
            List<Facets.Group> facets,
            List<Facets.Chip> chips,
            Aside aside,
            boolean firstPage,
            @Nullable String next) {}

    /** @param didYouMean the query that was probably meant, with {@code href} to search for it; null when none is near */
    public record Aside(
            boolean partial,
            @Nullable String didYouMean,
            @Nullable String href) {
        static final Aside NONE = new Aside(false, null, null);

        static Aside of(SearchResult result, SearchState state) {
            String better = result.didYouMean();
            return new Aside(
                    result.partial(),
                    better,
                    better == null ? null : state.withQuery(better).link());
        }
    }

    public void show(Context ctx) throws IOException {
        Params params = new Params(ctx, false, PARAMETERS);
        String asked = Ranges.query(params);
        SearchState state = SearchState.of(params);
        if (!asked.equals(state.query())) {
            ctx.redirect(state.withQuery(asked).link(), io.javalin.http.HttpStatus.SEE_OTHER);
            return;
        }
        View view = state.isPast() && state.isDeals() ? past(state, params.cursor()) : view(state, params.cursor());
        String title = state.query().isEmpty() ? "Deals" : state.query() + " – Deals";
        renderer.page(
                ctx, "deals", new Title(title, "deals", state.query(), state.isDeals() ? "" : "articles", true), view);
    }

    /** Facets and totals are of today, so a former day has none. */
    private View past(SearchState state, @Nullable String cursor) throws IOException {
        PastSearch.Page page;
        try {
            page = new PastSearch(site.store(), site.index())
                    .search(state.query(), state.background(), LocalDate.parse(state.asOf()), cursor, PAGE);
        } catch (BadQuery e) {
            throw RequestProblem.badQuery(e, state.query());
        }
        return new View(
                state,
                Labels.plural(page.deals().size(), "deal") + " on this page",
                "",
                page.deals().stream()
                        .map(deal -> DealLine.of(deal).on(state.asOf()))
                        .toList(),
                List.of(),
                List.of(),
                Facets.chips(QueryTerms.of(state.query()), state, Map.of()),
                Aside.NONE,
                cursor == null,
                page.next() == null ? null : state.linkAt(page.next()));
    }

    private View view(SearchState state, @Nullable String cursor) throws IOException {
        SearchResult result = search(state, state.kind(), cursor, PAGE, true);
        Kind other = state.kind() == Kind.DEALS ? Kind.ARTICLES : Kind.DEALS;
        long otherTotal = search(state, other, null, 1, false).total();
        Map<String, String> snippets = snippets(result);
        List<String> ids = result.hits().stream().map(SearchResult.Hit::id).toList();
        boolean deals = state.kind() == Kind.DEALS;
        QueryTerms terms = QueryTerms.of(state.query());
        return new View(
                state,
                Labels.plural(result.total(), deals ? "deal" : "article"),
                dealscope.web.view.Amounts.count(otherTotal),
                deals ? dealLines(site.store().deals(ids), snippets, state) : List.of(),
                deals ? List.of() : articleLines(site.store().articles(ids), snippets, more(result, state)),
                Facets.groups(result.facets(), terms, state),
                Facets.chips(terms, state, result.facets()),
                Aside.of(result, state),
                cursor == null,
                result.next() == null ? null : state.linkAt(result.next()));
    }

    private SearchResult search(SearchState state, Kind kind, @Nullable String cursor, int limit, boolean facets)
            throws IOException {
        Sort sort = kind == state.kind() ? state.sort() : Sort.RELEVANCE;
        String query = state.isPast() ? until(state.query(), state.asOf()) : state.query();
        SearchRequest request = new SearchRequest(kind, query, sort, cursor, limit, facets, state.background());
        try {
            return site.index().search(request.byStory());
        } catch (BadQuery e) {
            throw RequestProblem.badQuery(e, state.query());
        }
    }

    private static String until(String query, String day) {
        return ((query.isEmpty() ? "" : "(" + query + ") ") + "published:.." + day).strip();
    }

    private static Map<String, String> snippets(SearchResult result) {
        return result.hits().stream()
                .filter(hit -> hit.snippet() != null)
                .collect(Collectors.toMap(SearchResult.Hit::id, hit -> String.valueOf(hit.snippet()), (a, b) -> a));
    }

    private static List<DealLine> dealLines(List<Deal> deals, Map<String, String> snippets, SearchState state) {
        boolean words = !QueryTerms.of(state.query())
                .filters()
                .equals(QueryTerms.of(state.query()).terms());
        Function<Deal, DealLine> line = deal -> DealLine.of(deal, words ? snippets.get(deal.id()) : null);
        return deals.stream().map(line).toList();
    }

    private static List<ArticleLine> articleLines(
            List<StoredArticle> articles, Map<String, String> snippets, Map<String, More> more) {
        return articles.stream()
                .map(each -> line(
                        each, snippets.get(each.article().id()), more.get(each.article().id())))
                .toList();
    }

    private static Map<String, More> more(SearchResult result, SearchState state) {
        return result.hits().stream()
                .filter(hit -> hit.others() > 0)
                .collect(Collectors.toMap(
                        SearchResult.Hit::id,
                        hit -> new More(
                                Labels.plural(hit.others(), "more article"),
                                state.withQuery("story:" + hit.story()).link()),
                        (a, b) -> a));
    }

    static ArticleLine line(StoredArticle stored, @Nullable String snippet, @Nullable More more) {
        return new ArticleLine(
                Links.article(stored.article().id()),
                stored.article().title(),
                stored.article().publisher(),
                Dates.day(stored.article().published()),
                Dates.iso(stored.article().published()),
                stored.article().completeness().name().toLowerCase(Locale.ROOT),
                stored.dealIds().size(),
                stored.article().sample(),
                snippet == null || snippet.isBlank() ? null : Snippet.of(snippet),
                more);
    }
}
