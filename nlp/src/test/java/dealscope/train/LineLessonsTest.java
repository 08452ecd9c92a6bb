package dealscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.deal.DealType;
import dealscope.deal.Report;
import dealscope.nlp.Analyzer;
import dealscope.nlp.claim.PairTrainer;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineLessonsTest {
    @Test
    void aDealThatNoFrameTellsIsFoundAndSaysWhy() {
        Analyzer.Input input = new Analyzer.Input(
                "a", null, "Meta settled on Nebius for $3 billion of cloud capacity.", null, null, null);
        List<Report> reports = Analyzer.load().analyze(input).reports();
        assertEquals(1, reports.size());
        assertEquals(DealType.COMPUTE, reports.getFirst().type());
        assertEquals("Meta", reports.getFirst().payer().getFirst().name());
        assertTrue(
                reports.getFirst().why().startsWith("learned ("),
                reports.getFirst().why());
    }

    @Test
    void marksAndDealsAreRead() {
        PairTrainer.Lesson lesson = new LineLessons().lesson("T [a Meta] pays [b Nebius] => a>b compute", "x.txt:1");
        assertEquals("Meta pays Nebius", lesson.text().title());
        assertEquals(new PairTrainer.Mark('b', 10, 16, true), lesson.marks().get(1));
        assertEquals(List.of(new PairTrainer.Told("a", "b", DealType.COMPUTE, true)), lesson.deals());
        assertEquals(
                List.of(),
                new LineLessons().lesson("[a Meta] fell. => none", "x.txt:2").deals());
    }

    @Test
    void aBadLineNamesItsPlace() {
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> new LineLessons().lesson("[a Meta] => a to b", "x.txt:7"));
        assertTrue(e.getMessage().startsWith("x.txt:7"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new LineLessons().lesson("[a Meta] fell.", "x.txt:8"));
    }
}
