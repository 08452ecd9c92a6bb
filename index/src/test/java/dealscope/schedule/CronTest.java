package dealscope.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
    /** A Sunday. */
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    30 6 * * 1-5    | 2026-03-02T06:30:00Z
                    */15 * * * *    | 2026-03-01T12:15:00Z
                    0 12 * * *      | 2026-03-02T12:00:00Z
                    0 0 1 * *       | 2026-04-01T00:00:00Z
                    0 6,18 * * *    | 2026-03-01T18:00:00Z
                    0 9 * * 0       | 2026-03-08T09:00:00Z
                    0 9 * * 7       | 2026-03-08T09:00:00Z
                    0 0 29 2 *      | 2028-02-29T00:00:00Z
                    """)
    void theNextTimeIsInUtc(String expression, Instant expected) {
        assertEquals(expected, Cron.next(expression, NOW));
        assertNull(Cron.refusal(expression, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "x",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "0 24 * * *",
                "0 0 32 * *",
                "0 0 30 2 *",
                "@daily",
                "*/0 * * * *",
                "0 0 * * MOONDAY",
                "99999999999 * * * *",
                "5-1 * * * *"
            })
    void whatIsNoTimeIsRefusedInWords(String expression) {
        assertNull(Cron.next(expression, NOW));
        assertNotNull(Cron.refusal(expression, NOW));
    }

    @Test
    void anEndlessExpressionIsRefused() {
        assertNull(Cron.next("0,".repeat(100_000) + "0 * * * *", NOW));
    }
}
