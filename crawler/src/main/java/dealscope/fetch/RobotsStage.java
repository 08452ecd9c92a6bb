package dealscope.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * The stage {@code robots}: {@code {"id","robotsBase64","agent","url"}} in, {@code {"id","allowed"}} out, or {@code
 * {"id","error"}}. Any number of threads may share one.
 */
public final class RobotsStage implements UnaryOperator<String> {
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public String apply(String line) {
        ObjectNode answer = json.createObjectNode().putNull("id");
        try {
            JsonNode asked = json.readTree(line);
            answer.set("id", asked.path("id").isMissingNode() ? json.nullNode() : asked.path("id"));
            byte[] robots = Base64.getDecoder().decode(text(asked, "robotsBase64"));
            answer.put("allowed", RobotsRules.allowed(robots, text(asked, "agent"), text(asked, "url")));
        } catch (JsonProcessingException e) {
            answer.put("error", "the line is not JSON");
        } catch (IllegalArgumentException e) {
            answer.put("error", String.valueOf(e.getMessage()));
        }
        return answer.toString();
    }

    private static String text(JsonNode asked, String name) {
        JsonNode value = asked.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.textValue();
    }
}
