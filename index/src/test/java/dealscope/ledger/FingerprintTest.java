package dealscope.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
    @Test
    void aCopyWithAnotherFirstLineIsAlike() {
        String story = words(new Random(1), 400);
        assertTrue(Fingerprint.alike(
                Fingerprint.of("NEW YORK (Wire) - " + story),
                Fingerprint.of(story.toUpperCase() + " (Reporting by us)")));
    }

    @Test
    void twoStoriesAreNotAlike() {
        Random random = new Random(2);
        for (int pair = 0; pair < 200; pair++) {
            assertFalse(Fingerprint.alike(Fingerprint.of(words(random, 300)), Fingerprint.of(words(random, 300))));
        }
    }

    @Test
    void aStoryAndItsFirstThirdAreNotCopies() {
        String story = words(new Random(3), 600);
        assertFalse(Fingerprint.alike(Fingerprint.of(story), Fingerprint.of(story.substring(0, story.length() / 3))));
    }

    @Test
    void textsTooShortToCompareAreNeverAlike() {
        assertEquals(0, Fingerprint.of("Anthropic signs deal with SpaceX"));
        assertFalse(Fingerprint.alike(0, 0));
    }

    /** Texts with the few common words of a language, as stories of one field have. */
    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int word = (int) Math.pow(random.nextInt(1, 60), random.nextDouble(0.5, 2));
            text.append("word").append(word).append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString();
    }
}
