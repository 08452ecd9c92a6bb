package dealscope.ledger;

import dealscope.deal.DealType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Between what bounds a derived figure is plausible; {@code bands.csv} has them with their sources.
 *
 * @param type null for every type that has no band of its own
 * @param low inclusive, in the measure's unit
 * @param high inclusive
 * @param example a known deal or price inside
 */
public record Band(Measure measure, @Nullable DealType type, double low, double high, String example) {
    private static final String FILE = "/dealscope/ledger/bands.csv";
    private static final List<Band> ALL = load();

    /** What is derived from a deal's fields. */
    public enum Measure {
        USD_PER_MW("per MW"),
        USD_PER_GPU("per GPU"),
        KW_PER_GPU("kW per GPU"),
        USD_PER_YEAR("per year"),
        USD_TOTAL("in all");

        private final String words;

        Measure(String words) {
            this.words = words;
        }

        /** After the figure: "per GPU". */
        public String words() {
            return words;
        }

        /** The name in the API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static List<Band> all() {
        return ALL;
    }

    static @Nullable Band of(Measure measure, DealType type) {
        Band general = null;
        for (Band band : ALL) {
            if (band.measure == measure && band.type == type) {
                return band;
            }
            if (band.measure == measure && band.type == null) {
                general = band;
            }
        }
        return general;
    }

    private static List<Band> load() {
        try (InputStream in = Objects.requireNonNull(Band.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Band> bands = new ArrayList<>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("measure,"))
                    .map(Band::read)
                    .forEach(bands::add);
            return List.copyOf(bands);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Band read(String line) {
        String[] cells = line.split(",", 5);
        if (cells.length < 5 || !cells[4].startsWith("\"")) {
            throw new IllegalStateException(FILE + ": not measure,type,low,high,\"example\": " + line);
        }
        return new Band(
                Measure.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                cells[1].equals("*") ? null : DealType.of(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                cells[4].substring(1, cells[4].length() - 1));
    }
}
