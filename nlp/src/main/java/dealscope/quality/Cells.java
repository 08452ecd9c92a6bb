package dealscope.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dealscope.quality.GoldArticle.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what gold and findings have in common; what is not there is empty. */
final class Cells {
    private Cells() {}

    static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    static List<Double> all(JsonNode node, String field) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode each : node.path(field)) {
            if (each.isNumber()) {
                numbers.add(each.asDouble());
            }
        }
        return numbers;
    }

    static @Nullable Double or(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.get(field).asDouble() : null;
    }

    /** The amounts of {@code money}; one bound stands for both, and an amount without any is left out. */
    static List<Sum> money(JsonNode node) {
        List<Sum> sums = new ArrayList<>();
        for (JsonNode each : node.path("money")) {
            Double low = firstOf(or(each, "min"), or(each, "max"));
            Double high = firstOf(or(each, "max"), low);
            if (low != null && high != null) {
                sums.add(new Sum(
                        each.path("currency").asText("USD").toUpperCase(Locale.ROOT),
                        low,
                        high,
                        each.path("per").isTextual() ? each.get("per").asText() : "",
                        each.path("optional").asBoolean()));
            }
        }
        return sums;
    }

    private static @Nullable Double firstOf(@Nullable Double first, @Nullable Double second) {
        return first == null ? second : first;
    }
}
