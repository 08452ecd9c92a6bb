package dealscope.web.api;

import dealscope.deal.Deal;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.store.Store;
import dealscope.store.Store.CompanySummary;
import dealscope.store.Store.StoredArticle;
import dealscope.web.feed.FeedHealth;
import dealscope.web.feed.FeedParams;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.http.Reply;
import dealscope.web.http.RequestProblem;
import dealscope.web.http.Routing;
import dealscope.web.site.PastSearch;
import dealscope.web.site.Site;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The JSON API. What each address takes and gives is written in {@code openapi.json}, which is served beside it. */
public final class Api {
    private static final int LIMIT = 50;
    private static final int MOST = 1000;
    private static final Set<String> NONE = Set.of();

    private final Site site;
    private final DealSearch search;
    private final Exports exports;
    private final String openApi = resource("/dealscope/web/openapi.json");

    public Api(Site site) {
        this.site = site;
        this.search = new DealSearch(site);
        this.exports = new Exports(site);
    }

    public void register(Routing routes) {
        routes.get("/api/deals", this::deals);
        routes.get("/api/deals/{id}", this::deal);
        routes.get("/api/search", this::search);
        routes.get("/api/facets", this::facets);
        routes.get("/api/suggest", this::suggest);
        routes.get("/api/articles/{id}", this::article);
        routes.get("/api/companies", this::companies);
        routes.get("/api/companies/{id}", this::company);
        routes.get("/api/feeds", this::feeds);
        routes.get("/api/refresh", this::refresh);
        routes.get("/api/stats", this::stats);
        routes.get("/api/export.ndjson", exports::ndjson);
        routes.get("/api/export.csv", exports::csv);
        routes.get("/quality.json", this::quality);
        new LedgerApi(site).register(routes);
        new ChartsApi(site).register(routes);
        routes.get("/openapi.json", ctx -> Reply.text(ctx, 200, Reply.JSON, openApi));
        routes.get("/healthz", this::health);
    }

    private void deals(Context ctx) throws IOException {
        Params params = new Params(
                ctx, true, DealSearch.parameters("sort", "reversed", "limit", "cursor", "include", Days.AS_OF));
        boolean claims = includesClaims(params);
        LocalDate day = Days.asOf(params);
        if (day != null) {
            PastSearch.Page past = search.past(params, day, params.cursor(), params.integer("limit", LIMIT, 1, MOST));
            List<DealJson> then =
                    past.deals().stream().map(deal -> DealJson.of(deal, claims)).toList();
            json(ctx, new Answers.Deals(null, then, past.next()));
            return;
        }
        SearchResult result = search.run(
                Kind.DEALS,
                params,
                params.choice("sort", Sort.class, Sort.DATE),
                params.cursor(),
                params.integer("limit", LIMIT, 1, MOST),
                false);
        List<DealJson> deals = search.deals(result).stream()
                .map(deal -> DealJson.of(deal, claims))
                .toList();
        json(ctx, new Answers.Deals(result.total(), deals, result.next()));
    }

    private static boolean includesClaims(Params params) {
        return switch (params.text("include")) {
            case "" -> false;
            case "claims" -> true;
            default -> throw RequestProblem.badParameter("\"include\" can be claims.");
        };
    }

    private void deal(Context ctx) {
        String id = Params.id(ctx, "deal");
        LocalDate day = Days.asOf(new Params(ctx, true, Set.of(Days.AS_OF)));
        Deal deal = site.store().deal(id).orElseThrow(() -> RequestProblem.notFound("There is no deal with this id."));
        json(ctx, DealJson.of(day == null ? deal : asOf(deal, day)));
    }

    private Deal asOf(Deal deal, LocalDate day) {
        return site.store()
                .ledger()
                .dealAsOf(deal.id(), day)
                .orElseThrow(() -> RequestProblem.notFound("Nobody had told of this deal by " + day + "."));
    }

    private void search(Context ctx) throws IOException {
        Params params =
                new Params(ctx, true, DealSearch.parameters("kind", "sort", "reversed", "limit", "cursor", Days.AS_OF));
        Kind kind = params.choice("kind", Kind.class, Kind.DEALS);
        LocalDate day = Days.asOf(params);
        if (day != null && kind == Kind.DEALS) {
            PastSearch.Page past = search.past(params, day, params.cursor(), params.integer("limit", LIMIT, 1, MOST));
            List<Answers.Hit> then = past.deals().stream().map(Answers.Hit::of).toList();
            json(ctx, new Answers.Search("deals", null, then, past.next(), Map.of()));
            return;
        }
        SearchResult result = search.run(
                kind,
                params,
                params.choice("sort", Sort.class, Sort.RELEVANCE),
                params.cursor(),
                params.integer("limit", LIMIT, 1, MOST),
                true);
        List<Answers.Hit> hits = kind == Kind.DEALS ? dealHits(result) : articleHits(result);
        String name = kind.name().toLowerCase(java.util.Locale.ROOT);
        json(ctx, new Answers.Search(name, result.total(), hits, result.next(), result.facets()));
    }

    private List<Answers.Hit> dealHits(SearchResult result) {
        Map<String, Deal> deals = byId(search.deals(result), Deal::id);
        return result.hits().stream()
                .filter(hit -> deals.containsKey(hit.id()))
                .map(hit -> Answers.Hit.of(
                        hit, Labels.parties(Objects.requireNonNull(deals.get(hit.id()))), Links.deal(hit.id())))
                .toList();
    }

    private List<Answers.Hit> articleHits(SearchResult result) {
        List<String> ids = result.hits().stream().map(SearchResult.Hit::id).toList();
        Map<String, StoredArticle> articles =
                byId(site.store().articles(ids), stored -> stored.article().id());
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

    private void facets(Context ctx) throws IOException {
        Params params = new Params(ctx, true, DealSearch.parameters("kind"));
        Kind kind = params.choice("kind", Kind.class, Kind.DEALS);
        SearchResult result = search.run(kind, params, Sort.RELEVANCE, null, 1, true);
        json(ctx, new Answers.FacetCounts(result.total(), result.facets()));
    }

    private void suggest(Context ctx) throws IOException {
        Params params = new Params(ctx, true, Set.of("q", "limit"));
        int limit = params.integer("limit", 10, 1, 100);
        json(ctx, new Answers.Suggestions(site.index().suggest(params.text("q"), limit)));
    }

    private void article(Context ctx) {
        String id = Params.id(ctx, "article");
        new Params(ctx, true, NONE);
        StoredArticle stored = site.store()
                .article(id)
                .orElseThrow(() -> RequestProblem.notFound("There is no article with this id."));
        String current = stored.article().id();
        json(
                ctx,
                Answers.OneArticle.of(
                        stored,
                        Answers.StoryJson.of(current, site.store()),
                        site.store().revisions(List.of(current))));
    }

    private void companies(Context ctx) {
        new Params(ctx, true, NONE);
        List<Answers.CompanyJson> companies =
                site.store().companies().stream().map(Answers.CompanyJson::of).toList();
        json(ctx, new Answers.Companies(companies.size(), companies));
    }

    private void company(Context ctx) {
        String id = Params.id(ctx, "company");
        LocalDate day = Days.asOf(new Params(ctx, true, Set.of(Days.AS_OF)));
        CompanySummary company = site.store()
                .company(id)
                .orElseThrow(() -> RequestProblem.notFound("There is no company with this id."));
        List<Deal> now = site.store().dealsOf(id);
        if (day != null) {
            now = site.store().ledger().dealsAsOf(now.stream().map(Deal::id).toList(), day);
            company = CompanySums.of(company, now);
        }
        List<DealJson> deals =
                now.stream().map(deal -> DealJson.of(deal, false)).toList();
        json(ctx, new Answers.OneCompany(Answers.CompanyJson.of(company), deals));
    }

    private void feeds(Context ctx) {
        Params params = new Params(ctx, true, Set.of("q", "state", "category", "sort", "reversed"));
        Instant now = site.clock().instant();
        List<FeedJson> feeds = FeedParams.selection(params).of(FeedHealth.all(site.store(), now)).stream()
                .map(feed -> FeedJson.of(feed, now))
                .toList();
        json(ctx, new Answers.Feeds(feeds.size(), feeds));
    }

    private void refresh(Context ctx) {
        new Params(ctx, true, NONE);
        json(ctx, RefreshJson.of(site.actions().progress()));
    }

    private void stats(Context ctx) {
        new Params(ctx, true, NONE);
        json(ctx, site.store().stats());
    }

    private void quality(Context ctx) {
        new Params(ctx, true, NONE);
        json(ctx, QualityJson.of(site.quality().reading()));
    }

    private void health(Context ctx) {
        Store.Stats stats = site.store().stats();
        json(ctx, new Answers.Health("ok", stats.deals(), stats.articles(), stats.unread(), stats.pendingPages()));
    }

    private static void json(Context ctx, Object answer) {
        Reply.text(ctx, 200, Reply.JSON, Json.of(answer));
    }

    private static String resource(String path) {
        try (InputStream in = Api.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(in, "not on the class path: " + path).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
