package dealscope.nlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dealscope.deal.Analysis;
import dealscope.deal.Company;
import dealscope.deal.Hardware;
import dealscope.deal.Mention;
import dealscope.deal.Money;
import dealscope.deal.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The stage {@code analyze}: an article as a line of JSON in, what is in it as a line of JSON out.
 *
 * <p>In: {@code {"id","title"?,"text","published"?,"publisher"?}}. A line that cannot be handled gives
 * {@code {"id","error"}}. The mentions are those of the text; those of the title are left out, because offsets count in
 * the text. From any thread.
 */
public final class AnalyzeStage implements UnaryOperator<String> {
    private final ObjectMapper json = new ObjectMapper();
    private final Analyzer analyzer;

    public AnalyzeStage(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Lines from standard input to standard output. */
    public static void main(String[] args) throws IOException {
        AnalyzeStage stage = new AnalyzeStage(Analyzer.load());
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    out.println(stage.apply(line));
                }
            }
        }
        out.flush();
    }

    @Override
    public String apply(String line) {
        ObjectNode answer = json.createObjectNode();
        answer.putNull("id");
        try {
            JsonNode asked = json.readTree(line);
            if (asked == null || !asked.isObject()) {
                throw new IllegalArgumentException("not a JSON object");
            }
            answer.set("id", asked.path("id").isMissingNode() ? json.nullNode() : asked.get("id"));
            put(answer, analyzer.analyze(input(asked)));
        } catch (JsonProcessingException e) {
            answer.put("error", "not JSON: " + e.getOriginalMessage());
        } catch (RuntimeException | StackOverflowError e) {
            answer.put("error", String.valueOf(e.getMessage()));
        }
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The article in a line; throws {@link IllegalArgumentException} when it has no text or a date that is none. */
    public static Analyzer.Input input(JsonNode asked) {
        JsonNode text = asked.path("text");
        if (!text.isTextual()) {
            throw new IllegalArgumentException("text is missing");
        }
        return new Analyzer.Input(
                asked.path("id").asText(),
                asked.path("title").isTextual() ? asked.get("title").textValue() : null,
                text.textValue(),
                instant(asked.path("published")),
                asked.path("publisher").isTextual() ? asked.get("publisher").textValue() : null,
                null);
    }

    /** A day, a moment with its offset, or nothing. */
    private static @Nullable Instant instant(JsonNode published) {
        if (!published.isTextual() || published.textValue().isBlank()) {
            return null;
        }
        String date = published.textValue().strip();
        try {
            return date.length() == 10
                    ? LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(date).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("published \"" + date + "\" is no ISO 8601 date", e);
        }
    }

    private void put(ObjectNode answer, Analysis analysis) {
        NamesInText names = new NamesInText(analysis);
        put(answer.putArray("companies"), analysis.companies(), names);
        ArrayNode money = answer.putArray("money");
        analysis.money().forEach(m -> put(money.addObject(), m));
        ArrayNode hardware = answer.putArray("hardware");
        for (Hardware h : analysis.hardware()) {
            hardware.addObject().put("name", h.name()).put("count", h.count());
        }
        ArrayNode power = answer.putArray("power_mw");
        analysis.powerMw().forEach(power::add);
        ArrayNode deals = answer.putArray("deals");
        analysis.reports().forEach(r -> put(deals.addObject(), r, names));
        ArrayNode mentions = answer.putArray("mentions");
        analysis.mentions().stream().filter(m -> !m.inTitle()).forEach(m -> put(mentions.addObject(), m));
        if (analysis.truncated()) {
            answer.put("truncated", true);
        }
    }

    private static void put(ObjectNode node, Money m) {
        node.put("text", m.text())
                .put("currency", m.currency())
                .put("min", number(m.min()))
                .put("max", number(m.max()))
                .put("per", m.per())
                .put("qualifier", m.qualifier().label());
    }

    private static void put(ObjectNode node, Report r, NamesInText names) {
        node.put("type", r.type().label());
        put(node.putArray("payer"), r.payer(), names);
        put(node.putArray("payee"), r.payee(), names);
        Money value = r.value();
        node.put("value_usd", value == null || value.usd() == null ? null : number(value.usd()))
                .put("value_per", value == null ? null : value.per())
                .put("status", r.status().label())
                .put("power_mw", r.powerMw());
        ArrayNode hardware = node.putArray("hardware");
        r.hardware().forEach(h -> hardware.add(h.name()));
        node.put("main", r.main());
    }

    private static void put(ObjectNode node, Mention m) {
        node.put("kind", m.kind().label())
                .put("text", m.text())
                .put("start", m.start())
                .put("end", m.end())
                .put("entity", m.entity());
    }

    private static void put(ArrayNode node, List<Company> companies, NamesInText names) {
        companies.forEach(c -> node.add(names.of(c)));
    }

    /** Without exponent: 45000000000, 16.4. */
    private static BigDecimal number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
