package dealscope.story;

import dealscope.article.Article;
import dealscope.article.Completeness;
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
public record StoryCase(List<StoryText> texts, Map<String, String> origins, Map<String, String> credits) {

    public static StoryCase read(Path file) throws IOException {
        Map<String, String> origins = new TreeMap<>();
        Map<String, String> credits = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("= ")) {
                String[] ids = line.substring(2).split(" ");
                for (String id : ids) {
                    origins.put(id, ids[0]);
                }
            } else if (line.startsWith("~ ")) {
                String[] credit = line.substring(2).split(" ", 2);
                credits.put(credit[0], credit[1]);
            }
        }
        List<StoryText> texts = articles(file).stream().map(StoryText::of).toList();
        return new StoryCase(texts, origins, credits);
    }

    /** The articles of the case, in the order of the file. */
    public static List<Article> articles(Path file) throws IOException {
        List<Draft> drafts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("@ ")) {
                drafts.add(new Draft(line.substring(2)));
            } else if (!drafts.isEmpty() && !line.startsWith("= ") && !line.startsWith("~ ")) {
                drafts.getLast().add(line);
            }
        }
        return drafts.stream().map(Draft::article).toList();
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

        Article article() {
            String id = head[0].strip();
            String url = fields.getOrDefault("url", "https://example.com/" + id);
            return new Article(
                    id,
                    url,
                    url,
                    fields.get("canonical"),
                    head[3].strip(),
                    text.toString().strip(),
                    fields.get("author"),
                    head[2].isBlank() ? null : Instant.parse(head[2].strip()),
                    null,
                    Instant.EPOCH,
                    null,
                    head[1].strip(),
                    "wire",
                    Completeness.FULL,
                    null,
                    false);
        }
    }
}
