package dealscope.web.api;

import dealscope.deal.Deal;
import dealscope.index.BadQuery;
import dealscope.index.SearchRequest;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.store.Store.StoredArticle;
import dealscope.web.data.DealJson;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.site.PastSearch;
import dealscope.web.site.Site;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is found and what is asked for by its id, as the API and the data of pages give it. */
final class DealAnswers {
    static final Set<String> DEALS = DealSearch.parameters(
            "sort", "reversed", "limit", "cursor", "include", Days.AS_OF, DealSearch.CHANGED_SINCE);
    static final Set<String> SEARCH = DealSearch.parameters(
            "kind", "sort", "reversed", "limit", "cursor", "stories", Days.AS_OF, DealSearch.CHANGED_SINCE);
    static final Set<String> FACETS = DealSearch.parameters("kind");

    private static final int LIMIT = 50;
    private static final int MOST = 1000;

    private final Site site;
    private final DealSearch search;

    DealAnswers(Site site) {
        this.site = site;
        this.search = new DealSearch(site);
    }

    Answers.Deals deals(Params params, Sort natural) throws IOException {
        boolean claims = includesClaims(params);
        int limit = params.integer("limit", LIMIT, 1, MOST);
        var since = search.since(params);
        LocalDate day = Days.asOf(params);
        if (day != null) {
            PastSearch.Page past = search.past(params, day, params.cursor(), limit);
            List<Deal> then = since.deals(past.deals(), site.store());
            return new Answers.Deals(null, json(then, claims), past.next(), false, Stamp.terms(site));
        }
        var terms = Stamp.terms(site);
        SearchResult result = search.run(
                Kind.DEALS, params, params.choice("sort", Sort.class, natural), params.cursor(), limit, false);
        List<Deal> deals = since.deals(search.deals(result), site.store());
        return new Answers.Deals(result.total(), json(deals, claims), result.next(), result.partial(), terms);
    }

    /** The first deals in this order. */
    List<Deal> newest(Sort sort, int count) throws IOException {
        try {
            return search.deals(
                    site.index().search(new SearchRequest(Kind.DEALS, "", sort, null, count, false, false)));
        } catch (BadQuery e) {
            throw new IllegalStateException("the empty query can be read", e);
        }
    }

    static List<DealJson> json(List<Deal> deals, boolean claims) {
        return deals.stream().map(deal -> DealJson.of(deal, claims)).toList();
    }

    private static boolean includesClaims(Params params) {
        return switch (params.text("include")) {
            case "" -> false;
            case "claims" -> true;
            default -> throw RequestProblem.badParameter("\"include\" can be claims.");
        };
    }

    /** The deal of the path, as it is or was. */
    Deal deal(Context ctx, Params params) {
        String id = Params.id(ctx, "deal");
        LocalDate day = Days.asOf(params);
        Deal deal = site.store().deal(id).orElseThrow(() -> RequestProblem.notFound("There is no deal with this id."));
        return day == null
                ? deal
                : site.store()
                        .ledger()
                        .dealAsOf(deal.id(), day)
                        .orElseThrow(() -> RequestProblem.notFound("Nobody had told of this deal by " + day + "."));
    }

    Answers.Search search(Params params, Kind kind, Sort natural) throws IOException {
        int limit = params.integer("limit", LIMIT, 1, MOST);
        LocalDate day = Days.asOf(params);
        if (day != null && kind == Kind.DEALS) {
            PastSearch.Page past = search.past(params, day, params.cursor(), limit);
            List<Answers.Hit> then = search.since(params).deals(past.deals(), site.store()).stream()
                    .map(Answers.Hit::of)
                    .toList();
            return new Answers.Search("deals", null, then, past.next(), Map.of(), false, null, Stamp.terms(site));
        }
        var terms = Stamp.terms(site);
        SearchResult result =
                search.run(kind, params, params.choice("sort", Sort.class, natural), params.cursor(), limit, true);
        List<Answers.Hit> hits = kind == Kind.DEALS ? dealHits(result, params) : articleHits(result, params);
        String name = kind.name().toLowerCase(Locale.ROOT);
        return new Answers.Search(
                name,
                result.total(),
                hits,
                result.next(),
                result.facets(),
                result.partial(),
                result.didYouMean(),
                terms);
    }

    private List<Answers.Hit> dealHits(SearchResult result, Params params) {
        Map<String, Deal> deals = byId(search.since(params).deals(search.deals(result), site.store()), Deal::id);
        return result.hits().stream()
                .filter(hit -> deals.containsKey(hit.id()))
                .map(hit -> Answers.Hit.of(
                        hit, Labels.parties(Objects.requireNonNull(deals.get(hit.id()))), Links.deal(hit.id())))
                .toList();
    }

    private List<Answers.Hit> articleHits(SearchResult result, Params params) {
        List<String> ids = result.hits().stream().map(SearchResult.Hit::id).toList();
        List<StoredArticle> found = search.since(params).articles(site.store().articles(ids), site.store());
        Map<String, StoredArticle> articles =
                byId(found, stored -> stored.article().id());
        return result.hits().stream()
                .filter(hit -> articles.containsKey(hit.id()))
                .map(hit -> Answers.Hit.of(
                        hit,
                        Objects.requireNonNull(articles.get(hit.id())).article().title(),
                        Links.article(hit.id())))
                .toList();
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, each -> each, (a, b) -> a));
    }

    Answers.FacetCounts facets(Params params) throws IOException {
        Kind kind = params.choice("kind", Kind.class, Kind.DEALS);
        SearchResult result = search.run(kind, params, Sort.RELEVANCE, null, 1, true);
        return new Answers.FacetCounts(result.total(), result.facets());
    }
}
