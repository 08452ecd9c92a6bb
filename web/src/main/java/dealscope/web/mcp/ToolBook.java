package dealscope.web.mcp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dealscope.web.data.Json;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The descriptions of the tools in {@code tools.json}. A schema there may refer to {@code #/$defs/Name} of that file or
 * of {@code openapi.json}, whose schemas are of the same dialect; each tool's schema carries what it refers to.
 */
final class ToolBook {
    private static final String REF = "$ref";
    private static final String DEFS = "$defs";
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    /** All of them only read, and only what this program holds. */
    private static final ToolAnnotations READS = ToolAnnotations.builder()
            .readOnlyHint(true)
            .destructiveHint(false)
            .idempotentHint(true)
            .openWorldHint(false)
            .build();

    private final JsonNode book;
    private final ObjectNode known;

    ToolBook() {
        this.book = read("/dealscope/web/mcp/tools.json");
        this.known = (ObjectNode) read("/dealscope/web/openapi.json").at("/components/schemas");
        known.setAll((ObjectNode) book.get(DEFS));
    }

    /** What an assistant is told about the server. */
    String instructions() {
        return book.get("instructions").asText();
    }

    List<Tool> tools() {
        List<Tool> tools = new ArrayList<>();
        for (JsonNode tool : book.get("tools")) {
            tools.add(Tool.builder(tool.get("name").asText(), map(tool.get("inputSchema")))
                    .title(tool.get("title").asText())
                    .description(tool.get("description").asText())
                    .outputSchema(map(whole((ObjectNode) tool.get("outputSchema"))))
                    .annotations(READS)
                    .build());
        }
        return tools;
    }

    private ObjectNode whole(ObjectNode schema) {
        ObjectNode needed = Json.MAPPER.createObjectNode();
        collect(schema, needed);
        schema.set(DEFS, needed);
        return schema;
    }

    private void collect(JsonNode schema, ObjectNode needed) {
        for (JsonNode ref : schema.findValues(REF)) {
            String name = ref.asText().substring(ref.asText().lastIndexOf('/') + 1);
            if (!needed.has(name)) {
                JsonNode found = Objects.requireNonNull(known.get(name), name);
                needed.set(name, found);
                collect(found, needed);
            }
        }
    }

    private static Map<String, Object> map(JsonNode schema) {
        return Json.MAPPER.convertValue(schema, MAP);
    }

    private static JsonNode read(String path) {
        try (InputStream in = Objects.requireNonNull(ToolBook.class.getResourceAsStream(path), path)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Json.MAPPER.readTree(text.replace("#/components/schemas/", "#/$defs/"));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
