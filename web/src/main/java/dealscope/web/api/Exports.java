package dealscope.web.api;

import dealscope.index.BadQuery;
import dealscope.index.SearchRequest.Sort;
import dealscope.web.data.Export;
import dealscope.web.data.Export.What;
import dealscope.web.data.Format;
import dealscope.web.data.Terms;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.http.Reply;
import dealscope.web.http.RequestProblem;
import dealscope.web.http.Routing;
import dealscope.web.site.Site;
import dealscope.web.site.WholeSearch.Ask;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;

/** {@code /api/export.ndjson}, {@code .csv} and {@code .parquet}: all that a query finds, see {@link Export}. */
final class Exports {
    private static final Set<String> PARAMETERS =
            DealSearch.parameters("sort", "reversed", "what", Days.AS_OF, DealSearch.CHANGED_SINCE);

    private final Site site;
    private final DealSearch search;

    Exports(Site site) {
        this.site = site;
        this.search = new DealSearch(site);
    }

    void register(Routing routes) {
        for (Format format : Format.values()) {
            routes.get("/api/export." + format.extension(), ctx -> {
                Params params = new Params(ctx, true, PARAMETERS);
                send(ctx, params, params.choice("what", What.class, What.DEALS), format);
            });
        }
    }

    /** Answers with all rows. The first page is read before the answer begins, so that a bad query is still a 400. */
    void send(Context ctx, Params params, What what, Format format) throws IOException {
        LocalDate day = Days.asOf(params);
        Sort sort = params.choice("sort", Sort.class, Sort.DATE);
        if (day != null && sort != Sort.DATE && what != What.ARTICLES) {
            throw RequestProblem.badParameter("With \"asOf\" deals come by date; leave \"sort\" out.");
        }
        String query = DealSearch.query(params);
        Ask ask = new Ask(
                query,
                params.flag("background", false),
                sort,
                params.flag("reversed", false),
                day,
                search.since(params));
        Terms terms = Stamp.terms(site);
        try {
            Export export = new Export(site.store(), site.index(), what, ask);
            Stamp.put(ctx, terms);
            ctx.header(
                    "Link",
                    ctx.res().getHeader("Link") + ", </api/schema/" + what.label()
                            + ".json>; rel=\"describedby\"; type=\"application/schema+json\"");
            Reply.stream(
                    ctx,
                    format.contentType(),
                    export.fileName(format),
                    out -> export.writeTo(out, format, terms.properties()));
        } catch (BadQuery e) {
            throw RequestProblem.badQuery(e, query);
        }
    }
}
