package dealscope.quality;

import dealscope.nlp.Analyzer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How good this reading is on the shipped gold, and what reads.
 *
 * @param halves the held-out half first: its figures are the honest ones
 * @param analyzer the version of {@link Analyzer#version}
 */
public record QualityReport(Instant measured, int analyzer, List<ModelFile> models, List<Half> halves) {
    public QualityReport {
        models = List.copyOf(models);
        halves = List.copyOf(halves);
    }

    /**
     * One half of the gold.
     *
     * @param name {@code held-out} or {@code development}
     * @param scores without single misses
     * @param floors by label of kind or rate
     */
    public record Half(String name, Scores scores, Map<String, Double> floors) {}

    /** Reads all gold texts; takes some seconds. */
    public static QualityReport measure(Analyzer analyzer, Instant now) {
        Evaluation evaluation = new Evaluation(analyzer, KnownAliases.shipped());
        Floors floors = Floors.shipped();
        List<Half> halves = List.of(Gold.heldOut(), Gold.development()).stream()
                .map(gold -> new Half(gold.name(), evaluation.of(gold).figuresOnly(), floors.of(gold.name())))
                .toList();
        return new QualityReport(now, analyzer.version(), ModelFile.shipped(), halves);
    }
}
