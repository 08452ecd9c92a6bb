package dealscope.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dealscope.quality.GoldArticle.Sum;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in an article: a line of the stage {@code analyze}, as far as it is compared with the gold. */
record Found(List<String> companies, List<Sum> money, List<Chip> hardware, List<Double> powerMw, List<Deal> deals) {
    static final Found NOTHING = new Found(List.of(), List.of(), List.of(), List.of(), List.of());

    /** A chip or system with its count, null when none was found. */
    record Chip(String name, @Nullable Double count) {}

    /** A deal with its value, null when none was found. */
    record Deal(
            String type,
            List<String> payer,
            List<String> payee,
            @Nullable Double valueUsd,
            String status) {}

    /** Reads {@code {"companies","money","hardware","power_mw","deals"}}; a field that is not there is empty. */
    static Found of(JsonNode line) {
        List<Chip> hardware = new ArrayList<>();
        line.path("hardware").forEach(h -> hardware.add(new Chip(h.path("name").asText(), Cells.or(h, "count"))));
        List<Deal> deals = new ArrayList<>();
        line.path("deals").forEach(d -> deals.add(deal(d)));
        return new Found(
                Cells.texts(line, "companies"), Cells.money(line), hardware, Cells.all(line, "power_mw"), deals);
    }

    private static Deal deal(JsonNode deal) {
        return new Deal(
                deal.path("type").asText(),
                Cells.texts(deal, "payer"),
                Cells.texts(deal, "payee"),
                Cells.or(deal, "value_usd"),
                deal.path("status").asText());
    }
}
