package dealscope.app;

import dealscope.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line: {@code java -jar dealscope.jar COMMAND}. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "dealscope",
        description = "Reads the news about AI infrastructure and turns it into deals, each with its evidence.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nSettings (file dealscope.properties in the data folder, or environment):%n",
        subcommands = {
            ServeCommand.class,
            RefreshCommand.class,
            SearchCommand.class,
            FeedsCommand.class,
            ExportCommand.class,
            AlertsCommand.class,
            CorrectionsCommand.class,
            ReindexCommand.class,
            SampleCommand.class,
            EvalCommand.class,
            StageCommands.FeedLine.class,
            StageCommands.RobotsLine.class,
            StageCommands.UrlLine.class,
            StageCommands.ExtractLine.class,
            StageCommands.AnalyzeLine.class,
            StageCommands.ResolveLines.class,
            HelpCommand.class
        })
public final class Main {
    /** Lucene says once that a faster vector module could be switched on; nobody who reads deals needs to know. */
    private static final Logger VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization");

    private Main() {}

    public static void main(String[] args) {
        VECTORS.setLevel(Level.SEVERE);
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.getCommandSpec().usageMessage().footer(settingLines());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("dealscope: " + message(failure));
            return failure instanceof UsageException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    private static String[] settingLines() {
        return java.util.Arrays.stream(Setting.values())
                .map(setting -> "  %-15s %-24s %s%s"
                        .formatted(
                                setting.key(),
                                setting.variable(),
                                setting.meaning(),
                                setting.fallback().isEmpty() ? "" : " (" + setting.fallback() + ")"))
                .map(line -> line.replace("%", "%%").replace("@", "@@"))
                .toArray(String[]::new);
    }

    private static String message(Throwable failure) {
        Throwable cause = Objects.requireNonNullElse(
                failure instanceof UncheckedIOException ? failure.getCause() : null, failure);
        boolean meantForPeople =
                cause instanceof UsageException || cause instanceof StoreException || cause instanceof IOException;
        String message = meantForPeople ? cause.getMessage() : null;
        return message == null ? String.valueOf(cause) : message;
    }
}
