package dealscope.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lists that lie beside a package's classes: a line an item, {@code #} begins a comment line. */
public final class DataFile {
    private DataFile() {}

    static List<String> lines(String name) {
        return lines(DataFile.class, name);
    }

    /** The items of the file {@code name} in the folder of {@code beside}. */
    public static List<String> lines(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "missing from the program: " + name + " beside " + beside.getPackageName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
