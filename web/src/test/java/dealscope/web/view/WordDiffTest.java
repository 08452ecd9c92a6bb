package dealscope.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordDiffTest {
    @Test
    void aChangedWordIsDeletedAndInsertedAmongThoseThatStay() {
        assertEquals(
                "It pays [-$2-] [+$3+] billion over five years.",
                line("It pays $2 billion over five years.", "It pays $3 billion over five years."));
    }

    @Test
    void paragraphsThatStayAreCountedAndNewOnesInserted() {
        assertEquals(List.of("(2)", "c [-d-] [+e+]", "(1)", "[+g g+]"), text("a\nb\nc d\nf", "a\nb\nc e\nf\ng g"));
    }

    @Test
    void aParagraphThatWasTakenOutIsDeleted() {
        assertEquals(List.of("(1)", "[-b-]", "(1)"), text("a\nb\nc", "a\nc"));
    }

    @Test
    void equalTextsHaveNoChange() {
        assertEquals(List.of("(2)"), text("a\nb", "a\n\nb\n"));
        assertEquals(List.of(), text("", ""));
    }

    @Test
    void whateverTheTextsBothCanBeReadOutOfTheirComparison() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            String before = words(random, random.nextInt(40));
            String after = words(random, random.nextInt(40));
            List<WordDiff.Piece> pieces = WordDiff.ofLine(before, after);
            assertEquals(before, without(pieces, WordDiff.Kind.INSERTED), "seed 7, round " + i);
            assertEquals(after, without(pieces, WordDiff.Kind.DELETED), "seed 7, round " + i);
        }
    }

    @Test
    void aTextThatIsTooLongToBeReadWordByWordIsReplacedAsAWhole() {
        String before = "a ".repeat(30_000).strip();
        String after = "b ".repeat(30_000).strip();
        assertEquals(2, WordDiff.of(before, after).getFirst().pieces().size());
        assertTrue(WordDiff.of("a\n".repeat(30_000), "b\n".repeat(30_000)).size() >= 1);
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> "w" + random.nextInt(5)).collect(Collectors.joining(" "));
    }

    private static String without(List<WordDiff.Piece> pieces, WordDiff.Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(WordDiff.Piece::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String line(String before, String after) {
        return shown(WordDiff.ofLine(before, after));
    }

    private static List<String> text(String before, String after) {
        return WordDiff.of(before, after).stream()
                .map(paragraph ->
                        paragraph.unchanged() > 0 ? "(" + paragraph.unchanged() + ")" : shown(paragraph.pieces()))
                .toList();
    }

    private static String shown(List<WordDiff.Piece> pieces) {
        return pieces.stream()
                .map(piece -> switch (piece.kind()) {
                    case SAME -> piece.text();
                    case DELETED -> "[-" + piece.text() + "-]";
                    case INSERTED -> "[+" + piece.text() + "+]";
                })
                .collect(Collectors.joining(" "));
    }
}
