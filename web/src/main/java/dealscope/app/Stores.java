package dealscope.app;

import dealscope.fact.Companies;
import dealscope.index.DealIndex;
import dealscope.ledger.Resolver;
import dealscope.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Opens store and index as the settings say. */
final class Stores {
    private Stores() {}

    /** For reading and writing; makes the data folder when it is not there. */
    static Store open(Settings settings) {
        makeFolder(settings.dataFolder());
        return Store.open(settings.storeUrl(), new Resolver(Companies.load()::root), InstantSource.system());
    }

    /** The index as of its last commit, beside a process that may be writing to it. */
    static DealIndex readIndex(Settings settings) throws IOException {
        if (!Files.isDirectory(settings.indexFolder())) {
            throw new UsageException("there is no data in " + settings.dataFolder()
                    + " yet; begin with: dealscope serve, or dealscope refresh");
        }
        return DealIndex.openReadOnly(settings.indexFolder(), InstantSource.system());
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException("cannot make the data folder " + folder + ": " + e.getMessage(), e));
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException("the data folder " + folder + " cannot be written to; choose another with --data");
        }
    }
}
