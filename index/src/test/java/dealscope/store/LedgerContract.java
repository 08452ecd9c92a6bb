package dealscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.deal.Report;
import dealscope.deal.Status;
import dealscope.ledger.Loops;
import dealscope.ledger.Tally;
import dealscope.ledger.Totals;
import dealscope.ledger.correction.BadCorrection;
import dealscope.ledger.correction.CorrectionRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the store promises of former days, sums and loops on either database. */
abstract class LedgerContract extends AlertContract {
    private static final Instant MARCH = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-06T00:00:00Z");
    private static final String DEAL = "anthropic-spacex-compute-2026-03";

    @Test
    void aFormerDayKnowsOnlyWhatWasPublishedByThen() {
        read("a1", MARCH, with(deal("anthropic", "spacex", 45), Status.TALKS, Qualifier.ABOUT));
        Deal march = store.deal(DEAL).orElseThrow();
        read("a2", MAY, with(deal("anthropic", "spacex", 44), Status.ANNOUNCED, Qualifier.EXACT));
        read("a3", MAY, deal("meta", "amd", 60));
        assertEquals("announced", store.deal(DEAL).orElseThrow().status().label());
        assertEquals(march, asOf(DEAL, "2026-03-10"));
        assertEquals(march, asOf(DEAL, "2026-05-05"));
        assertEquals(store.deal(DEAL).orElseThrow(), asOf(DEAL, "2026-05-06"));
        assertTrue(store.ledger().dealAsOf(DEAL, LocalDate.parse("2026-03-09")).isEmpty());
        assertEquals(
                List.of(march),
                store.ledger().dealsAsOf(List.of("meta-amd-compute-2026-05", DEAL), LocalDate.parse("2026-04-01")));
    }

    @Test
    void aFormerDayKnowsTheCorrectionsMadeByThen() throws BadCorrection {
        read("a1", MARCH, deal("anthropic", "spacex", 45));
        Deal before = store.deal(DEAL).orElseThrow();
        store.corrections()
                .save(new CorrectionRequest("field", "ada", "", DEAL, "", "", "", "", "", "value", "$40 billion", ""));
        LocalDate made = LocalDate.ofInstant(NOW, java.time.ZoneOffset.UTC);
        assertEquals(before, asOf(DEAL, made.minusDays(1).toString()));
        assertEquals(store.deal(DEAL).orElseThrow(), asOf(DEAL, made.toString()));
    }

    @Test
    void sumsLeaveOutWhatMustNotBeAddedAndSaySo() throws BadCorrection {
        read(
                "a1",
                MAY,
                deal("anthropic", "spacex", 45),
                deal("meta", "amd", 60),
                cancelled("meta", "oracle", 7),
                with(deal("openai", "oracle", 10), Status.ANNOUNCED, Qualifier.AT_MOST),
                deal("meta", "coreweave", 0.00000004));
        store.corrections()
                .save(new CorrectionRequest(
                        "hide", "ada", "", "meta-amd-compute-2026-05", "", "", "", "", "", "", "", ""));
        Totals totals = store.ledger().totals(LedgerStore.By.TYPE, id -> true);
        assertEquals(0, totals.all().usd().compareTo(new BigDecimal("45e9")));
        assertEquals(1, totals.all().deals());
        assertEquals(1, totals.all().ceilings().deals());
        assertEquals(0, totals.all().ceilings().usd().compareTo(new BigDecimal("10e9")));
        Map<Tally.Reason, Integer> left = new TreeMap<>();
        totals.all().leftOut().forEach(each -> left.put(each.reason(), each.deals()));
        assertEquals(Map.of(Tally.Reason.HIDDEN, 1, Tally.Reason.CANCELLED, 1, Tally.Reason.IMPLAUSIBLE, 1), left);
        assertEquals(
                List.of("anthropic", "openai", "meta"),
                store.ledger().totals(LedgerStore.By.PAYER, id -> true).bySum().stream()
                        .map(Totals.Group::key)
                        .toList());
        assertEquals(
                List.of("2026-Q2"),
                store.ledger().totals(LedgerStore.By.QUARTER, id -> id.startsWith("anthropic")).byKey().stream()
                        .map(Totals.Group::key)
                        .toList());
    }

    @Test
    void sumsOfDealsAreThoseOfTheirColumns() {
        RandomNews news = new RandomNews(3);
        for (int i = 0; i < 30; i++) {
            Instant published = news.published();
            read("a" + i, published, news.reports("a" + i, published).toArray(new Report[0]));
        }
        for (LedgerStore.By by : LedgerStore.By.values()) {
            Totals columns = store.ledger().totals(by, id -> true);
            Totals records = LedgerStore.totals(by, all());
            assertEquals(keys(records), keys(columns), by.toString());
            assertEquals(0, records.all().usd().compareTo(columns.all().usd()));
            assertEquals(records.all().leftOut().size(), columns.all().leftOut().size());
        }
    }

    @Test
    void moneyThatGoesInACircleIsALoopWithTheDealsOfEachStep() {
        read("a1", MAY, deal("nvidia", "openai", 30), deal("openai", "oracle", 300), deal("oracle", "nvidia", 40));
        read("a2", MAY, deal("openai", "nvidia", 5), cancelled("oracle", "openai", 7), deal("meta", "amd", 60));
        Loops.Found found = store.ledger().loops(4);
        assertTrue(found.complete());
        assertEquals(
                List.of("nvidia openai oracle", "nvidia openai"),
                found.loops().stream().map(LedgerContract::companies).toList());
        assertEquals(0, found.loops().getFirst().weakest().compareTo(new BigDecimal("30e9")));
        assertEquals(
                "oracle-nvidia-compute-2026-05",
                found.loops().getFirst().steps().getLast().deals().getFirst().dealId());
        assertEquals(1, store.ledger().loops(2).loops().size());
    }

    private static String companies(Loops.Loop loop) {
        return String.join(
                " ", loop.steps().stream().map(step -> step.from().id()).toList());
    }

    private static List<String> keys(Totals totals) {
        return totals.byKey().stream()
                .map(group -> group.key() + " " + group.sum().deals() + " "
                        + group.sum().leftOut().size())
                .toList();
    }

    private Deal asOf(String id, String day) {
        return store.ledger().dealAsOf(id, LocalDate.parse(day)).orElseThrow();
    }

    private static Report with(Report report, Status status, Qualifier qualifier) {
        Money value = report.value();
        Money hedged = new Money(
                value.text(), value.currency(), value.min(), value.max(), null, qualifier, value.usd(), false);
        return new Report(
                report.ordinal(),
                DealType.COMPUTE,
                report.payer(),
                report.payee(),
                true,
                status,
                hedged,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                "test");
    }
}
