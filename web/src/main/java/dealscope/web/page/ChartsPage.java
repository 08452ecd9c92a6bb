package dealscope.web.page;

import dealscope.index.BadQuery;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.ChartTable;
import dealscope.web.site.ChartTable.Chart;
import dealscope.web.site.Site;
import dealscope.web.view.Amounts;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /charts}: the deals that a query finds, in pictures, each with its table and its file. */
public final class ChartsPage {
    private static final int ROWS = 200;

    private final Site site;
    private final Renderer renderer;

    public ChartsPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /**
     * @param svg safe markup, made by {@code dealscope.web.chart}
     * @param empty whether there is nothing to draw
     * @param more rows of the table that are in the file only
     */
    public record Figure(
            String name,
            String title,
            String note,
            String svg,
            boolean empty,
            List<String> columns,
            List<List<String>> rows,
            int more,
            boolean complete,
            String csv,
            String json) {}

    public record View(String query, List<Figure> figures) {}

    public void show(Context ctx) throws IOException {
        Params params = new Params(ctx, false, Set.of("q"));
        String query = params.text("q");
        List<Figure> figures = new ArrayList<>();
        try {
            for (Chart chart : Chart.values()) {
                figures.add(figure(ChartTable.of(chart, query, site), query));
            }
        } catch (BadQuery e) {
            throw RequestProblem.badQuery(e, query);
        }
        renderer.page(ctx, "charts", Title.of("Charts", "charts"), new View(query, figures));
    }

    static Figure figure(ChartTable table, String query) {
        Map<String, String> parameters = Map.of("q", query);
        String address = "/api/charts/" + table.chart().label();
        return new Figure(
                table.chart().label(),
                table.chart().title(),
                table.chart().note(),
                table.svg(),
                table.rows().isEmpty(),
                table.columns().stream().map(name -> name.replace('_', ' ')).toList(),
                table.rows().stream()
                        .limit(ROWS)
                        .map(row -> row.stream().map(ChartsPage::cell).toList())
                        .toList(),
                Math.max(0, table.rows().size() - ROWS),
                table.complete(),
                Links.with(address + ".csv", parameters),
                Links.with(address, parameters));
    }

    private static String cell(Object value) {
        return switch (value) {
            case Double number -> Amounts.count(Math.round(number));
            case Integer number -> Amounts.count(number);
            case Boolean flag -> flag ? "yes" : "";
            default -> value.toString();
        };
    }
}
