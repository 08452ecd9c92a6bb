package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What analysts use reads what we give: pandas, Jupyter and curl, the real ones of this machine. Where one is missing the
 * test says so and is skipped, unless {@code DEALSCOPE_JUPYTER} is {@code required}.
 */
class NotebookTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PYTHON = "/usr/bin/python3";
    private static final Path NOTEBOOK = Path.of("src/main/notebooks/deals.ipynb");
    private static final long MINUTES = 5;

    @TempDir
    static Path folder;

    static TestSite site;

    @BeforeAll
    static void start() throws Exception {
        site = TestSite.filled(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private record Ran(int exit, String out) {}

    private static Ran run(List<String> command) throws Exception {
        Path out = Files.createTempFile(folder, "out", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("DEALSCOPE_URL", site.server.url());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("MPLCONFIGDIR", folder.toString());
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end: " + Files.readString(out));
        }
        return new Ran(process.exitValue(), Files.readString(out));
    }

    private static void needs(String... command) throws Exception {
        String reason;
        try {
            Ran ran = run(Arrays.asList(command));
            reason = ran.exit() == 0 ? "" : ran.out().strip();
        } catch (IOException e) {
            reason = e.getMessage();
        }
        if (!reason.isEmpty()) {
            String words = String.join(" ", command) + " does not work here: " + reason;
            assertTrue(!"required".equals(System.getenv("DEALSCOPE_JUPYTER")), words);
            System.err.println("NotebookTest is skipped: " + words);
            assumeTrue(false, words);
        }
    }

    @Test
    void theNotebookRunsInJupyterAndDrawsItsCharts() throws Exception {
        needs(PYTHON, "-c", "import pandas, matplotlib, nbconvert, ipykernel");
        Ran ran = run(List.of(
                PYTHON,
                "-m",
                "nbconvert",
                "--to",
                "notebook",
                "--execute",
                "--output-dir",
                folder.toString(),
                "--output",
                "run.ipynb",
                NOTEBOOK.toAbsolutePath().toString()));
        assertEquals(0, ran.exit(), ran.out());
        int charts = 0;
        for (JsonNode cell : JSON.readTree(folder.resolve("run.ipynb").toFile()).get("cells")) {
            for (JsonNode output : cell.path("outputs")) {
                charts += output.path("data").has("image/png") ? 1 : 0;
            }
        }
        assertEquals(3, charts);
    }

    @Test
    void pandasReadsEveryTable() throws Exception {
        needs(PYTHON, "-c", "import pandas");
        String script = """
                import os, pandas as pd
                url = os.environ["DEALSCOPE_URL"] + "/api/export."
                for what in ["deals", "claims", "articles", "companies"]:
                    lines = pd.read_json(url + "ndjson?background=true&what=" + what, lines=True)
                    table = pd.read_csv(url + "csv?background=true&what=" + what)
                    assert list(lines["id"]) == list(table["id"]), what
                    print(what, len(table))
                """;
        Ran ran = run(List.of(PYTHON, "-c", script));
        assertEquals(0, ran.exit(), ran.out());
        assertEquals(4, ran.out().lines().count(), ran.out());
    }

    @Test
    void curlReadsPackedAnswersAndAsksAgainByTag() throws Exception {
        needs("curl", "--version");
        String url = site.server.url() + "/api/deals?company=spacex";
        Ran packed = run(List.of("curl", "-sS", "--fail", "--compressed", url));
        assertEquals(0, packed.exit(), packed.out());
        assertEquals(1, JSON.readTree(packed.out()).get("total").asInt());
        String tag = folder.resolve("tag").toString();
        List<String> ask = List.of("curl", "-sS", "-o", "/dev/null", "-w", "%{http_code}", "--etag-save", tag);
        List<String> again = List.of("curl", "-sS", "-o", "/dev/null", "-w", "%{http_code}", "--etag-compare", tag);
        assertEquals("200", run(with(ask, url)).out());
        assertEquals("304", run(with(again, url)).out());
        assertEquals(
                "400",
                run(List.of("curl", "-sS", "-o", "/dev/null", "-w", "%{http_code}", url + "&x=1"))
                        .out());
    }

    private static List<String> with(List<String> command, String more) {
        List<String> whole = new java.util.ArrayList<>(command);
        whole.add(more);
        return whole;
    }
}
