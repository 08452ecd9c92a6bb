package dealscope.web.api;

import dealscope.deal.Deal;
import dealscope.index.SearchQuery;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.store.Store;
import dealscope.store.Store.CompanySummary;
import dealscope.store.Store.StoredArticle;
import dealscope.web.data.CompanySums;
import dealscope.web.data.DealJson;
import dealscope.web.data.Dictionary;
import dealscope.web.data.Json;
import dealscope.web.data.Terms;
import dealscope.web.feed.FeedHealth;
import dealscope.web.feed.FeedParams;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.http.Reply;
import dealscope.web.http.RequestProblem;
import dealscope.web.http.Routing;
import dealscope.web.http.StaticBody;
import dealscope.web.site.Site;
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
import org.jspecify.annotations.Nullable;

/** The JSON API. What each address takes and gives is written in {@code openapi.json}, which is served beside it. */
public final class Api {
    static final Set<String> NONE = Set.of();
    static final Set<String> AS_OF = Set.of(Days.AS_OF);
    static final Set<String> FEEDS = Set.of("q", "state", "category", "sort", "reversed");

    private final Site site;
    private final DealAnswers deals;
    private final LedgerApi ledger;
    private final Exports exports;
    private final String openApi = resource("/dealscope/web/openapi.json");
    private final StaticBody description = new StaticBody(Reply.JSON, openApi.getBytes(StandardCharsets.UTF_8));

    public Api(Site site) {
        this.site = site;
        this.deals = new DealAnswers(site);
        this.ledger = new LedgerApi(site);
        this.exports = new Exports(site);
    }

    /** Makes the answer to a request. */
    @FunctionalInterface
    interface Source {
        Object of(Context ctx, Params params) throws IOException;
    }

    public void register(Routing routes) {
        get(routes, "/api/deals", DealAnswers.DEALS, (ctx, params) -> deals.deals(params, Sort.DATE));
        get(routes, "/api/deals/{id}", AS_OF, (ctx, params) -> DealJson.of(deals.deal(ctx, params)));
        get(
                routes,
                "/api/search",
                DealAnswers.SEARCH,
                (ctx, params) -> deals.search(params, params.choice("kind", Kind.class, Kind.DEALS), Sort.RELEVANCE));
        get(routes, "/api/facets", DealAnswers.FACETS, (ctx, params) -> deals.facets(params));
        get(routes, "/api/suggest", Set.of("q", "at", "limit"), (ctx, params) -> suggest(params));
        get(routes, "/api/articles/{id}", NONE, (ctx, params) -> article(ctx));
        get(
                routes,
                "/api/companies",
                NONE,
                (ctx, params) -> companies(site.store().companies()));
        get(routes, "/api/companies/{id}", AS_OF, this::company);
        get(routes, "/api/feeds", FEEDS, (ctx, params) -> feeds(params));
        get(
                routes,
                "/api/refresh",
                NONE,
                (ctx, params) -> RefreshJson.of(site.actions().progress()));
        get(routes, "/api/stats", NONE, (ctx, params) -> site.store().stats());
        get(routes, "/quality.json", NONE, (ctx, params) -> quality());
        get(routes, "/healthz", null, (ctx, params) -> health());
        routes.get("/openapi.json", ctx -> Reply.fixed(ctx, description));
        get(routes, "/api/dictionary.json", NONE, (ctx, params) -> Map.of("columns", Dictionary.entries()));
        exports.register(routes);
        new Changes(site).register(routes);
        new Schemas(openApi).register(routes);
        ledger.register(routes);
        new ChartsApi(site).register(routes);
        new PageData(site, this, deals, ledger, exports).register(routes);
    }

    /** @param allowed names of parameters; null for any */
    void get(Routing routes, String path, @Nullable Set<String> allowed, Source source) {
        routes.get(path, ctx -> {
            Params params = new Params(ctx, allowed != null, allowed == null ? NONE : allowed);
            answer(ctx, source.of(ctx, params));
        });
    }

    void answer(Context ctx, Object answer) {
        Stamp.put(ctx, Stamp.terms(site));
        Reply.bytes(ctx, 200, Reply.JSON, Json.bytes(answer));
    }

    private Object suggest(Params params) throws IOException {
        int limit = params.integer("limit", 10, 1, 100);
        String text = params.text("q");
        int caret = params.integer("at", text.length(), 0, SearchQuery.MAX_LENGTH);
        return new Answers.Suggestions(site.index().suggest(text, caret, limit));
    }

    StoredArticle storedArticle(Context ctx) {
        return site.store()
                .article(Params.id(ctx, "article"))
                .orElseThrow(() -> RequestProblem.notFound("There is no article with this id."));
    }

    Answers.OneArticle article(Context ctx) {
        StoredArticle stored = storedArticle(ctx);
        String current = stored.article().id();
        return Answers.OneArticle.of(
                stored,
                Answers.StoryJson.of(current, site.store()),
                site.store().revisions(List.of(current)),
                terms());
    }

    private Terms terms() {
        return Stamp.terms(site);
    }

    Answers.Companies companies(List<CompanySummary> companies) {
        return new Answers.Companies(
                companies.size(),
                companies.stream().map(Answers.CompanyJson::of).toList(),
                terms());
    }

    Answers.OneCompany company(Context ctx, Params params) {
        String id = Params.id(ctx, "company");
        CompanySummary company = site.store().company(id).orElseThrow(Api::noCompany);
        List<Deal> deals = dealsOf(id, Days.asOf(params));
        if (Days.asOf(params) != null) {
            CompanySums sums = new CompanySums();
            deals.forEach(sums::add);
            String name = company.name();
            company = sums.of(id).orElseGet(() -> new CompanySummary(id, name, 0, 0, 0, 0, 0));
        }
        return new Answers.OneCompany(Answers.CompanyJson.of(company), DealAnswers.json(deals, false), terms());
    }

    static RequestProblem noCompany() {
        return RequestProblem.notFound("There is no company with this id.");
    }

    /** The deals of a company, the newest first, as they are or were. */
    List<Deal> dealsOf(String id, @Nullable LocalDate day) {
        List<Deal> now = site.store().dealsOf(id);
        return day == null
                ? now
                : site.store().ledger().dealsAsOf(now.stream().map(Deal::id).toList(), day);
    }

    Answers.Feeds feeds(Params params) {
        Instant now = site.clock().instant();
        List<FeedJson> feeds = FeedParams.selection(params).of(FeedHealth.all(site.store(), now)).stream()
                .map(feed -> FeedJson.of(feed, now))
                .toList();
        return new Answers.Feeds(feeds.size(), feeds);
    }

    QualityJson quality() {
        return QualityJson.of(site.quality().reading());
    }

    private Object health() {
        Store.Stats stats = site.store().stats();
        return new Answers.Health("ok", stats.deals(), stats.articles(), stats.unread(), stats.pendingPages());
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
