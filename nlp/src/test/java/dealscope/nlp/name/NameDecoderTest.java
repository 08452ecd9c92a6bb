package dealscope.nlp.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;

/** The quick decoder finds what OpenNLP's own finds, with the same probabilities. */
class NameDecoderTest {
    private static final Path TEXTS = Path.of("src/main/resources/dealscope/gold/development/texts");

    @Test
    void namesAndProbabilitiesAreThoseOfOpenNlp() throws IOException {
        NameFeatures.allow();
        TokenNameFinderModel model;
        try (InputStream in = NameDecoderTest.class.getResourceAsStream("/dealscope/nlp/names.bin")) {
            model = new TokenNameFinderModel(in);
        }
        NameFinderME searching = new NameFinderME(model);
        NameDecoder quick = new NameDecoder(NameModel.of(model));
        int compared = 0;
        try (Stream<Path> files = Files.list(TEXTS)) {
            for (Path file : files.sorted().toList()) {
                searching.clearAdaptiveData();
                quick.forget();
                for (String line : Files.readAllLines(file)) {
                    String[] tokens = WhitespaceTokenizer.INSTANCE.tokenize(line.replaceAll("([.,;()\"])", " $1 "));
                    Span[] expected = searching.find(tokens);
                    Span[] found = quick.find(tokens);
                    assertEquals(List.of(expected), List.of(found), line);
                    for (int i = 0; i < found.length; i++) {
                        assertEquals(expected[i].getProb(), found[i].getProb(), line);
                    }
                    compared += found.length;
                }
            }
        }
        assertTrue(compared > 500, "compared " + compared);
    }
}
