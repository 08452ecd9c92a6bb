package dealscope.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of {@code dates.csv} is a case. */
class FeedDateTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private final FeedDate dates = new FeedDate(InstantSource.fixed(NOW));

    static Stream<Arguments> dates() throws Exception {
        return Lines.of("dates.csv").map(line -> {
            String[] cells = line.split("\\|", -1);
            return Arguments.of(cells[0].strip(), cells[1].strip(), cells[2].strip());
        });
    }

    @ParameterizedTest(name = "{0} ({2})")
    @MethodSource("dates")
    void aDateIsTheInstantItMeans(String written, String meant, String why) {
        Instant expected = meant.isEmpty() ? null : Instant.parse(meant);
        assertEquals(expected, dates.parse(written), why);
    }

    @Test
    void noDateAtAllIsNull() {
        assertNull(dates.parse(null));
        assertNull(dates.parse("1".repeat(100_000)));
        assertNull(dates.parse(" ".repeat(300)));
    }

    @Test
    void randomTextNeverThrowsNorLeavesTheBounds() {
        Random random = new Random(20261120);
        String alphabet = "0123456789 :-/.,+TZW()janfebmrpuylgsoctdGMTESPDécaoo오후년月";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Instant instant = dates.parse(text.toString());
            if (instant != null && (instant.isBefore(FeedDate.EARLIEST) || instant.isAfter(NOW.plus(FeedDate.AHEAD)))) {
                throw new AssertionError(text + " -> " + instant);
            }
        }
    }
}
