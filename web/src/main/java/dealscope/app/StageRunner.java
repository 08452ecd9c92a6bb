package dealscope.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Runs a stage over NDJSON: a line in, a line out, in order. A line that cannot be handled, for whatever reason, gives
 * {@code {"id":…,"error":"…"}} and the next one goes on.
 */
final class StageRunner {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PROGRESS_EVERY = 1000;

    private StageRunner() {}

    /** @return 0 */
    static int run(UnaryOperator<String> stage, InputStream in, OutputStream out, PrintStream progress)
            throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        PrintStream answers = new PrintStream(out, false, StandardCharsets.UTF_8);
        int count = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                answers.print(answer(stage, line));
                answers.print('\n');
                if (++count % PROGRESS_EVERY == 0) {
                    progress.println(count + " lines");
                }
            }
            if (!lines.ready()) {
                answers.flush();
            }
        }
        answers.flush();
        return answers.checkError() ? 1 : 0;
    }

    /** The stage's answer, or an error line when it throws, a stack overflow or lack of memory included. */
    @SuppressWarnings("CatchingUnchecked")
    static String answer(UnaryOperator<String> stage, String line) {
        try {
            return stage.apply(line);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            return error(line, e);
        }
    }

    private static String error(String line, Throwable e) {
        ObjectNode node = JSON.createObjectNode();
        try {
            JsonNode in = JSON.readTree(line);
            node.set("id", in.path("id").isMissingNode() ? node.nullNode() : in.path("id"));
            node.put("error", e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        } catch (JsonProcessingException | StackOverflowError notJson) {
            node.putNull("id").put("error", "the line is not a JSON object");
        }
        return node.toString();
    }
}
