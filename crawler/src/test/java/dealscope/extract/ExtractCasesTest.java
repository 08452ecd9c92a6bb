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
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder under {@code src/test/resources/extract} is a case: {@code page.html}, {@code expected.txt} (the text; not
 * compared where there is none) and {@code expected.json}: the address of the page ({@code url}), the header if there is one ({@code contentType}) and the
 * fields to compare. A field that is not named is not compared. {@code sources} compares where fields came from,
 * {@code blocks} the kinds of the blocks, {@code items} the stories of a round-up. A new case needs no Java.
 */
final class ExtractCasesTest {
    static final Path CASES = Path.of("src/test/resources/extract");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> INPUT = Set.of("url", "contentType");
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
        Path text = folder.resolve("expected.txt");
        JsonNode actual = JSON.valueToTree(told(extract));
        assertAll(Stream.concat(
                Stream.of(text)
                        .filter(Files::exists)
                        .map(file -> () -> assertEquals(Files.readString(file).strip(), extract.text())),
                expected.properties().stream()
                        .filter(field -> !INPUT.contains(field.getKey()))
                        .map(field -> same(field.getKey(), field.getValue(), actual.path(field.getKey())))));
    }

    private static Executable same(String name, JsonNode expected, JsonNode actual) {
        if (name.equals("sources")) {
            return () -> assertAll(expected.properties().stream()
                    .map(source -> same(source.getKey(), source.getValue(), actual.path(source.getKey()))));
        }
        return () -> assertEquals(expected.toPrettyString(), actual.toPrettyString(), name);
    }

    private static Map<String, Object> told(Extract extract) {
        Map<String, Object> told = new LinkedHashMap<>();
        Map<String, Field<?>> fields = fields(extract.fields());
        fields.forEach((name, field) -> told.put(name, plain(field.value())));
        told.put(
                "sources",
                fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue()
                        .source()
                        .label())));
        OffsetDateTime published = extract.fields().published().value();
        told.put("publishedLocal", published == null ? null : published.toString());
        told.put("kind", extract.kind().name());
        told.put("reason", extract.reason());
        told.put(
                "blocks",
                extract.blocks().stream()
                        .map(block -> block.getClass().getSimpleName())
                        .toList());
        told.put("items", extract.items());
        told.put("issuer", extract.issuer());
        told.put("dateline", dateline(extract.dateline()));
        return told;
    }

    private static Map<String, Field<?>> fields(Extract.Fields fields) {
        Map<String, Field<?>> byName = new LinkedHashMap<>();
        byName.put("title", fields.title());
        byName.put("author", fields.author());
        byName.put("published", fields.published());
        byName.put("firstPublished", fields.firstPublished());
        byName.put("modified", fields.modified());
        byName.put("canonical", fields.canonical());
        byName.put("language", fields.language());
        byName.put("siteName", fields.siteName());
        byName.put("image", fields.image());
        return byName;
    }

    private static @Nullable String dateline(@Nullable Dateline dateline) {
        return dateline == null ? null : dateline.place() + "; " + dateline.date() + "; " + dateline.wire();
    }

    private static @Nullable String plain(@Nullable Object value) {
        return value instanceof OffsetDateTime date
                ? date.toInstant().toString()
                : value == null ? null : value.toString();
    }

    @Test
    void thereIsACaseForEveryKindOfTrouble() throws IOException {
        assertTrue(cases().count() >= 139, "cases were lost");
    }
}
