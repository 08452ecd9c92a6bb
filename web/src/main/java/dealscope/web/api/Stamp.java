package dealscope.web.api;

import dealscope.web.data.Terms;
import dealscope.web.site.Site;
import io.javalin.http.Context;

/**
 * What every answer of data carries in its headers: the snapshot it was made from, how to cite it, and links (RFC 8288)
 * to its licence and to the data dictionary. {@code openapi.json} documents them.
 */
public final class Stamp {
    private Stamp() {}

    public static Terms terms(Site site) {
        return Terms.of(site.version(), site.index().snapshot());
    }

    static void put(Context ctx, Terms terms) {
        ctx.header("Dealscope-Snapshot", terms.snapshot())
                .header("Dealscope-Citation", terms.citation())
                .header("Link", "<" + terms.licenceUrl() + ">; rel=\"license\", </api/dictionary.json>; rel=\"help\"");
    }
}
