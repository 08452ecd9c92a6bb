package dealscope.nlp.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A data file of this package: CSV with a header; lines that begin with {@code #} are comments. */
final class CueFile {
    private CueFile() {}

    /** A line of the file; every message names file and line. */
    record Row(String where, CSVRecord cells) {
        String get(String column) {
            return cells.get(column).strip();
        }

        double number(String column) {
            try {
                return Double.parseDouble(get(column));
            } catch (NumberFormatException e) {
                throw bad(column + " is no number: " + get(column));
            }
        }

        /** The parts between bars; none when the cell is empty. */
        List<String> list(String column) {
            List<String> parts = new ArrayList<>();
            for (String part : get(column).split("\\|", -1)) {
                if (!part.isBlank()) {
                    parts.add(part.strip());
                }
            }
            return parts;
        }

        IllegalStateException bad(String problem) {
            return new IllegalStateException(where + ": " + problem);
        }
    }

    static List<Row> rows(String name) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .setIgnoreEmptyLines(true)
                .get();
        try (InputStream in = CueFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            List<Row> rows = new ArrayList<>();
            try (CSVParser parser = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (CSVRecord line : parser) {
                    Row row = new Row(name + ":" + parser.getCurrentLineNumber(), line);
                    if (!line.isConsistent()) {
                        throw row.bad(line.size() + " columns instead of "
                                + parser.getHeaderNames().size());
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
