package dealscope.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldTest {
    private static final String LINE =
            "{\"id\":\"a\",\"companies\":[],\"money\":[],\"hardware\":[],\"power_mw\":[],\"deals\":[]}";

    @TempDir
    Path folder;

    private void write(String truth, String text) throws IOException {
        Files.createDirectories(folder.resolve("texts"));
        Files.writeString(folder.resolve("gold.jsonl"), truth);
        Files.writeString(folder.resolve("texts/a.txt"), text);
    }

    @Test
    void theFirstLineOfATextIsItsTitle() throws IOException {
        write(LINE + "\n\n", "Title\n\n Text. \n");
        GoldArticle article = Gold.of(folder).articles().getFirst();
        assertEquals("Title", article.title());
        assertEquals("Text.", article.text());
        assertNull(article.published());
        assertEquals(1, Gold.of(folder.resolve("gold.jsonl")).articles().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "{ @ gold.jsonl:1: not JSON",
                "[] @ gold.jsonl:1: not a JSON object",
                "{\"id\":\"../a\"} @ gold.jsonl:1: \"id\" must be",
                "{\"id\":\"a\"} @ gold.jsonl:1: no list \"companies\"",
                "{\"id\":\"b\",\"companies\":[],\"money\":[],\"hardware\":[],\"power_mw\":[],\"deals\":[]} @ there is no texts/b.txt",
                "{\"id\":\"a\",\"companies\":[],\"money\":[],\"hardware\":[],\"power_mw\":[],\"deals\":[{}]} @ a deal without \"type\""
            })
    void aBadLineIsSaid(String line, String said) throws IOException {
        write(line, "");
        BadGold bad = assertThrows(BadGold.class, () -> Gold.of(folder));
        assertTrue(bad.getMessage().contains(said), bad.getMessage());
    }

    @Test
    void anIdThatIsThereTwiceAndAFolderThatIsNoneAreSaid() throws IOException {
        write(LINE + "\n" + LINE, "");
        assertTrue(
                assertThrows(BadGold.class, () -> Gold.of(folder)).getMessage().contains("twice"));
        assertThrows(BadGold.class, () -> Gold.of(folder.resolve("none")));
    }

    @Test
    void theShippedHalvesAreWholeAndOnlyOneOfThemIsOpen() {
        assertEquals(60, Gold.development().articles().size());
        assertEquals(60, Gold.heldOut().articles().size());
        assertNull(Gold.development().figuresOnly());
        assertTrue(Gold.heldOut().figuresOnly().contains("figures only"));
    }
}
