package dealscope.web.page;

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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /deals}: search with facets, a table whose columns one chooses, and the deal that was picked beside it. The whole
 * state is the address: {@code q} (the query, filters included), {@code tab}, {@code sort}, {@code reversed}, {@code
 * background}, {@code columns}, {@code cursor} and {@code show}. {@code /deals/rows} gives the next rows alone, {@code
 * /deals/{id}/preview} what stands beside them.
 */
public final class DealsPage {
    private static final int PAGE = 60;
    private static final Set<String> PARAMETERS = parameters();

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

    /** The rows of a page. @param next address of the rows after them, null on the last page */
    public record Rows(
            SearchState state,
            List<DealRow> deals,
            @Nullable String next) {}

    /**
     * @param found number of deals, or -1 when it is not known
     * @param aside what else to say of the search: that it was ended early, or what may have been meant
     * @param next address of the next page, null on the last
     * @param preview null when no deal is picked
     */
    public record View(
            SearchState state,
            String total,
            long found,
            String otherTotal,
            Rows rows,
            List<ArticleLine> articles,
            List<Facets.Group> facets,
            List<RangeBars.Range> ranges,
            List<Facets.Chip> chips,
            Aside aside,
            boolean firstPage,
            @Nullable String next,
            @Nullable Preview preview) {
        public List<Column> allColumns() {
            return List.of(Column.values());
        }
    }

    private static Set<String> parameters() {
        Set<String> names = new HashSet<>(Column.boxes());
        names.addAll(List.of("q", "tab", "sort", "reversed", "background", "cursor", "show", Days.AS_OF));
        names.addAll(List.of("from", "to", "min", "max", "minmw", "maxmw", Column.PARAMETER, Column.PICK));
        return names;
    }

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
        if (!asked.equals(state.query()) || params.flag(Column.PICK, false)) {
            ctx.redirect(
                    asked.equals(state.query())
                            ? state.link()
                            : state.withQuery(asked).link(),
                    io.javalin.http.HttpStatus.SEE_OTHER);
            return;
        }
        View view = state.isPast() && state.isDeals() ? past(state) : view(state);
        String title = state.query().isEmpty() ? "Deals" : state.query() + " – Deals";
        renderer.page(ctx, "deals", new Title(title, "deals", state.query(), state.box(), true), view);
    }

    /** Answers the rows that begin at the cursor, without the page around them. */
    public void rows(Context ctx) throws IOException {
        SearchState state = SearchState.of(new Params(ctx, false, PARAMETERS));
        if (state.isPast()) {
            PastSearch.Page page = pastPage(state);
            renderer.fragment(ctx, "rows", pastRows(state, page));
            return;
        }
        SearchResult result = search(state, Kind.DEALS, cursor(state), PAGE, false);
        renderer.fragment(ctx, "rows", rows(state, result));
    }

    /** Answers what stands beside the list when this deal is picked. */
    public void preview(Context ctx) {
        String id = Params.id(ctx, "deal");
        String day = new Params(ctx, false, PARAMETERS).text(Days.AS_OF);
        Preview preview = Preview.of(site, id, day.isEmpty() ? null : Days.asOf(new Params(ctx, false, PARAMETERS)));
        if (preview == null) {
            throw RequestProblem.notFound("There is no deal with this id.");
        }
        renderer.fragment(ctx, "preview", preview);
    }

    private static @Nullable String cursor(SearchState state) {
        return state.cursor().isEmpty() ? null : state.cursor();
    }

    private @Nullable Preview previewOf(SearchState state) {
        return state.show().isEmpty()
                ? null
                : Preview.of(site, state.show(), state.isPast() ? LocalDate.parse(state.asOf()) : null);
    }

    private PastSearch.Page pastPage(SearchState state) throws IOException {
        try {
            return new PastSearch(site.store(), site.index())
                    .search(state.query(), state.background(), LocalDate.parse(state.asOf()), cursor(state), PAGE);
        } catch (BadQuery e) {
            throw RequestProblem.badQuery(e, state.query());
        }
    }

    private static Rows pastRows(SearchState state, PastSearch.Page page) {
        return new Rows(
                state,
                page.deals().stream()
                        .map(deal -> DealRow.of(deal, DealLine.of(deal), state))
                        .toList(),
                page.next() == null ? null : state.rowsAt(page.next()));
    }

    /** Facets and totals are of today, so a former day has none. */
    private View past(SearchState state) throws IOException {
        PastSearch.Page page = pastPage(state);
        return new View(
                state,
                Labels.plural(page.deals().size(), "deal") + " on this page",
                -1,
                "",
                pastRows(state, page),
                List.of(),
                List.of(),
                List.of(),
                Facets.chips(QueryTerms.of(state.query()), state, Map.of()),
                Aside.NONE,
                state.cursor().isEmpty(),
                page.next() == null ? null : state.linkAt(page.next()),
                previewOf(state));
    }

    private View view(SearchState state) throws IOException {
        SearchResult result = search(state, state.kind(), cursor(state), PAGE, true);
        boolean deals = state.isDeals();
        long otherTotal = search(state, deals ? Kind.ARTICLES : Kind.DEALS, null, 1, false)
                .total();
        QueryTerms terms = QueryTerms.of(state.query());
        return new View(
                state,
                Labels.plural(result.total(), deals ? "deal" : "article"),
                result.total(),
                dealscope.web.view.Amounts.count(otherTotal),
                deals ? rows(state, result) : new Rows(state, List.of(), null),
                deals
                        ? List.of()
                        : articleLines(site.store().articles(ids(result)), snippets(result), more(result, state)),
                Facets.groups(result.facets(), terms, state),
                deals ? ranges(state) : List.of(),
                Facets.chips(terms, state, result.facets()),
                Aside.of(result, state),
                state.cursor().isEmpty(),
                result.next() == null ? null : state.linkAt(result.next()),
                deals ? previewOf(state) : null);
    }

    private List<RangeBars.Range> ranges(SearchState state) throws IOException {
        try {
            return new RangeBars(site.index(), state).all();
        } catch (BadQuery e) {
            throw RequestProblem.badQuery(e, state.query());
        }
    }

    private static List<String> ids(SearchResult result) {
        return result.hits().stream().map(SearchResult.Hit::id).toList();
    }

    private Rows rows(SearchState state, SearchResult result) {
        Map<String, String> snippets = snippets(result);
        boolean words = !QueryTerms.of(state.query())
                .filters()
                .equals(QueryTerms.of(state.query()).terms());
        List<DealRow> rows = site.store().deals(ids(result)).stream()
                .map(deal -> DealRow.of(deal, DealLine.of(deal, words ? snippets.get(deal.id()) : null), state))
                .toList();
        return new Rows(state, rows, result.next() == null ? null : state.rowsAt(result.next()));
    }

    private SearchResult search(SearchState state, Kind kind, @Nullable String cursor, int limit, boolean facets)
            throws IOException {
        Sort sort = kind == state.kind() ? state.sort() : Sort.RELEVANCE;
        String query = state.isPast() ? until(state.query(), state.asOf()) : state.query();
        boolean reversed = kind == state.kind() && state.reversed();
        SearchRequest request =
                new SearchRequest(kind, query, sort, cursor, limit, facets, state.background(), reversed);
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

    private static List<ArticleLine> articleLines(
            List<StoredArticle> articles, Map<String, String> snippets, Map<String, More> more) {
        return articles.stream()
                .map(each -> line(
                        each,
                        snippets.get(each.article().id()),
                        more.get(each.article().id())))
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
