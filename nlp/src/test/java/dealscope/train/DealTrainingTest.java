package dealscope.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.nlp.claim.DraftTrainer;
import dealscope.nlp.claim.PairTrainer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DealTrainingTest {
    private static DealTraining training;

    @BeforeAll
    static void read() throws IOException {
        training = new DealTraining(Path.of("src/main/train"));
    }

    @Test
    void thePairModelThatIsShippedIsBuiltFromTheTexts() throws IOException {
        ByteArrayOutputStream built = new ByteArrayOutputStream();
        PairTrainer.Quality quality = training.pairs(built);
        same("pairs.bin", built);
        assertTrue(quality.f1() >= 65, quality::table);
        assertTrue(quality.typesRight() >= 78, quality::table);
    }

    @Test
    void theModelsThatJudgeWholeArticlesAreBuiltFromTheTexts() throws IOException {
        ByteArrayOutputStream drafts = new ByteArrayOutputStream();
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        DraftTrainer.Quality quality = training.drafts(drafts, values);
        same("drafts.bin", drafts);
        same("values.bin", values);
        assertTrue(quality.f1() >= 57, quality::table);
        assertTrue(quality.mainRecall() >= 68, quality::table);
    }

    private static void same(String model, ByteArrayOutputStream built) throws IOException {
        assertArrayEquals(
                Files.readAllBytes(Path.of("src/main/resources/dealscope/nlp", model)),
                built.toByteArray(),
                model + ": run mvn -q -Ptrain -pl nlp -am process-classes");
    }
}
