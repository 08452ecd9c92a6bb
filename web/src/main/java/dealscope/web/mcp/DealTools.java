package dealscope.web.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dealscope.deal.Deal;
import dealscope.fact.Companies;
import dealscope.index.BadQuery;
import dealscope.index.SearchRequest;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.ledger.Tally;
import dealscope.ledger.Totals;
import dealscope.store.LedgerStore.By;
import dealscope.store.Store.CompanySummary;
import dealscope.web.api.Answers.CompanyJson;
import dealscope.web.api.Stamp;
import dealscope.web.api.TotalsJson;
import dealscope.web.data.DealJson;
import dealscope.web.data.Json;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.site.DealTotals;
import dealscope.web.site.PastSearch;
import dealscope.web.site.Site;
import dealscope.web.view.Amounts;
import dealscope.web.view.Labels;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tools: each takes checked arguments and reads store and index. A {@link RequestProblem} says what to change. */
final class DealTools {
    private static final int LIMIT = 10;
    private static final int MOST = 25;
    private static final int CLAIMS = 200;
    private static final int ARTICLES = 50;
    private static final int CITATIONS = 40;
    private static final int GROUPS = 40;
    private static final int WEIGHTIEST = 5;
    private static final int SUGGESTED = 5;

    private final Site site;

    DealTools(Site site) {
        this.site = site;
    }

    /** @param total null for a former day */
    private record Found(
            @Nullable Long total,
            List<Deal> deals,
            @Nullable String next,
            boolean partial,
            @Nullable String didYouMean) {}

    record Search(
            @Nullable Long total,
            List<CitedDeal> deals,
            @Nullable String next,
            boolean partial,
            @Nullable String didYouMean) {}

    Answer search(Params params) throws IOException {
        Found found = find(params, params.cursor(), params.integer("limit", LIMIT, 1, MOST));
        List<CitedDeal> deals = cited(found.deals());
        Words words = new Words()
                .line(
                        found.total() == null
                                ? "Deals as they were known then:"
                                : Labels.plural(found.total(), "deal") + " found.");
        list(words, found.deals(), deals);
        if (found.partial()) {
            words.line("The search took too long and was ended: there may be more deals.");
        }
        if (found.didYouMean() != null) {
            words.line("Did you mean " + Words.clean(found.didYouMean()) + "?");
        }
        if (found.next() != null) {
            words.line("More with cursor " + found.next());
        }
        return new Answer(
                new Search(found.total(), deals, found.next(), found.partial(), found.didYouMean()), words.toString());
    }

    private Found find(Params params, @Nullable String cursor, int limit) throws IOException {
        String query = params.text("query");
        LocalDate day = Days.asOf(params);
        Sort sort = params.choice("sort", Sort.class, query.isEmpty() || day != null ? Sort.DATE : Sort.RELEVANCE);
        if (day != null && sort != Sort.DATE) {
            throw RequestProblem.badParameter("With \"asOf\" deals come by date; leave \"sort\" out.");
        }
        try {
            if (day != null) {
                PastSearch.Page past =
                        new PastSearch(site.store(), site.index()).search(query, false, day, cursor, limit);
                return new Found(null, past.deals(), past.next(), false, null);
            }
            return find(query, sort, cursor, limit);
        } catch (BadQuery e) {
            throw problem(e, query);
        }
    }

    private Found find(String query, Sort sort, @Nullable String cursor, int limit) throws BadQuery, IOException {
        SearchResult result =
                site.index().search(new SearchRequest(Kind.DEALS, query, sort, cursor, limit, false, false));
        List<Deal> deals = site.store()
                .deals(result.hits().stream().map(SearchResult.Hit::id).toList());
        return new Found(result.total(), deals, result.next(), result.partial(), result.didYouMean());
    }

    private static RequestProblem problem(BadQuery e, String query) {
        return RequestProblem.badQuery(e, query);
    }

    private List<CitedDeal> cited(List<Deal> deals) {
        return deals.stream()
                .map(deal -> CitedDeal.of(deal, site.articleLink()))
                .toList();
    }

    private static void list(Words words, List<Deal> deals, List<CitedDeal> cited) {
        for (int i = 0; i < deals.size(); i++) {
            words.deal(deals.get(i), cited.get(i).citations());
        }
    }

    record LeftOut(int claims, int articles, int citations) {}

    record OneDeal(ObjectNode deal, List<Citation> citations, LeftOut leftOut) {}

    Answer deal(Params params) {
        Deal deal = known(params.text("id"), Days.asOf(params));
        ObjectNode json = Json.MAPPER.valueToTree(DealJson.of(deal, true));
        List<Citation> all = Citation.of(deal, site.articleLink());
        List<Citation> citations = all.subList(0, Math.min(CITATIONS, all.size()));
        LeftOut left = new LeftOut(
                CitedDeal.keepFirst(json.withArray("claims"), CLAIMS),
                CitedDeal.keepFirst(CitedDeal.articles(json), ARTICLES),
                all.size() - citations.size());
        Words words = new Words().deal(deal, citations);
        words.line("Confidence " + Math.round(100 * deal.confidence().score()) + "%: "
                + Words.clean(String.join("; ", deal.confidence().parts())) + ".");
        return new Answer(new OneDeal(json, citations, left), words.toString());
    }

    private Deal known(String id, @Nullable LocalDate day) {
        if (id.isEmpty()) {
            throw RequestProblem.badParameter("Give the \"id\" of a deal; search_deals finds it.");
        }
        Deal deal = site.store()
                .deal(id)
                .orElseThrow(() -> RequestProblem.notFound(
                        "There is no deal with the id \"" + Words.clean(id) + "\"; search_deals finds ids."));
        if (day == null) {
            return deal;
        }
        return site.store()
                .ledger()
                .dealAsOf(deal.id(), day)
                .orElseThrow(() -> RequestProblem.notFound("Nobody had told of this deal by " + day + "."));
    }

    record OneCompany(CompanyJson company, List<CitedDeal> deals, int dealsLeftOut) {}

    Answer company(Params params) throws IOException {
        String name = params.text("company");
        int limit = params.integer("limit", LIMIT, 1, MOST);
        CompanySummary company = company(name).orElseThrow(() -> noCompany(name));
        List<Deal> all = site.store().dealsOf(company.id());
        List<Deal> newest = all.subList(0, Math.min(limit, all.size()));
        List<CitedDeal> deals = cited(newest);
        Words words = new Words()
                .line(Words.clean(company.name()) + ": " + Labels.plural(company.deals(), "deal") + ", pays in "
                        + company.asPayer() + " (" + Amounts.usd(company.usdOut()) + "), is paid in "
                        + company.asPayee() + " (" + Amounts.usd(company.usdIn()) + "). Its newest:");
        list(words, newest, deals);
        int left = all.size() - newest.size();
        return new Answer(new OneCompany(CompanyJson.of(company), deals, left), words.toString());
    }

    /** By its id, or any name under which it is known. */
    private Optional<CompanySummary> company(String name) {
        return site.store()
                .company(name)
                .or(() -> Companies.load().all().stream()
                        .filter(fact -> fact.names().stream().anyMatch(name::equalsIgnoreCase))
                        .findFirst()
                        .flatMap(fact -> site.store().company(fact.company().id())))
                .or(() -> site.store().companies().stream()
                        .filter(company -> company.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    private RequestProblem noCompany(String name) {
        if (name.isEmpty()) {
            return RequestProblem.badParameter("Give the name of a \"company\".");
        }
        String known = String.join(
                ", ",
                site.store().companies().stream()
                        .map(CompanySummary::name)
                        .filter(each -> alike(each, name))
                        .limit(SUGGESTED)
                        .toList());
        return RequestProblem.notFound("There is no company \"" + Words.clean(name) + "\" with deals"
                + (known.isEmpty() ? "." : "; did you mean " + Words.clean(known) + "?"));
    }

    private static boolean alike(String known, String given) {
        String a = known.toLowerCase(Locale.ROOT);
        String b = given.toLowerCase(Locale.ROOT);
        return a.contains(b) || b.contains(a);
    }

    record Sums(ObjectNode totals, int groupsLeftOut, List<CitedDeal> deals) {}

    Answer totals(Params params) throws IOException {
        By by = params.choice("by", By.class, By.TYPE);
        String query = params.text("query");
        DealTotals.Answer answer;
        try {
            answer = new DealTotals(site).of(by, query, Days.asOf(params));
        } catch (BadQuery e) {
            throw problem(e, query);
        }
        ObjectNode json = Json.MAPPER.valueToTree(TotalsJson.of(params, by, answer, Stamp.terms(site)));
        int left = CitedDeal.keepFirst(json.withArray("groups"), GROUPS);
        List<Deal> weightiest = weightiest(params);
        List<CitedDeal> deals = cited(weightiest);
        return new Answer(new Sums(json, left, deals), words(by, answer.totals(), weightiest, deals));
    }

    private List<Deal> weightiest(Params params) throws IOException {
        String query = params.text("query");
        try {
            Found found = Days.asOf(params) == null ? find(query, Sort.VALUE, null, MOST) : find(params, null, MOST);
            return found.deals().stream()
                    .filter(deal -> Tally.of(deal).reason() == Tally.Reason.COUNTED)
                    .limit(WEIGHTIEST)
                    .toList();
        } catch (BadQuery e) {
            throw problem(e, query);
        }
    }

    private static String words(By by, Totals totals, List<Deal> weightiest, List<CitedDeal> deals) {
        Words words = new Words().sum("All deals, each once", totals.all());
        TotalsJson.ordered(by, totals).stream().limit(GROUPS).forEach(group -> words.sum(group.label(), group.sum()));
        words.line("Among them:");
        list(words, weightiest, deals);
        return words.toString();
    }
}
