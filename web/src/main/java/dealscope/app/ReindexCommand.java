package dealscope.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dealscope reindex}: everything that can be rebuilt from the store is rebuilt. */
@Command(
        name = "reindex",
        description = "Rebuilds the deals and the search index from the articles in the store.",
        mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {
    @Mixin
    DataOptions data = new DataOptions();

    @Override
    public Integer call() throws IOException {
        Console console = new Console(System.err);
        try (Program program = Program.open(data.settings())) {
            console.say("resolving the deals anew");
            program.store().rebuildDeals();
            program.catchUp();
            int count = program.index().rebuild(program.store());
            console.say(count + " documents indexed in " + program.settings().indexFolder());
        }
        return 0;
    }
}
