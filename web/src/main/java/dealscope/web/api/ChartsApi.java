package dealscope.web.api;

import dealscope.index.BadQuery;
import dealscope.web.data.Csv;
import dealscope.web.data.Json;
import dealscope.web.http.Params;
import dealscope.web.http.Reply;
import dealscope.web.http.RequestProblem;
import dealscope.web.http.Routing;
import dealscope.web.site.ChartTable;
import dealscope.web.site.ChartTable.Chart;
import dealscope.web.site.Site;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables behind the charts: {@code /api/charts/{id}} and {@code /api/charts/{id}.csv}. */
final class ChartsApi {
    private final Site site;

    ChartsApi(Site site) {
        this.site = site;
    }

    /** @param complete false when there were more deals than a chart reads */
    record Answer(
            String chart, String title, String note, boolean complete, List<String> columns, List<List<Object>> rows) {}

    void register(Routing routes) {
        routes.get("/api/charts/{id}.csv", this::csv);
        routes.get("/api/charts/{id}", this::json);
    }

    private ChartTable table(Context ctx) throws IOException {
        Params params = new Params(ctx, true, Set.of("q"));
        Chart chart = Chart.of(ctx.pathParam("id"))
                .orElseThrow(() -> RequestProblem.notFound("The charts are "
                        + Arrays.stream(Chart.values()).map(Chart::label).collect(Collectors.joining(", ")) + "."));
        String query = params.text("q");
        try {
            return ChartTable.of(chart, query, site);
        } catch (BadQuery e) {
            throw RequestProblem.badQuery(e, query);
        }
    }

    private void json(Context ctx) throws IOException {
        ChartTable table = table(ctx);
        Chart chart = table.chart();
        Answer answer =
                new Answer(chart.label(), chart.title(), chart.note(), table.complete(), table.columns(), table.rows());
        Reply.text(ctx, 200, Reply.JSON, Json.of(answer));
    }

    private void csv(Context ctx) throws IOException {
        ChartTable table = table(ctx);
        Reply.stream(
                ctx, "text/csv; charset=utf-8; header=present", table.chart().label() + ".csv", out -> {
                    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    Csv csv = new Csv(lines);
                    csv.row(table.columns());
                    for (List<Object> row : table.rows()) {
                        csv.row(row);
                    }
                    lines.flush();
                });
    }
}
