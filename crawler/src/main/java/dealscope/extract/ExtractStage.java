package dealscope.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;

/**
 * The stage {@code extract}: a line {@code {"id","url","html"}} in gives a line
 * {@code {"id","text","title","author","published","canonical","language"}} out, in order. A line that cannot be handled
 * gives {@code {"id":…,"error":"…"}} and the next one goes on.
 */
public final class ExtractStage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final Extractor extractor;

    public ExtractStage(Extractor extractor) {
        this.extractor = extractor;
    }

    /** Handles every line of {@code in}, UTF-8 both ways, and flushes each answer; blank lines are skipped. */
    public void run(InputStream in, OutputStream out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Writer answers = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                answers.write(handle(line));
                answers.write('\n');
                answers.flush();
            }
        }
    }

    /** Handles one line; never throws. */
    public String handle(String line) {
        ObjectNode answer = JSON.createObjectNode();
        JsonNode request;
        try {
            request = JSON.readTree(line);
        } catch (JsonProcessingException | StackOverflowError e) {
            return answer.putNull("id").put("error", "not a JSON object").toString();
        }
        JsonNode id = request.path("id");
        answer.set("id", id.isMissingNode() ? JSON.nullNode() : id);
        JsonNode html = request.path("html");
        if (!html.isTextual()) {
            return answer.put("error", "html is missing or not a string").toString();
        }
        Extract extract = extractor.extract(request.path("url").asText(""), html.textValue());
        return answer.put("text", extract.text())
                .put("title", extract.title())
                .put("author", extract.author())
                .put("published", extract.publishedLocal() == null ? null : ISO.format(extract.publishedLocal()))
                .put("canonical", extract.canonical())
                .put("language", extract.language())
                .toString();
    }
}
