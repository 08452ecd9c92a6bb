package dealscope.app;

import dealscope.deal.Deal;
import dealscope.store.Store;
import dealscope.web.api.DealFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dealscope export}: every deal, background ones included, in constant memory. */
@Command(
        name = "export",
        description = "Writes all deals with their claims, as NDJSON or CSV.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    enum Format {
        NDJSON,
        CSV
    }

    @Mixin
    DataOptions data = new DataOptions();

    @Option(
            names = "--format",
            description = "One of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.",
            defaultValue = "NDJSON")
    Format format = Format.NDJSON;

    @Mixin
    OutFile file = new OutFile();

    @Override
    public Integer call() throws IOException {
        try (Store store = Store.openReadOnly(data.settings().storeUrl());
                OutputStream out = file.open()) {
            DealFile deals = format == Format.CSV ? DealFile.csv(out) : DealFile.ndjson(out);
            store.forEachDeal(deal -> write(deals, deal));
            deals.flush();
        }
        return 0;
    }

    private static void write(DealFile deals, Deal deal) {
        try {
            deals.write(deal);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("cannot write the deals: " + e.getMessage(), e));
        }
    }
}
