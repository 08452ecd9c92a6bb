package dealscope.web.page;

import dealscope.deal.DealType;
import dealscope.index.BadQuery;
import dealscope.ledger.Totals;
import dealscope.store.LedgerStore.By;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.DealTotals;
import dealscope.web.site.Site;
import dealscope.web.view.Amounts;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import dealscope.web.view.QueryTerms;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code /totals}: sums with what was left out of them. */
public final class TotalsPage {
    private static final int ROWS = 200;

    private final Site site;
    private final Renderer renderer;

    public TotalsPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /** @param share length of the bar, against the largest */
    public record Line(
            String href,
            String label,
            int deals,
            String usd,
            String share,
            String ceilings,
            int ceilingDeals,
            int leftOut,
            String leftOutWords) {}

    /** Deals left out for one reason. */
    public record Left(String words, int deals, String usd) {}

    /** Another way to group. */
    public record Tab(String href, String label, boolean current) {}

    /** @param day for people; empty for today */
    public record View(
            String usd,
            int deals,
            String ceilings,
            int ceilingDeals,
            List<Left> left,
            List<Tab> tabs,
            String first,
            List<Line> lines,
            int more,
            String query,
            String by,
            String asOf,
            String day,
            boolean complete,
            String csv,
            String json) {}

    public void show(Context ctx) throws IOException {
        Params params = new Params(ctx, false, Set.of("by", "q", Days.AS_OF));
        By by = params.choice("by", By.class, By.PAYER);
        String query = params.text("q");
        LocalDate day = Days.asOf(params);
        DealTotals.Answer answer;
        try {
            answer = new DealTotals(site).of(by, query, day);
        } catch (BadQuery e) {
            throw RequestProblem.badQuery(e, query);
        }
        String asOf = day == null ? "" : day.toString();
        renderer.page(
                ctx,
                "totals",
                Title.of("Totals", "totals"),
                view(by, query, asOf, day == null ? "" : Dates.day(day), answer));
    }

    private View view(By by, String query, String asOf, String day, DealTotals.Answer answer) {
        Totals.Sum all = answer.totals().all();
        List<Totals.Group> groups = by == By.QUARTER || by == By.YEAR
                ? answer.totals().byKey()
                : answer.totals().bySum();
        double most = groups.stream()
                .mapToDouble(group -> group.sum().usd().doubleValue())
                .max()
                .orElse(0);
        return new View(
                Amounts.usd(all.usd()),
                all.deals(),
                Amounts.usd(all.ceilings().usd()),
                all.ceilings().deals(),
                all.leftOut().stream()
                        .map(left -> new Left(
                                left.reason().words(),
                                left.deals(),
                                left.usd().signum() == 0 ? "–" : Amounts.usd(left.usd())))
                        .toList(),
                tabs(by, query, asOf),
                first(by),
                groups.stream()
                        .limit(ROWS)
                        .map(group -> line(by, query, group, most))
                        .toList(),
                Math.max(0, groups.size() - ROWS),
                query,
                label(by),
                asOf,
                day,
                answer.complete(),
                link("/api/totals.csv", by, query, asOf),
                link("/api/totals", by, query, asOf));
    }

    private static Line line(By by, String query, Totals.Group group, double most) {
        Totals.Sum sum = group.sum();
        int left = sum.leftOut().stream().mapToInt(Totals.LeftOut::deals).sum();
        List<String> words = new ArrayList<>();
        sum.leftOut()
                .forEach(each -> words.add(each.deals() + " " + each.reason().words()));
        return new Line(
                href(by, query, group.key()),
                by == By.TYPE ? Labels.type(DealType.of(group.key())) : group.label(),
                sum.deals(),
                sum.deals() == 0 ? "–" : Amounts.usd(sum.usd()),
                Shares.percent(sum.usd().doubleValue(), most),
                sum.ceilings().deals() == 0
                        ? ""
                        : "≤" + Amounts.usd(sum.ceilings().usd()),
                sum.ceilings().deals(),
                left,
                String.join(", ", words));
    }

    /** The deals of a group; empty where no query finds them. */
    private static String href(By by, String query, String key) {
        boolean findable = !key.isEmpty() && !key.equals("undated") && by != By.QUARTER && by != By.YEAR;
        return findable
                ? Links.with(
                        "/deals",
                        Map.of("q", (query + " " + QueryTerms.filter(label(by), key)).strip(), "background", "true"))
                : "";
    }

    private static List<Tab> tabs(By current, String query, String asOf) {
        List<Tab> tabs = new ArrayList<>();
        for (By by : By.values()) {
            tabs.add(new Tab(link("/totals", by, query, asOf), first(by), by == current));
        }
        return tabs;
    }

    private static String link(String path, By by, String query, String asOf) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("by", label(by));
        parameters.put("q", query);
        parameters.put(Days.AS_OF, asOf);
        return Links.with(path, parameters);
    }

    private static String label(By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    private static String first(By by) {
        return switch (by) {
            case PAYER -> "Payer";
            case PAYEE -> "Payee";
            case TYPE -> "Type";
            case QUARTER -> "Quarter";
            case YEAR -> "Year";
            case STATUS -> "Status";
        };
    }
}
