package dealscope.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the data files of this package: lines with comments and blank ones left out, cells of a line of CSV. */
final class DataFile {
    private DataFile() {}

    static List<String> lines(String file) {
        String path = "/dealscope/index/" + file;
        try (InputStream in = Objects.requireNonNull(DataFile.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** Cells between commas; a cell with a comma of its own stands in quotes. */
    static List<List<String>> csv(String file, int columns) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines(file)) {
            List<String> cells = cells(line);
            if (cells.size() != columns) {
                throw new IllegalStateException(
                        file + ": " + cells.size() + " cells instead of " + columns + ": " + line);
            }
            rows.add(cells);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
