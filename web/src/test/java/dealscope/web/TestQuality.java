package dealscope.web;

import dealscope.quality.Kind;
import dealscope.quality.ModelFile;
import dealscope.quality.QualityMeter;
import dealscope.quality.QualityMeter.Reading;
import dealscope.quality.QualityReport;
import dealscope.quality.QualityReport.Half;
import dealscope.quality.Rate;
import dealscope.quality.Scores;
import dealscope.quality.Share;
import dealscope.quality.Tally;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Made-up figures: measuring real ones takes seconds. */
final class TestQuality {
    private TestQuality() {}

    static QualityReport report() {
        Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            tallies.put(kind, new Tally(90, 10, kind.ordinal() * 5));
        }
        Map<Rate, Share> rates = Map.of(Rate.VALUES, new Share(3, 4), Rate.SPURIOUS_VALUES, new Share(1, 9));
        Scores scores = new Scores(60, tallies, rates, List.of());
        return new QualityReport(
                TestSite.NOW,
                7,
                List.of(new ModelFile("names", "names.bin", "0123456789abcdef".repeat(4))),
                List.of(
                        new Half("held-out", scores, Map.of("companies", 91.5, "spurious values", 25.0)),
                        new Half("development", scores, Map.of("deal values", 70.0))));
    }

    /** A meter that has measured already. */
    static QualityMeter measured() {
        QualityMeter meter = new QualityMeter(TestQuality::report);
        while (meter.reading() instanceof Reading.UnderWay) {
            Thread.onSpinWait();
        }
        return meter;
    }
}
