package dealscope.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.nlp.Analyzer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reading is no worse than it was. */
class FloorsTest {
    private static Evaluation evaluation;

    @BeforeAll
    static void load() {
        evaluation = new Evaluation(Analyzer.load(), KnownAliases.shipped());
    }

    private static Gold half(String name) {
        return name.equals("development") ? Gold.development() : Gold.heldOut();
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "held-out"})
    void noFigureIsBelowItsFloor(String half) {
        Scores scores = evaluation.of(half(half));
        assertTrue(scores.articles() >= 60, "articles: " + scores.articles());
        Floors floors = Floors.shipped();
        assertEquals(List.of(), floors.broken(half, scores), "\n" + ScoreTable.of(scores, floors.of(half)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "held-out"})
    void everyFigureButOneHasAFloor(String half) {
        var floors = Floors.shipped().of(half);
        assertEquals(Kind.values().length + Rate.values().length - 1, floors.size());
        assertFalse(floors.containsKey(Kind.MONEY_WITHOUT_PERIOD.label()));
    }

    @Test
    void whatFallsBelowItsFloorIsSaid() {
        Scores.Sheet sheet = new Scores.Sheet();
        sheet.add(Kind.COMPANIES, 1, 1, 1);
        sheet.count(Rate.SPURIOUS_VALUES, true);
        List<String> broken = Floors.shipped().broken("held-out", sheet.scores());
        assertTrue(
                broken.stream().anyMatch(line -> line.startsWith("held-out: companies is 50.00, its floor")),
                broken::toString);
        assertTrue(
                broken.stream().anyMatch(line -> line.startsWith("held-out: spurious values is 100.00")),
                broken::toString);
    }

    @Test
    void theHeldOutHalfShowsFiguresOnly() {
        Scores scores = evaluation.of(Gold.heldOut());
        assertTrue(scores.of(Kind.COMPANIES).missed() > 0);
        assertEquals(List.of(), scores.misses());
        assertFalse(evaluation.of(Gold.development()).misses().isEmpty());
    }
}
