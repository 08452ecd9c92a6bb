package dealscope.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.ledger.Coverage;
import dealscope.ledger.Fingerprint;
import dealscope.ledger.ResolveStage;
import dealscope.nlp.AnalyzeStage;
import dealscope.nlp.Analyzer;
import dealscope.web.api.Json;
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

/** The stage {@code resolve}: reads a whole batch of articles, then writes the deals that they tell together. */
final class ResolveRunner {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResolveRunner() {}

    static int run(Analyzer analyzer, ResolveStage stage, InputStream in, OutputStream out) throws IOException {
        List<Coverage> batch = new ArrayList<>();
        PrintStream answers = new PrintStream(out, false, StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                String text = line;
                String answer = StageRunner.answer(
                        ignored -> {
                            batch.add(coverage(analyzer, text));
                            return "";
                        },
                        line);
                if (!answer.isEmpty()) {
                    answers.println(answer);
                }
            }
        }
        stage.lines(batch).forEach(line -> answers.println(Json.of(line)));
        answers.flush();
        return answers.checkError() ? 1 : 0;
    }

    private static Coverage coverage(Analyzer analyzer, String line) {
        Analyzer.Input input = AnalyzeStage.input(read(line));
        return new Coverage(
                input.articleId(),
                input.publisher() == null ? "" : input.publisher(),
                input.title() == null ? "" : input.title(),
                "",
                input.published(),
                input.published() == null ? Instant.EPOCH : input.published(),
                Fingerprint.of(input.text()),
                false,
                analyzer.analyze(input).reports());
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the line is not a JSON object", e);
        }
    }
}
