package dealscope.app;

import dealscope.ledger.correction.BadCorrection;
import dealscope.store.CorrectionState;
import dealscope.store.Store;
import dealscope.web.view.Corrections;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dealscope corrections …}: what analysts corrected. */
@Command(
        name = "corrections",
        description = "Lists what analysts corrected; carries it to another store.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CorrectionsCommand.ListAll.class,
            CorrectionsCommand.Export.class,
            CorrectionsCommand.Import.class
        })
final class CorrectionsCommand {
    private CorrectionsCommand() {}

    @Command(
            name = "list",
            description = "Lists the corrections, the last first, with what has become of each.",
            mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {
        @Mixin
        DataOptions data = new DataOptions();

        @Override
        public Integer call() {
            try (Store store = Store.openReadOnly(data.settings().storeUrl())) {
                store.corrections().all().forEach(state -> System.out.println(line(state)));
            }
            return 0;
        }

        private static String line(CorrectionState state) {
            return String.join(
                    "  ",
                    state.correction().id(),
                    state.correction().at().toString(),
                    state.state().label(),
                    FeedsCommand.oneLine(state.correction().author()),
                    FeedsCommand.oneLine(Corrections.words(state.correction().decision())),
                    String.join(" ", state.dealIds()));
        }
    }

    @Command(name = "export", description = "Writes all corrections as NDJSON.", mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {
        @Mixin
        DataOptions data = new DataOptions();

        @Mixin
        OutFile file = new OutFile();

        @Override
        public Integer call() throws IOException {
            try (Store store = Store.openReadOnly(data.settings().storeUrl());
                    OutputStream out = file.open()) {
                for (String line : store.corrections().export()) {
                    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            return 0;
        }
    }

    @Command(
            name = "import",
            description =
                    "Takes over corrections that were exported, here or elsewhere; those that are here already stay.",
            mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
        @Mixin
        DataOptions data = new DataOptions();

        @Parameters(paramLabel = "FILE")
        Path file = Path.of("");

        @Override
        public Integer call() throws IOException {
            List<String> lines;
            try {
                lines = Files.readAllLines(file);
            } catch (IOException e) {
                throw new UsageException("cannot read " + file);
            }
            try (Program program = Program.open(data.settings())) {
                int added = program.store().corrections().importLines(lines);
                program.catchUp();
                new Console(System.err).say(added + " corrections added");
                return 0;
            } catch (BadCorrection e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
        }
    }
}
