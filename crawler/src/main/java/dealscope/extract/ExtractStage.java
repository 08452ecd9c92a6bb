package dealscope.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The stage {@code extract}: a line {@code {"id","url","html"}} in gives a line
 * {@code {"id","text","title","author","published","canonical","language"}} out, {@code published} with the page's own offset;
 * after these {@code modified}, {@code siteName}, {@code image}, {@code kind} with its {@code reason}, for a press release
 * {@code issuer} and {@code dateline}, and {@code sources}: for each field that was found the part of the page that told it. A
 * line that cannot be handled gives {@code {"id":…,"error":"…"}} and the next one goes on.
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
        answer.put("text", extract.text())
                .put("title", fields.title().value())
                .put("author", fields.author().value())
                .put("published", iso(fields.published()))
                .put("canonical", fields.canonical().value())
                .put("language", fields.language().value())
                .put("modified", iso(fields.modified()))
                .put("siteName", fields.siteName().value())
                .put("image", fields.image().value())
                .put("kind", extract.kind().name().toLowerCase(Locale.ROOT))
                .put("reason", extract.reason())
                .put("issuer", extract.issuer());
        answer.set("dateline", dateline(extract.dateline()));
        answer.set("sources", sources(fields));
        return answer.toString();
    }

    private static @Nullable String iso(Field<OffsetDateTime> date) {
        OffsetDateTime value = date.value();
        return value == null ? null : ISO.format(value);
    }

    private static JsonNode dateline(@Nullable Dateline dateline) {
        if (dateline == null) {
            return JSON.nullNode();
        }
        LocalDate date = dateline.date();
        return JSON.createObjectNode()
                .put("place", dateline.place())
                .put("date", date == null ? null : date.toString())
                .put("wire", dateline.wire());
    }

    private static ObjectNode sources(Extract.Fields fields) {
        ObjectNode sources = JSON.createObjectNode();
        source(sources, "title", fields.title());
        source(sources, "author", fields.author());
        source(sources, "published", fields.published());
        source(sources, "canonical", fields.canonical());
        source(sources, "language", fields.language());
        source(sources, "modified", fields.modified());
        source(sources, "siteName", fields.siteName());
        source(sources, "image", fields.image());
        return sources;
    }

    private static void source(ObjectNode sources, String name, Field<?> field) {
        if (field.value() != null) {
            sources.put(name, field.source().label());
        }
    }
}
