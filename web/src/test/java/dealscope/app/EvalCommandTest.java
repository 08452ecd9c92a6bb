package dealscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvalCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(args);
    }

    private void gold() throws IOException {
        Files.createDirectories(folder.resolve("texts"));
        Files.writeString(folder.resolve("gold.jsonl"), """
                {"id":"a","companies":[{"name":"Halden Compute"},{"name":"Nowhere In The Text"}],"money":[{"currency":"USD","min":5e9,"max":5e9}],"hardware":[],"power_mw":[],"deals":[]}
                """);
        Files.writeString(
                folder.resolve("texts/a.txt"), "Halden\nHalden Compute Inc. said it had revenue of $5 billion.\n");
    }

    @Test
    void goldOfOnesOwnIsMeasuredAndItsErrorsAreListed() throws IOException {
        gold();
        assertEquals(0, run("eval", "--gold", folder.toString(), "--errors"), err.toString());
        assertTrue(out.toString().contains("1 articles"), out.toString());
        assertTrue(out.toString().matches("(?s).*money +100\\.0 +100\\.0 +100\\.0 +1 +0 +0\n.*"), out.toString());
        assertTrue(out.toString().contains("a | company MISS | Nowhere In The Text"), out.toString());
    }

    @Test
    void errorsOfTheHeldOutHalfAreRefusedWithTheReason() throws IOException {
        assertEquals(2, run("eval", "--half", "held-out", "--errors"));
        assertTrue(err.toString().contains("shows figures only"), err.toString());
        gold();
        Files.writeString(folder.resolve("figures-only.txt"), "Do not look.\n");
        assertEquals(2, run("eval", "--gold", folder.toString(), "--errors"));
        assertTrue(err.toString().contains("Do not look."), err.toString());
        assertEquals(0, run("eval", "--gold", folder.toString()));
        assertFalse(out.toString().contains("MISS"), out.toString());
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        assertEquals(2, run("eval", "--gold", folder.resolve("none").toString()));
        assertTrue(err.toString().contains("there is no such file"), err.toString());
        assertEquals(2, run("eval", "--half", "other"));
        gold();
        assertEquals(2, run("eval", "--half", "development", "--gold", folder.toString()));
        Path csv = Files.writeString(folder.resolve("companies.csv"), "id\n1\n");
        assertEquals(1, run("eval", "--gold", folder.toString(), "--companies", csv.toString()));
        assertTrue(err.toString().contains("no columns"), err.toString());
    }
}
