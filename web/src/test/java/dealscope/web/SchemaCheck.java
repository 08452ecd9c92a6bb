package dealscope.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** As much of JSON Schema as {@code openapi.json} uses; a property that is not described is a fault too. */
final class SchemaCheck {
    private final JsonNode api;
    private final List<String> faults;

    SchemaCheck(JsonNode api, List<String> faults) {
        this.api = api;
        this.faults = faults;
    }

    void check(JsonNode schema, JsonNode value, String where) {
        if (schema.has("$ref")) {
            check(api.at(schema.get("$ref").asText().substring(1)), value, where);
        } else if (schema.has("oneOf")) {
            oneOf(schema.get("oneOf"), value, where);
        } else {
            type(schema, value, where);
            choice(schema, value, where);
            if (value.isObject()) {
                object(schema, value, where);
            }
            if (value.isArray() && schema.has("items")) {
                for (int i = 0; i < value.size(); i++) {
                    check(schema.get("items"), value.get(i), where + "[" + i + "]");
                }
            }
        }
    }

    private void oneOf(JsonNode schemas, JsonNode value, String where) {
        List<String> best = null;
        for (JsonNode each : schemas) {
            List<String> found = new ArrayList<>();
            new SchemaCheck(api, found).check(each, value, where);
            if (best == null || found.size() < best.size()) {
                best = found;
            }
        }
        faults.addAll(best);
    }

    private void object(JsonNode schema, JsonNode value, String where) {
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asText())) {
                faults.add(where + " has no " + name.asText());
            }
        }
        value.properties().forEach(each -> {
            JsonNode property = schema.path("properties").path(each.getKey());
            if (!property.isMissingNode()) {
                check(property, each.getValue(), where + "." + each.getKey());
            } else if (schema.path("additionalProperties").isObject()) {
                check(schema.get("additionalProperties"), each.getValue(), where + "." + each.getKey());
            } else if (schema.has("properties")) {
                faults.add(where + "." + each.getKey() + " is not described");
            }
        });
    }

    private void choice(JsonNode schema, JsonNode value, String where) {
        if (!schema.has("enum")) {
            return;
        }
        for (JsonNode each : schema.get("enum")) {
            if (each.equals(value)) {
                return;
            }
        }
        faults.add(where + " is " + value + ", which is not among " + schema.get("enum"));
    }

    private void type(JsonNode schema, JsonNode value, String where) {
        if (!schema.has("type")) {
            return;
        }
        JsonNode types = schema.get("type");
        boolean fits = types.isTextual() && is(types.asText(), value);
        for (JsonNode each : types) {
            fits |= is(each.asText(), value);
        }
        if (!fits) {
            faults.add(where + " is " + value.getNodeType() + ", not " + types);
        }
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> false;
        };
    }
}
