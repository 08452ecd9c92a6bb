package dealscope.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
    @CsvFileSource(resources = "/query/good.csv", delimiter = '|', emptyValue = "", quoteCharacter = '\u0001')
    void aQueryThatIsWrittenAgainIsTheSameQuery(String query, String tree) throws BadQuery {
        SearchQuery read = SearchQuery.parse(query == null ? "" : query, NOW);
        assertEquals(read, again(read), read.written());
    }

    @Test
    void everyExampleOfTheHelpIsUnderstoodAndEveryFieldIsInIt() throws BadQuery {
        for (var entries : List.of(QueryGrammar.terms(), QueryGrammar.fields(), QueryGrammar.values())) {
            for (QueryGrammar.Entry entry : entries) {
                SearchQuery read = SearchQuery.parse(entry.example(), NOW);
                assertNotEquals(new SearchQuery.All(), read, entry.example());
                assertEquals(read, again(read), entry.example());
                assertFalse(entry.meaning().isBlank(), entry.example());
            }
        }
        for (QueryField field : QueryField.values()) {
            assertTrue(
                    QueryGrammar.fields().stream()
                            .anyMatch(entry -> entry.example().startsWith(field.label() + ":")),
                    field.label());
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/query/instead.csv", delimiter = '|', quoteCharacter = '\u0001')
    void aMistakeComesWithTheQueryThatWasProbablyMeant(String query, String instead) throws BadQuery {
        BadQuery bad = assertThrows(BadQuery.class, () -> SearchQuery.parse(query, NOW));
        assertEquals(instead, bad.instead().orElse(null));
        SearchQuery.parse(bad.instead().orElseThrow(), NOW);
    }

    private static SearchQuery again(SearchQuery query) throws BadQuery {
        return new SearchQueryParser(query.written(), NOW, 100 * SearchQuery.MAX_LENGTH).parse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "a NEAR ",
                "company:(",
                "value:1 ",
                "last week ",
                "\"a b\"~3 ",
                "-",
                "NOT ",
                "a OR ",
                "\"",
                "x ",
                "company:"
            })
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

    /** Letters, marks and whole pieces of the language in any order; a failure names the query. */
    @Test
    void anyTextIsReadOrRefusedWithAPositionInsideItAndWhatIsReadIsTheSameWhenWrittenAgain() throws BadQuery {
        List<String> pieces = List.of(
                "a",
                "b:",
                "\"",
                "(",
                ")",
                "-",
                "!",
                "*",
                "<",
                ">=",
                "=",
                "..",
                "0",
                " ",
                " ",
                " ",
                "19",
                "bn",
                "mw",
                "\u0000",
                "é",
                "\ud83d",
                "€",
                "%",
                "~",
                "NEAR/3 ",
                "NEAR ",
                " OR ",
                " AND ",
                "NOT ",
                "the ",
                "data",
                "centre ",
                "value:",
                "power:",
                "published:",
                "company:",
                "company:(",
                "type:",
                "has:",
                "title:",
                "confidence:",
                "last week",
                "2026-Q2",
                "today",
                "1.5",
                " billion",
                "-2bn",
                "30d",
                "compute",
                "yes",
                "sample:",
                "~8",
                "\t",
                "announced:",
                "+",
                "story:",
                "may 2026",
                "power_mw",
                ".",
                ",",
                "/",
                "\\",
                "\n");
        Random random = new Random(7);
        int read = 0;
        for (int round = 0; round < 60_000; round++) {
            StringBuilder query = new StringBuilder();
            for (int i = random.nextInt(14); i > 0; i--) {
                query.append(pieces.get(random.nextInt(pieces.size())));
            }
            String typed = query.toString();
            try {
                SearchQuery tree = SearchQuery.parse(typed, NOW);
                read++;
                assertEquals(tree, again(tree), () -> "\"" + typed + "\" was written as \"" + tree.written() + "\"");
            } catch (BadQuery bad) {
                assertTrue(bad.position() >= 0 && bad.position() <= typed.length(), typed);
            }
        }
        assertTrue(read > 5000, "only " + read + " of the random queries were read");
    }

    static String text(SearchQuery query) {
        return switch (query) {
            case SearchQuery.All all -> "*";
            case SearchQuery.And and -> "(and " + text(and.parts()) + ")";
            case SearchQuery.Or or -> "(or " + text(or.parts()) + ")";
            case SearchQuery.Near near -> "(near/" + near.distance() + " " + text(near.parts()) + ")";
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
