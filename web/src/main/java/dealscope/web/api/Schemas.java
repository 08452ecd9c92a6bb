package dealscope.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dealscope.web.data.Dictionary;
import dealscope.web.data.Dictionary.Entry;
import dealscope.web.data.Dictionary.Type;
import dealscope.web.data.Export.What;
import dealscope.web.data.Json;
import dealscope.web.http.Params;
import dealscope.web.http.Reply;
import dealscope.web.http.RequestProblem;
import dealscope.web.http.Routing;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * {@code /api/schema/{what}.json}: the JSON Schema (2020-12) of a line of NDJSON. That of deals is the one in {@code
 * openapi.json}, whose schemas are of the same dialect; the others follow from the {@link Dictionary}.
 */
final class Schemas {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String COMPONENTS = "#/components/schemas/";

    private final Map<String, String> schemas = new HashMap<>();

    Schemas(String openApi) {
        for (What what : What.values()) {
            ObjectNode schema = what == What.DEALS ? deals(openApi) : table(what);
            schemas.put(what.label(), schema.toPrettyString());
        }
    }

    void register(Routing routes) {
        routes.get("/api/schema/{what}.json", this::show);
    }

    private void show(Context ctx) {
        new Params(ctx, true, Api.NONE);
        String wanted = ctx.pathParam("what");
        String schema = schemas.get(wanted);
        if (schema == null) {
            throw RequestProblem.notFound("There are schemas of deals, claims, articles and companies.");
        }
        Reply.text(ctx, 200, "application/schema+json", schema);
    }

    private static ObjectNode head(What what) {
        ObjectNode schema = Json.MAPPER.createObjectNode();
        schema.put("$schema", DIALECT).put("$id", "/api/schema/" + what.label() + ".json");
        return schema.put("title", "A line of the export of " + what.label());
    }

    private static ObjectNode deals(String openApi) {
        try {
            JsonNode components = Json.MAPPER
                    .readTree(openApi.replace(COMPONENTS, "#/$defs/"))
                    .at("/components/schemas");
            ObjectNode schema = head(What.DEALS).put("$ref", "#/$defs/Deal");
            schema.set("$defs", components);
            return schema;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("openapi.json cannot be read", e);
        }
    }

    private static ObjectNode table(What what) {
        ObjectNode schema = head(what).put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (Entry entry : Dictionary.of(what.label())) {
            ObjectNode property = properties.putObject(entry.name());
            type(property, entry.type());
            String unit = entry.unit().isEmpty() ? "" : " In " + entry.unit() + ".";
            property.put("description", entry.meaning() + unit);
            required.add(entry.name());
        }
        return schema;
    }

    private static void type(ObjectNode property, Type type) {
        if (type == Type.TEXTS) {
            property.put("type", "array").putObject("items").put("type", "string");
            return;
        }
        String name =
                switch (type) {
                    case INTEGER, NUMBER, BOOLEAN -> type.name().toLowerCase(Locale.ROOT);
                    default -> "string";
                };
        property.putArray("type").add(name).add("null");
        if (type == Type.DATE || type == Type.TIME) {
            property.put("format", type == Type.DATE ? "date" : "date-time");
        }
    }
}
