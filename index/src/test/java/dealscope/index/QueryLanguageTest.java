package dealscope.index;

import static dealscope.index.DealIndexTest.CLOCK;
import static dealscope.index.DealIndexTest.DAY;
import static dealscope.index.DealIndexTest.article;
import static dealscope.index.DealIndexTest.day;
import static dealscope.index.DealIndexTest.deal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.index.DealIndex.Suggestion;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What queries find in a small index: a case is a line of {@code query/found.csv}. */
class QueryLanguageTest {
    private static final Map<String, List<String>> ALIASES = Map.of(
            "amazon",
            List.of("Amazon.com", "NASDAQ:AMZN", "AMZN"),
            "meta",
            List.of("Facebook Inc"),
            "oracle",
            List.of());

    @TempDir
    Path folder;

    private final DealIndexTest.Changes changes = new DealIndexTest.Changes();
    private final List<Deal> deals = List.of(
            deal("anthropic-spacex", "Anthropic", "SpaceX", DealType.COMPUTE, 45e9, 300.0, "NVIDIA GB200", DAY),
            deal("openai-oracle", "OpenAI", "Oracle", DealType.COMPUTE, 300e9, 4500.0, null, day(-200)),
            deal("meta-amazon", "Meta", "Amazon", DealType.DATACENTER, 5.6e8, null, "NVIDIA H100", day(-4)),
            deal("amazon-talen", "Amazon", "Talen", DealType.ENERGY, null, 1920.0, null, day(-600)));
    private DealIndex index;

    @BeforeEach
    void fill() throws IOException {
        deals.forEach(changes::put);
        changes.put(article("hall", "A hall in Memphis", "The neocloud runs every data centre of the campus on gas."));
        changes.put(article("rent", "Who rents out chips", "Clouds made of GPUs are new, and a GPU cloud is cheap."));
        changes.put(article("ppa", "A power purchase agreement", "The acquisition of a datacenter was called off."));
        changes.put(article("far", "Chips", "gpu " + "and so on ".repeat(12) + " cloud"));
        index = DealIndex.open(folder, id -> ALIASES.getOrDefault(id, List.of()), CLOCK);
        index.catchUp(changes);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private SearchResult search(Kind kind, String query) throws Exception {
        return index.search(new SearchRequest(kind, query, Sort.RELEVANCE, null, 50, false, true));
    }

    private static String ids(SearchResult found) {
        return found.hits().stream().map(SearchResult.Hit::id).sorted().collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/query/found.csv", delimiter = '|', quoteCharacter = '\u0001')
    void aQueryFindsWhatTheCaseSays(String query, String kind, String expected) throws Exception {
        SearchResult found = search(Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)), query);
        assertEquals(expected == null ? "" : expected, ids(found));
        assertFalse(found.partial());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/query/found.csv", delimiter = '|', quoteCharacter = '\u0001')
    void aDealThatIsNotInTheIndexMatchesAsItWouldInIt(String query, String kind, String expected) throws Exception {
        if (kind.equals("deals")) {
            var matches = index.matcher(query, true);
            String matched =
                    deals.stream().filter(matches).map(Deal::id).sorted().collect(Collectors.joining(" "));
            assertEquals(expected == null ? "" : expected, matched);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/query/found.csv", delimiter = '|', quoteCharacter = '\u0001')
    void aQueryWrittenAgainFindsTheSame(String query, String kind, String expected) throws Exception {
        String again = SearchQuery.parse(query, CLOCK.instant()).written();
        assertEquals(
                expected == null ? "" : expected,
                ids(search(Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)), again)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            antropic                  | deals    | anthropic
            company:antropic          | deals    | company:anthropic
            payee:"spacexx" gb200     | deals    | payee:spacex gb200
            gb200 hardware:"nvidia gb20" | deals | gb200 hardware:"NVIDIA GB200"
            agreemnt -nothing         | articles | agreement -nothing
            company:facebok           | deals    |
            qqqqqqqq                  | deals    |
            type:compute oracle value:<1m | deals |
            """)
    void aSearchThatFindsNothingSaysWhatWasProbablyMeantWhenThatFindsSomething(String query, String kind, String meant)
            throws Exception {
        SearchResult found = search(Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)), query);
        assertEquals(0, found.total());
        assertEquals(meant, found.didYouMean());
    }

    @Test
    void aSearchThatFindsSomethingIsNotPutRight() throws Exception {
        assertNull(search(Kind.DEALS, "anthropic OR antropic").didYouMean());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            gb200 payer:ope^ |      15 | payer:openai | 6 | 15
            gb200 -payer:ope^ |     16 | payer:openai | 7 | 16
            ope gb200^ |             3 | company:openai | 0 | 3
            opex gb200^ |            3 | company:openai | 0 | 4
            (oracle OR spac^ |      15 | company:spacex | 11 | 15
            hardware:"nvidia h^ |   18 | hardware:"NVIDIA H100" | 0 | 18
            amzn^ |                  4 | company:amazon | 0 | 4
            stat^ |                  4 | status: | 0 | 4
            buy^ |                   3 | payer: | 0 | 3
            status:an^ |             9 | status:announced | 0 | 9
            type:^ |                 5 | type:compute | 0 | 5
            has:v^ |                 5 | has:value | 0 | 5
            value:5^ |               7 | value:>=5m | 0 | 7
            value:>=1.5^ |          11 | value:>=1.5m | 0 | 11
            power:^ |                6 | power:>=1gw | 0 | 6
            published:last-w^ |     16 | published:last-week | 0 | 16
            published:2026-Q^ |     16 | published:2026-Q2 | 0 | 16
            sample:^ |               7 | sample:yes | 0 | 7
            confidence:^ |          11 | confidence:>=50% | 0 | 11
            """)
    void theTermAtTheCaretIsCompleted(String text, int caret, String query, int start, int end) throws Exception {
        List<Suggestion> offered = index.suggest(text.substring(0, text.length() - 1), caret, 10);
        Suggestion first = offered.stream()
                .filter(each -> each.query().equals(query))
                .findFirst()
                .orElse(null);
        assertTrue(first != null, offered.toString());
        assertEquals(start, first.start());
        assertEquals(end, first.end());
        String taken = text.substring(0, start) + query + text.substring(end, text.length() - 1);
        if (!query.endsWith(":") && !taken.startsWith("(")) {
            SearchQuery.parse(taken, CLOCK.instant());
        }
    }

    @Test
    void nothingIsOfferedForNothing() throws Exception {
        for (String text : List.of("", "   ", "nosuchfield:x", "gb200 ", "((((", "\"\"\"", "x".repeat(5_000))) {
            assertEquals(List.of(), index.suggest(text, text.length(), 10), text);
        }
    }

    @Test
    void oneStoryIsOneHitOnWhateverPagesAndInWhateverOrder() throws Exception {
        for (int i = 0; i < 40; i++) {
            changes.put(article("t" + i, "Turbine number " + i % 7, "turbine ".repeat(1 + i % 5)), "story" + i % 9);
        }
        index.catchUp(changes);
        for (Sort sort : Sort.values()) {
            for (int limit : List.of(1, 3, 20)) {
                List<String> stories = new ArrayList<>();
                long hits = 0;
                String cursor = null;
                do {
                    SearchResult page = index.search(
                            new SearchRequest(Kind.ARTICLES, "turbine", sort, cursor, limit, false, false).byStory());
                    assertEquals(40, page.total());
                    for (SearchResult.Hit hit : page.hits()) {
                        stories.add(hit.story());
                        hits += 1 + hit.others();
                    }
                    cursor = page.next();
                } while (cursor != null);
                Set<String> once = new HashSet<>(stories);
                assertEquals(9, once.size(), sort + " " + limit + " " + stories);
                assertEquals(9, stories.size(), sort + " " + limit + " " + stories);
                assertEquals(40, hits);
            }
        }
        SearchResult opened = index.search(
                new SearchRequest(Kind.ARTICLES, "story:STORY3", Sort.DATE, null, 50, false, false).byStory());
        assertEquals(40 / 9 + 1, opened.hits().size());
    }

    @Test
    void aSearchThatTakesTooLongIsEndedAndSaysSoUnlessAllIsAskedFor() throws Exception {
        try (var directory = FSDirectory.open(folder);
                var searchers = new SearcherManager(directory, null)) {
            Searcher slow = new Searcher(searchers, new SearchAnalyzer(), CLOCK, new Ranking(), () -> () -> true);
            SearchRequest asked = new SearchRequest(Kind.DEALS, "type:compute", Sort.DATE, null, 5, true, false);
            assertTrue(slow.search(asked).partial());
            SearchResult whole = slow.search(asked.inFull());
            assertFalse(whole.partial());
            assertTrue(whole.total() > 0);
        }
    }

    @Test
    void theLargestQueriesThatAreReadAreAnsweredToo() throws Exception {
        for (String piece : List.of("dc ", "\"dc gpu ppa\" ", "ab* ", "gpu OR ", "dc NEAR/3 ", "company:meta ")) {
            String query = piece.repeat(Math.min(99, (SearchQuery.MAX_LENGTH - 4) / piece.length())) + "dc";
            assertTrue(Objects.requireNonNull(search(Kind.ARTICLES, query)).total() >= 0);
            assertFalse(index.matcher(query, true).test(deals.get(0)) && query.startsWith("ab"));
        }
    }

    @Test
    void freshSalientAndConfirmedComesFirst() {
        Ranking ranking = new Ranking();
        long now = DAY.toEpochMilli();
        assertTrue(ranking.freshness(now, now) > ranking.freshness(day(-30).toEpochMilli(), now));
        assertTrue(ranking.freshness(day(-9000).toEpochMilli(), now) >= ranking.weight("stale"));
        assertEquals(1, ranking.freshness(day(30).toEpochMilli(), now), 1e-9, "what comes tomorrow is not fresher");
        assertTrue(ranking.independence(4) > ranking.independence(2));
        assertEquals(1, ranking.independence(0), 1e-9);
    }
}
