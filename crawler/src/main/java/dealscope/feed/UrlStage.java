package dealscope.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dealscope.article.UrlKey;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The stage {@code url}: {@code {"id":1,"url":"…"}} in, {@code {"id":1,"key":"…"}} out, the identity of a page by
 * {@link UrlKey}. A line that cannot be handled gives {@code {"id":…,"error":"…"}}; no line throws.
 */
public final class UrlStage implements UnaryOperator<String> {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String apply(String line) {
        try {
            JsonNode in = JSON.readTree(line);
            JsonNode url = in.path("url");
            return url.isTextual()
                    ? answer(in.get("id"), "key", UrlKey.of(url.textValue()))
                    : answer(in.get("id"), "error", "no url in this line");
        } catch (JsonProcessingException e) {
            return answer(null, "error", "not a line of JSON");
        } catch (RuntimeException | StackOverflowError e) {
            return answer(null, "error", "cannot be handled: " + e.getMessage());
        }
    }

    private static String answer(@Nullable JsonNode id, String member, String value) {
        ObjectNode out = JSON.createObjectNode();
        out.set("id", id);
        return out.put(member, value).toString();
    }
}
