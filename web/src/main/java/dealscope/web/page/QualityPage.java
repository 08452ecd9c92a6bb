package dealscope.web.page;

import dealscope.quality.Kind;
import dealscope.quality.ModelFile;
import dealscope.quality.QualityMeter.Reading;
import dealscope.quality.QualityReport;
import dealscope.quality.Rate;
import dealscope.quality.Share;
import dealscope.quality.Tally;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.Site;
import dealscope.web.view.Dates;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /quality}: how good the reading is on articles with their truth. */
public final class QualityPage {
    private final Site site;
    private final Renderer renderer;

    public QualityPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /**
     * A row of a table.
     *
     * @param note what it means, may be empty
     * @param bar length of the bar
     */
    public record KindLine(
            String name,
            String note,
            String precision,
            String recall,
            String f1,
            String bar,
            String floor,
            int right,
            int wrong,
            int missed) {}

    public record RateLine(String name, String percent, String counts, String bound) {}

    public record HalfView(String id, String title, String note, List<KindLine> kinds, List<RateLine> rates) {}

    /**
     * What the page shows.
     *
     * @param underWay whether to ask again soon
     * @param failure in words, else empty
     */
    public record View(
            boolean underWay,
            String failure,
            List<HalfView> halves,
            List<ModelFile> models,
            String analyzer,
            String measured) {}

    public void show(Context ctx) {
        View view =
                switch (site.quality().reading()) {
                    case Reading.UnderWay underWay -> new View(true, "", List.of(), List.of(), "", "");
                    case Reading.Failed failed -> new View(false, failed.reason(), List.of(), List.of(), "", "");
                    case Reading.Done done -> view(done.report());
                };
        renderer.page(ctx, "quality", Title.of("Quality", "about"), view);
    }

    private static View view(QualityReport report) {
        return new View(
                false,
                "",
                report.halves().stream().map(QualityPage::half).toList(),
                report.models(),
                String.valueOf(report.analyzer()),
                Dates.minute(report.measured()));
    }

    private static HalfView half(QualityReport.Half half) {
        boolean heldOut = half.name().equals("held-out");
        return new HalfView(
                half.name(),
                heldOut ? "On articles that nobody looks at" : "On articles that rules are developed on",
                half.scores().articles() + " articles"
                        + (heldOut
                                ? ", the figures that count"
                                : ", for comparison: the same rules should do as well on both"),
                Arrays.stream(Kind.values())
                        .map(kind -> line(kind, half.scores().of(kind), half.floors()))
                        .toList(),
                Arrays.stream(Rate.values())
                        .map(rate ->
                                line(rate, half.scores().of(rate), half.floors().get(rate.label())))
                        .toList());
    }

    private static KindLine line(Kind kind, Tally tally, Map<String, Double> floors) {
        Double floor = floors.get(kind.label());
        return new KindLine(
                name(kind),
                note(kind),
                percent(tally.precision()),
                percent(tally.recall()),
                percent(tally.f1()),
                percent(tally.f1()) + "%",
                floor == null ? "–" : percent(floor),
                tally.right(),
                tally.wrong(),
                tally.missed());
    }

    private static RateLine line(Rate rate, Share share, @Nullable Double bound) {
        return new RateLine(
                name(rate),
                share.of() == 0 ? "–" : percent(share.percent()),
                share.part() + " of " + share.of(),
                bound == null ? "–" : (rate.moreIsBetter() ? "≥ " : "≤ ") + percent(bound));
    }

    private static String percent(double percent) {
        return String.format(Locale.ROOT, "%.1f", percent);
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case COMPANIES -> "Companies";
            case MONEY -> "Money";
            case MONEY_WITHOUT_PERIOD -> "Money, whatever the period";
            case HARDWARE -> "Hardware";
            case POWER -> "Power";
            case MAIN_DEALS -> "Main deals";
            case ALL_DEALS -> "All deals";
            case MAIN_DEALS_LOOSE -> "Main deals, loosely";
            case ALL_DEALS_LOOSE -> "All deals, loosely";
        };
    }

    private static String note(Kind kind) {
        return switch (kind) {
            case MONEY -> "currency, bounds and period right";
            case MAIN_DEALS -> "headline or lead; type, payer, payee right";
            case ALL_DEALS -> "those told in passing too";
            case MAIN_DEALS_LOOSE, ALL_DEALS_LOOSE -> "the parties right";
            case COMPANIES, MONEY_WITHOUT_PERIOD, HARDWARE, POWER -> "";
        };
    }

    private static String name(Rate rate) {
        return switch (rate) {
            case HARDWARE_COUNTS -> "Counts of chips and systems that were found";
            case VALUES -> "Values of deals that state one";
            case MAIN_VALUES -> "Values of main deals that state one";
            case SPURIOUS_VALUES -> "Values given to deals that state none";
            case STATUS -> "Statuses that are right";
            case STATUS_NOT_ANNOUNCED -> "Statuses that are right where “announced” is wrong";
            case FALSE_ALARMS -> "Articles without a deal in which one was found";
        };
    }
}
