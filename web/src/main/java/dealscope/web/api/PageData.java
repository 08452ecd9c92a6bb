package dealscope.web.api;

import dealscope.crawler.FeedState;
import dealscope.crawler.Visit;
import dealscope.deal.Deal;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.store.FeedStats;
import dealscope.store.LedgerStore.By;
import dealscope.store.Store.StoredArticle;
import dealscope.web.data.CompanyList;
import dealscope.web.data.Csv;
import dealscope.web.data.DealJson;
import dealscope.web.data.Export.What;
import dealscope.web.data.Format;
import dealscope.web.data.Tables;
import dealscope.web.data.Tables.ClaimRow;
import dealscope.web.data.Terms;
import dealscope.web.feed.FeedHealth;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.http.Routing;
import dealscope.web.site.Site;
import dealscope.web.view.QueryTerms;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data of every page: its address with {@code .json} or {@code .csv} at the end of the path gives what the page shows,
 * from the same code as the API, with the same parameters as the page. A parameter that the page does not know is passed
 * over, as the page does.
 */
final class PageData {
    private static final int LATEST = 15;
    private static final int VISITS = 50;

    private final Site site;
    private final Api api;
    private final DealAnswers deals;
    private final LedgerApi ledger;
    private final Exports exports;

    PageData(Site site, Api api, DealAnswers deals, LedgerApi ledger, Exports exports) {
        this.site = site;
        this.api = api;
        this.deals = deals;
        this.ledger = ledger;
        this.exports = exports;
    }

    /** Answers with the page's table. */
    @FunctionalInterface
    private interface Sheet {
        void send(Context ctx, Params params) throws IOException;
    }

    void register(Routing routes) {
        page(routes, "/", Api.NONE, (ctx, params) -> home(), (ctx, params) -> homeCsv(ctx));
        page(routes, "/deals", with(DealAnswers.DEALS, "tab"), (ctx, params) -> found(params), this::foundCsv);
        page(
                routes,
                "/deals/{id}",
                Api.AS_OF,
                (ctx, params) -> DealJson.of(deals.deal(ctx, params)),
                (ctx, params) -> claims(ctx, ClaimRow.of(deals.deal(ctx, params))));
        Set<String> companies = Set.of("name", "sort");
        page(
                routes,
                "/companies",
                companies,
                (ctx, params) -> api.companies(CompanyList.of(site.store(), params)),
                this::companiesCsv);
        page(routes, "/companies/{id}", Api.AS_OF, api::company, this::companyCsv);
        page(routes, "/articles/{id}", Api.NONE, (ctx, params) -> api.article(ctx), (ctx, params) -> articleCsv(ctx));
        ledgerPages(routes);
        feedPages(routes);
    }

    private void ledgerPages(Routing routes) {
        page(
                routes,
                "/totals",
                LedgerApi.TOTALS,
                (ctx, params) -> ledger.totals(params, By.PAYER),
                (ctx, params) -> ledger.totalsCsv(ctx, params, By.PAYER));
        page(
                routes,
                "/loops",
                LedgerApi.LOOPS,
                (ctx, params) -> ledger.loops(params),
                (ctx, params) -> csv(ctx, "loops.csv", ledger.loops(params)::writeTo));
        Set<String> state = Set.of("state");
        page(
                routes,
                "/corrections",
                state,
                (ctx, params) -> CorrectionJson.list(site.store(), "", params.text("state")),
                (ctx, params) -> csv(
                        ctx, "corrections.csv", CorrectionJson.list(site.store(), "", params.text("state"))::writeTo));
        page(
                routes,
                "/alerts",
                Api.NONE,
                (ctx, params) -> AlertJson.all(site.store()),
                (ctx, params) -> csv(ctx, "alerts.csv", AlertJson.all(site.store())::writeTo));
        page(routes, "/quality", null, null, (ctx, params) -> csv(ctx, "quality.csv", api.quality()::writeTo));
    }

    private void feedPages(Routing routes) {
        page(
                routes,
                "/feeds",
                Api.FEEDS,
                (ctx, params) -> api.feeds(params),
                (ctx, params) -> csv(ctx, "feeds.csv", api.feeds(params)::writeTo));
        page(
                routes,
                "/feeds/{id}",
                Api.NONE,
                (ctx, params) -> feed(ctx),
                (ctx, params) -> csv(ctx, "visits.csv", feed(ctx)::writeTo));
        page(
                routes,
                "/about",
                Api.NONE,
                (ctx, params) -> about(),
                (ctx, params) -> csv(ctx, "about.csv", about()::writeTo));
    }

    /** @param json null when another route gives it */
    private void page(
            Routing routes, String path, @Nullable Set<String> parameters, Api.@Nullable Source json, Sheet csv) {
        Set<String> known = parameters == null ? Api.NONE : parameters;
        routes.data(
                path,
                json == null ? null : ctx -> api.answer(ctx, json.of(ctx, new Params(ctx, false, known))),
                ctx -> csv.send(ctx, new Params(ctx, false, known)));
    }

    private void csv(Context ctx, String fileName, Sheets.Rows rows) {
        Stamp.put(ctx, Stamp.terms(site));
        Sheets.send(ctx, fileName, rows);
    }

    private static Set<String> with(Set<String> names, String more) {
        Set<String> all = new java.util.HashSet<>(names);
        all.add(more);
        return all;
    }

    // -- home ------------------------------------------------------------------------------------------------------

    /** @param changed those that changed last, the last first */
    private record Home(dealscope.store.Store.Stats stats, List<DealJson> latest, List<DealJson> changed, Terms meta) {}

    private Home home() throws IOException {
        return new Home(
                site.store().stats(),
                DealAnswers.json(deals.newest(Sort.DATE, LATEST), false),
                DealAnswers.json(deals.newest(Sort.CHANGED, LATEST), false),
                Stamp.terms(site));
    }

    private void homeCsv(Context ctx) throws IOException {
        List<Deal> latest = deals.newest(Sort.DATE, LATEST);
        csv(ctx, "latest.csv", csv -> Tables.DEALS.writeTo(csv, latest));
    }

    // -- deals, companies, articles --------------------------------------------------------------------------------

    private Object found(Params params) throws IOException {
        Sort natural = QueryTerms.of(params.text("q")).hasWords() ? Sort.RELEVANCE : Sort.DATE;
        return isArticles(params) ? deals.search(params, Kind.ARTICLES, natural) : deals.deals(params, natural);
    }

    private void foundCsv(Context ctx, Params params) throws IOException {
        exports.send(ctx, params, isArticles(params) ? What.ARTICLES : What.DEALS, Format.CSV);
    }

    private static boolean isArticles(Params params) {
        return params.choice("tab", Kind.class, Kind.DEALS) == Kind.ARTICLES;
    }

    private void companiesCsv(Context ctx, Params params) {
        var rows = CompanyList.of(site.store(), params);
        csv(ctx, "companies.csv", csv -> Tables.COMPANIES.writeTo(csv, rows));
    }

    private void claims(Context ctx, List<ClaimRow> rows) {
        csv(ctx, "claims.csv", csv -> Tables.CLAIMS.writeTo(csv, rows));
    }

    private void companyCsv(Context ctx, Params params) {
        String id = Params.id(ctx, "company");
        if (site.store().company(id).isEmpty()) {
            throw Api.noCompany();
        }
        List<Deal> rows = api.dealsOf(id, Days.asOf(params));
        csv(ctx, "deals.csv", csv -> Tables.DEALS.writeTo(csv, rows));
    }

    /** The claims that deals take from the article. */
    private void articleCsv(Context ctx) {
        StoredArticle stored = api.storedArticle(ctx);
        String id = stored.article().id();
        claims(
                ctx,
                site.store().deals(stored.dealIds()).stream()
                        .flatMap(deal -> ClaimRow.of(deal).stream())
                        .filter(row -> row.claim().articleId().equals(id))
                        .toList());
    }

    // -- feeds and the program -------------------------------------------------------------------------------------

    private record VisitJson(
            Instant at,
            String outcome,
            @Nullable String reason,
            int status,
            long bytes,
            long tookMs,
            int entries,
            int fresh) {
        static VisitJson of(Visit visit) {
            return new VisitJson(
                    visit.at(),
                    visit.outcome().name().toLowerCase(java.util.Locale.ROOT),
                    visit.reason(),
                    visit.status(),
                    visit.bytes(),
                    visit.took().toMillis(),
                    visit.entries(),
                    visit.fresh());
        }
    }

    private record OneFeed(FeedJson feed, List<VisitJson> visits) {
        void writeTo(Csv csv) throws IOException {
            csv.row(List.of("at", "outcome", "reason", "status", "bytes", "took_ms", "entries", "fresh"));
            for (VisitJson visit : visits) {
                csv.row(Arrays.asList(
                        visit.at(),
                        visit.outcome(),
                        visit.reason(),
                        visit.status(),
                        visit.bytes(),
                        visit.tookMs(),
                        visit.entries(),
                        visit.fresh()));
            }
        }
    }

    private OneFeed feed(Context ctx) {
        FeedState feed = site.store()
                .feed(Params.id(ctx, "feed"))
                .orElseThrow(() -> RequestProblem.notFound("There is no feed with this id."));
        FeedStats stats = site.store().feedLog().stats().stream()
                .filter(each -> each.feedId().equals(feed.id()))
                .findFirst()
                .orElseGet(() -> FeedStats.none(feed.id()));
        Instant now = site.clock().instant();
        return new OneFeed(
                FeedJson.of(FeedHealth.of(feed, stats, now), now),
                site.store().feedLog().visits(feed.id(), VISITS).stream()
                        .map(VisitJson::of)
                        .toList());
    }

    private record About(String version, Instant started, dealscope.store.Store.Stats stats, Terms meta) {
        void writeTo(Csv csv) throws IOException {
            csv.row(List.of("name", "value"));
            csv.row(List.of("version", version));
            csv.row(List.of("started", started));
            csv.row(List.of("snapshot", meta.snapshot()));
            csv.row(List.of("feeds", stats.feeds()));
            csv.row(List.of("failing_feeds", stats.failingFeeds()));
            csv.row(List.of("articles", stats.articles()));
            csv.row(List.of("full_articles", stats.fullArticles()));
            csv.row(List.of("deals", stats.deals()));
            csv.row(List.of("claims", stats.claims()));
            csv.row(List.of("pending_pages", stats.pendingPages()));
            csv.row(List.of("unread", stats.unread()));
            csv.row(List.of("sample_articles", stats.sampleArticles()));
        }
    }

    private About about() {
        return new About(site.version(), site.started(), site.store().stats(), Stamp.terms(site));
    }
}
