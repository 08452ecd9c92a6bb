package dealscope.feed;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Every case, damaged by chance thousands of times: the reader answers with a feed that keeps its promises or with
 * {@link NotAFeed}. A failure prints the seed; repeat it with {@code -Dfeed.seed=…}.
 */
class MutatedFeedTest {
    private static final int ROUNDS = Integer.getInteger("feed.rounds", 40);
    private static final long SEED = Long.getLong("feed.seed", 20_261_120L);
    private static final String[] PIECES = {
        "<",
        ">",
        "&",
        "&amp;",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "<?xml encoding='utf-16'?>",
        "<!DOCTYPE x [",
        "</item>",
        "<item>",
        "<entry>",
        "</entry>",
        "<script>alert(1)</script>",
        "&lt;img src=x onerror=alert(1)&gt;",
        "\"",
        "'",
        "=",
        " xml:base='javascript:x'",
        " xmlns='urn:x'",
        "{",
        "}",
        "[",
        ",",
        "\\u0000",
        "&#0;",
        "&#x110000;",
        "<b>",
        "\u0000",
        "javascript:alert(1)",
        " type='html'",
        " type='xhtml'",
        " mode='base64'",
        "&x;",
        "\uD800",
        "é",
        "2026-13-45T99:99"
    };
    private final FeedReader reader = new FeedReader(FeedCases.CLOCK);

    @Test
    void aDamagedFeedGivesAFeedOrAReason() throws Exception {
        List<FeedCases.Case> cases = FeedCases.all();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < cases.size(); i++) {
                long seed = SEED + 100_000L * round + i;
                FeedCases.Case one = cases.get(i);
                byte[] damaged = damaged(one.body(), new Random(seed));
                try {
                    Promises.check(reader.read(damaged, one.header("contentType"), "https://news.example.org/f", null));
                } catch (NotAFeed reason) {
                    assertNotNull(reason.getMessage());
                    assertFalse(
                            reason.getMessage().startsWith("unreadable"),
                            () -> one.name() + " seed " + seed + reason.getCause());
                } catch (Throwable e) {
                    throw new AssertionError(
                            one.name() + ", -Dfeed.seed=" + seed + "\n"
                                    + HexFormat.of().formatHex(damaged),
                            e);
                }
            }
        }
    }

    private static byte[] damaged(byte[] body, Random random) {
        byte[] bytes = body.clone();
        for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 0; n--) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + 1 + random.nextInt(60));
            bytes = switch (random.nextInt(6)) {
                case 0 -> {
                    bytes[at] = (byte) random.nextInt(256);
                    yield bytes;
                }
                case 1 -> Arrays.copyOf(bytes, at);
                case 2 -> joined(bytes, at, new byte[0], to);
                case 3 -> joined(bytes, to, Arrays.copyOfRange(bytes, at, to), to);
                default -> {
                    String piece = PIECES[random.nextInt(PIECES.length)];
                    yield joined(bytes, at, piece.getBytes(StandardCharsets.UTF_8), at);
                }
            };
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int upTo, byte[] between, int from) {
        byte[] out = Arrays.copyOf(bytes, upTo + between.length + bytes.length - from);
        System.arraycopy(between, 0, out, upTo, between.length);
        System.arraycopy(bytes, from, out, upTo + between.length, bytes.length - from);
        return out;
    }
}
