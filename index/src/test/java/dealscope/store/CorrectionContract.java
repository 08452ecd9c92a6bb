package dealscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.Field;
import dealscope.ledger.Resolver;
import dealscope.ledger.correction.BadCorrection;
import dealscope.ledger.correction.CorrectionRequest;
import dealscope.store.CorrectionState.State;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the store promises of corrections on either database. */
abstract class CorrectionContract extends StoryContract {
    private static final Instant MAY = Instant.parse("2026-05-06T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-20T00:00:00Z");
    private static final String DEAL = "anthropic-spacex-compute-2026-05";

    @Test
    void theRightValueHoldsThroughRebuildAndReadingAgainUntilItIsUndone() throws BadCorrection {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        Deal before = only();
        String id = save(field(DEAL, "value", "up to $4.5 billion"));
        assertEquals("4500000000", only().value().max().stripTrailingZeros().toPlainString());
        assertEquals("$45.0bn", only().corrections().getFirst().was());
        store.rebuildDeals();
        read("a1", MAY, deal("meta", "amd", 60), deal("anthropic", "spacex", 45));
        read("a2", JUNE, deal("anthropic", "spacex", 45));
        Deal corrected = store.deal(DEAL).orElseThrow();
        assertEquals("up to $4.5 billion", corrected.value().text());
        assertEquals(2, corrected.sources().size());
        assertEquals(0, store.company("spacex").orElseThrow().usdIn(), "a ceiling is in no sum");
        read("a1", MAY, deal("anthropic", "spacex", 45));
        read("a2", JUNE);
        save(undo(id));
        assertEquals(before, only());
        assertEquals(List.of(State.IN_FORCE, State.UNDONE), states());
    }

    @Test
    void anUndoingUndonePutsTheCorrectionBack() throws BadCorrection {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        String first = save(field(DEAL, "status", "closed"));
        String undo = save(undo(first));
        assertEquals("announced", only().status().label());
        save(undo(undo));
        assertEquals("closed", only().status().label());
        assertEquals(List.of(State.IN_FORCE, State.UNDONE, State.IN_FORCE), states());
    }

    @Test
    void aDryRunTellsWhatWouldChangeAndStoresNothing() throws BadCorrection {
        read("a1", MAY, deal("anthropic", "spacex", 45), deal("anthropic", "google", 10));
        List<Deal> before = all();
        long cursor = lastSeq();
        CorrectionStore.Outcome outcome = store.corrections().tryOut(field(DEAL, "power_mw", "1.2 GW"));
        assertEquals(1, outcome.changed());
        assertEquals(null, outcome.changes().getFirst().before().powerMw());
        assertEquals(1200.0, outcome.changes().getFirst().after().powerMw());
        assertEquals(before, all());
        assertEquals(List.of(), store.corrections().all());
        assertEquals(List.of(), changeIds(cursor));
        assertEquals(
                outcome.changes(),
                store.corrections().save(field(DEAL, "power_mw", "1.2 GW")).changes());
    }

    @Test
    void twoDealsBecomeOneAndStayOneWhateverComesLater() throws BadCorrection {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        read("a2", JUNE, deal("anthropic", "xai", 3));
        assertEquals(2, all().size());
        String other =
                dealIds().stream().filter(id -> !id.equals(DEAL)).findFirst().orElseThrow();
        String merge = save(request("merge", DEAL, other, "", "", "", ""));
        assertEquals(2, only().sources().size());
        assertEquals(only(), store.deal(other).orElseThrow(), "the other id leads to it");
        read("a3", JUNE, deal("anthropic", "xai", 3));
        assertEquals(3, only().sources().size());
        store.rebuildDeals();
        assertEquals(3, only().sources().size());
        save(undo(merge));
        assertEquals(2, all().size());
    }

    @Test
    void articlesSplitOffTellADealOfTheirOwn() throws BadCorrection {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        read("a2", MAY, deal("anthropic", "spacex", 45));
        read("a3", MAY, deal("anthropic", "spacex", 45));
        save(new CorrectionRequest("split", "ada", "", DEAL, "", "a2", "", "", "", "", "", ""));
        assertEquals(List.of(2, 1), sizes());
        read("a4", MAY, deal("anthropic", "spacex", 45));
        store.rebuildDeals();
        assertEquals(List.of(3, 1), sizes());
    }

    @Test
    void whatIsNoDealGoesAndComesBackWhenThatIsUndone() throws BadCorrection {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        List<Deal> before = all();
        String id = save(request("not_a_deal", DEAL, "", "", "", "", ""));
        assertEquals(List.of(), all());
        read("a1", MAY, deal("anthropic", "spacex", 45));
        store.rebuildDeals();
        assertEquals(List.of(), all());
        assertEquals(List.of(State.IN_FORCE), states());
        save(undo(id));
        assertEquals(before, all());
    }

    @Test
    void whatMostlyOthersTellLaterIsADealAgain() throws BadCorrection {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        save(request("not_a_deal", DEAL, "", "", "", "", ""));
        read("a2", MAY, deal("anthropic", "spacex", 45));
        assertEquals(List.of(), all());
        read("a3", MAY, deal("anthropic", "spacex", 45));
        assertEquals(3, only().sources().size());
        assertEquals(List.of(State.OUTGROWN), states());
    }

    @Test
    void aWrongPartyIsReplacedAndItsCompanyHasNoDealAnyMore() throws BadCorrection {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        save(request("party", DEAL, "", "payee", "SpaceX", "Oracle", ""));
        assertEquals(List.of("oracle"), companyIds(only().payee()));
        assertTrue(store.company("spacex").isEmpty());
        assertEquals(45e9, store.company("oracle").orElseThrow().usdIn());
    }

    @Test
    void aHiddenDealIsInNoListAndFoundByItsId() throws BadCorrection {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        String id = save(request("hide", DEAL, "", "", "", "", ""));
        assertEquals(List.of(), all());
        assertEquals(List.of(), store.dealsOf("spacex"));
        assertTrue(store.company("spacex").isEmpty());
        assertFalse(store.ids().contains(DEAL));
        assertTrue(store.deal(DEAL).orElseThrow().hidden());
        save(undo(id));
        assertEquals(1, all().size());
    }

    @Test
    void anAliasMakesOneCompanyOfTwoNames() throws BadCorrection {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        read("a2", MAY, deal("anthropic", "colossus", 45));
        assertEquals(2, all().size());
        String id = save(request("alias", "", "", "", "colossus", "spacex", ""));
        assertEquals(2, only().sources().size());
        read("a3", JUNE, deal("meta", "colossus", 7));
        assertEquals(2, store.company("spacex").orElseThrow().deals());
        store.rebuildDeals();
        assertTrue(store.company("colossus").isEmpty());
        assertThrows(BadCorrection.class, () -> save(request("alias", "", "", "", "spacex", "colossus", "")));
        save(undo(id));
        assertEquals(2, store.company("colossus").orElseThrow().deals());
    }

    @Test
    void aCorrectionWhoseEvidenceIsGoneIsLostUntilItComesBack() throws BadCorrection {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        save(field(DEAL, "site", "Memphis"));
        read("a1", MAY, deal("meta", "amd", 60));
        assertEquals(List.of(State.LOST), states());
        assertEquals(null, only().site());
        read("a1", MAY, deal("meta", "amd", 60), deal("anthropic", "spacex", 45));
        assertEquals(List.of(State.IN_FORCE), states());
        assertEquals("Memphis", store.deal(DEAL).orElseThrow().site());
    }

    @Test
    void theLastWordOnAFieldHolds() throws BadCorrection {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        save(field(DEAL, "term", "3 years"));
        save(field(DEAL, "term", "2026-06 to 2029-05"));
        assertEquals("2029-05-31", String.valueOf(only().term().end()));
        assertEquals(List.of(State.IN_FORCE, State.OVERRULED), states());
        assertEquals(
                List.of(Field.TERM, Field.TERM),
                only().corrections().stream().map(each -> each.field()).toList());
    }

    @Test
    void exportedCorrectionsAreReplayedElsewhereOnce() throws Exception {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        read("a2", JUNE, deal("anthropic", "xai", 3));
        save(field(DEAL, "value", "$44bn"));
        save(request("merge", DEAL, dealIds().getLast(), "", "", "", ""));
        save(request("alias", "", "", "", "anthropic", "Claude Labs", ""));
        List<Deal> corrected = all();
        List<String> lines = store.corrections().export();
        store.close();
        url = freshUrl();
        store = Store.open(url, new Resolver(), () -> NOW);
        read("a2", JUNE, deal("anthropic", "xai", 3));
        read("a1", MAY, deal("anthropic", "spacex", 45));
        assertEquals(3, store.corrections().importLines(lines));
        assertEquals(corrected, all());
        assertEquals(0, store.corrections().importLines(lines));
        assertEquals(lines, store.corrections().export());
        assertThrows(BadCorrection.class, () -> store.corrections().importLines(List.of("{\"id\":1}")));
        assertThrows(BadCorrection.class, () -> store.corrections().importLines(List.of("[")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "field | nobody-anybody-compute-2026-05 | value    | $4bn",
                "field | anthropic-spacex-compute-2026-05 | value  | a lot",
                "field | anthropic-spacex-compute-2026-05 | value  | $4bn and $5bn",
                "field | anthropic-spacex-compute-2026-05 | status | done",
                "field | anthropic-spacex-compute-2026-05 | term   | soon",
                "field | anthropic-spacex-compute-2026-05 | payer  | Meta",
                "field | anthropic-spacex-compute-2026-05 | colour | red",
                "party | anthropic-spacex-compute-2026-05 |        | ''",
                "merge | anthropic-spacex-compute-2026-05 |        | ''",
                "split | anthropic-spacex-compute-2026-05 |        | ''",
                "undo  |                                  |        | ''",
                "cheer | anthropic-spacex-compute-2026-05 |        | ''"
            })
    void whatCannotBeCorrectedIsRefusedInWords(String kind, String deal, String field, String value) {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        CorrectionRequest asked = new CorrectionRequest(
                kind, "ada", "", deal == null ? "" : deal, "", "", "", "", "", field == null ? "" : field, value, "");
        BadCorrection refused =
                assertThrows(BadCorrection.class, () -> store.corrections().save(asked));
        assertFalse(refused.getMessage().isBlank());
        assertEquals(List.of(), store.corrections().all());
    }

    @Test
    void nobodyIsNoAuthor() {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        CorrectionRequest asked = new CorrectionRequest("hide", " ", "", DEAL, "", "", "", "", "", "", "", "");
        assertThrows(BadCorrection.class, () -> store.corrections().save(asked));
    }

    @Test
    void correctedDealsAsTheyArriveAreThoseOfARebuild() throws Exception {
        for (long seed = 1; seed <= seeds(); seed++) {
            store.close();
            url = freshUrl();
            store = Store.open(url, new Resolver(id -> RandomNews.ROOTS.getOrDefault(id, id)), () -> NOW);
            arriveCorrected(seed);
        }
    }

    private void arriveCorrected(long seed) {
        RandomNews news = new RandomNews(seed);
        Random random = new Random(seed);
        int made = 0;
        for (int step = 0; step < 50; step++) {
            String id = "a" + random.nextInt(30);
            Instant published = news.published();
            read(id, published, news.reports(id, published).toArray(new dealscope.deal.Report[0]));
            made += random.nextInt(3) == 0 ? correct(random) : 0;
            List<String> arrived = lines();
            store.rebuildDeals();
            List<String> rebuilt = lines();
            assertEquals(
                    String.join("\n", without(rebuilt, arrived)),
                    String.join("\n", without(arrived, rebuilt)),
                    "seed " + seed + ", step " + step + ", article " + id);
        }
        assertNotEquals(0, made, "seed " + seed);
    }

    private List<String> lines() {
        return all().stream().map(Json::write).toList();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private int correct(Random random) {
        List<String> ids = dealIds();
        List<CorrectionState> known = store.corrections().all();
        if (ids.size() < 2) {
            return 0;
        }
        String deal = ids.get(random.nextInt(ids.size()));
        String other = ids.get(random.nextInt(ids.size()));
        CorrectionRequest asked =
                switch (random.nextInt(8)) {
                    case 0, 1 -> request("merge", deal, other, "", "", "", "");
                    case 2 -> request("not_a_deal", deal, "", "", "", "", "");
                    case 3 -> field(deal, "value", "$" + random.nextInt(1, 50) + " billion");
                    case 4 -> request("distinct", deal, other, "", "", "", "");
                    case 5 -> request("alias", "", "", "", "meta", "coreweave", "");
                    case 6 ->
                        new CorrectionRequest(
                                "split",
                                "ada",
                                "",
                                deal,
                                "",
                                store.deal(deal)
                                        .orElseThrow()
                                        .sources()
                                        .getFirst()
                                        .articleId(),
                                "",
                                "",
                                "",
                                "",
                                "",
                                "");
                    default ->
                        undo(
                                known.isEmpty()
                                        ? ""
                                        : known.get(random.nextInt(known.size()))
                                                .correction()
                                                .id());
                };
        try {
            save(asked);
            return 1;
        } catch (BadCorrection e) {
            return 0; // as chance has it: a deal with itself, all of its articles
        }
    }

    // -- making things

    private Deal only() {
        assertEquals(1, all().size(), () -> dealIds().toString());
        return all().getFirst();
    }

    private List<Integer> sizes() {
        return all().stream()
                .map(deal -> deal.sources().size())
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    private List<State> states() {
        return store.corrections().all().stream().map(CorrectionState::state).toList();
    }

    private static List<String> companyIds(List<Company> companies) {
        return companies.stream().map(Company::id).toList();
    }

    String save(CorrectionRequest asked) throws BadCorrection {
        return store.corrections().save(asked).correction().id();
    }

    private static CorrectionRequest field(String deal, String field, String value) {
        return new CorrectionRequest("field", "ada", "seen it", deal, "", "", "", "", "", field, value, "");
    }

    private static CorrectionRequest undo(String id) {
        return new CorrectionRequest("undo", "ada", "", "", "", "", "", "", "", "", "", id);
    }

    static CorrectionRequest request(
            String kind, String deal, String other, String side, String wrong, String right, String note) {
        return new CorrectionRequest(kind, "ada", note, deal, other, "", side, wrong, right, "", "", "");
    }
}
