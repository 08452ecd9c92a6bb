package dealscope.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A case of {@code src/test/resources/story}, see its README.
 *
 * @param origins expected origin by article
 * @param credits expected credit by article; an article that is not named credits nobody
 */
record StoryCase(List<StoryText> texts, Map<String, String> origins, Map<String, String> credits) {

    static StoryCase read(Path file) throws IOException {
        List<StoryText> texts = new ArrayList<>();
        Map<String, String> origins = new TreeMap<>();
        Map<String, String> credits = new HashMap<>();
        Draft draft = null;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("@ ") || line.startsWith("= ") || line.startsWith("~ ")) {
                if (draft != null) {
                    texts.add(draft.text());
                }
                draft = line.startsWith("@ ") ? new Draft(line.substring(2)) : null;
            }
            if (line.startsWith("= ")) {
                String[] ids = line.substring(2).split(" ");
                for (String id : ids) {
                    origins.put(id, ids[0]);
                }
            } else if (line.startsWith("~ ")) {
                String[] credit = line.substring(2).split(" ", 2);
                credits.put(credit[0], credit[1]);
            } else if (draft != null && !line.startsWith("@ ")) {
                draft.add(line);
            }
        }
        return new StoryCase(texts, origins, credits);
    }

    private static final class Draft {
        private final String[] head;
        private final Map<String, String> fields = new HashMap<>();
        private final StringBuilder text = new StringBuilder();

        Draft(String head) {
            this.head = head.split(" \\| ", 4);
        }

        void add(String line) {
            for (String field : List.of("author", "url", "canonical")) {
                if (text.isEmpty() && line.startsWith(field + ": ")) {
                    fields.put(field, line.substring(field.length() + 2));
                    return;
                }
            }
            text.append(line).append('\n');
        }

        StoryText text() {
            return StoryText.of(
                    head[0].strip(),
                    head[1].strip(),
                    head[3].strip(),
                    text.toString().strip(),
                    fields.get("author"),
                    fields.getOrDefault("url", "https://example.com/" + head[0].strip()),
                    fields.get("canonical"),
                    head[2].isBlank() ? null : Instant.parse(head[2].strip()));
        }
    }
}
