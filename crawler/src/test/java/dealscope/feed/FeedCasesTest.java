package dealscope.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dealscope.article.Entry;
import dealscope.article.Feed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of the folder {@code feeds} is read as its expectation says. */
class FeedCasesTest {
    private final FeedReader reader = new FeedReader(FeedCases.CLOCK);

    static List<FeedCases.Case> cases() throws IOException {
        return FeedCases.all();
    }

    @Test
    void theCasesAreFound() throws IOException {
        assertTrue(cases().size() >= 330, "cases: " + cases().size());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFeedIsReadAsExpected(FeedCases.Case feedCase) throws Exception {
        JsonNode expected = feedCase.expected();
        if (expected.has("error")) {
            NotAFeed no = assertThrows(NotAFeed.class, () -> read(feedCase));
            assertEquals(expected.get("error").asText(), no.getMessage());
            return;
        }
        Feed feed = read(feedCase);
        check(expected.path("feed"), feed.title(), feed.link());
        if (expected.has("warnings")) {
            assertEquals(strings(expected.get("warnings")), feed.warnings());
        }
        if (expected.has("entries")) {
            assertEquals(expected.get("entries").size(), feed.entries().size(), () -> "entries of " + feed);
            for (int i = 0; i < feed.entries().size(); i++) {
                check(expected.get("entries").get(i), feed.entries().get(i));
            }
        }
    }

    private Feed read(FeedCases.Case feedCase) throws NotAFeed {
        return reader.read(
                feedCase.body(), feedCase.header("contentType"), feedCase.url(), feedCase.header("contentLocation"));
    }

    private static void check(JsonNode expected, String title, String link) {
        if (expected.has("title")) {
            assertEquals(expected.get("title").textValue(), title, "title of the feed");
        }
        if (expected.has("link")) {
            assertEquals(expected.get("link").textValue(), link, "link of the feed");
        }
    }

    private static void check(JsonNode expected, Entry entry) {
        for (Map.Entry<String, JsonNode> member : expected.properties()) {
            assertEquals(
                    member.getValue().textValue(),
                    value(entry, member.getKey()),
                    () -> member.getKey() + " of " + entry);
        }
    }

    private static String value(Entry entry, String member) {
        return switch (member) {
            case "id" -> entry.id();
            case "title" -> entry.title();
            case "link" -> entry.link();
            case "published" ->
                entry.published() == null ? null : entry.published().toString();
            case "updated" -> entry.updated() == null ? null : entry.updated().toString();
            case "author" -> entry.author();
            case "summary" -> entry.summary();
            case "content" -> entry.content();
            case "source" -> entry.source();
            default -> throw new IllegalArgumentException("no member of an entry: " + member);
        };
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
