package dealscope.web.api;

import dealscope.deal.Deal;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.web.http.Params;
import dealscope.web.http.Reply;
import dealscope.web.site.Site;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
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
        private final SearchResult first;

        Pages(Params params) throws IOException {
            this.params = params;
            this.sort = params.choice("sort", Sort.class, Sort.DATE);
            this.first = search.run(Kind.DEALS, params, sort, null, PAGE, false);
        }

        void writeTo(DealFile file) throws IOException {
            write(first, file);
            for (SearchResult page = first; page.next() != null; ) {
                page = search.run(Kind.DEALS, params, sort, page.next(), PAGE, false);
                write(page, file);
            }
        }

        private void write(SearchResult page, DealFile file) throws IOException {
            for (Deal deal : search.deals(page)) {
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
