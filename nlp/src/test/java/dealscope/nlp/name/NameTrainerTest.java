package dealscope.nlp.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.deal.MentionKind;
import dealscope.nlp.text.TextReader;
import dealscope.nlp.text.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameTrainerTest {
    private static final TextReader READER = TextReader.load();
    private static final Path TEXT = Path.of("src/main/train/names");
    /** Sentences that are in no training text. */
    private static final List<String> HELD_OUT = List.of(
            "Pelican Ridge Compute has leased 40 megawatts from Dunmore Power in County Meath.",
            "The chip maker said Anneliese Brouwer would replace Tom Okafor in March.",
            "Regulators in Wyoming approved the sale of Sandhurst Gas to Ironclad Partners LP.",
            "According to PitchBook, Veldt AI has raised $40 million.",
            "Power prices rose again.");

    @Test
    void theModelThatIsShippedIsBuiltFromTheText() throws IOException {
        NameTrainer trainer = new NameTrainer(READER);
        NameFinder built = new NameFinder(trainer.train(MarkedText.read(TEXT)));
        List<List<Token>> sentences = HELD_OUT.stream().map(READER::tokens).toList();
        assertEquals(
                built.find(sentences),
                NameFinder.load().find(sentences),
                "run mvn -q -Ptrain -pl nlp -am process-classes");
    }

    @Test
    void articlesThatWereHeldOutAreReadWell() throws IOException {
        NameScore score = new NameTrainer(READER).crossValidate(MarkedText.read(TEXT));
        assertTrue(score.f1(MentionKind.COMPANY) >= 85, score::table);
        assertTrue(score.f1() >= 80, score::table);
    }

    @Test
    void marksBecomeNames() {
        MarkedText.Line line = MarkedText.line("[Nscale](company) is in [Narvik](place).", "a.txt:1");
        assertEquals("Nscale is in Narvik.", line.sentence());
        assertEquals(
                new MarkedText.Name(13, 19, MentionKind.PLACE), line.names().get(1));
    }

    @Test
    void aBadMarkNamesItsLine() {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> MarkedText.line("[Nscale](firm) x", "a.txt:7"));
        assertTrue(e.getMessage().startsWith("a.txt:7"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> MarkedText.line("[Nscale](company x", "a.txt:7"));
    }
}
