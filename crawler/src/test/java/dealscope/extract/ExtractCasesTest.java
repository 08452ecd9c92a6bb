package dealscope.extract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder under {@code src/test/resources/extract} is a case: {@code page.html}, {@code expected.txt} (the text) and
 * {@code expected.json} (the address of the page and the fields to compare; a field that is not named is not compared). A
 * new case needs no Java.
 */
final class ExtractCasesTest {
    private static final Path CASES = Path.of("src/test/resources/extract");
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Extractor extractor = new Extractor(InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z")));

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsAsExpected(String name) throws IOException {
        Path folder = CASES.resolve(name);
        JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile());
        byte[] page = Files.readAllBytes(folder.resolve("page.html"));
        JsonNode type = expected.path("contentType");
        Extract extract =
                extractor.extract(expected.get("url").asText(), page, type.isMissingNode() ? null : type.asText());
        Map<String, Object> fields = JSON.convertValue(fields(extract), Map.class);
        assertAll(Stream.concat(
                Stream.of(() -> assertEquals(
                        Files.readString(folder.resolve("expected.txt")).strip(), extract.text())),
                expected.properties().stream()
                        .filter(field -> !List.of("url", "contentType").contains(field.getKey()))
                        .map(field -> () -> assertEquals(
                                field.getValue().isNull()
                                        ? null
                                        : field.getValue().asText(),
                                fields.get(field.getKey()),
                                field.getKey()))));
    }

    private static JsonNode fields(Extract extract) {
        return JSON.createObjectNode()
                .put("title", extract.title())
                .put("author", extract.author())
                .put(
                        "published",
                        extract.published() == null ? null : extract.published().toString())
                .put(
                        "modified",
                        extract.modified() == null ? null : extract.modified().toString())
                .put(
                        "publishedLocal",
                        extract.publishedLocal() == null
                                ? null
                                : extract.publishedLocal().toString())
                .put("canonical", extract.canonical())
                .put("language", extract.language())
                .put("siteName", extract.siteName())
                .put("kind", extract.kind().name())
                .put("reason", extract.reason());
    }

    @Test
    void thereIsACaseForEveryKindOfTrouble() throws IOException {
        assertTrue(cases().count() >= 25, "cases were lost");
    }
}
