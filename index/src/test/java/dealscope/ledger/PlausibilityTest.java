package dealscope.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.deal.Hardware;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.deal.Report;
import dealscope.deal.Status;
import dealscope.deal.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each line of {@code plausibility/cases.csv}: what a deal shows, and why it is flagged. */
final class PlausibilityTest {
    @ParameterizedTest
    @CsvFileSource(
            files = "src/test/resources/plausibility/cases.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            nullValues = "-")
    void aDealFarOutsideItsBandIsFlaggedWithTheReason(
            String type,
            BigDecimal usd,
            String qualifier,
            @Nullable Double mw,
            @Nullable String hardware,
            @Nullable Long count,
            @Nullable Double years,
            @Nullable String flag) {
        Money money = new Money("words", "USD", usd, usd, null, Qualifier.of(qualifier), usd, false);
        List<Hardware> chips = hardware == null ? List.of() : List.of(new Hardware(hardware, null, count));
        Term term = years == null ? null : new Term(null, null, years);
        Deal deal = deal(DealType.of(type), money, mw, chips, term);
        assertEquals(flag, Plausibility.flag(deal));
        assertEquals(flag != null, Tally.of(deal).reason() == Tally.Reason.IMPLAUSIBLE);
    }

    @Test
    void aDealWithoutAmountHasNothingToDerive() {
        assertEquals(List.of(), Plausibility.derived(deal(DealType.COMPUTE, null, 100.0, List.of(), null)));
    }

    @Test
    void everyMeasureHasABandForEveryTypeOfDealThatHasIt() {
        for (Band.Measure measure : Band.Measure.values()) {
            assertTrue(
                    Arrays.stream(DealType.values()).allMatch(type -> Band.of(measure, type) != null),
                    measure.toString());
        }
        assertTrue(Band.all().stream().allMatch(band -> band.low() < band.high()));
    }

    private static Deal deal(
            DealType type, @Nullable Money money, @Nullable Double mw, List<Hardware> chips, @Nullable Term term) {
        Report report = new Report(
                0,
                type,
                List.of(new Company("a", "A")),
                List.of(new Company("b", "B")),
                true,
                Status.ANNOUNCED,
                money,
                mw,
                chips,
                term,
                null,
                null,
                null,
                List.of(),
                "test");
        Instant day = Instant.parse("2026-05-06T00:00:00Z");
        return new Resolver()
                .resolve(List.of(new Coverage(
                        "x", "Sample Wire", "T", "https://example.com/x", day, day, "x", 0, false, List.of(report))))
                .getFirst();
    }
}
