package dealscope.web.site;

import dealscope.deal.DealType;
import dealscope.index.BadQuery;
import dealscope.web.chart.FlowGraph;
import dealscope.web.chart.RankedBars;
import dealscope.web.chart.Scatter;
import dealscope.web.chart.StackedBars;
import dealscope.web.view.Amounts;
import dealscope.web.view.Labels;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A chart with the table that says the same: the picture shows what fits, the table all.
 *
 * @param columns heads of the table, in snake case
 * @param rows texts, numbers and days
 * @param complete false when there were more deals than a chart reads
 */
public record ChartTable(Chart chart, String svg, List<String> columns, List<List<Object>> rows, boolean complete) {
    private static final int COMPANIES = 15;
    private static final int NODES = 20;
    private static final int QUARTERS = 24;

    public ChartTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The charts of all deals. */
    public enum Chart {
        VALUE("Committed value by quarter and type", "US dollars of deals that count in sums."),
        CAPACITY("Capacity by company", "Power that companies buy and provide; a deal of several stands with each."),
        PRICES("Price of a gigawatt over time", "Deals that name both value and power; hollow ones are implausible."),
        FLOWS("Where money flows", "Companies stand for their whole house; what comes back on some way stands out.");

        private final String title;
        private final String note;

        Chart(String title, String note) {
            this.title = title;
            this.note = note;
        }

        /** The name in addresses. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String title() {
            return title;
        }

        public String note() {
            return note;
        }

        public static Optional<Chart> of(String label) {
            return Arrays.stream(values())
                    .filter(chart -> chart.label().equals(label))
                    .findFirst();
        }
    }

    /** @throws BadQuery when the query cannot be read */
    public static ChartTable of(Chart chart, String query, Site site) throws BadQuery, IOException {
        DealCharts charts = new DealCharts(site);
        return switch (chart) {
            case VALUE -> value(charts.value(query));
            case CAPACITY -> capacity(charts.capacity(query));
            case PRICES -> prices(charts.prices(query));
            case FLOWS -> flows(charts.flows(query));
        };
    }

    private static ChartTable value(DealCharts.Value value) {
        List<DealCharts.Quarter> all = value.quarters();
        List<DealCharts.Quarter> shown = all.subList(Math.max(0, all.size() - QUARTERS), all.size());
        List<StackedBars.Series> series = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (DealType type : DealType.values()) {
            if (shown.stream().anyMatch(quarter -> quarter.usd().containsKey(type))) {
                List<Double> amounts = shown.stream()
                        .map(quarter -> quarter.usd().getOrDefault(type, 0.0))
                        .toList();
                series.add(new StackedBars.Series(Labels.type(type), "t-" + type.label(), amounts));
            }
        }
        for (DealCharts.Quarter quarter : all) {
            quarter.usd().forEach((type, usd) -> rows.add(List.of(quarter.name(), type.label(), Math.rint(usd))));
        }
        List<String> names =
                shown.stream().map(quarter -> quarter.name().substring(2)).toList();
        String svg = new StackedBars("chart-value", Chart.VALUE.title(), names, series, Amounts::usd).svg();
        return new ChartTable(Chart.VALUE, svg, List.of("quarter", "type", "usd"), rows, value.complete());
    }

    private static ChartTable capacity(DealCharts.Capacity capacity) {
        List<RankedBars.Line> lines = capacity.companies().stream()
                .limit(COMPANIES)
                .map(each -> new RankedBars.Line(each.company().name(), each.buys(), each.provides()))
                .toList();
        List<List<Object>> rows = capacity.companies().stream()
                .map(each -> List.<Object>of(
                        each.company().id(), each.company().name(), each.buys(), each.provides(), each.deals()))
                .toList();
        String svg = new RankedBars("chart-capacity", Chart.CAPACITY.title(), "buys", "provides", lines, Amounts::power)
                .svg();
        List<String> columns = List.of("company", "name", "buys_mw", "provides_mw", "deals");
        return new ChartTable(Chart.CAPACITY, svg, columns, rows, capacity.complete());
    }

    private static ChartTable prices(DealCharts.Prices prices) {
        List<Scatter.Dot> dots = prices.prices().stream()
                .map(each -> new Scatter.Dot(
                        each.at(),
                        each.usdPerGw(),
                        "t-" + each.deal().type().label() + (each.implausible() ? " hollow" : ""),
                        Labels.parties(each.deal()) + ", "
                                + Labels.type(each.deal().type())))
                .toList();
        List<List<Object>> rows = prices.prices().stream()
                .map(each -> List.<Object>of(
                        day(each.at()),
                        each.deal().id(),
                        Labels.parties(each.deal()),
                        each.deal().type().label(),
                        Math.rint(each.usdPerGw()),
                        each.implausible()))
                .toList();
        String svg = new Scatter("chart-prices", Chart.PRICES.title(), dots, Amounts::usd).svg();
        List<String> columns = List.of("day", "deal", "parties", "type", "usd_per_gw", "implausible");
        return new ChartTable(Chart.PRICES, svg, columns, rows, prices.complete());
    }

    private static String day(Instant at) {
        return at.toString().substring(0, 10);
    }

    /** The companies through which most goes, with what flows between them; companies in loops come first. */
    private static ChartTable flows(DealCharts.Flows flows) {
        Map<String, Double> weight = new HashMap<>();
        for (DealCharts.Flow flow : flows.flows()) {
            double more = flow.usd() * (flow.loop() ? 3 : 1) + 1;
            weight.merge(flow.from().id(), more, Double::sum);
            weight.merge(flow.to().id(), more, Double::sum);
        }
        Set<String> shown = new LinkedHashSet<>(weight.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NODES)
                .map(Map.Entry::getKey)
                .toList());
        List<FlowGraph.Flow> drawn = flows.flows().stream()
                .filter(flow -> shown.contains(flow.from().id())
                        && shown.contains(flow.to().id()))
                .map(flow -> new FlowGraph.Flow(flow.from().name(), flow.to().name(), flow.usd(), flow.loop()))
                .toList();
        List<List<Object>> rows = flows.flows().stream()
                .map(flow -> List.<Object>of(
                        flow.from().id(),
                        flow.from().name(),
                        flow.to().id(),
                        flow.to().name(),
                        Math.rint(flow.usd()),
                        flow.deals(),
                        flow.loop()))
                .toList();
        String svg = new FlowGraph("chart-flows", Chart.FLOWS.title(), drawn, Amounts::usd).svg();
        List<String> columns = List.of("from", "from_name", "to", "to_name", "usd", "deals", "in_loop");
        return new ChartTable(Chart.FLOWS, svg, columns, rows, flows.complete());
    }
}
