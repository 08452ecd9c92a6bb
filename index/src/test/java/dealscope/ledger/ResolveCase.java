package dealscope.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.deal.Cited;
import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.DealType;
import dealscope.deal.Field;
import dealscope.deal.Hardware;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.deal.Report;
import dealscope.deal.Status;
import dealscope.deal.Term;
import dealscope.story.Stories;
import dealscope.story.StoryPlace;
import dealscope.story.StoryText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A case as a file: articles with their reports in, deals out. See {@code resolve/README.md} for how to write one.
 *
 * @param deals what is expected of each deal; fields that are left out may be anything
 */
record ResolveCase(Map<String, String> roots, List<Coverage> coverage, List<JsonNode> deals) {
    static final Instant SEEN = Instant.parse("2026-11-01T00:00:00Z");
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<hedge>about |over |up to )?(?:(?<currency>[A-Z]{3}) )?(?<min>[0-9.]+)(?:-(?<max>[0-9.]+))?(?<unit>bn|m)"
                    + "(?: a (?<per>month|year))?(?: = (?<usd>[0-9.]+)bn)?");

    static ResolveCase read(Path file) throws IOException {
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        Map<String, String> roots = new HashMap<>();
        json.path("roots")
                .fields()
                .forEachRemaining(
                        entry -> roots.put(entry.getKey(), entry.getValue().asText()));
        List<Coverage> coverage = new ArrayList<>();
        List<StoryText> texts = new ArrayList<>();
        json.path("coverage").forEach(article -> texts.add(text(article)));
        Map<String, StoryPlace> places = Stories.of(texts);
        for (StoryText text : texts) {
            coverage.add(article(
                    json.path("coverage").get(coverage.size()), text, Objects.requireNonNull(places.get(text.id()))));
        }
        List<JsonNode> deals = new ArrayList<>();
        json.path("deals").forEach(deals::add);
        return new ResolveCase(roots, coverage, deals);
    }

    Resolver resolver() {
        return new Resolver(id -> roots.getOrDefault(id, id));
    }

    private static StoryText text(JsonNode json) {
        String id = json.path("id").asText();
        String published = json.path("published").asText("");
        return StoryText.of(
                id,
                json.path("publisher").asText("Sample Wire"),
                json.path("title").asText("Title of " + id),
                json.path("text").asText(""),
                null,
                "https://example.com/" + id,
                null,
                published.isEmpty()
                        ? null
                        : LocalDate.parse(published).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static Coverage article(JsonNode json, StoryText text, StoryPlace place) {
        String id = text.id();
        Instant at = text.published();
        List<Report> reports = new ArrayList<>();
        json.path("reports").forEach(report -> reports.add(report(report, reports.size(), id, at)));
        return new Coverage(
                id,
                text.publisher(),
                text.title(),
                "https://example.com/" + id,
                at,
                SEEN,
                place.origin(),
                text.length(),
                json.path("sample").asBoolean(false),
                reports);
    }

    static Report report(JsonNode json, int ordinal, String article, @Nullable Instant published) {
        List<Claim> claims = new ArrayList<>();
        Cited cited = Cited.of(json.path("cited").asText("nobody"));
        String sentence = json.path("sentence").asText("A sentence.");
        Money value = null;
        String amount = json.path("value").asText("");
        if (amount.equals("undisclosed")) {
            claims.add(claim(Field.VALUE, "undisclosed", null, cited, article, sentence, published));
        } else if (!amount.isEmpty()) {
            value = money(amount);
            claims.add(claim(Field.VALUE, amount, value, cited, article, sentence, published));
        }
        json.path("amounts")
                .forEach(also -> claims.add(
                        claim(Field.VALUE, also.asText(), money(also.asText()), cited, article, sentence, published)));
        Status status = Status.of(json.path("status").asText("announced"));
        claims.add(claim(Field.STATUS, status.label(), null, cited, article, sentence, published));
        List<Hardware> hardware = new ArrayList<>();
        json.path("hardware")
                .forEach(item -> hardware.add(new Hardware(
                        item.path("name").asText(),
                        "NVIDIA",
                        item.has("count") ? item.path("count").asLong() : null)));
        return new Report(
                ordinal,
                DealType.of(json.path("type").asText()),
                companies(json.path("payer")),
                companies(json.path("payee")),
                json.path("main").asBoolean(true),
                status,
                value,
                json.has("power_mw") ? json.path("power_mw").asDouble() : null,
                hardware,
                json.has("years") ? new Term(null, null, json.path("years").asDouble()) : null,
                json.has("site") ? json.path("site").asText() : null,
                json.has("stake") ? json.path("stake").asDouble() : null,
                json.has("announced") ? LocalDate.parse(json.path("announced").asText()) : null,
                claims,
                "case");
    }

    private static Claim claim(
            Field field,
            String value,
            @Nullable Money money,
            Cited cited,
            String article,
            String sentence,
            @Nullable Instant published) {
        return new Claim(
                field, value, money, cited, null, article, sentence, 0, sentence.length(), false, published, SEEN);
    }

    private static List<Company> companies(JsonNode names) {
        List<Company> companies = new ArrayList<>();
        names.forEach(name -> companies.add(new Company(id(name.asText()), name.asText())));
        return companies;
    }

    /** The id that a company has in cases. */
    static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    static Money money(String words) {
        Matcher matcher = AMOUNT.matcher(words);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no amount: " + words);
        }
        BigDecimal unit = new BigDecimal("bn".equals(matcher.group("unit")) ? "1000000000" : "1000000");
        BigDecimal min = new BigDecimal(matcher.group("min")).multiply(unit);
        BigDecimal max = matcher.group("max") == null ? min : new BigDecimal(matcher.group("max")).multiply(unit);
        String currency = matcher.group("currency") == null ? "USD" : matcher.group("currency");
        String usd = matcher.group("usd");
        Qualifier qualifier =
                switch (String.valueOf(matcher.group("hedge"))) {
                    case "about " -> Qualifier.ABOUT;
                    case "over " -> Qualifier.AT_LEAST;
                    case "up to " -> Qualifier.AT_MOST;
                    default -> min.equals(max) ? Qualifier.EXACT : Qualifier.RANGE;
                };
        BigDecimal dollars = usd != null ? new BigDecimal(usd).multiply(unit) : currency.equals("USD") ? max : null;
        return new Money(words, currency, min, max, matcher.group("per"), qualifier, dollars, usd != null);
    }
}
