package dealscope.web.site;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.deal.SourceArticle;
import dealscope.deal.StatusChange;
import dealscope.fact.Companies;
import dealscope.fact.CompanyFact;
import dealscope.index.BadQuery;
import dealscope.index.SearchRequest;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.ledger.Band;
import dealscope.ledger.Derived;
import dealscope.ledger.Loops;
import dealscope.ledger.Plausibility;
import dealscope.ledger.Tally;
import dealscope.ledger.Totals;
import dealscope.store.LedgerStore;
import dealscope.web.view.Labels;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures behind the charts, from the deals that a query finds. A chart reads at most {@value #MOST} deals, those that
 * matter most to it, and says when there are more.
 */
public final class DealCharts {
    static final int MOST = 2000;
    private static final int PAGE = 500;
    /** Companies in one loop that the graph of money marks, as the page of loops has it at first. */
    private static final int LOOP = 4;
    /** What a sum of power leaves out; a deal without a price counts. */
    private static final Set<Tally.Reason> NO_POWER =
            Set.of(Tally.Reason.HIDDEN, Tally.Reason.CANCELLED, Tally.Reason.DUPLICATE, Tally.Reason.SLICE);

    private final Site site;

    public DealCharts(Site site) {
        this.site = site;
    }

    /** What a chart reads. @param complete false when there were more deals than it reads */
    private record Found(List<Deal> deals, boolean complete) {}

    /** @param usd by type, of the deals that count in sums */
    public record Quarter(String name, Map<DealType, Double> usd) {}

    public record Value(List<Quarter> quarters, boolean complete) {}

    /** Megawatts that a company buys, as payer, and provides, as payee. */
    public record Power(Company company, double buys, double provides, int deals) {}

    public record Capacity(List<Power> companies, boolean complete) {}

    /** Dollars for a gigawatt in one deal. */
    public record Price(Deal deal, Instant at, double usdPerGw, boolean implausible) {}

    public record Prices(List<Price> prices, boolean complete) {}

    /** All deals by which one house pays another. @param usd of those that count */
    public record Flow(Company from, Company to, double usd, int deals, boolean loop) {}

    public record Flows(List<Flow> flows, boolean complete) {}

    /** A claim or a step of the status. @param by publisher @param step whether it is a step */
    public record Said(String field, Instant at, String says, String by, String articleId, boolean step) {}

    private Found find(String query, String also, Sort sort) throws BadQuery, IOException {
        String wanted = ((query.isBlank() ? "" : "(" + query + ") ") + also).strip();
        List<Deal> deals = new ArrayList<>();
        String cursor = null;
        do {
            SearchResult page = site.index()
                    .search(new SearchRequest(Kind.DEALS, wanted, sort, cursor, PAGE, false, false).inFull());
            deals.addAll(site.store()
                    .deals(page.hits().stream().map(SearchResult.Hit::id).toList()));
            cursor = page.next();
        } while (cursor != null && deals.size() < MOST);
        return new Found(deals, cursor == null);
    }

    /** Committed value by quarter and type, oldest first; quarters between that have nothing are there. */
    public Value value(String query) throws BadQuery, IOException {
        Found found = find(query, "value:>0", Sort.VALUE);
        Map<String, Map<DealType, Double>> quarters = new TreeMap<>();
        found.deals().stream().collect(Collectors.groupingBy(Deal::type)).forEach((type, deals) -> {
            Totals totals = LedgerStore.totals(LedgerStore.By.QUARTER, deals);
            for (Totals.Group group : totals.byKey()) {
                if (group.sum().usd().signum() > 0 && !group.key().equals("undated")) {
                    quarters.computeIfAbsent(group.key(), key -> new EnumMap<>(DealType.class))
                            .put(type, group.sum().usd().doubleValue());
                }
            }
        });
        List<Quarter> all = new ArrayList<>();
        String last = null;
        for (Map.Entry<String, Map<DealType, Double>> each : quarters.entrySet()) {
            for (String gap = last; gap != null && !after(gap).equals(each.getKey()) && all.size() < 400; ) {
                gap = after(gap);
                all.add(new Quarter(gap, Map.of()));
            }
            all.add(new Quarter(each.getKey(), each.getValue()));
            last = each.getKey();
        }
        return new Value(all, found.complete());
    }

    private static String after(String quarter) {
        int year = Integer.parseInt(quarter.substring(0, quarter.indexOf('-')));
        int number = quarter.charAt(quarter.length() - 1) - '0';
        return number == 4 ? (year + 1) + "-Q1" : year + "-Q" + (number + 1);
    }

    /** Power that companies buy and provide, most first. A deal of several payers stands with each of them. */
    public Capacity capacity(String query) throws BadQuery, IOException {
        Found found = find(query, "power:>0", Sort.POWER);
        Map<Company, double[]> sums = new java.util.LinkedHashMap<>();
        for (Deal deal : found.deals()) {
            Double power = deal.powerMw();
            if (power == null || !countsPower(deal)) {
                continue;
            }
            add(sums, deal.payer(), power, 0);
            add(sums, deal.payee(), power, 1);
        }
        List<Power> companies = sums.entrySet().stream()
                .map(each -> new Power(each.getKey(), each.getValue()[0], each.getValue()[1], (int) each.getValue()[2]))
                .sorted(Comparator.comparingDouble((Power each) -> -each.buys() - each.provides())
                        .thenComparing(each -> each.company().name()))
                .toList();
        return new Capacity(companies, found.complete());
    }

    /** Whether a deal's power stands in sums of power: a duplicate, a slice, a cancelled one does not. */
    public static boolean countsPower(Deal deal) {
        return deal.powerMw() != null
                && Double.isFinite(deal.powerMw())
                && !NO_POWER.contains(Tally.of(deal).reason());
    }

    private static void add(Map<Company, double[]> sums, List<Company> companies, double power, int side) {
        for (Company company : companies) {
            double[] sum = sums.computeIfAbsent(company, key -> new double[3]);
            sum[side] += power;
            sum[2]++;
        }
    }

    /** Dollars for a gigawatt, of deals that name both, oldest first. */
    public Prices prices(String query) throws BadQuery, IOException {
        Found found = find(query, "power:>0 value:>0", Sort.DATE);
        List<Price> prices = new ArrayList<>();
        for (Deal deal : found.deals()) {
            Instant at = day(deal);
            for (Derived each : Plausibility.derived(deal)) {
                if (each.measure() == Band.Measure.USD_PER_MW && at != null && each.amount() > 0) {
                    prices.add(new Price(deal, at, each.amount() * 1000, each.implausible()));
                }
            }
        }
        prices.sort(Comparator.comparing(Price::at)
                .thenComparing(each -> each.deal().id()));
        return new Prices(prices, found.complete());
    }

    private static @org.jspecify.annotations.Nullable Instant day(Deal deal) {
        return deal.announced() != null
                ? deal.announced().atStartOfDay(ZoneOffset.UTC).toInstant()
                : deal.reported() != null ? deal.reported() : deal.firstSeen();
    }

    /** Which house pays which, most first. Cancelled deals, duplicates and slices are no flow. */
    public Flows flows(String query) throws BadQuery, IOException {
        Found found = find(query, "-type:partnership", Sort.VALUE);
        List<Loops.Payment> payments = new ArrayList<>();
        for (Deal deal : found.deals()) {
            Tally tally = Tally.of(deal);
            for (Company payer : deal.payer()) {
                for (Company payee : deal.payee()) {
                    payments.add(new Loops.Payment(deal.id(), house(payer), house(payee), tally.reason(), tally.usd()));
                }
            }
        }
        Set<String> inLoops = new HashSet<>();
        Loops.of(payments, LOOP).loops().forEach(loop -> loop.steps()
                .forEach(step -> inLoops.add(step.from().id() + " " + step.to().id())));
        Map<String, List<Loops.Payment>> pairs = payments.stream()
                .filter(each -> !NO_POWER.contains(each.tally()) && each.tally() != Tally.Reason.IMPLAUSIBLE)
                .filter(each -> !each.payer().id().equals(each.payee().id()))
                .collect(Collectors.groupingBy(
                        each -> each.payer().id() + " " + each.payee().id(), TreeMap::new, Collectors.toList()));
        List<Flow> flows = pairs.entrySet().stream()
                .map(each -> flow(each.getValue(), inLoops.contains(each.getKey())))
                .sorted(Comparator.comparingDouble((Flow flow) -> -flow.usd())
                        .thenComparing(
                                flow -> flow.from().id() + " " + flow.to().id()))
                .toList();
        return new Flows(flows, found.complete());
    }

    private static Flow flow(List<Loops.Payment> payments, boolean loop) {
        Map<String, Loops.Payment> once = new TreeMap<>();
        payments.forEach(payment -> once.putIfAbsent(payment.dealId(), payment));
        double usd = once.values().stream()
                .filter(payment -> payment.tally() == Tally.Reason.COUNTED)
                .map(Loops.Payment::usd)
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .sum();
        return new Flow(payments.getFirst().payer(), payments.getFirst().payee(), usd, once.size(), loop);
    }

    private static Company house(Company company) {
        String root = Companies.load().root(company.id());
        CompanyFact fact = root.equals(company.id()) ? null : Companies.load().byId(root);
        return fact == null ? company : fact.company();
    }

    /** What was said of a deal and when, oldest first: the steps of its status, and every claim with a date. */
    public static List<Said> timeline(Deal deal, java.util.function.Function<dealscope.deal.Claim, String> words) {
        Map<String, String> publishers = deal.sources().stream()
                .collect(Collectors.toMap(SourceArticle::articleId, SourceArticle::publisher, (a, b) -> a));
        Stream<Said> steps =
                deal.history().stream().filter(change -> change.at() != null).map(change -> step(change, publishers));
        Stream<Said> claims = deal.claims().stream()
                .filter(claim -> claim.published() != null)
                .map(claim -> new Said(
                        Labels.field(claim.field()),
                        Objects.requireNonNull(claim.published()),
                        words.apply(claim),
                        publishers.getOrDefault(claim.articleId(), ""),
                        claim.articleId(),
                        false));
        return Stream.concat(steps, claims)
                .sorted(Comparator.comparing(Said::at).thenComparing(said -> !said.step()))
                .toList();
    }

    private static Said step(StatusChange change, Map<String, String> publishers) {
        String article = change.articleId();
        return new Said(
                "Status",
                Objects.requireNonNull(change.at()),
                change.status().label(),
                publishers.getOrDefault(article, ""),
                article,
                true);
    }
}
