package dealscope.web.api;

import dealscope.deal.Deal;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.http.Reply;
import dealscope.web.site.PastSearch.Page;
import dealscope.web.site.Site;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All deals that a search finds, as NDJSON and CSV: no cap on rows, and a page of them in memory at a time. The pages
 * follow the search's cursor, so no query of the store stays open while a slow reader reads.
 */
final class Exports {
    private static final int PAGE = 200;
    private static final Set<String> PARAMETERS = DealSearch.parameters("sort", "reversed", Days.AS_OF);

    private final DealSearch search;

    Exports(Site site) {
        this.search = new DealSearch(site);
    }

    void ndjson(Context ctx) throws IOException {
        export(ctx, "application/x-ndjson; charset=utf-8", "deals.ndjson", DealFile::ndjson);
    }

    void csv(Context ctx) throws IOException {
        export(ctx, "text/csv; charset=utf-8; header=present", "deals.csv", DealFile::csv);
    }

    private void export(Context ctx, String contentType, String name, Format format) throws IOException {
        Pages pages = new Pages(new Params(ctx, true, PARAMETERS));
        Reply.stream(ctx, contentType, name, out -> pages.writeTo(format.begin(out)));
    }

    /** The first page is read before the answer begins, so that a bad query is still a 400. */
    private final class Pages {
        private final Params params;
        private final Sort sort;
        private final @Nullable LocalDate day;
        private final Page first;

        Pages(Params params) throws IOException {
            this.params = params;
            this.sort = params.choice("sort", Sort.class, Sort.DATE);
            this.day = Days.asOf(params);
            this.first = page(null);
        }

        private Page page(@Nullable String cursor) throws IOException {
            if (day != null) {
                return search.past(params, day, cursor, PAGE);
            }
            SearchResult result = search.run(Kind.DEALS, params, sort, cursor, PAGE, false);
            return new Page(search.deals(result), result.next());
        }

        void writeTo(DealFile file) throws IOException {
            write(first, file);
            for (Page page = first; page.next() != null; ) {
                page = page(page.next());
                write(page, file);
            }
        }

        private static void write(Page page, DealFile file) throws IOException {
            for (Deal deal : page.deals()) {
                file.write(deal);
            }
            file.flush();
        }
    }

    @FunctionalInterface
    private interface Format {
        DealFile begin(OutputStream out) throws IOException;
    }
}
