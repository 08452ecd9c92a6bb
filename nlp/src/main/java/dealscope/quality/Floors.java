package dealscope.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The figures below which the shipped gold must not fall, from {@code floors.csv}: the F1 of kinds and the percentage of
 * rates, for rates where less is better the figure above which it must not rise.
 */
public final class Floors {
    private static final String FILE = "floors.csv";

    private final Map<String, Map<String, Double>> byGold;

    private Floors(Map<String, Map<String, Double>> byGold) {
        this.byGold = byGold;
    }

    public static Floors shipped() {
        Map<String, Map<String, Double>> byGold = new LinkedHashMap<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get();
        try (InputStream in = Objects.requireNonNull(Floors.class.getResourceAsStream(FILE), FILE);
                InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(text)) {
                byGold.computeIfAbsent(row.get("gold"), gold -> new LinkedHashMap<>())
                        .put(row.get("figure"), Double.valueOf(row.get("percent")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Floors(byGold);
    }

    /** By label of kind or rate; empty for gold that has no floors. */
    public Map<String, Double> of(String gold) {
        return byGold.getOrDefault(gold, Map.of());
    }

    /** What is below its floor, in words; a floor of an unknown figure counts as broken. */
    public List<String> broken(String gold, Scores scores) {
        List<String> broken = new ArrayList<>();
        Map<String, Double> left = new LinkedHashMap<>(of(gold));
        for (Kind kind : Kind.values()) {
            Double floor = left.remove(kind.label());
            if (floor != null && !(scores.of(kind).f1() >= floor)) {
                broken.add(sentence(gold, kind.label(), scores.of(kind).f1(), floor));
            }
        }
        for (Rate rate : Rate.values()) {
            Double floor = left.remove(rate.label());
            double percent = scores.of(rate).percent();
            if (floor != null && !(rate.moreIsBetter() ? percent >= floor : percent <= floor)) {
                broken.add(sentence(gold, rate.label(), percent, floor));
            }
        }
        left.keySet().forEach(label -> broken.add(gold + ": there is no figure \"" + label + "\""));
        return broken;
    }

    private static String sentence(String gold, String label, double percent, double floor) {
        return String.format(Locale.ROOT, "%s: %s is %.2f, its floor %.1f", gold, label, percent, floor);
    }
}
