package dealscope.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
    private static final Instant NOW = Instant.parse("2026-05-10T00:00:00Z");

    @ParameterizedTest
    @CsvFileSource(resources = "/query/good.csv", delimiter = '|', emptyValue = "", quoteCharacter = '\u0001')
    void aQueryIsReadAsTheCaseSays(String query, String tree) throws BadQuery {
        assertEquals(tree, text(SearchQuery.parse(query == null ? "" : query, NOW)));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/query/bad.csv", delimiter = '|', quoteCharacter = '\u0001')
    void aBadQuerySaysWhereAndWhatWouldBeRight(String query, int position, String message) {
        BadQuery bad = assertThrows(BadQuery.class, () -> SearchQuery.parse(query, NOW));
        assertTrue(bad.getMessage().contains(message), bad.getMessage());
        assertEquals(position, bad.position());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "NOT ", "a OR ", "\"", "x ", "company:"})
    void longRunsOfOnePieceAreRefusedOrReadButNeverOverflow(String piece) {
        String run = piece.repeat(20_000);
        assertThrows(BadQuery.class, () -> SearchQuery.parse(run, NOW));
        String within = piece.repeat(SearchQuery.MAX_LENGTH / piece.length());
        try {
            SearchQuery.parse(within, NOW);
        } catch (BadQuery expected) {
            assertTrue(expected.position() <= within.length());
        }
    }

    @Test
    void anyTextIsReadOrRefusedWithAPositionInsideIt() {
        String pieces = "ab:\"()-*<>=.0 19bnmw\u0000é\ud83d ";
        Random random = new Random(7);
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder query = new StringBuilder(round % 3 == 0 ? "value:" : "");
            for (int i = random.nextInt(25); i > 0; i--) {
                query.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            try {
                SearchQuery.parse(query.toString(), NOW);
                read++;
            } catch (BadQuery bad) {
                assertTrue(bad.position() >= 0 && bad.position() <= query.length(), query.toString());
            }
        }
        assertTrue(read > 1000, "only " + read + " of the random queries were read");
    }

    static String text(SearchQuery query) {
        return switch (query) {
            case SearchQuery.All all -> "*";
            case SearchQuery.And and -> "(and " + text(and.parts()) + ")";
            case SearchQuery.Or or -> "(or " + text(or.parts()) + ")";
            case SearchQuery.Not not -> "(not " + text(not.part()) + ")";
            case SearchQuery.Word word -> word.text() + (word.prefix() ? "*" : "");
            case SearchQuery.Phrase phrase -> '"' + phrase.text() + '"';
            case SearchQuery.Is is -> is.field().label() + "=" + is.value();
            case SearchQuery.Between between ->
                between.field().label() + "[" + number(between.min()) + "," + number(between.max()) + "]";
        };
    }

    private static String text(List<SearchQuery> parts) {
        return parts.stream().map(SearchQueryTest::text).collect(Collectors.joining(" "));
    }

    private static String number(Double bound) {
        return bound == null
                ? ""
                : new BigDecimal(bound.toString()).stripTrailingZeros().toPlainString();
    }
}
