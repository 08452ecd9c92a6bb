package dealscope.app;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say where the data lives; every command that needs the store has them. */
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Folder for database, index and settings file; default ~/.dealscope.")
    @Nullable
    String data;

    @Option(names = "--store", paramLabel = "JDBC", description = "JDBC address of the store, for PostgreSQL.")
    @Nullable
    String store;

    Settings settings() {
        return settings(Map.of());
    }

    Settings settings(Map<Setting, String> more) {
        Map<Setting, String> flags = Settings.flags(Setting.DATA, data, Setting.STORE, store);
        flags.putAll(more);
        return Settings.read(flags, System.getenv());
    }
}
