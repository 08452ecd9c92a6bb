package dealscope.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of {@code url-keys.csv} is a case. */
class UrlKeyTest {
    private static final String PIECES = "/?#&=;:@.%\\ []<>+~-_!'\"|^`{}$*(),éß漢\u0130\uD83D\uDE00\uD800\u0000\n\u00A0";
    private static final String[] WORDS = {
        "http://",
        "https://",
        "//",
        "www.",
        "m.",
        "amp.",
        "google.com",
        "/url?q=",
        "/amp/s/",
        "%2F",
        "%25",
        "%2e",
        "&amp;",
        "utm_source=x",
        "ref=",
        "amp=1",
        "/amp",
        ".amp",
        ".amp.html",
        "#!",
        ":~:",
        ";jsessionid=",
        "<![CDATA[",
        "]]>",
        ":80",
        ":443",
        "l.facebook.com/l.php?u=",
        "x.cdn.ampproject.org/c/s/",
        "amp;",
        "user@",
        "xn--",
        "..",
        "/./",
        "%C3%A9",
        "[2001:db8::1]:8080",
        "[::ffff:127.0.0.1]",
        "user:pass@word@",
        "%",
        "%%3",
        "%u00e9",
        "%E9",
        "ＥＸＡＭＰＬＥ。com",
        "ß",
        "xn--a",
        "\uDC00\uD800",
        "?ref=https%3A%2F%2F",
        "https://example.com#@"
    };

    static Stream<Arguments> keys() throws IOException {
        return lines().map(line -> {
            String[] cells = line.split("\t", -1);
            return Arguments.of(unescape(cells[0]), cells[1].strip(), cells[2]);
        });
    }

    @ParameterizedTest(name = "{0} ({2})")
    @MethodSource("keys")
    void anAddressHasTheKeyOfItsPage(String address, String key, String why) {
        assertEquals(key, UrlKey.of(address), why);
        assertEquals(key, UrlKey.of(key), "the key of a key is that key");
    }

    @Test
    void theKeyOfAKeyIsThatKeyForAnyInput() throws IOException {
        List<String> seeds = new ArrayList<>(
                lines().map(line -> unescape(line.split("\t", -1)[0])).toList());
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            String address = mutated(random, seeds.get(random.nextInt(seeds.size())));
            String key = UrlKey.of(address);
            assertEquals(key, UrlKey.of(key), () -> "not idempotent: " + address);
        }
    }

    @Test
    void hugeAndNestedAddressesHaveAKeyToo() {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            nested.append("https://l.facebook.com/l.php?u=");
        }
        for (String address : List.of(
                nested + "https://example.com/a",
                "https://example.com/" + "a/".repeat(100_000),
                "https://example.com/?" + "é".repeat(8_000),
                "https://" + "www.".repeat(1_500) + "com/",
                "https://example.com/" + "%".repeat(100_000),
                "https://example.com/?" + "%2525".repeat(1_600),
                "https://" + "é".repeat(600) + ".example/",
                "https://" + "user@".repeat(2_000) + "example.com/",
                "\uD800".repeat(8_000),
                "https://example.com/\uDC00\uD800?\uD800=\uDFFF",
                "&amp;".repeat(20_000),
                "<![CDATA[".repeat(5_000) + "]]>".repeat(5_000))) {
            String key = UrlKey.of(address);
            assertEquals(key, UrlKey.of(key));
        }
        assertEquals("https://example.com/a", UrlKey.of(nested + "https://example.com/a"));
    }

    private static String mutated(Random random, String seed) {
        StringBuilder text = new StringBuilder(seed);
        for (int n = random.nextInt(6); n > 0; n--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
                case 1 -> text.insert(at, WORDS[random.nextInt(WORDS.length)]);
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
                default -> text.insert(at, text.substring(0, random.nextInt(text.length() + 1)));
            }
        }
        return text.length() > 3_000 ? text.substring(0, 3_000) : text.toString();
    }

    private static Stream<String> lines() throws IOException {
        try (var in = Objects.requireNonNull(UrlKeyTest.class.getResourceAsStream("url-keys.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        }
    }

    private static String unescape(String text) {
        return text.replace("\\uFEFF", "\uFEFF").replace("\\u200B", "\u200B").translateEscapes();
    }
}
