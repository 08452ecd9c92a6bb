package dealscope.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class StagesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private final FeedStage feed = new FeedStage(new FeedReader(FeedCases.CLOCK));
    private final UrlStage url = new UrlStage();

    @Test
    void aFeedLineGivesFeedAndEntries() throws Exception {
        String body = "<rss><channel><title>T</title><link>/</link><item><title>One</title><link>1</link>"
                + "<pubDate>Mon, 09 Mar 2026 08:30:00 +0100</pubDate></item></channel></rss>";
        String base64 = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        String line = feed.apply("{\"id\":7,\"bytesBase64\":\"" + base64 + "\",\"url\":\"https://e.org/x/feed\"}");
        assertEquals(
                JSON.readTree(
                        "{\"id\":7,\"feed\":{\"title\":\"T\",\"link\":\"https://e.org/\"},\"entries\":[{\"id\":null,"
                                + "\"title\":\"One\",\"link\":\"https://e.org/x/1\",\"published\":\"2026-03-09T07:30:00Z\","
                                + "\"updated\":null,\"author\":null,\"summary\":null,\"content\":null}],\"error\":null}"),
                JSON.readTree(line));
    }

    @Test
    void anEntryWithoutAnAddressGetsThatOfItsSite() throws Exception {
        String body = "<rss><channel><link>https://e.org/</link><item><title>One</title></item></channel></rss>";
        String base64 = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        JsonNode line = JSON.readTree(feed.apply("{\"id\":7,\"bytesBase64\":\"" + base64 + "\"}"));
        assertEquals("https://e.org/", line.at("/entries/0/link").asText());
    }

    @Test
    void whatIsNoFeedGivesIdAndReason() throws Exception {
        String base64 = Base64.getEncoder().encodeToString("<html></html>".getBytes(StandardCharsets.UTF_8));
        JsonNode line = JSON.readTree(feed.apply("{\"id\":\"a\",\"bytesBase64\":\"" + base64 + "\"}"));
        assertEquals("a", line.get("id").asText());
        assertEquals("an HTML page, not a feed", line.get("error").asText());
    }

    @Test
    void anyLineGivesALine() throws Exception {
        for (String line : new String[] {
            "",
            "x",
            "null",
            "[]",
            "{}",
            "{\"id\":1}",
            "{\"id\":1,\"bytesBase64\":5}",
            "{\"id\":1,\"url\":3}",
            "{\"id\":1,\"bytesBase64\":\"%%%\"}",
            "[".repeat(100_000),
            "{\"id\":{\"a\":[1]}}"
        }) {
            assertTrue(JSON.readTree(feed.apply(line)).has("error"), line);
            assertTrue(JSON.readTree(url.apply(line)).has("error"), line);
        }
    }

    @Test
    void aUrlLineGivesItsKey() throws Exception {
        JsonNode line = JSON.readTree(url.apply("{\"id\":1,\"url\":\"http://www.e.org/a/?utm_source=x\"}"));
        assertEquals("https://e.org/a", line.get("key").asText());
        assertEquals(1, line.get("id").asInt());
    }
}
