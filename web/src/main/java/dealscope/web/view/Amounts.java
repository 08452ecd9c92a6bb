package dealscope.web.view;

import dealscope.deal.Hardware;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.deal.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts as a reader takes them in at a glance: {@code ~$45bn}, {@code ≤$19.4bn}, {@code $1.25bn/mo}, {@code 1.2 GW}. */
public final class Amounts {
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("USD", "$"),
            Map.entry("EUR", "€"),
            Map.entry("GBP", "£"),
            Map.entry("JPY", "¥"),
            Map.entry("CNY", "CN¥"),
            Map.entry("KRW", "₩"),
            Map.entry("INR", "₹"),
            Map.entry("CAD", "C$"),
            Map.entry("AUD", "A$"),
            Map.entry("SGD", "S$"),
            Map.entry("HKD", "HK$"),
            Map.entry("TWD", "NT$"),
            Map.entry("BRL", "R$"));
    private static final Map<String, String> PERIODS =
            Map.of("hour", "/hr", "day", "/day", "week", "/wk", "month", "/mo", "quarter", "/qtr", "year", "/yr");
    private static final String[] UNITS = {"", "k", "m", "bn", "tn"};
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Amounts() {}

    /** The amount with its hedge and period. */
    public static String of(Money money) {
        String per = money.per() == null ? "" : PERIODS.getOrDefault(money.per(), "/" + money.per());
        String symbol = symbol(money.currency());
        if (money.qualifier() == Qualifier.RANGE && money.min().compareTo(money.max()) < 0) {
            return symbol + range(money.min(), money.max()) + per;
        }
        return switch (money.qualifier()) {
            case ABOUT -> "~" + symbol + number(money.max()) + per;
            case AT_LEAST -> "≥" + symbol + number(money.min()) + per;
            case AT_MOST -> "≤" + symbol + number(money.max()) + per;
            default -> symbol + number(money.max()) + per;
        };
    }

    /** A sum in dollars: {@code $1.3bn}. */
    public static String usd(double dollars) {
        return Double.isFinite(dollars) ? "$" + number(BigDecimal.valueOf(dollars)) : "–";
    }

    public static String usd(BigDecimal dollars) {
        return "$" + number(dollars);
    }

    /** What to show on hover: the words as written, and the dollars where they were converted. */
    public static String words(Money money) {
        String words = "“" + money.text() + "”";
        if (money.usd() != null && !money.currency().equals("USD")) {
            words += ", " + usd(money.usd()) + (money.converted() ? " at a reference rate" : "");
        }
        return words;
    }

    private static String symbol(String currency) {
        return SYMBOLS.getOrDefault(currency, currency + " ");
    }

    private static String range(BigDecimal min, BigDecimal max) {
        String low = number(min);
        String high = number(max);
        String unit = high.replaceAll("[0-9.,]", "");
        boolean sameUnit = !unit.isEmpty()
                && low.endsWith(unit)
                && low.replaceAll("[0-9.,]", "").equals(unit);
        return (sameUnit ? low.substring(0, low.length() - unit.length()) : low) + "–" + high;
    }

    /** Three figures and a unit: {@code 45bn}, {@code 1.25bn}, {@code 345m}. */
    static String number(BigDecimal amount) {
        BigDecimal rest = amount.abs();
        if (rest.precision() - rest.scale() > 30) {
            return amount.round(new java.math.MathContext(3)).toString();
        }
        int unit = 0;
        BigDecimal rounded = rounded(rest);
        while (rounded.compareTo(THOUSAND) >= 0 && unit < UNITS.length - 1) {
            rest = rest.movePointLeft(3);
            unit++;
            rounded = rounded(rest);
        }
        return (amount.signum() < 0 ? "−" : "") + plain(rounded) + UNITS[unit];
    }

    private static BigDecimal rounded(BigDecimal value) {
        int digits = value.precision() - value.scale();
        return value.setScale(Math.max(0, 3 - Math.max(1, digits)), RoundingMode.HALF_UP);
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() <= 0
                ? String.format(Locale.ROOT, "%,d", stripped.toBigInteger())
                : stripped.toPlainString();
    }

    /** {@code 850 MW}, {@code 1.2 GW}. */
    public static String power(double megawatts) {
        if (!Double.isFinite(megawatts)) {
            return "–";
        }
        boolean giga = Math.abs(megawatts) >= 1000;
        return plain(rounded(BigDecimal.valueOf(giga ? megawatts / 1000 : megawatts))) + (giga ? " GW" : " MW");
    }

    /** {@code 110,000 × NVIDIA GB200}. */
    public static String hardware(Hardware hardware) {
        return hardware.count() == null
                ? hardware.name()
                : String.format(Locale.ROOT, "%,d", hardware.count()) + " × " + hardware.name();
    }

    /** {@code 5 years, to May 2029}. */
    public static String term(Term term) {
        StringBuilder words = new StringBuilder();
        if (term.years() != null) {
            String years = plain(rounded(BigDecimal.valueOf(term.years())));
            words.append(years).append(years.equals("1") ? " year" : " years");
        }
        if (term.start() != null || term.end() != null) {
            words.append(words.isEmpty() ? "" : ", ").append(span(term.start(), term.end()));
        }
        return words.toString();
    }

    private static String span(@Nullable LocalDate start, @Nullable LocalDate end) {
        if (start == null) {
            return end == null ? "" : "to " + Dates.month(end);
        }
        return end == null ? "from " + Dates.month(start) : Dates.month(start) + " – " + Dates.month(end);
    }

    /** {@code 4.9%}. */
    public static String percent(double percent) {
        return Double.isFinite(percent) ? plain(rounded(BigDecimal.valueOf(percent))) + "%" : "–";
    }

    /** {@code 12,345}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
