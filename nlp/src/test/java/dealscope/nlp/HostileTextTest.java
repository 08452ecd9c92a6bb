package dealscope.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.deal.Analysis;
import dealscope.deal.Mention;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text in, bounded time out, and every mention is what stands at its place. */
class HostileTextTest {
    private static final Analyzer ANALYZER = Analyzer.load();
    private static final String[] PIECES = {
        "Nvidia",
        "CoreWeave Inc.",
        "$1.2 billion",
        "€75bn",
        "110,000 GB300 GPUs",
        "1.2 GW",
        "through May 2029",
        "15-year",
        "10%",
        "Halden Compute, Inc.",
        "the neocloud Nscale",
        "(NASDAQ: XYZ)",
        "said",
        "and",
        "\uD83D\uDE80",
        "\uD83D",
        "\uDE80",
        "\u202E",
        "\u200B",
        "\u0301",
        "\uFF04\uFF15",
        "\u0000",
        "\n",
        ". ",
        " ",
        "\"",
        "\u201c",
        "(",
        ")",
        "-",
        "'s",
        "U.S.",
        "ceτi AI",
        "NVIDІA",
        "\t",
        "\u00a0",
        "5",
        "million",
        "to",
        "between",
        "Form",
        "Switch",
        "A",
        "每月",
        "é"
    };

    static Set<String> patterns() {
        return HostileTexts.PATTERNS.keySet();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void anyTextComesBackWithItsMentions(String pattern) {
        comesBack(repeated(pattern, 6_001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no space", "digits", "nested quotes", "different names"})
    void tenMegabytesComeBackToo(String pattern) {
        comesBack(repeated(pattern, 10_000_000));
    }

    private static String repeated(String pattern, int length) {
        return HostileTexts.repeated(HostileTexts.PATTERNS.get(pattern), length);
    }

    /** The minute is far more than it takes, and far less than what a search that looks back again and again takes. */
    private static void comesBack(String text) {
        Analysis analysis = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> analyze(text, text));
        assertEquals(text.length() > ArticleReader.LONGEST_TEXT, analysis.truncated());
        check(text, text, analysis);
    }

    @Test
    void everyMentionIsWhatStandsAtItsPlace() {
        Random random = new Random(20261120);
        for (int round = 0; round < 400; round++) {
            String title = random(random, 12);
            String text = random(random, 60);
            check(title, text, analyze(title, text));
        }
    }

    @Test
    void theSameTextGivesTheSameAnswer() {
        Random random = new Random(7);
        String text = random(random, 200);
        assertEquals(analyze("", text), analyze("", text));
    }

    private static String random(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(8) == 0) {
                text.append((char) random.nextInt(0x10000));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            text.append(random.nextInt(3) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static Analysis analyze(String title, String text) {
        return ANALYZER.analyze(new Analyzer.Input("id", title, text, null, null, null));
    }

    private static void check(String title, String text, Analysis analysis) {
        List<Mention> mentions = analysis.mentions();
        for (Mention mention : mentions) {
            String source = mention.inTitle() ? title : text;
            assertEquals(source.substring(mention.start(), mention.end()), mention.text());
            assertTrue(mention.start() < mention.end());
        }
        for (int i = 1; i < mentions.size(); i++) {
            Mention before = mentions.get(i - 1);
            Mention after = mentions.get(i);
            assertTrue(before.inTitle() != after.inTitle() || before.end() <= after.start(), "mentions overlap");
        }
    }

    @Test
    void namesThatGoOnWithAndComeToAnEnd() {
        String text = "Vivaz runs data centers for Banco do Brasil and Petrobras and says it needs machines.";
        Analysis found = assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> ANALYZER.analyze(new Analyzer.Input("a", null, text, null, null, null)));
        assertTrue(found.companies().stream().anyMatch(c -> c.name().equals("Petrobras")));
    }
}
