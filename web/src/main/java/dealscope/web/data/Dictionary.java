package dealscope.web.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What every column of the exports means, read once from {@code dictionary.txt}: the one place for names, order, types,
 * units and meanings. {@code /api/dictionary.json} and the JSON Schemas are made from it.
 */
public final class Dictionary {
    private static final String FILE = "/dealscope/web/dictionary.txt";
    private static final List<Entry> ENTRIES = read();

    private Dictionary() {}

    /** What a column holds. */
    public enum Type {
        TEXT,
        /** A long text: not in CSV. */
        BODY,
        TEXTS,
        INTEGER,
        NUMBER,
        BOOLEAN,
        DATE,
        TIME;

        /** For people and programs: a long text is a text. */
        public String label() {
            return this == BODY ? "text" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param unit of numbers, or what range or notation; empty when there is none */
    public record Entry(String table, String name, Type type, String unit, String meaning) {}

    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** The columns of a table, in their order. */
    public static List<Entry> of(String table) {
        return ENTRIES.stream().filter(entry -> entry.table().equals(table)).toList();
    }

    private static List<Entry> read() {
        try (InputStream in = Objects.requireNonNull(Dictionary.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Dictionary::entry)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String line) {
        String[] cells = line.split("\\|", 5);
        if (cells.length < 5) {
            throw new IllegalStateException(FILE + " has a line of " + cells.length + " cells: " + line);
        }
        Type type = Type.valueOf(cells[2].strip().toUpperCase(Locale.ROOT));
        return new Entry(cells[0].strip(), cells[1].strip(), type, cells[3].strip(), cells[4].strip());
    }
}
