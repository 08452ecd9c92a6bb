package dealscope.web.api;

import dealscope.quality.Kind;
import dealscope.quality.ModelFile;
import dealscope.quality.QualityMeter.Reading;
import dealscope.quality.QualityReport;
import dealscope.quality.Rate;
import dealscope.quality.Tally;
import dealscope.web.data.Csv;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How good the reading is, as {@code /quality.json} gives it. Figures are percentages with two decimals.
 *
 * @param state {@code done}, {@code under_way} or {@code failed}
 * @param reason when it failed
 */
record QualityJson(
        String state,
        @Nullable String reason,
        @Nullable Instant measured,
        @Nullable Integer analyzer,
        List<ModelFile> models,
        List<HalfJson> halves) {
    record HalfJson(String name, int articles, List<KindJson> kinds, List<RateJson> rates) {}

    /** @param floor the F1 that must not be fallen below */
    record KindJson(
            String kind,
            double precision,
            double recall,
            double f1,
            @Nullable Double floor,
            int right,
            int wrong,
            int missed) {}

    /**
     * @param percent null when there was nothing to look at
     * @param bound what must not be fallen below, or exceeded when less is better
     */
    record RateJson(
            String rate,
            @Nullable Double percent,
            int part,
            int of,
            @Nullable Double bound,
            boolean moreIsBetter) {}

    /** A line for each kind and rate of each half of the gold set. */
    void writeTo(Csv csv) throws IOException {
        csv.row(List.of(
                "half", "measure", "precision", "recall", "f1", "percent", "floor", "right", "wrong", "missed"));
        for (HalfJson half : halves) {
            for (KindJson kind : half.kinds()) {
                csv.row(Arrays.asList(
                        half.name(),
                        kind.kind(),
                        kind.precision(),
                        kind.recall(),
                        kind.f1(),
                        null,
                        kind.floor(),
                        kind.right(),
                        kind.wrong(),
                        kind.missed()));
            }
            for (RateJson rate : half.rates()) {
                csv.row(Arrays.asList(
                        half.name(),
                        rate.rate(),
                        null,
                        null,
                        null,
                        rate.percent(),
                        rate.bound(),
                        rate.part(),
                        null,
                        null));
            }
        }
    }

    static QualityJson of(Reading reading) {
        return switch (reading) {
            case Reading.UnderWay underWay -> new QualityJson("under_way", null, null, null, List.of(), List.of());
            case Reading.Failed failed -> new QualityJson("failed", failed.reason(), null, null, List.of(), List.of());
            case Reading.Done done -> of(done.report());
        };
    }

    private static QualityJson of(QualityReport report) {
        return new QualityJson(
                "done",
                null,
                report.measured(),
                report.analyzer(),
                report.models(),
                report.halves().stream().map(QualityJson::half).toList());
    }

    private static HalfJson half(QualityReport.Half half) {
        return new HalfJson(
                half.name(),
                half.scores().articles(),
                Arrays.stream(Kind.values())
                        .map(kind -> kind(kind, half.scores().of(kind), half.floors()))
                        .toList(),
                Arrays.stream(Rate.values())
                        .map(rate -> {
                            var share = half.scores().of(rate);
                            Double percent = share.of() == 0 ? null : rounded(share.percent());
                            return new RateJson(
                                    rate.label(),
                                    percent,
                                    share.part(),
                                    share.of(),
                                    half.floors().get(rate.label()),
                                    rate.moreIsBetter());
                        })
                        .toList());
    }

    private static KindJson kind(Kind kind, Tally tally, Map<String, Double> floors) {
        return new KindJson(
                kind.label(),
                rounded(tally.precision()),
                rounded(tally.recall()),
                rounded(tally.f1()),
                floors.get(kind.label()),
                tally.right(),
                tally.wrong(),
                tally.missed());
    }

    private static double rounded(double percent) {
        return Math.round(percent * 100) / 100.0;
    }
}
