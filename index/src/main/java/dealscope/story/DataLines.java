package dealscope.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lines of a data file of this package: a kind, a tab, a text; comments and blank lines left out. */
final class DataLines {
    private final String file;
    private final List<String> lines;

    private DataLines(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static DataLines of(String file) {
        try (InputStream in = Objects.requireNonNull(DataLines.class.getResourceAsStream(file), file)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return new DataLines(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** Texts of this kind, in the order of the file; a kind without any is a mistake in the file. */
    List<String> kind(String kind) {
        List<String> texts = lines.stream()
                .filter(line -> line.startsWith(kind + "\t"))
                .map(line -> line.substring(kind.length() + 1))
                .toList();
        if (texts.isEmpty()) {
            throw new IllegalStateException(file + ": no line of the kind " + kind);
        }
        return texts;
    }
}
