package dealscope.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.deal.Analysis;
import dealscope.deal.Company;
import dealscope.deal.Confidence;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.deal.Hardware;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.deal.SourceArticle;
import dealscope.deal.Status;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealIndexTest {
    static final Instant DAY = Instant.parse("2026-05-06T00:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(DAY.plusSeconds(86_400));

    @TempDir
    Path folder;

    private final Changes changes = new Changes();

    @BeforeEach
    void threeDealsAndAnArticle() {
        changes.put(deal("anthropic-spacex", "Anthropic", "SpaceX", DealType.COMPUTE, 45e9, null, "NVIDIA GB200", DAY));
        changes.put(deal("openai-oracle", "OpenAI", "Oracle", DealType.COMPUTE, 300e9, 4500.0, null, day(-200)));
        changes.put(deal(
                "microsoft-constellation",
                "Microsoft",
                "Constellation",
                DealType.ENERGY,
                null,
                835.0,
                null,
                day(-600)));
        changes.put(article("a1", "Colossus is full", "Anthropic rents the whole hall of graphics processors."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    anthropic                | anthropic-spacex
                    company:anthropic        | anthropic-spacex
                    company:"space x"        |
                    company:SpaceX           | anthropic-spacex
                    payer:spacex             |
                    payee:spacex             | anthropic-spacex
                    company:AWS-of-space     | anthropic-spacex
                    type:energy              | microsoft-constellation
                    hardware:gb200           | anthropic-spacex
                    hardware:"nvidia gb200"  | anthropic-spacex
                    value:>=100bn            | openai-oracle
                    value:<=45bn             | anthropic-spacex
                    power:>500mw             | openai-oracle microsoft-constellation
                    published:2026-05..      | anthropic-spacex
                    published:30d            | anthropic-spacex
                    source:"Sample Wire"     | anthropic-spacex openai-oracle microsoft-constellation
                    -type:compute            | microsoft-constellation
                    oracle OR spacex         | anthropic-spacex openai-oracle
                    "renting capacity"       | anthropic-spacex openai-oracle microsoft-constellation
                    rents capacities         | anthropic-spacex openai-oracle microsoft-constellation
                    conste*                  | microsoft-constellation
                    id:openai-oracle         | openai-oracle
                    zzz                      |
                    """)
    void aQueryFindsTheDealsThatTheCaseSays(String query, String expected) throws Exception {
        try (DealIndex index = opened()) {
            index.catchUp(changes);
            SearchResult found = index.search(new SearchRequest(Kind.DEALS, query, Sort.DATE, null, 10, false, true));
            String ids = String.join(
                    " ", found.hits().stream().map(SearchResult.Hit::id).toList());
            assertEquals(expected == null ? "" : expected, ids);
            assertEquals(found.hits().size(), found.total());
        }
    }

    @Test
    void facetsCountWhatWasFoundWithLabelsForPeople() throws Exception {
        try (DealIndex index = opened()) {
            index.catchUp(changes);
            Map<String, List<SearchResult.Facet>> facets = index.search(
                            new SearchRequest(Kind.DEALS, "type:compute", Sort.VALUE, null, 10, true, false))
                    .facets();
            assertEquals(List.of(new SearchResult.Facet("compute", "compute", 2)), facets.get("type"));
            assertTrue(facets.get("payee").contains(new SearchResult.Facet("spacex", "SpaceX", 1)));
            assertEquals(2, facets.get("value").get(0).count());
            String band = "value:" + facets.get("value").get(0).value();
            assertEquals(2, search(index, band, Sort.DATE, null, 10).total(), "a facet's value is a query");
        }
    }

    @Test
    void everySortWalksThroughAllPagesWithoutLossOrRepetition() throws Exception {
        for (int i = 0; i < 57; i++) {
            changes.put(deal(
                    "deal-" + i,
                    "Payer" + i,
                    "Payee",
                    DealType.CHIPS,
                    i % 3 == 0 ? null : 1e6 * (i % 7),
                    i % 2 == 0 ? null : 5.0,
                    null,
                    day(-i / 5)));
        }
        try (DealIndex index = opened()) {
            index.catchUp(changes);
            for (Sort sort : Sort.values()) {
                for (boolean reversed : new boolean[] {false, true}) {
                    List<String> seen = new ArrayList<>();
                    String cursor = null;
                    do {
                        SearchResult page = index.search(new SearchRequest(
                                Kind.DEALS, "payee OR type:chips", sort, cursor, 7, false, true, reversed));
                        assertEquals(57, page.total());
                        page.hits().forEach(hit -> seen.add(hit.id()));
                        cursor = page.next();
                    } while (cursor != null);
                    assertEquals(57, seen.stream().distinct().count(), sort + " lost or repeated: " + seen);
                    assertEquals(57, seen.size());
                }
            }
        }
    }

    @Test
    void aForeignCursorAndABadLimitAreRefused() throws Exception {
        try (DealIndex index = opened()) {
            index.catchUp(changes);
            assertThrows(BadQuery.class, () -> search(index, "", Sort.DATE, "nonsense!", 5));
            assertThrows(BadQuery.class, () -> search(index, "", Sort.DATE, "AAAA", 5));
            assertThrows(BadQuery.class, () -> search(index, "", Sort.DATE, null, 0));
            assertThrows(BadQuery.class, () -> search(index, "", Sort.DATE, null, 1001));
        }
    }

    @Test
    void anArticleIsFoundWithItsMatchMarkedInTheSnippet() throws Exception {
        try (DealIndex index = opened()) {
            index.catchUp(changes);
            SearchResult found =
                    index.search(new SearchRequest(Kind.ARTICLES, "processor", Sort.RELEVANCE, null, 10, false, false));
            assertEquals("a1", found.hits().get(0).id());
            assertEquals(
                    "Anthropic rents the whole hall of graphics \uE000processors\uE001.",
                    found.hits().get(0).snippet());
        }
    }

    @Test
    void theIndexGoesOnAtItsCursorAfterAnAbruptEnd() throws Exception {
        DealIndex first = opened();
        assertEquals(4, first.catchUp(changes));
        first.close();
        changes.put(deal("new-one", "Meta", "Google", DealType.COMPUTE, 10e9, null, null, DAY));
        changes.remove("openai-oracle");
        try (DealIndex index = opened()) {
            assertEquals(2, index.catchUp(changes));
            assertEquals(changes.ids(), index.ids());
        }
    }

    @Test
    void anotherStoreMakesTheIndexStartAnew() throws Exception {
        try (DealIndex index = opened()) {
            index.catchUp(changes);
        }
        Changes restored = new Changes();
        restored.epoch = "other";
        restored.put(article("b9", "Only this", "one"));
        try (DealIndex index = opened()) {
            index.catchUp(restored);
            assertEquals(List.of("b9"), index.ids());
        }
    }

    @Test
    void aDamagedFileIsNoticedAndTheIndexIsBuiltAnew() throws Exception {
        try (DealIndex index = opened()) {
            index.catchUp(changes);
        }
        int damaged = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(file -> Files.isRegularFile(file) && !file.endsWith("write.lock"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length > 60) {
                    bytes[bytes.length / 2] ^= 0x55;
                    Files.write(file, bytes);
                    damaged++;
                }
            }
        }
        assertTrue(damaged > 0);
        try (DealIndex index = opened()) {
            index.catchUp(changes);
            assertEquals(changes.ids(), index.ids());
        }
    }

    @Test
    void aSecondWriterIsToldSoWhileAReaderMaySearch() throws Exception {
        try (DealIndex index = opened()) {
            index.catchUp(changes);
            IOException busy = assertThrows(IOException.class, this::opened);
            assertTrue(busy.getMessage().contains("another Dealscope"), busy.getMessage());
            try (DealIndex reader = DealIndex.openReadOnly(folder, CLOCK)) {
                assertEquals(
                        1, search(reader, "company:oracle", Sort.DATE, null, 5).total());
            }
        }
    }

    @Test
    void completionsOfferCompaniesAndHardwareByAnyWordOfTheirName() throws Exception {
        try (DealIndex index = opened()) {
            index.catchUp(changes);
            assertEquals(
                    List.of(new DealIndex.Suggestion("NVIDIA GB200", "hardware:\"NVIDIA GB200\"", 1, "hardware", 0, 3)),
                    index.suggest("gb2", 5));
            assertEquals("company:openai", index.suggest("op", 5).get(0).query());
            assertEquals(List.of(), index.suggest("  ", 5));
        }
    }

    @Test
    void hostileTextIsIndexedLikeAnyOther() throws Exception {
        String junk = "\u0000\ud83d\uE000\uE001" + "x".repeat(50_000) + " <script> ";
        changes.put(article("junk", junk, junk));
        changes.put(deal("junk-deal", junk, junk, DealType.DEBT, 1e300, -1.0, junk, Instant.EPOCH));
        try (DealIndex index = opened()) {
            index.catchUp(changes);
            assertEquals(changes.ids(), index.ids());
            SearchResult found =
                    index.search(new SearchRequest(Kind.ARTICLES, "script", Sort.RELEVANCE, null, 5, true, false));
            assertNotNull(found.hits().get(0).id());
            assertFalse(found.facets().isEmpty());
        }
    }

    private DealIndex opened() throws IOException {
        return DealIndex.open(folder, id -> id.equals("spacex") ? List.of("AWS of space") : List.of(), CLOCK);
    }

    private static SearchResult search(DealIndex index, String query, Sort sort, String cursor, int limit)
            throws Exception {
        return index.search(new SearchRequest(Kind.DEALS, query, sort, cursor, limit, false, false));
    }

    static Instant day(int offset) {
        return DAY.plusSeconds(86_400L * offset);
    }

    static Deal deal(
            String id, String payer, String payee, DealType type, Double usd, Double power, String chip, Instant at) {
        Money value = usd == null
                ? null
                : new Money(
                        usd + "",
                        "USD",
                        BigDecimal.valueOf(usd),
                        BigDecimal.valueOf(usd),
                        null,
                        Qualifier.EXACT,
                        BigDecimal.valueOf(usd),
                        false);
        return new Deal(
                id,
                type,
                List.of(new Company(payer.toLowerCase(java.util.Locale.ROOT), payer)),
                List.of(new Company(payee.toLowerCase(java.util.Locale.ROOT), payee)),
                value,
                power,
                chip == null ? List.of() : List.of(new Hardware(chip, "Nvidia", 5L)),
                null,
                null,
                null,
                Status.ANNOUNCED,
                List.of(),
                null,
                at,
                at,
                at,
                List.of(),
                List.of(new SourceArticle(
                        "a", "Sample Wire", payer + " is renting capacity", "http://x/", at, true, null, null)),
                1,
                0,
                null,
                null,
                null,
                false,
                false,
                new Confidence(0.5, List.of()),
                List.of(),
                false,
                false,
                List.of());
    }

    static Article article(String id, String title, String text) {
        return new Article(
                id,
                id,
                "http://x/" + id,
                null,
                title,
                text,
                null,
                DAY,
                null,
                DAY,
                "en",
                "Sample Wire",
                "f",
                Completeness.FULL,
                null,
                false);
    }

    /** A store of changes in memory that keeps the contract of {@link ChangeSource}. */
    static final class Changes implements ChangeSource {
        private final Map<String, Change> latest = new LinkedHashMap<>();
        private long seq;
        private String epoch = "first";

        void put(Deal deal) {
            latest.put(deal.id(), new Change.OfDeal(++seq, deal));
        }

        void put(Article article) {
            put(article, article.id());
        }

        void put(Article article, String story) {
            latest.put(article.id(), new Change.OfArticle(++seq, article, Analysis.EMPTY, List.of(), story, false));
        }

        void remove(String id) {
            latest.put(id, new Change.Removed(++seq, id));
        }

        List<String> ids() {
            return latest.values().stream()
                    .filter(change -> !(change instanceof Change.Removed))
                    .map(Change::id)
                    .sorted()
                    .toList();
        }

        @Override
        public List<Change> changesAfter(long cursor, int limit) {
            return latest.values().stream()
                    .filter(change -> change.seq() > cursor)
                    .sorted((a, b) -> Long.compare(a.seq(), b.seq()))
                    .limit(limit)
                    .toList();
        }

        @Override
        public String epoch() {
            return epoch;
        }
    }
}
