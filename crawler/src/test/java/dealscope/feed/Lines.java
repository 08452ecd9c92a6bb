package dealscope.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** Case files of a line a case; lines that are blank or begin with # are none. */
final class Lines {
    private Lines() {}

    static Stream<String> of(String file) throws IOException {
        try (var in = Objects.requireNonNull(Lines.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        }
    }
}
