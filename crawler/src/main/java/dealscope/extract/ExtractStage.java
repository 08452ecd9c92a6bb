package dealscope.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;

/**
 * The stage {@code extract}: a line {@code {"id","url","html"}} in gives a line
 * {@code {"id","text","title","author","published","canonical","language"}} out, {@code published} with the page's own offset. A line that cannot be handled
 * gives {@code {"id":…,"error":"…"}} and the next one goes on.
 */
public final class ExtractStage implements UnaryOperator<String> {
    /** A string may be longer than what is read of a page: the rest is cut off, not refused. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(4 * Extractor.MAX_LENGTH)
                    .build())
            .build());

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final Extractor extractor;

    public ExtractStage(Extractor extractor) {
        this.extractor = extractor;
    }

    /** Answers one line; never throws. */
    @Override
    public String apply(String line) {
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
        Extract.Fields fields = extract.fields();
        OffsetDateTime published = fields.published().value();
        return answer.put("text", extract.text())
                .put("title", fields.title().value())
                .put("author", fields.author().value())
                .put("published", published == null ? null : ISO.format(published))
                .put("canonical", fields.canonical().value())
                .put("language", fields.language().value())
                .toString();
    }
}
