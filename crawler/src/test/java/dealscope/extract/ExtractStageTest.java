package dealscope.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExtractStageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ExtractStage stage =
            new ExtractStage(new Extractor(InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z"))));

    @Test
    void everyLineIsAnsweredAndABadOneDoesNotStopTheRest() {
        String page = "<html lang=en><head><title>Larkmoor leases a hall</title>"
                + "<meta property='article:published_time' content='2026-03-04T23:15:00-05:00'></head><body><h1>Larkmoor leases a"
                + " hall</h1><p>Larkmoor Compute has leased a hall in the Tarn Valley, and moves in before the year ends.</p>"
                + "<p>The lease runs for twelve years, and neither of the two sides would say what it is worth.</p>";
        String in = JSON.createObjectNode()
                        .put("id", "a")
                        .put("url", "https://www.example.com/a")
                        .put("html", page)
                + "\nnot json\n\n[]\n{\"id\":7}\n{\"id\":\"b\",\"html\":\"\"}\n";
        List<JsonNode> lines = in.lines()
                .filter(line -> !line.isBlank())
                .map(stage)
                .map(ExtractStageTest::parse)
                .toList();
        assertEquals(5, lines.size());
        JsonNode first = lines.getFirst();
        assertEquals("a", first.get("id").asText());
        assertEquals(2, first.get("text").asText().lines().count());
        assertEquals("Larkmoor leases a hall", first.get("title").asText());
        assertEquals("2026-03-04T23:15:00-05:00", first.get("published").asText());
        assertEquals("en", first.get("language").asText());
        assertTrue(first.get("author").isNull());
        assertTrue(first.get("canonical").isNull());
        assertTrue(lines.get(1).get("id").isNull() && lines.get(1).has("error"));
        assertTrue(lines.get(2).has("error"));
        assertEquals(7, lines.get(3).get("id").asInt());
        assertTrue(lines.get(3).has("error"));
        assertFalse(lines.get(4).has("error"));
        assertEquals("", lines.get(4).get("text").asText());
    }

    @Test
    void aPressReleaseKeepsItsIssuerAndDatelineAndEveryFieldSaysWhereItCameFrom() {
        String page = "<html lang=en><head><title>Tessel rents a hall</title></head><body><h1>Tessel rents a hall</h1>"
                + "<p>DUNMORE, Pa., March 4, 2026 /Sample Wire/ -- Tessel Compute today announced that it has rented a hall of"
                + " forty megawatts in the old cannery of the town, for twelve years and with a yard of its own.</p>"
                + "<p>The first of its racks arrive in May, and the last of them before the snow falls on the yard.</p>"
                + "<p>SOURCE Tessel Compute</p></body></html>";
        JsonNode line = parse(stage.apply(JSON.createObjectNode()
                .put("id", "a")
                .put("url", "https://www.example.com/a")
                .put("html", page)
                .toString()));
        assertEquals("Tessel Compute", line.get("issuer").asText());
        assertEquals("2026-03-04", line.get("dateline").get("date").asText());
        assertEquals("article", line.get("kind").asText());
        assertEquals("visible", line.get("sources").get("title").asText());
        assertFalse(line.get("text").asText().contains("SOURCE"), line.toString());
    }

    @Test
    void aLineNestedWithoutEndIsAnError() {
        assertTrue(parse(stage.apply("[".repeat(1_000_000))).has("error"));
    }

    @Test
    void aPageLongerThanTheLimitIsCutNotRefused() {
        String html =
                "<p>Larkmoor Compute has leased a hall in the Tarn Valley, and moves in before the year ends.</p>";
        String line = JSON.createObjectNode()
                .put("id", 1)
                .put("html", html.repeat(3) + " ".repeat(Extractor.MAX_LENGTH + 1_000_000))
                .toString();
        assertTrue(parse(stage.apply(line)).get("text").asText().startsWith("Larkmoor"));
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
