package dealscope.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dealscope sample add|remove}. */
@Command(
        name = "sample",
        description = "Adds or removes the sample collection.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SampleCommand.Add.class, SampleCommand.Remove.class})
final class SampleCommand {
    private SampleCommand() {}

    @Command(name = "add", description = "Follows the sample feeds and reads them.", mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        @Mixin
        DataOptions data = new DataOptions();

        @Override
        public Integer call() throws IOException {
            try (Program program = Program.open(data.settings())) {
                program.addSamples();
                program.refresher().round(dealscope.crawler.Listener.NONE);
                new Console(System.err)
                        .say("the store holds " + program.store().stats().sampleArticles() + " sample articles");
            }
            return 0;
        }
    }

    @Command(
            name = "remove",
            description = "Removes the sample feeds, their articles and the deals that only they tell.",
            mixinStandardHelpOptions = true)
    static final class Remove implements Callable<Integer> {
        @Mixin
        DataOptions data = new DataOptions();

        @Override
        public Integer call() throws IOException {
            try (Program program = Program.open(data.settings())) {
                int removed = program.store().removeSamples();
                program.catchUp();
                new Console(System.err).say(removed + " sample articles removed");
            }
            return 0;
        }
    }
}
