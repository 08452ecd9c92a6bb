package dealscope.fetch;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each file of {@code robots/} is a case: lines of agent, address and verdict, then {@code ---}, then the robots.txt.
 */
class RobotsRulesTest {
    static Stream<Path> cases() throws IOException, URISyntaxException {
        URI folder = RobotsRulesTest.class.getResource("robots").toURI();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theVerdictIsAsTheFileSays(Path file) throws IOException {
        String[] parts = Files.readString(file).split("(?m)^---\n", 2);
        byte[] robots = parts[1].getBytes(StandardCharsets.UTF_8);
        assertAll(parts[0].lines().map(line -> (Executable) () -> {
            String[] columns = line.split(" \\| ");
            boolean expected = columns[2].equals("allow");
            assertEquals(expected, RobotsRules.allowed(robots, columns[0], columns[1]), line);
        }));
    }

    private static boolean allowed(String robots, String url) {
        return RobotsRules.allowed(robots.getBytes(StandardCharsets.UTF_8), "bot", url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n", "\r\r"})
    void everyLineEndEndsALine(String end) {
        String robots = String.join(end, "User-agent: *", "Disallow: /a", "Allow: /a/b", "");
        assertFalse(allowed(robots, "http://h.test/a"));
        assertTrue(allowed(robots, "http://h.test/a/b"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() {
        assertFalse(allowed("\ufeffUser-agent: *\nDisallow: /", "http://h.test/"));
        byte[] broken = "\u00ef\u00bb\u00bfUser-agent: *\nDisallow: /\n".getBytes(StandardCharsets.ISO_8859_1);
        assertFalse(RobotsRules.allowed(broken, "bot", "http://h.test/"));
    }

    @Test
    void bytesThatAreNotUtf8SpoilOnlyTheirLine() {
        byte[] robots = "User-agent: bot\nDisallow: /caf\u00e9\nDisallow: /b\n".getBytes(StandardCharsets.ISO_8859_1);
        assertFalse(RobotsRules.allowed(robots, "bot", "http://h.test/b"));
        assertTrue(RobotsRules.allowed(robots, "bot", "http://h.test/c"));
    }

    @Test
    void rulesWithinTheFirst500KibibytesCount() {
        String filler = ("#" + "x".repeat(70) + "\n").repeat(7_100);
        assertTrue(filler.length() < 500 * 1024 && filler.length() > 480 * 1024);
        assertFalse(allowed("User-agent: *\n" + filler + "Disallow: /a\n", "http://h.test/a"));
        assertFalse(allowed("User-agent: *\n#" + "x".repeat(490 * 1024) + "\nDisallow: /a\n", "http://h.test/a"));
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertFalse(allowed("User-agent: *\nDisallow: /", "http://h.test/x"));
    }

    @Test
    void theCrawlDelayIsRead() {
        byte[] robots = "User-agent: *\nCrawl-delay: 7\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(Duration.ofSeconds(7), RobotsRules.parse(robots, "bot").crawlDelay());
        assertEquals(Duration.ZERO, RobotsRules.parse(new byte[0], "bot").crawlDelay());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "7.25", "99999999999999", "1e9", "-3", "NaN", "x"})
    void anOddCrawlDelayIsNoFault(String value) {
        byte[] robots = ("User-agent: *\nCrawl-delay: " + value + "\nDisallow: /a\n").getBytes(StandardCharsets.UTF_8);
        RobotsRules rules = RobotsRules.parse(robots, "bot");
        assertFalse(rules.crawlDelay().isNegative());
        assertTrue(rules.allows("http://h.test/b"));
    }

    @Test
    void wildcardBombsAndHugeFilesAreReadInTime() {
        String bomb = "User-agent: *\n" + ("Disallow: /" + "*a".repeat(500) + "$\n").repeat(400);
        String url = "http://h.test/" + "a".repeat(2_000) + "b";
        String agents = "User-agent: x\n".repeat(30_000) + "Disallow: /\n";
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertTrue(allowed(bomb, url));
            assertTrue(allowed(agents, url));
            assertTrue(allowed("x".repeat(512 * 1024), url));
            assertTrue(allowed("Disallow: /a\n".repeat(40_000), url));
        });
    }

    @Test
    void bytesThatAreNoTextForbidNothing() {
        byte[] noise = new byte[10_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 31);
        }
        for (String url : List.of("http://h.test/x", "", "::", "http://", "http://h.test/%", "http://h.test/%zz")) {
            assertTrue(RobotsRules.allowed(noise, "bot", url), url);
        }
    }
}
