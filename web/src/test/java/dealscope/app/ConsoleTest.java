package dealscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.web.site.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private static final Progress NOW =
            new Progress(Progress.State.RUNNING, 6, 12, 2, 31, 10, 20, 4, Instant.EPOCH, null);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTerminalGetsABarThatMakesRoomForALine() {
        Console console = new Console(err, true);
        console.progress(NOW.done(), NOW.total(), RefreshBar.words(NOW));
        assertTrue(said().startsWith("\r[############............] 6/12 feeds, 10/20 pages, 31 new, 2 failed"), said());
        console.say("a feed failed");
        assertTrue(said().endsWith("\r\u001b[K" + "a feed failed" + System.lineSeparator()), said());
    }

    @Test
    void aBarIsNeverWiderThanATerminal() {
        new Console(err, true).progress(1, 0, "x".repeat(500));
        assertTrue(said().length() < 90, said());
    }

    @Test
    void elsewhereAPlainLineComesOnceInAWhile() {
        Console console = new Console(err, false);
        console.progress(1, 2, "1 of 2");
        console.progress(2, 2, "2 of 2");
        assertEquals("1 of 2" + System.lineSeparator(), said());
    }
}
