package dealscope.web.api;

import dealscope.index.BadQuery;
import dealscope.ledger.Loops;
import dealscope.ledger.Totals;
import dealscope.store.LedgerStore.By;
import dealscope.web.data.Csv;
import dealscope.web.data.Json;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.http.Reply;
import dealscope.web.http.RequestProblem;
import dealscope.web.http.Routing;
import dealscope.web.site.DealTotals;
import dealscope.web.site.Site;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the API works out from all deals: {@code /api/totals}, {@code /api/totals.csv}, {@code /api/loops}. */
final class LedgerApi {
    static final Set<String> TOTALS = DealSearch.parameters("by", Days.AS_OF);
    static final Set<String> LOOPS = Set.of("companies", "company", "limit");

    private static final int USUAL_LOOPS = 100;
    private static final int MOST_LOOPS = 1000;

    private final Site site;

    LedgerApi(Site site) {
        this.site = site;
    }

    void register(Routing routes) {
        routes.get("/api/totals", ctx -> json(ctx, totals(new Params(ctx, true, TOTALS), By.TYPE)));
        routes.get("/api/totals.csv", ctx -> totalsCsv(ctx, new Params(ctx, true, TOTALS), By.TYPE));
        routes.get("/api/loops", ctx -> json(ctx, loops(new Params(ctx, true, LOOPS))));
    }

    private void json(Context ctx, Object answer) {
        Stamp.put(ctx, Stamp.terms(site));
        Reply.bytes(ctx, 200, Reply.JSON, Json.bytes(answer));
    }

    TotalsJson totals(Params params, By natural) throws IOException {
        By by = params.choice("by", By.class, natural);
        return TotalsJson.of(params, by, answer(params, by), Stamp.terms(site));
    }

    private DealTotals.Answer answer(Params params, By by) throws IOException {
        LocalDate day = Days.asOf(params);
        String query = DealSearch.query(params);
        try {
            return new DealTotals(site).of(by, query, day);
        } catch (BadQuery e) {
            throw RequestProblem.badQuery(e, query);
        }
    }

    void totalsCsv(Context ctx, Params params, By natural) throws IOException {
        By by = params.choice("by", By.class, natural);
        Totals totals = answer(params, by).totals();
        Stamp.put(ctx, Stamp.terms(site));
        Sheets.send(ctx, "totals.csv", csv -> {
            csv.row(List.of(by.name().toLowerCase(Locale.ROOT), "name", "what", "deals", "usd"));
            for (Totals.Group group : TotalsJson.ordered(by, totals)) {
                rows(csv, group.key(), group.label(), group.sum());
            }
            rows(csv, "all", "all deals, each once", totals.all());
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

    LoopsJson loops(Params params) {
        int most = params.integer("companies", 4, 2, Loops.MOST_COMPANIES);
        int limit = params.integer("limit", USUAL_LOOPS, 1, MOST_LOOPS);
        return LoopsJson.of(site.store().ledger().loops(most), params.text("company"), limit, Stamp.terms(site));
    }
}
