package dealscope.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of {@code src/test/resources/story}. */
class StoryCasesTest {
    private static final Path FOLDER = Path.of("src/test/resources/story");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTextsAreGroupedAsTheCaseSaysInWhateverOrder(Path file) throws IOException {
        StoryCase expected = StoryCase.read(file);
        assertEquals(expected.texts().size(), expected.origins().size(), "every article stands in one group");
        List<StoryText> texts = new ArrayList<>(expected.texts());
        for (int seed = 0; seed < 6; seed++) {
            Map<String, StoryPlace> places = Stories.of(texts);
            Map<String, String> origins = new TreeMap<>();
            places.forEach((id, place) -> origins.put(id, place.origin()));
            assertEquals(expected.origins(), origins, "seed " + seed);
            Collections.shuffle(texts, new Random(seed));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCreditsAreThoseOfTheCase(Path file) throws IOException {
        StoryCase expected = StoryCase.read(file);
        for (StoryText text : expected.texts()) {
            assertEquals(expected.credits().get(text.id()), text.credit(), "credit of " + text.id());
        }
    }

    /** All cases in one pot: what is one story in a case stays so, and no text of one case joins a text of another. */
    @Test
    void textsOfAllCasesTogetherAreFoundByTheirKeys() throws IOException {
        int pairs = 0;
        int found = 0;
        for (Path file : cases().toList()) {
            List<StoryText> texts = StoryCase.read(file).texts();
            for (StoryText a : texts) {
                for (StoryText b : texts) {
                    if (a.id().compareTo(b.id()) < 0 && SameText.of(a, b)) {
                        pairs++;
                        found += Collections.disjoint(StoryKeys.of(a), StoryKeys.of(b)) ? 0 : 1;
                    }
                }
            }
        }
        assertTrue(pairs > 20, pairs + " pairs");
        assertEquals(pairs, found, "pairs that share a key");
    }

    @Test
    void thereAreCasesOfEveryKind() throws IOException {
        assertTrue(cases().count() >= 30);
    }
}
