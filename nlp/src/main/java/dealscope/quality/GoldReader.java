package dealscope.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.quality.GoldArticle.Chip;
import dealscope.quality.GoldArticle.Firm;
import dealscope.quality.GoldArticle.TrueDeal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a {@code gold.jsonl}; {@link BadGold} for the first that is wrong. */
final class GoldReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** It names a file. */
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}_.-]{0,99}");
    /** More than any article has; matching them grows with their number. */
    private static final int MOST_DEALS = 60;

    private final String file;
    private final Gold.Folder folder;

    GoldReader(String file, Gold.Folder folder) {
        this.file = file;
        this.folder = folder;
    }

    List<GoldArticle> articles(String lines) throws IOException {
        List<GoldArticle> articles = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (String line : lines.split("\n")) {
            number++;
            if (!line.isBlank()) {
                String where = file + ":" + number + ": ";
                GoldArticle article = article(where, node(where, line));
                if (!ids.add(article.id())) {
                    throw new BadGold(where + "id " + article.id() + " is there twice");
                }
                articles.add(article);
            }
        }
        return articles;
    }

    private static JsonNode node(String where, String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node == null || !node.isObject()) {
                throw new BadGold(where + "not a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new BadGold(where + "not JSON: " + e.getOriginalMessage());
        }
    }

    private GoldArticle article(String where, JsonNode node) throws IOException {
        String id = node.path("id").asText();
        if (!ID.matcher(id).matches()) {
            throw new BadGold(where + "\"id\" must be letters, digits, dots, hyphens: it names the text's file");
        }
        for (String field : List.of("companies", "money", "hardware", "power_mw", "deals")) {
            if (!node.path(field).isArray()) {
                throw new BadGold(where + "no list \"" + field + "\"");
            }
        }
        String text = folder.text("texts/" + id + ".txt");
        if (text == null) {
            throw new BadGold(where + "there is no texts/" + id + ".txt");
        }
        int feed = text.indexOf('\n');
        return new GoldArticle(
                id,
                feed < 0 ? text : text.substring(0, feed),
                feed < 0 ? "" : text.substring(feed + 1).strip(),
                node.path("published").isTextual() ? node.get("published").asText() : null,
                node.path("negative").asBoolean(),
                companies(node),
                Cells.texts(node, "companies_ignore"),
                Cells.money(node),
                hardware(node),
                Cells.texts(node, "hardware_ignore"),
                Cells.all(node, "power_mw"),
                Cells.all(node, "power_ignore"),
                deals(where, node));
    }

    private static List<Firm> companies(JsonNode node) {
        List<Firm> companies = new ArrayList<>();
        for (JsonNode each : node.get("companies")) {
            companies.add(new Firm(each.path("name").asText(), Cells.texts(each, "aliases")));
        }
        return companies;
    }

    private static List<Chip> hardware(JsonNode node) {
        List<Chip> hardware = new ArrayList<>();
        for (JsonNode each : node.get("hardware")) {
            Double count = Cells.or(each, "count");
            hardware.add(new Chip(
                    each.path("name").asText(),
                    Cells.texts(each, "aliases"),
                    count == null || count == 0 ? null : count));
        }
        return hardware;
    }

    private static List<TrueDeal> deals(String where, JsonNode node) {
        List<TrueDeal> deals = new ArrayList<>();
        for (JsonNode each : node.get("deals")) {
            List<Double> values = new ArrayList<>();
            Double value = Cells.or(each, "value_usd");
            if (value != null) {
                values.add(value);
            }
            values.addAll(Cells.all(each, "value_alt"));
            deals.add(new TrueDeal(
                    readings(where, each, "type"),
                    Cells.texts(each, "payer"),
                    Cells.texts(each, "payee"),
                    values,
                    readings(where, each, "status"),
                    each.path("main").asBoolean(),
                    each.path("optional").asBoolean()));
        }
        if (deals.size() > MOST_DEALS) {
            throw new BadGold(where + "more than " + MOST_DEALS + " deals");
        }
        return deals;
    }

    private static List<String> readings(String where, JsonNode deal, String field) {
        @Nullable String first = deal.path(field).isTextual() ? deal.get(field).asText() : null;
        if (first == null) {
            throw new BadGold(where + "a deal without \"" + field + "\"");
        }
        List<String> readings = new ArrayList<>(List.of(first));
        readings.addAll(Cells.texts(deal, field + "_alt"));
        return readings;
    }
}
