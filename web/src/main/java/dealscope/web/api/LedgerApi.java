package dealscope.web.api;

import dealscope.index.BadQuery;
import dealscope.ledger.Loops;
import dealscope.ledger.Totals;
import dealscope.store.LedgerStore.By;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.http.Reply;
import dealscope.web.http.RequestProblem;
import dealscope.web.http.Routing;
import dealscope.web.site.DealTotals;
import dealscope.web.site.Site;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the API works out from all deals: {@code /api/totals}, {@code /api/totals.csv}, {@code /api/loops}. */
final class LedgerApi {
    private static final int LOOPS = 100;
    private static final int MOST_LOOPS = 1000;
    private static final Set<String> TOTALS = DealSearch.parameters("by", Days.AS_OF);

    private final Site site;

    LedgerApi(Site site) {
        this.site = site;
    }

    void register(Routing routes) {
        routes.get("/api/totals", this::totals);
        routes.get("/api/totals.csv", this::totalsCsv);
        routes.get("/api/loops", this::loops);
    }

    private void totals(Context ctx) throws IOException {
        Params params = new Params(ctx, true, TOTALS);
        Reply.text(ctx, 200, Reply.JSON, Json.of(TotalsJson.of(params, by(params), answer(params))));
    }

    private static By by(Params params) {
        return params.choice("by", By.class, By.TYPE);
    }

    private DealTotals.Answer answer(Params params) throws IOException {
        LocalDate day = Days.asOf(params);
        String query = DealSearch.query(params);
        try {
            return new DealTotals(site).of(by(params), query, day);
        } catch (BadQuery e) {
            throw RequestProblem.badQuery(e, query);
        }
    }

    private void totalsCsv(Context ctx) throws IOException {
        Params params = new Params(ctx, true, TOTALS);
        By by = by(params);
        Totals totals = answer(params).totals();
        Reply.stream(ctx, "text/csv; charset=utf-8; header=present", "totals.csv", out -> {
            Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            Csv csv = new Csv(lines);
            csv.row(List.of(by.name().toLowerCase(Locale.ROOT), "name", "what", "deals", "usd"));
            for (Totals.Group group : TotalsJson.ordered(by, totals)) {
                rows(csv, group.key(), group.label(), group.sum());
            }
            rows(csv, "all", "all deals, each once", totals.all());
            lines.flush();
        });
    }

    private static void rows(Csv csv, String key, String label, Totals.Sum sum) throws IOException {
        csv.row(List.of(key, label, "counted", sum.deals(), sum.usd()));
        if (sum.ceilings().deals() > 0) {
            csv.row(List.of(
                    key,
                    label,
                    "ceiling",
                    sum.ceilings().deals(),
                    sum.ceilings().usd()));
        }
        for (Totals.LeftOut left : sum.leftOut()) {
            csv.row(List.of(key, label, left.reason().label(), left.deals(), left.usd()));
        }
    }

    private void loops(Context ctx) {
        Params params = new Params(ctx, true, Set.of("companies", "company", "limit"));
        int most = params.integer("companies", 4, 2, Loops.MOST_COMPANIES);
        int limit = params.integer("limit", LOOPS, 1, MOST_LOOPS);
        Reply.text(
                ctx,
                200,
                Reply.JSON,
                Json.of(LoopsJson.of(site.store().ledger().loops(most), params.text("company"), limit)));
    }
}
