package dealscope.nlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.deal.DealType;
import dealscope.nlp.claim.DraftTrainer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Trains the model that judges drafts on folders of gold articles. */
public final class ArticleTrainer {
    private final ArticleReader reader = ArticleReader.load();

    public static void main(String[] args) throws IOException {
        ArticleTrainer trainer = new ArticleTrainer();
        List<DraftTrainer.Lesson> lessons = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            lessons.addAll(trainer.lessons(Path.of(args[i])));
        }
        try (OutputStream to = Files.newOutputStream(Path.of(args[0]))) {
            System.out.print(new DraftTrainer().train(lessons, to));
        }
    }

    public List<DraftTrainer.Lesson> lessons(Path folder) throws IOException {
        List<DraftTrainer.Lesson> lessons = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
            JsonNode gold = new ObjectMapper().readTree(line);
            Path file = folder.resolve("texts").resolve(gold.get("id").asText() + ".txt");
            if (!Files.exists(file)) continue;
            String[] parts = Files.readString(file).split("\n", 2);
            String text = parts.length < 2 ? "" : parts[1].strip();
            JsonNode asked = new ObjectMapper().createObjectNode().put("id", gold.get("id").asText()).put("title", parts[0]).put("text", text).put("published", gold.path("published").isTextual() ? gold.get("published").asText() : null);
            lessons.add(new DraftTrainer.Lesson(reader.read(AnalyzeStage.input(asked)), deals(gold, parts[0], text)));
        }
        return lessons;
    }

    private static List<DraftTrainer.Told> deals(JsonNode gold, String title, String text) {
        Map<String, Set<String>> names = new HashMap<>();
        for (JsonNode company : gold.get("companies")) {
            Set<String> all = new HashSet<>();
            all.add(DraftTrainer.name(company.get("name").asText()));
            company.path("aliases").forEach(a -> all.add(DraftTrainer.name(a.asText())));
            Set<String> with = new HashSet<>(all);
            List<String> forms = new ArrayList<>(); forms.add(company.get("name").asText()); company.path("aliases").forEach(a -> forms.add(a.asText()));
            for (String f : forms) { for (int k = text.indexOf(f); k >= 0; k = text.indexOf(f, k + 1)) with.add("=" + k); for (int k = title.indexOf(f); k >= 0; k = title.indexOf(f, k + 1)) with.add("=" + k + "t"); }
            for (String one : all) {
                names.computeIfAbsent(one, k -> new HashSet<>()).addAll(with);
            }
        }
        List<DraftTrainer.Told> told = new ArrayList<>();
        for (JsonNode deal : gold.get("deals")) {
            told.add(new DraftTrainer.Told(
                    DealType.of(deal.get("type").asText()),
                    side(deal.get("payer"), names),
                    side(deal.get("payee"), names),
                    !deal.path("optional").asBoolean(),
                    deal.path("main").asBoolean()));
        }
        return told;
    }

    private static Set<String> side(JsonNode side, Map<String, Set<String>> names) {
        Set<String> all = new HashSet<>();
        for (JsonNode name : side) {
            String plain = DraftTrainer.name(name.asText());
            all.add(plain);
            all.addAll(names.getOrDefault(plain, Set.of()));
        }
        return all;
    }
}
