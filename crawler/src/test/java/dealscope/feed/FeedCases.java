package dealscope.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The cases of the folder {@code feeds}; its README says how to add one. */
final class FeedCases {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));
    private static final String EXPECTED = ".expected.json";
    private static final JsonMapper JSON = new JsonMapper();

    private FeedCases() {}

    /** A feed as served, and what must be read from it. */
    record Case(String name, byte[] body, JsonNode expected) {
        @Override
        public String toString() {
            return name + ": " + expected.path("says").asText();
        }

        String url() {
            return expected.path("url").asText("");
        }

        String header(String name) {
            return expected.hasNonNull(name) ? expected.get(name).asText() : null;
        }
    }

    static List<Case> all() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(file -> file.toString().endsWith(EXPECTED))
                    .sorted()
                    .map(FeedCases::read)
                    .toList();
        }
    }

    private static Path folder() throws IOException {
        try {
            return Path.of(Objects.requireNonNull(FeedCases.class.getResource("/feeds"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static Case read(Path expectation) {
        try {
            String file = expectation.getFileName().toString();
            String stem = file.substring(0, file.length() - EXPECTED.length());
            JsonNode expected = JSON.readTree(expectation.toFile());
            byte[] body = Files.readAllBytes(feedBeside(expectation, stem));
            return new Case(
                    folder().relativize(expectation.resolveSibling(stem)).toString(),
                    encoded(body, expected),
                    expected);
        } catch (IOException e) {
            throw new IllegalStateException(expectation.toString(), e);
        }
    }

    private static Path feedBeside(Path expectation, String stem) throws IOException {
        try (Stream<Path> siblings = Files.list(expectation.getParent())) {
            return siblings.filter(file -> !file.equals(expectation))
                    .filter(file -> file.getFileName().toString().matches("\\Q" + stem + "\\E\\.[a-z]+"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no feed beside " + expectation));
        }
    }

    private static byte[] encoded(byte[] body, JsonNode expected) {
        if (!expected.has("encode")) {
            return body;
        }
        Charset charset = Charset.forName(expected.get("encode").asText());
        String mark = expected.path("mark").asBoolean() ? "\uFEFF" : "";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((mark + new String(body, StandardCharsets.UTF_8)).getBytes(charset));
        return out.toByteArray();
    }
}
