package dealscope.fact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Currencies as they are written ({@code currencies.csv}) and their approximate monthly rates ({@code rates.csv}).
 * Immutable.
 */
public final class Currencies {
    private final List<Currency> all;
    private final TreeMap<YearMonth, Map<String, BigDecimal>> perDollar;

    /**
     * @param code ISO 4217
     * @param marks written before a number: {@code US$}, {@code EUR}
     * @param words written after a number: {@code euros}
     * @param risky words that count only after a magnitude: {@code won}
     */
    public record Currency(String code, List<String> marks, List<String> words, List<String> risky) {}

    private Currencies(List<Currency> all, TreeMap<YearMonth, Map<String, BigDecimal>> perDollar) {
        this.all = all;
        this.perDollar = perDollar;
    }

    public static Currencies load() {
        List<Currency> all = FactFile.csv("currencies.csv", List.of("code", "marks", "words", "risky")).stream()
                .map(row -> new Currency(row.required("code"), row.list("marks"), row.list("words"), row.list("risky")))
                .toList();
        TreeMap<YearMonth, Map<String, BigDecimal>> perDollar = new TreeMap<>();
        for (FactFile.Row row : FactFile.csv("rates.csv", rateHeader())) {
            perDollar.put(month(row), rates(row));
        }
        return new Currencies(all, perDollar);
    }

    private static List<String> rateHeader() {
        return List.of(FactFile.lines("rates.csv").getFirst().split(","));
    }

    private static YearMonth month(FactFile.Row row) {
        try {
            return YearMonth.parse(row.required("month"));
        } catch (DateTimeParseException e) {
            throw row.bad("month \"" + row.get("month") + "\" is not like 2026-05");
        }
    }

    private static Map<String, BigDecimal> rates(FactFile.Row row) {
        Map<String, BigDecimal> rates = new HashMap<>();
        for (Map.Entry<String, String> cell : row.cells().entrySet()) {
            if (cell.getKey().equals("month")) {
                continue;
            }
            try {
                BigDecimal rate = new BigDecimal(cell.getValue().strip());
                if (rate.signum() <= 0) {
                    throw row.bad("rate of " + cell.getKey() + " is not above zero");
                }
                rates.put(cell.getKey(), rate);
            } catch (NumberFormatException e) {
                throw row.bad("rate of " + cell.getKey() + " is no number: " + cell.getValue());
            }
        }
        return rates;
    }

    public List<Currency> all() {
        return all;
    }

    /**
     * The amount in US dollars at the month's rate, in whole dollars; a month outside the table takes the nearest one.
     * Null when the currency has no rate.
     *
     * @param month null for the last month of the table
     */
    public @Nullable BigDecimal inDollars(BigDecimal amount, String code, @Nullable YearMonth month) {
        if (code.equals("USD")) {
            return amount;
        }
        Map.Entry<YearMonth, Map<String, BigDecimal>> rates =
                month == null ? perDollar.lastEntry() : perDollar.floorEntry(month);
        BigDecimal rate =
                (rates == null ? perDollar.firstEntry() : rates).getValue().get(code);
        return rate == null ? null : amount.divide(rate, MathContext.DECIMAL64).setScale(0, RoundingMode.HALF_EVEN);
    }
}
