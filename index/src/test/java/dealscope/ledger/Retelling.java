package dealscope.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dealscope.deal.Report;
import dealscope.deal.Status;
import dealscope.story.Stories;
import dealscope.story.StoryText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An article of {@code retellings/}, see the README there.
 *
 * @param about keys of the deals that it is about
 * @param ideal what a perfect reader finds in it
 */
record Retelling(
        String id, String outlet, Instant published, String title, String text, Set<String> about, List<Report> ideal) {
    private static final Path FOLDER = Path.of("src/test/resources/retellings");

    static List<Retelling> all() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(FOLDER)) {
            files = found.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        List<Retelling> all = new ArrayList<>();
        for (Path file : files) {
            for (String part : ("\n" + Files.readString(file)).split("\n@ ")) {
                if (!part.isBlank()) {
                    all.add(read(part));
                }
            }
        }
        return all;
    }

    /** What the ledger sees of these articles. */
    static List<Coverage> coverage(List<Retelling> articles, Map<String, List<Report>> reports) {
        Map<String, StoryText> texts = new HashMap<>();
        articles.forEach(article -> texts.put(article.id, article.story()));
        var places = Stories.of(texts.values().stream()
                .sorted(java.util.Comparator.comparing(StoryText::id))
                .toList());
        return articles.stream()
                .map(article -> new Coverage(
                        article.id,
                        article.outlet,
                        article.title,
                        "https://example.com/" + article.id,
                        article.published,
                        article.published,
                        Objects.requireNonNull(places.get(article.id)).origin(),
                        Objects.requireNonNull(texts.get(article.id)).length(),
                        true,
                        reports.getOrDefault(article.id, List.of())))
                .toList();
    }

    private StoryText story() {
        return StoryText.of(id, outlet, title, text, null, "https://example.com/" + id, null, published);
    }

    private static Retelling read(String part) {
        List<String> lines = part.strip().lines().toList();
        String[] head = lines.getFirst().split(" \\| ", 4);
        Instant published = LocalDate.parse(head[2].strip()).atTime(12, 0).toInstant(ZoneOffset.UTC);
        StringBuilder text = new StringBuilder();
        Set<String> about = new LinkedHashSet<>();
        List<Report> ideal = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("= ")) {
                String[] deal = line.substring(2).split(" *\\| *", 5);
                if (!deal[4].contains("passing")) {
                    about.add(deal[0]);
                }
                ideal.add(ResolveCase.report(report(deal), ideal.size(), head[0], published));
            } else {
                text.append(line).append('\n');
            }
        }
        return new Retelling(
                head[0], head[1], published, head[3], text.toString().strip(), about, List.copyOf(ideal));
    }

    private static ObjectNode report(String[] deal) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("type", deal[1]);
        int to = deal[2].indexOf('>');
        names(json.putArray("payer"), deal[2].substring(0, to));
        names(json.putArray("payee"), deal[2].substring(to + 1));
        if (!deal[3].equals("-")) {
            json.put("value", deal[3]);
        }
        for (String more : deal[4].split(", *")) {
            if (more.equals("passing")) {
                json.put("main", false);
            } else if (more.endsWith(" MW")) {
                json.put("power_mw", Double.parseDouble(more.replace(" MW", "")));
            } else if (more.startsWith("on ")) {
                json.put("announced", more.substring(3));
            } else if (more.startsWith("says ")) {
                json.put("sentence", more.substring(5));
            } else if (!more.equals("-")) {
                json.put("status", Status.of(more).label());
            }
        }
        return json;
    }

    private static void names(ArrayNode side, String names) {
        for (String name : names.split("\\+")) {
            if (!name.isBlank()) {
                side.add(name.strip());
            }
        }
    }
}
