package dealscope.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The data that a page's scripts are started with: of a page that is drawn by scripts alone, it holds the only text. */
final class PageState {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> NAMES = WordList.load("metanames.txt").section("state-body");
    private static final int MAX_LENGTH = 2_000_000;
    private static final int MAX_NODES = 50_000;

    private PageState() {}

    /** The longest text in a member that is named like the body of an article, as HTML or plain; null without any. */
    static @Nullable String body(Element page) {
        String longest = null;
        for (Element script : page.getElementsByTag("script")) {
            String data = script.attr("type").toLowerCase(Locale.ROOT).endsWith("/json") ? script.data() : "";
            String body = data.isEmpty() || data.length() > MAX_LENGTH ? null : longest(data);
            if (body != null && (longest == null || body.length() > longest.length())) {
                longest = body;
            }
        }
        return longest;
    }

    private static @Nullable String longest(String data) {
        Deque<JsonNode> queue = new ArrayDeque<>();
        try {
            queue.add(JSON.readTree(data));
        } catch (JsonProcessingException e) {
            return null;
        }
        String longest = null;
        for (int left = MAX_NODES; left > 0 && !queue.isEmpty(); left--) {
            JsonNode node = queue.removeFirst();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                String text = member.getValue().textValue();
                boolean isBody = text != null && NAMES.contains(member.getKey().toLowerCase(Locale.ROOT));
                if (isBody && (longest == null || text.length() > longest.length())) {
                    longest = text;
                }
            }
            for (JsonNode child : node) {
                if (child.isContainerNode()) {
                    queue.addLast(child);
                }
            }
        }
        return longest == null ? null : CleanText.of(longest);
    }
}
