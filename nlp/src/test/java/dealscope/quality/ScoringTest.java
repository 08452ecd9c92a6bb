package dealscope.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dealscope.quality.GoldArticle.Chip;
import dealscope.quality.GoldArticle.Firm;
import dealscope.quality.GoldArticle.Sum;
import dealscope.quality.GoldArticle.TrueDeal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as right, wrong, missed and neither. */
class ScoringTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NONE = List.of();

    private static final GoldArticle ARTICLE = new GoldArticle(
            "a",
            "",
            "",
            null,
            false,
            List.of(new Firm("Halden Compute", List.of("Halden")), new Firm("Brook", NONE), new Firm("Vale", NONE)),
            List.of("Sample Wire"),
            List.of(
                    new Sum("USD", 2e9, 2e9, "month", false),
                    new Sum("USD", 1e9, 2e9, "", false),
                    new Sum("USD", 7, 7, "", true)),
            List.of(new Chip("NVIDIA H100", List.of("Hopper"), 100.0), new Chip("TPU", NONE, null)),
            List.of("CPUs"),
            List.of(300.0, 1000.0),
            List.of(50.0),
            List.of(
                    deal("compute", "Halden Compute", "Brook", 9e9, "announced", true, false),
                    deal("investment", "Brook", "Halden", null, "closed", false, false),
                    deal("debt", "Vale", "Brook", null, "closed", false, true)));

    private static TrueDeal deal(
            String type, String payer, String payee, Double value, String status, boolean main, boolean optional) {
        List<Double> values = value == null ? List.of() : List.of(value);
        return new TrueDeal(List.of(type), side(payer), side(payee), values, List.of(status), main, optional);
    }

    private static List<String> side(String names) {
        return names.isEmpty() ? NONE : List.of(names.split("\\|"));
    }

    private static Found.Deal found(String type, String payer, String payee, Double value, String status) {
        return new Found.Deal(type, side(payer), side(payee), value, status);
    }

    private static Scores score(Found found) {
        return score(ARTICLE, found);
    }

    private static Scores score(GoldArticle article, Found found) {
        Scores.Sheet sheet = new Scores.Sheet();
        Evaluation.score(article, found, KnownAliases.shipped(), sheet);
        return sheet.scores();
    }

    private static Found companies(String... names) {
        return new Found(List.of(names), List.of(), List.of(), List.of(), List.of());
    }

    private static Found deals(Found.Deal... deals) {
        return new Found(NONE, List.of(), List.of(), List.of(), List.of(deals));
    }

    private static GoldArticle only(TrueDeal... deals) {
        return plain(ARTICLE.companies(), false, deals);
    }

    private static GoldArticle plain(List<Firm> companies, boolean negative, TrueDeal... deals) {
        return new GoldArticle(
                "b",
                "",
                "",
                null,
                negative,
                companies,
                NONE,
                List.of(),
                List.of(),
                NONE,
                List.of(),
                List.of(),
                List.of(deals));
    }

    private static void assertRight(int expected, Kind kind, TrueDeal truth, Found.Deal found) {
        assertEquals(expected, score(only(truth), deals(found)).of(kind).right());
    }

    @Test
    void aCompanyCountsOnceUnderAnyOfItsNamesAndIgnoredOnesDoNotCount() {
        Scores scores = score(companies("Halden", "Halden Compute Inc.", "Sample Wire", "Fjord", "Fjord Corp"));
        assertEquals(new Tally(1, 1, 2), scores.of(Kind.COMPANIES));
    }

    @Test
    void aliasesOfTheFactsAreOneCompany() {
        GoldArticle article = plain(List.of(new Firm("Amazon Web Services", NONE)), false);
        assertEquals(new Tally(1, 0, 0), score(article, companies("AWS")).of(Kind.COMPANIES));
    }

    @Test
    void moneyIsRightWithCurrencyBoundsAndPeriod() {
        Found found = new Found(
                NONE,
                List.of(
                        new Sum("USD", 2.005e9, 2e9, "month", false),
                        new Sum("USD", 1e9, 2e9, "year", false),
                        new Sum("EUR", 1, 1, "", false),
                        new Sum("USD", 7, 7, "", false)),
                List.of(),
                List.of(),
                List.of());
        assertEquals(new Tally(1, 2, 1), score(found).of(Kind.MONEY));
        assertEquals(new Tally(2, 1, 0), score(found).of(Kind.MONEY_WITHOUT_PERIOD));
    }

    @Test
    void hardwareIsRightByItsPlainNameAndCountsAreCountedApart() {
        Found found = new Found(
                NONE,
                List.of(),
                List.of(
                        new Found.Chip("Hopper GPUs", 100.0),
                        new Found.Chip("CPUs", 5.0),
                        new Found.Chip("GPUs", null),
                        new Found.Chip("MI450", null)),
                List.of(),
                List.of());
        Scores scores = score(found);
        assertEquals(new Tally(1, 1, 1), scores.of(Kind.HARDWARE));
        assertEquals(new Share(1, 1), scores.of(Rate.HARDWARE_COUNTS));
    }

    @Test
    void powerIsRightWithinOnePercent() {
        Found found = new Found(NONE, List.of(), List.of(), List.of(302.0, 50.0, 301.0, 7.0), List.of());
        assertEquals(new Tally(1, 1, 1), score(found).of(Kind.POWER));
    }

    @Test
    void aDealTheWrongWayRoundIsWrongAndLooselyRight() {
        Scores scores = score(deals(
                found("compute", "Halden", "Brook Inc.", 9.1e9, "announced"),
                found("investment", "Halden", "Brook", 5e9, "announced"),
                found("debt", "Vale", "Brook", null, "talks")));
        assertEquals(new Tally(1, 1, 1), scores.of(Kind.ALL_DEALS));
        assertEquals(new Tally(1, 1, 0), scores.of(Kind.MAIN_DEALS));
        assertEquals(new Tally(2, 0, 0), scores.of(Kind.ALL_DEALS_LOOSE));
        assertEquals(new Share(1, 1), scores.of(Rate.VALUES));
        assertEquals(new Share(1, 1), scores.of(Rate.MAIN_VALUES));
        assertEquals(Share.NONE, scores.of(Rate.STATUS_NOT_ANNOUNCED));
    }

    @Test
    void valuesAndStatusesOfMatchedDealsAreCounted() {
        Scores scores = score(deals(
                found("compute", "Halden", "Brook", 1e9, "announced"),
                found("investment", "Brook", "Halden", 5e9, "announced")));
        assertEquals(new Share(0, 1), scores.of(Rate.VALUES));
        assertEquals(new Share(1, 1), scores.of(Rate.SPURIOUS_VALUES));
        assertEquals(new Share(1, 2), scores.of(Rate.STATUS));
        assertEquals(new Share(0, 1), scores.of(Rate.STATUS_NOT_ANNOUNCED));
    }

    @Test
    void otherReadingsThatTheTextSupportsAreRight() {
        TrueDeal deal = new TrueDeal(
                List.of("datacenter", "investment"),
                side("Brook"),
                NONE,
                List.of(1e11, 5e9),
                List.of("announced", "reported"),
                true,
                false);
        Scores scores = score(only(deal), deals(found("investment", "Brook", "Vale", 5e9, "reported")));
        assertEquals(new Tally(1, 0, 0), scores.of(Kind.MAIN_DEALS));
        assertEquals(new Share(1, 1), scores.of(Rate.VALUES));
        assertEquals(new Share(1, 1), scores.of(Rate.STATUS));
    }

    @Test
    void oneNameOfASideIsEnoughAndAnUnnamedSideFitsAny() {
        TrueDeal deal = new TrueDeal(
                List.of("compute"), side("Halden|Brook"), NONE, List.of(), List.of("announced"), true, false);
        assertRight(1, Kind.ALL_DEALS, deal, found("compute", "Brook", "", null, "announced"));
        assertRight(0, Kind.ALL_DEALS, deal, found("compute", "Vale", "Brook", null, "announced"));
        assertRight(1, Kind.ALL_DEALS_LOOSE, deal, found("chips", "Vale", "Brook", null, "talks"));
    }

    @Test
    void aPartnershipHasNoDirectionAndWantsTwoOfItsParties() {
        TrueDeal deal = new TrueDeal(
                List.of("partnership"), side("Halden|Brook"), NONE, List.of(), List.of("announced"), true, false);
        assertRight(1, Kind.ALL_DEALS, deal, found("partnership", "Brook", "Halden", null, "announced"));
        assertRight(0, Kind.ALL_DEALS, deal, found("partnership", "Brook|Vale", "", null, "announced"));
        TrueDeal directed = deal("compute", "Brook", "Halden", null, "announced", true, false);
        assertRight(0, Kind.ALL_DEALS, directed, found("partnership", "Halden|Brook", "", null, "announced"));
        assertRight(1, Kind.ALL_DEALS_LOOSE, directed, found("partnership", "Halden|Brook", "", null, "announced"));
    }

    @Test
    void dealsArePairedSoThatTheyFitBestInAll() {
        TrueDeal first = deal("investment", "Brook", "", 1e9, "closed", false, false);
        TrueDeal second = deal("investment", "Brook", "Vale", 2e9, "closed", true, false);
        Scores scores = score(
                only(first, second),
                deals(
                        found("investment", "Brook", "Vale", 2e9, "closed"),
                        found("investment", "Brook", "Halden", 1e9, "closed")));
        assertEquals(new Tally(2, 0, 0), scores.of(Kind.ALL_DEALS));
        assertEquals(new Share(2, 2), scores.of(Rate.VALUES));
    }

    @Test
    void aDealInAnArticleWithoutOneIsAFalseAlarm() {
        GoldArticle negative = plain(List.of(), true);
        assertEquals(
                new Share(1, 1),
                score(negative, deals(found("debt", "Brook", "Vale", null, "closed")))
                        .of(Rate.FALSE_ALARMS));
        assertEquals(new Share(0, 1), score(negative, Found.NOTHING).of(Rate.FALSE_ALARMS));
    }

    @Test
    void theTruthItselfScoresAHundredAndNothingScoresNone() {
        for (GoldArticle article : Gold.development().articles()) {
            Scores perfect = score(article, truth(article));
            for (Kind kind : Kind.values()) {
                assertEquals(0, perfect.of(kind).wrong() + perfect.of(kind).missed(), article.id() + " " + kind);
            }
            assertEquals(List.of(), perfect.misses());
            Scores nothing = score(article, Found.NOTHING);
            for (Kind kind : Kind.values()) {
                assertEquals(0, nothing.of(kind).right() + nothing.of(kind).wrong(), article.id() + " " + kind);
            }
        }
    }

    private static Found truth(GoldArticle article) {
        return new Found(
                article.companies().stream().map(Firm::name).toList(),
                article.money(),
                article.hardware().stream()
                        .map(chip -> new Found.Chip(chip.name(), chip.count()))
                        .toList(),
                article.powerMw(),
                article.deals().stream()
                        .map(deal -> new Found.Deal(
                                deal.types().getFirst(),
                                deal.payer(),
                                deal.payee(),
                                deal.valuesUsd().isEmpty()
                                        ? null
                                        : deal.valuesUsd().getFirst(),
                                deal.statuses().getFirst()))
                        .toList());
    }

    @Test
    void aLineOfTheStageIsRead() throws Exception {
        ObjectNode line = (ObjectNode) JSON.readTree("""
                {"companies":["Brook"],"money":[{"currency":"usd","min":5,"max":null,"per":null},{"min":null}],
                 "hardware":[{"name":"H100","count":8}],"power_mw":[1.5,null],
                 "deals":[{"type":"debt","payer":["Brook"],"payee":[],"value_usd":null,"status":"talks"}]}""");
        Found found = Found.of(line);
        assertEquals(List.of(new Sum("USD", 5, 5, "", false)), found.money());
        assertEquals(List.of(1.5), found.powerMw());
        assertEquals(new Found.Chip("H100", 8.0), found.hardware().getFirst());
        assertEquals(found("debt", "Brook", "", null, "talks"), found.deals().getFirst());
        assertTrue(Found.of(JSON.createObjectNode()).companies().isEmpty());
    }
}
