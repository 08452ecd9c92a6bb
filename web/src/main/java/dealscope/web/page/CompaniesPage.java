package dealscope.web.page;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.fact.Companies;
import dealscope.fact.CompanyFact;
import dealscope.store.Store.CompanySummary;
import dealscope.web.chart.Timeline;
import dealscope.web.data.CompanyList;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.DealCharts;
import dealscope.web.site.Site;
import dealscope.web.view.Amounts;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import dealscope.web.view.QueryTerms;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code /companies} and {@code /companies/{id}}: who pays and who is paid. */
public final class CompaniesPage {
    /** More rows than anybody reads; the search finds the rest. */
    private static final int ROWS = 500;

    private final Site site;
    private final Renderer renderer;

    public CompaniesPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /** @param paidShare length of the bar, against the largest of all */
    public record Line(
            String href,
            String name,
            int deals,
            int asPayer,
            int asPayee,
            String paid,
            String received,
            String paidShare,
            String receivedShare) {}

    public record ListView(List<Line> companies, String filter, String order, int left) {}

    /** @param paid what this company paid to the other, in deals with a price */
    public record Counterparty(String href, String name, int deals, String paid, String received) {}

    public record View(
            String name,
            String paid,
            String received,
            int asPayer,
            int asPayee,
            List<DealLine> pays,
            List<DealLine> paidBy,
            List<DealLine> partnerships,
            List<Counterparty> counterparties,
            String buysPower,
            String providesPower,
            String about,
            String timeline,
            String chartsHref,
            String searchHref,
            String json) {}

    public void list(Context ctx) {
        Params params = new Params(ctx, false, Set.of("name", "sort"));
        String filter = params.text("name");
        List<CompanySummary> all = site.store().companies();
        double most = all.stream()
                .mapToDouble(each -> Math.max(each.usdIn(), each.usdOut()))
                .max()
                .orElse(1);
        List<CompanySummary> found = CompanyList.of(all, params);
        List<Line> lines =
                found.stream().limit(ROWS).map(each -> line(each, most)).toList();
        ListView view = new ListView(
                lines, filter, CompanyList.order(params).name().toLowerCase(Locale.ROOT), found.size() - lines.size());
        renderer.page(ctx, "companies", Title.of("Companies", "companies"), view);
    }

    public void show(Context ctx) {
        String id = Params.id(ctx, "company");
        CompanySummary company = site.store()
                .company(id)
                .orElseThrow(() -> RequestProblem.notFound("There is no company with this id, or it has no deals."));
        renderer.page(ctx, "company", Title.of(company.name(), "companies"), view(company));
    }

    private View view(CompanySummary company) {
        List<Deal> deals = site.store().dealsOf(company.id());
        Predicate<Deal> partnership = deal -> deal.type() == DealType.PARTNERSHIP;
        return new View(
                company.name(),
                company.usdOut() > 0 ? Amounts.usd(company.usdOut()) : "–",
                company.usdIn() > 0 ? Amounts.usd(company.usdIn()) : "–",
                company.asPayer(),
                company.asPayee(),
                lines(deals, partnership.negate().and(deal -> has(deal.payer(), company.id()))),
                lines(deals, partnership.negate().and(deal -> has(deal.payee(), company.id()))),
                lines(deals, partnership),
                counterparties(company.id(), deals),
                power(deals, deal -> has(deal.payer(), company.id())),
                power(deals, deal -> has(deal.payee(), company.id())),
                about(company.id(), company.name()),
                timeline(company.id(), deals),
                Links.with("/charts", Map.of("q", QueryTerms.filter("company", company.id()))),
                Links.deals(QueryTerms.filter("company", company.id())),
                "/api" + Links.company(company.id()));
    }

    private static List<DealLine> lines(List<Deal> deals, Predicate<Deal> wanted) {
        return deals.stream().filter(wanted).limit(ROWS).map(DealLine::of).toList();
    }

    private static boolean has(List<Company> parties, String id) {
        return parties.stream().anyMatch(each -> each.id().equals(id));
    }

    /** Power of the deals that stand for themselves; empty when none names any. */
    private static String power(List<Deal> deals, Predicate<Deal> side) {
        double sum = deals.stream()
                .filter(side.and(deal -> deal.type() != DealType.PARTNERSHIP))
                .filter(deal -> DealCharts.countsPower(deal) && deal.powerMw() != null)
                .mapToDouble(deal -> deal.powerMw() == null ? 0 : deal.powerMw())
                .sum();
        return sum > 0 ? Amounts.power(sum) : "";
    }

    /** Further names, ticker, country and parent, as far as the list of companies knows them. */
    private static String about(String id, String name) {
        CompanyFact fact = Companies.load().byId(id);
        if (fact == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        String names = fact.names().stream()
                .filter(each -> !each.equals(name))
                .limit(8)
                .collect(Collectors.joining(", "));
        parts.add(names.isEmpty() ? "" : "also " + names);
        parts.add(fact.ticker() == null ? "" : fact.ticker());
        parts.add(fact.country());
        parts.add(fact.parent() == null ? "" : "part of " + parent(fact.parent()));
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }

    private static String parent(String id) {
        CompanyFact parent = Companies.load().byId(id);
        return parent == null ? id : parent.company().name();
    }

    /** Its deals over time; empty when there are fewer than two. */
    private static String timeline(String id, List<Deal> deals) {
        List<Timeline.Event> events = deals.stream()
                .filter(deal -> deal.reported() != null)
                .limit(ROWS)
                .sorted(Comparator.comparing(deal -> Objects.requireNonNull(deal.reported())))
                .map(deal -> new Timeline.Event(
                        deal.type() == DealType.PARTNERSHIP ? "Partners" : has(deal.payer(), id) ? "Pays" : "Is paid",
                        Objects.requireNonNull(deal.reported()),
                        deal.value() == null ? Labels.type(deal.type()) : Amounts.of(deal.value()),
                        Labels.parties(deal),
                        has(deal.payer(), id)))
                .toList();
        return events.size() < 2 ? "" : new Timeline("deals-over-time", "Deals over time", events).svg();
    }

    private static List<Counterparty> counterparties(String id, List<Deal> deals) {
        Map<Company, double[]> flows = new LinkedHashMap<>();
        for (Deal deal : deals) {
            boolean pays = has(deal.payer(), id);
            List<Company> others = pays && deal.type() != DealType.PARTNERSHIP
                    ? deal.payee()
                    : java.util.stream.Stream.concat(deal.payer().stream(), deal.payee().stream())
                            .toList();
            for (Company other : others) {
                if (!other.id().equals(id)) {
                    double[] flow = flows.computeIfAbsent(other, key -> new double[3]);
                    flow[0]++;
                    flow[pays ? 1 : 2] += Counted.dollars(deal);
                }
            }
        }
        return flows.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<Company, double[]> each) -> -each.getValue()[1] - each.getValue()[2])
                        .thenComparing(each -> -each.getValue()[0])
                        .thenComparing(each -> each.getKey().name()))
                .map(each -> new Counterparty(
                        Links.company(each.getKey().id()),
                        each.getKey().name(),
                        (int) each.getValue()[0],
                        Counted.words(each.getValue()[1]),
                        Counted.words(each.getValue()[2])))
                .toList();
    }

    private static Line line(CompanySummary company, double most) {
        return new Line(
                Links.company(company.id()),
                company.name(),
                company.deals(),
                company.asPayer(),
                company.asPayee(),
                Counted.words(company.usdOut()),
                Counted.words(company.usdIn()),
                Shares.percent(company.usdOut(), most),
                Shares.percent(company.usdIn(), most));
    }
}
