package dealscope.app;

import dealscope.index.BadQuery;
import dealscope.index.DealIndex;
import dealscope.index.SearchRequest.Sort;
import dealscope.store.Store;
import dealscope.web.data.Export;
import dealscope.web.data.Export.What;
import dealscope.web.data.Format;
import dealscope.web.data.Terms;
import dealscope.web.site.ChangedSince;
import dealscope.web.site.WholeSearch.Ask;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dealscope export}: deals, claims, articles or companies, in constant memory; works beside a running {@code serve}. */
@Command(
        name = "export",
        description =
                "Writes deals, claims, articles or companies, as NDJSON, CSV or Parquet. Deals told only in passing"
                        + " are among them, unless the query says background:no.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    DataOptions data = new DataOptions();

    @Option(
            names = "--what",
            description = "One of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.",
            defaultValue = "DEALS")
    What what = What.DEALS;

    @Option(
            names = "--format",
            description = "One of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.",
            defaultValue = "NDJSON")
    Format format = Format.NDJSON;

    @Option(names = "--query", paramLabel = "QUERY", description = "In the query language of the site; default: all.")
    String query = "";

    @Option(names = "--as-of", paramLabel = "DAY", description = "As known at the end of this day (UTC): 2026-03-01.")
    @Nullable
    LocalDate asOf;

    @Option(
            names = "--changed-since",
            paramLabel = "SINCE",
            description = "Only what changed since: a day, a time in UTC, or the snapshot that an export named.")
    @Nullable
    String changedSince;

    @Mixin
    OutFile file = new OutFile();

    @Override
    public Integer call() throws IOException {
        Settings settings = data.settings();
        try (DealIndex index = Stores.readIndex(settings);
                Store store = Store.openReadOnly(settings.storeUrl())) {
            Terms terms = Terms.of(Version.text(), index.snapshot());
            Export export = new Export(store, index, what, new Ask(query, true, Sort.DATE, false, asOf, since(store)));
            try (OutputStream out = file.open()) {
                export.writeTo(out, format, terms.properties());
            }
            System.err.println("snapshot " + terms.snapshot());
            return 0;
        } catch (BadQuery e) {
            throw new UsageException(e.getMessage() + "\n  " + query + "\n  " + " ".repeat(e.position()) + "^");
        }
    }

    private ChangedSince since(Store store) {
        return changedSince == null
                ? ChangedSince.EVER
                : ChangedSince.parse(changedSince, store.epoch())
                        .orElseThrow(
                                () -> new UsageException("--changed-since takes 2026-11-20, 2026-11-20T09:00:00Z or"
                                        + " a snapshot of this store, not \"" + changedSince + "\""));
    }
}
