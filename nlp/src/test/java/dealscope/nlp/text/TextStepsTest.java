package dealscope.nlp.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The quick steps give what OpenNLP's own give. */
class TextStepsTest {
    private static final Path TEXTS = Path.of("src/main/resources/dealscope/gold/development/texts");

    private static POSModel tags;
    private static TokenizerModel tokens;

    @BeforeAll
    static void load() throws IOException {
        try (InputStream pos = TextStepsTest.class.getResourceAsStream("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin");
                InputStream tok = TextStepsTest.class.getResourceAsStream("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin")) {
            tags = new POSModel(pos);
            tokens = new TokenizerModel(tok);
        }
    }

    @Test
    void tagsAreThoseOfTheBeamSearch() throws IOException {
        POSTaggerME searching = new POSTaggerME(tags);
        PartOfSpeechTagger quick = new PartOfSpeechTagger(tags);
        TokenizerME tokenizer = new TokenizerME(tokens);
        int compared = 0;
        for (String line : lines()) {
            String[] words = tokenizer.tokenize(line);
            assertArrayEquals(searching.tag(words), quick.tag(words), line);
            compared += words.length;
        }
        assertTrue(compared > 5_000, "compared " + compared);
    }

    @Test
    void tokensAreThoseOfTheTokenizerAndTheirPieces() throws IOException {
        TokenizerME tokenizer = new TokenizerME(tokens);
        TokenCutter cutter = new TokenCutter(new TokenizerME(tokens));
        for (String line : lines()) {
            List<TokenCutter.Piece> pieces = cutter.cut(line);
            int next = 0;
            for (Span span : tokenizer.tokenizePos(line)) {
                assertEquals(span.getStart(), pieces.get(next).start(), line);
                while (next < pieces.size() && pieces.get(next).end() <= span.getEnd()) {
                    TokenCutter.Piece piece = pieces.get(next++);
                    assertEquals(line.substring(piece.start(), piece.end()), piece.text());
                }
                assertEquals(span.getEnd(), pieces.get(next - 1).end(), line);
            }
            assertEquals(next, pieces.size(), line);
        }
    }

    /** Of the gold texts, and of chance. */
    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(TEXTS)) {
            for (Path file : files.sorted().toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .forEach(lines::add);
            }
        }
        Random random = new Random(9);
        List<String> words =
                lines.stream().flatMap(line -> Arrays.stream(line.split(" "))).toList();
        for (int i = 0; i < 200; i++) {
            StringBuilder line = new StringBuilder("\uD83D\uDE80 ");
            for (int w = 0; w < 20; w++) {
                line.append(words.get(random.nextInt(words.size()))).append(w % 3 == 0 ? "\u00a0" : " ");
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
