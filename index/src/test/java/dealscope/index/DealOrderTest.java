package dealscope.index;

import static dealscope.index.DealIndexTest.day;
import static dealscope.index.DealIndexTest.deal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.deal.DealType;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which order deals come, and how they spread over amounts and time. */
class DealOrderTest {
    @TempDir
    Path folder;

    private final DealIndexTest.Changes changes = new DealIndexTest.Changes();

    @BeforeEach
    void threeDeals() {
        changes.put(
                deal("anthropic-spacex", "Anthropic", "SpaceX", DealType.COMPUTE, 45e9, null, "NVIDIA GB200", day(0)));
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
    }

    private DealIndex opened() throws IOException {
        return DealIndex.open(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PAYER | false | anthropic-spacex microsoft-constellation openai-oracle
                    PAYER | true  | openai-oracle microsoft-constellation anthropic-spacex
                    PAYEE | false | microsoft-constellation openai-oracle anthropic-spacex
                    VALUE | false | openai-oracle anthropic-spacex microsoft-constellation
                    VALUE | true  | anthropic-spacex openai-oracle microsoft-constellation
                    POWER | true  | microsoft-constellation openai-oracle anthropic-spacex
                    HARDWARE | false | anthropic-spacex microsoft-constellation openai-oracle
                    HARDWARE | true  | anthropic-spacex microsoft-constellation openai-oracle
                    DATE  | true  | microsoft-constellation openai-oracle anthropic-spacex
                    """)
    void anOrderMayBeReversedAndWhatHasNoValueStaysLast(Sort sort, boolean reversed, String expected) throws Exception {
        try (DealIndex index = opened()) {
            index.catchUp(changes);
            SearchResult found = index.search(new SearchRequest(Kind.DEALS, "", sort, null, 10, false, true, reversed));
            assertEquals(
                    expected,
                    String.join(
                            " ", found.hits().stream().map(SearchResult.Hit::id).toList()));
        }
    }

    @Test
    void everyBarOfAHistogramIsAQueryThatFindsAsManyDeals() throws Exception {
        for (int i = 0; i < 40; i++) {
            changes.put(deal(
                    "deal-" + i,
                    "Payer",
                    "Payee",
                    DealType.CHIPS,
                    3e5 * Math.pow(2, i),
                    1.5 * i * i,
                    null,
                    day(-37 * i)));
        }
        try (DealIndex index = opened()) {
            index.catchUp(changes);
            for (Histogram.Of what : Histogram.Of.values()) {
                Histogram histogram = index.histogram(what, "type:chips", false);
                assertTrue(histogram.bars().size() > 3, what + " " + histogram);
                long sum = 0;
                for (Histogram.Bar bar : histogram.bars()) {
                    assertEquals(
                            bar.count(),
                            index.search(new SearchRequest(
                                            Kind.DEALS, "type:chips " + bar.terms(), Sort.DATE, null, 1, false, true))
                                    .total(),
                            bar.toString());
                    sum += bar.count();
                }
                assertEquals(40, sum + histogram.without());
            }
            assertEquals(
                    List.of(), index.histogram(Histogram.Of.VALUE, "zzz", false).bars());
        }
    }
}
