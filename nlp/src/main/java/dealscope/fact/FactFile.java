package dealscope.fact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads fact files from the class path: CSV with a header line, or one entry per line. Lines that begin with {@code #}
 * and blank lines are skipped. A bad line is an error that names file and line.
 */
final class FactFile {
    private FactFile() {}

    /**
     * A line of a CSV file.
     *
     * @param where file and line, for messages
     */
    record Row(String where, Map<String, String> cells) {
        /** The cell without surrounding space; an unknown column is a mistake in the program. */
        String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException(where + ": no column " + column);
            }
            return cell.strip();
        }

        String required(String column) {
            String cell = get(column);
            if (cell.isEmpty()) {
                throw bad(column + " is empty");
            }
            return cell;
        }

        /** The parts between bars, empty ones left out. */
        List<String> list(String column) {
            return split(get(column));
        }

        BadFact bad(String problem) {
            return new BadFact(where, problem);
        }
    }

    static List<String> split(String barred) {
        List<String> parts = new ArrayList<>();
        for (String part : barred.split("\\|", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    static List<Row> csv(String name, List<String> header) {
        return csv(name, header, new StringReader(text(name)));
    }

    static List<Row> csv(String name, List<String> header, Reader in) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .setIgnoreEmptyLines(true)
                .get();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = format.parse(in)) {
            if (!parser.getHeaderNames().equals(header)) {
                throw new BadFact(name + ":1", "header " + parser.getHeaderNames() + " instead of " + header);
            }
            for (CSVRecord line : parser) {
                String where = name + ":" + parser.getCurrentLineNumber();
                if (!line.isConsistent()) {
                    throw new BadFact(where, line.size() + " columns instead of " + header.size());
                }
                rows.add(new Row(where, new LinkedHashMap<>(line.toMap())));
            }
        } catch (IOException e) {
            throw new BadFact(name, String.valueOf(e.getMessage()));
        }
        return rows;
    }

    static List<String> lines(String name) {
        return new BufferedReader(new StringReader(text(name)))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static String text(String name) {
        try (InputStream in = FactFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new BadFact(name, "not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
