package dealscope.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dealscope.article.Entry;
import dealscope.article.Feed;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The stage {@code feed}: a line of JSON with a feed's bytes in, a line with its entries out.
 *
 * <pre>
 * {"id":1,"contentType":"text/xml","bytesBase64":"…","url":"https://example.org/feed","contentLocation":null}
 * {"id":1,"feed":{"title":"…","link":"…"},"entries":[{"id":"…","title":"…",…}],"error":null}
 * </pre>
 *
 * <p>An entry without an address of its own gets that of its site. A line that cannot be handled gives
 * {@code {"id":…,"error":"…"}}; no line throws.
 */
public final class FeedStage implements UnaryOperator<String> {
    private static final JsonMapper JSON = new JsonMapper();
    private final FeedReader reader;

    public FeedStage(FeedReader reader) {
        this.reader = reader;
    }

    @Override
    public String apply(String line) {
        JsonNode id = null;
        try {
            JsonNode in = JSON.readTree(line);
            id = in.get("id");
            byte[] body = Base64.getMimeDecoder().decode(in.path("bytesBase64").asText());
            String url = text(in, "url");
            return write(
                    id,
                    reader.read(body, text(in, "contentType"), url == null ? "" : url, text(in, "contentLocation")));
        } catch (NotAFeed e) {
            return failure(id, e.getMessage());
        } catch (JsonProcessingException e) {
            return failure(id, "not a line of JSON");
        } catch (RuntimeException | StackOverflowError e) {
            return failure(id, "cannot be handled: " + e.getMessage());
        }
    }

    private static String write(@Nullable JsonNode id, Feed feed) {
        ObjectNode out = JSON.createObjectNode();
        out.set("id", id);
        ObjectNode head = out.putObject("feed");
        head.put("title", feed.title());
        head.put("link", feed.link());
        ArrayNode entries = out.putArray("entries");
        for (Entry entry : feed.entries()) {
            entries.addObject()
                    .put("id", entry.id())
                    .put("title", entry.title())
                    .put("link", entry.link() != null ? entry.link() : feed.link())
                    .put("published", date(entry.published()))
                    .put("updated", date(entry.updated()))
                    .put("author", entry.author())
                    .put("summary", entry.summary())
                    .put("content", entry.content());
        }
        out.putNull("error");
        return out.toString();
    }

    private static @Nullable String date(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable String text(JsonNode in, String member) {
        JsonNode value = in.path(member);
        return value.isTextual() ? value.textValue() : null;
    }

    private static String failure(@Nullable JsonNode id, @Nullable String error) {
        ObjectNode out = JSON.createObjectNode();
        out.set("id", id);
        return out.put("error", error).toString();
    }
}
