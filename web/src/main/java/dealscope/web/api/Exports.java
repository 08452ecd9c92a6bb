package dealscope.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import dealscope.deal.Deal;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.web.http.Params;
import dealscope.web.http.Reply;
import dealscope.web.site.Site;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * All deals that a search finds, as NDJSON and CSV: no cap on rows, and a page of them in memory at a time. The pages
 * follow the search's cursor, so no query of the store stays open while a slow reader reads.
 */
final class Exports {
    private static final int PAGE = 200;
    private static final Set<String> PARAMETERS = DealSearch.parameters("sort");

    private final DealSearch search;

    Exports(Site site) {
        this.search = new DealSearch(site);
    }

    void ndjson(Context ctx) throws IOException {
        Params params = new Params(ctx, true, PARAMETERS);
        Pages pages = new Pages(params);
        Reply.stream(ctx, "application/x-ndjson; charset=utf-8", "deals.ndjson", out -> {
            ObjectWriter writer = Json.MAPPER.writerFor(DealJson.class);
            pages.forEach(out, deals -> {
                try (JsonGenerator lines = Json.MAPPER.getFactory().createGenerator(out)) {
                    lines.setRootValueSeparator(null);
                    for (Deal deal : deals) {
                        writer.writeValue(lines, DealJson.of(deal));
                        lines.writeRaw('\n');
                    }
                }
            });
        });
    }

    void csv(Context ctx) throws IOException {
        Params params = new Params(ctx, true, PARAMETERS);
        Pages pages = new Pages(params);
        Reply.stream(ctx, "text/csv; charset=utf-8; header=present", "deals.csv", out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            Csv csv = new Csv(writer);
            csv.row(DealCsv.HEADER);
            pages.forEach(out, deals -> {
                for (Deal deal : deals) {
                    csv.row(DealCsv.row(deal));
                }
                writer.flush();
            });
            writer.flush();
        });
    }

    /** The first page is read before the answer begins, so that a bad query is still a 400. */
    private final class Pages {
        private final Params params;
        private final Sort sort;
        private final SearchResult first;

        Pages(Params params) throws IOException {
            this.params = params;
            this.sort = params.choice("sort", Sort.class, Sort.DATE);
            this.first = search.run(Kind.DEALS, params, sort, null, PAGE, false);
        }

        void forEach(OutputStream out, PageWriter writer) throws IOException {
            SearchResult page = first;
            writer.write(search.deals(page));
            while (page.next() != null) {
                page = search.run(Kind.DEALS, params, sort, page.next(), PAGE, false);
                writer.write(search.deals(page));
                out.flush();
            }
        }
    }

    @FunctionalInterface
    private interface PageWriter {
        void write(List<Deal> deals) throws IOException;
    }
}
