package dealscope.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.crawler.FeedOptions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedRulesTest {
    private static final Instant NOW = Instant.parse("2026-05-07T08:00:00Z");
    private final FeedRules rules = new FeedRules(() -> NOW);

    private static Article article() {
        return new Article(
                "a1",
                "https://wire.example/a",
                "https://wire.example/a",
                null,
                "Operator orders turbines for a gigawatt campus",
                "The data centers will run on gas. No price was named.",
                null,
                NOW.minusSeconds(86_400L * 10),
                null,
                NOW,
                null,
                "Sample Wire",
                "wire",
                Completeness.PARTIAL,
                null,
                false);
    }

    private boolean drops(String keep, String drop) {
        return rules.dropping(FeedOptions.DEFAULT.withRules(keep, drop)).test(article());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gigawatt | true",
                "turbine | true",
                "\"data center\" | true",
                "\"center data\" | false",
                "gigawatt AND nuclear | false",
                "gigawatt OR nuclear | true",
                "gigawatt -nuclear | true",
                "-nuclear | true",
                "-turbines | false",
                "source:\"sample wire\" | true",
                "source:other | false",
                "published:30d | true",
                "published:2026-05.. | false",
                "published:2026 gigawatt | true",
                "giga* | true"
            })
    void aRuleMatchesAsASearchWould(String rule, boolean matches) {
        assertEquals(matches, !drops(rule, null), "keep " + rule);
        assertEquals(matches, drops(null, rule), "drop " + rule);
    }

    @Test
    void withBothRulesAnArticleMustPassBoth() {
        assertFalse(drops(null, null));
        assertTrue(drops("gigawatt", "turbines"));
        assertFalse(drops("gigawatt", "rumour"));
        assertTrue(drops("rumour", "nothing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"payer:openai", "a OR (b value:>1bn)", "-company:x", "id:1", "power:>5mw"})
    void aFieldThatIsKnownOnlyAfterReadingIsRefusedByName(String rule) {
        BadQuery refused = assertThrows(BadQuery.class, () -> rules.check(rule));
        assertTrue(refused.getMessage().contains("source:"), refused.getMessage());
        assertTrue(
                rule.startsWith(
                        refused.getMessage()
                                .substring(refused.getMessage().lastIndexOf(' ') + 1)
                                .replace(":", ""),
                        refused.position()),
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"open", "((((", "nonsense:x", "published:yesterdayish"})
    void aQueryThatCannotBeReadIsRefusedInTheSearchLanguagesOwnWords(String rule) {
        BadQuery own = assertThrows(BadQuery.class, () -> SearchQuery.parse(rule, NOW));
        assertEquals(
                own.getMessage(),
                assertThrows(BadQuery.class, () -> rules.check(rule)).getMessage());
    }

    @Test
    void aStoredRuleThatCanNoLongerBeReadDropsNothing() {
        assertFalse(drops("((((", "\"open"));
    }
}
