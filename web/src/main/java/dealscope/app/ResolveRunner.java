package dealscope.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.deal.Report;
import dealscope.ledger.Coverage;
import dealscope.ledger.Echo;
import dealscope.ledger.ResolveStage;
import dealscope.nlp.AnalyzeStage;
import dealscope.nlp.Analyzer;
import dealscope.story.Stories;
import dealscope.story.StoryPlace;
import dealscope.story.StoryText;
import dealscope.web.data.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The stage {@code resolve}: reads a whole batch of articles, then writes the deals that they tell together. */
final class ResolveRunner {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResolveRunner() {}

    static int run(Analyzer analyzer, ResolveStage stage, InputStream in, OutputStream out) throws IOException {
        List<Read> batch = new ArrayList<>();
        PrintStream answers = new PrintStream(out, false, StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                String text = line;
                String answer = StageRunner.answer(
                        ignored -> {
                            batch.add(Read.of(analyzer, text));
                            return "";
                        },
                        line);
                if (!answer.isEmpty()) {
                    answers.println(answer);
                }
            }
        }
        stage.lines(coverage(batch)).forEach(line -> answers.println(Json.of(line)));
        answers.flush();
        return answers.checkError() ? 1 : 0;
    }

    /** An article of the batch with what was found in it. */
    private record Read(StoryText text, List<Report> reports) {
        static Read of(Analyzer analyzer, String line) {
            Analyzer.Input input = AnalyzeStage.input(read(line));
            StoryText text = StoryText.of(
                    input.articleId(),
                    input.publisher() == null ? "" : input.publisher(),
                    input.title() == null ? "" : input.title(),
                    input.text(),
                    null,
                    "",
                    null,
                    input.published());
            return new Read(text, Echo.with(analyzer.analyze(input)));
        }

        Coverage in(Map<String, StoryPlace> places) {
            return new Coverage(
                    text.id(),
                    text.publisher(),
                    text.title(),
                    "",
                    text.published(),
                    text.published() == null ? Instant.EPOCH : text.published(),
                    Objects.requireNonNull(places.get(text.id())).origin(),
                    text.length(),
                    false,
                    reports);
        }
    }

    private static List<Coverage> coverage(List<Read> batch) {
        Map<String, StoryPlace> places =
                Stories.of(batch.stream().map(Read::text).toList());
        return batch.stream().map(article -> article.in(places)).toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the line is not a JSON object", e);
        }
    }
}
