package dealscope.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dealscope refresh}: one round, with progress on standard error. */
@Command(
        name = "refresh",
        description = "Fetches the feeds that are due, reads their articles and brings deals and index up to date.",
        mixinStandardHelpOptions = true)
final class RefreshCommand implements Callable<Integer> {
    @Mixin
    DataOptions data = new DataOptions();

    @Option(names = "--all", description = "Every feed that is switched on, due or not (none twice within 10 minutes).")
    boolean all;

    @Option(names = "--sample", description = "Follows the sample feeds first.")
    boolean sample;

    @Override
    public Integer call() throws IOException {
        try (Program program = Program.open(data.settings())) {
            if (sample) {
                program.addSamples();
            } else {
                program.addDefaultFeeds();
            }
            if (all) {
                program.store()
                        .makeDue(RefreshWait.askable(
                                program.store(), program.clock().instant()));
            }
            RefreshReport.run(program, null);
            program.store().alerts().closeMails();
            program.courier().run();
            return 0;
        }
    }
}
