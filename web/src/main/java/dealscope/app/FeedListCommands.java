package dealscope.app;

import static dealscope.app.FeedsCommand.oneLine;

import dealscope.index.FeedRules;
import dealscope.source.Opml;
import dealscope.store.Store;
import dealscope.web.site.Actions.ImportReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dealscope feeds import} and {@code export}: lists of feeds as OPML. */
final class FeedListCommands {
    private FeedListCommands() {}

    @Command(name = "import", description = "Adds the feeds of an OPML file.", mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
        private static final long LARGEST = 50_000_000;

        @Mixin
        DataOptions data = new DataOptions();

        @Parameters(paramLabel = "FILE", description = "OPML file, or - for standard input.")
        String file = "-";

        @Override
        public Integer call() throws IOException {
            byte[] bytes = file.equals("-") ? System.in.readNBytes((int) LARGEST) : read(Path.of(file));
            try (Store store = Stores.open(data.settings())) {
                ImportReport report =
                        new ListTransfer(store, new FeedRules(InstantSource.system())).read(bytes, Instant.now());
                say(report);
                if (report.added() + report.known() == 0) {
                    throw new UsageException(
                            file + " holds no feeds: an OPML file has <outline xmlUrl=\"…\"> for each");
                }
            }
            return 0;
        }

        private static void say(ImportReport report) {
            for (Opml.Refusal refusal : report.refused()) {
                System.err.println("  not taken: " + oneLine(refusal.name() + ": " + refusal.reason()));
            }
            System.err.println(report.added() + " feeds added, " + report.known() + " were there already, "
                    + report.repeated() + " named twice in the list, "
                    + report.refused().size() + " not taken");
            if (report.cut()) {
                System.err.println("The list is longer than 100,000 feeds; the rest was left out.");
            }
        }

        private static byte[] read(Path path) throws IOException {
            if (!Files.isReadable(path)) {
                throw new UsageException("cannot read " + path);
            }
            if (Files.size(path) > LARGEST) {
                throw new UsageException(path + " is larger than 50 MB");
            }
            return Files.readAllBytes(path);
        }
    }

    @Command(name = "export", description = "Writes all feeds as OPML.", mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {
        @Mixin
        DataOptions data = new DataOptions();

        @Mixin
        OutFile file = new OutFile();

        @Override
        public Integer call() throws IOException {
            try (Store store = Store.openReadOnly(data.settings().storeUrl());
                    OutputStream out = file.open()) {
                out.write(ListTransfer.write(store));
            }
            return 0;
        }
    }
}
