package dealscope.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.deal.Analysis;
import dealscope.deal.Cited;
import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.DealType;
import dealscope.deal.Field;
import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.deal.Report;
import dealscope.deal.Status;
import dealscope.web.page.MarkedText.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedTextTest {
    private static final String TEXT =
            "Anthropic rents it. The price is $45 billion, people say.\nSpaceX declined to comment. More follows.";

    /** Whatever spans the analysis gives, the text comes out whole, and no anchor twice. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noSpanLosesOrDoublesACharacter(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            MarkedText marked = new MarkedText(chance(random), Set.of("anthropic"));
            List<MarkedText.Paragraph> paragraphs = marked.text(TEXT);
            String text = paragraphs.stream()
                    .map(paragraph -> paragraph.runs().stream()
                            .flatMap(run -> run.pieces().stream())
                            .map(Piece::text)
                            .collect(Collectors.joining()))
                    .collect(Collectors.joining("\n"));
            assertEquals(TEXT, text, "seed " + seed + " round " + round);
            Set<String> anchors = new HashSet<>();
            paragraphs.stream()
                    .flatMap(paragraph -> paragraph.runs().stream())
                    .flatMap(run -> run.pieces().stream())
                    .filter(piece -> piece.anchor() != null)
                    .forEach(piece -> assertTrue(anchors.add(piece.anchor()), "an id is given once"));
        }
    }

    private static Analysis chance(Random random) {
        List<Mention> mentions = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int start = random.nextInt(TEXT.length() + 20);
            int end = start + random.nextInt(30);
            MentionKind kind = MentionKind.values()[random.nextInt(MentionKind.values().length)];
            mentions.add(new Mention(
                    kind, "x", start, end, random.nextBoolean() ? "anthropic" : null, random.nextInt(5) == 0));
            int from = random.nextInt(TEXT.length());
            int to = Math.min(TEXT.length(), from + random.nextInt(50));
            String sentence = random.nextInt(4) == 0 ? "not in the text" : TEXT.substring(from, to);
            claims.add(new Claim(
                    Field.VALUE,
                    "1 USD",
                    null,
                    Cited.NOBODY,
                    null,
                    "a",
                    sentence,
                    start,
                    end,
                    random.nextInt(5) == 0,
                    null,
                    null));
        }
        Report report = new Report(
                0,
                DealType.COMPUTE,
                List.of(new Company("anthropic", "Anthropic")),
                List.of(),
                true,
                Status.REPORTED,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                claims,
                "by chance");
        return new Analysis(List.of(), List.of(), List.of(), List.of(), List.of(report), mentions, false);
    }
}
