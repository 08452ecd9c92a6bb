package dealscope.index;

import dealscope.fact.Currencies;
import dealscope.index.QueryRange.Span;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts as people type them: {@code $1.5bn}, {@code 500 million}, {@code €2bn}, {@code 1.2gw}, {@code 80%}. */
final class QueryAmounts {
    /** Words that may stand apart from their number: {@code value:1.5 billion}. */
    static final Set<String> SPACED_UNITS = Set.of(
            "k",
            "m",
            "mn",
            "million",
            "b",
            "bn",
            "billion",
            "t",
            "tn",
            "trillion",
            "mw",
            "gw",
            "kw",
            "megawatts",
            "gigawatts",
            "megawatt",
            "gigawatt");

    private static final Pattern NUMBER = Pattern.compile(
            "([^0-9.]{0,12}+)(\\d{1,40}+(?:\\.\\d{1,40}+)?+) ?+([a-z]{0,12}+)(?: ?+([^0-9.]{1,20}+))?+");
    private static final Map<String, Double> MONEY = Map.ofEntries(
            Map.entry("", 1.0),
            Map.entry("k", 1e3),
            Map.entry("thousand", 1e3),
            Map.entry("m", 1e6),
            Map.entry("mn", 1e6),
            Map.entry("mln", 1e6),
            Map.entry("million", 1e6),
            Map.entry("b", 1e9),
            Map.entry("bn", 1e9),
            Map.entry("billion", 1e9),
            Map.entry("t", 1e12),
            Map.entry("tn", 1e12),
            Map.entry("trillion", 1e12));
    private static final Map<String, Double> MEGAWATTS = Map.ofEntries(
            Map.entry("", 1.0),
            Map.entry("kw", 1e-3),
            Map.entry("mw", 1.0),
            Map.entry("megawatt", 1.0),
            Map.entry("megawatts", 1.0),
            Map.entry("gw", 1e3),
            Map.entry("gigawatt", 1e3),
            Map.entry("gigawatts", 1e3),
            Map.entry("tw", 1e6));
    private static final double LEAST = 1e-9;
    private static final double MOST = 1e30;
    private static final Currencies CURRENCIES = Currencies.load();
    private static final Map<String, String> CODES = codes();

    private QueryAmounts() {}

    /** Marks and words of currencies; the first currency of the file owns what several write. */
    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (Currencies.Currency currency : CURRENCIES.all()) {
            for (List<String> names : List.of(currency.marks(), currency.words(), currency.risky())) {
                names.forEach(name -> codes.putIfAbsent(name.toLowerCase(Locale.ROOT), currency.code()));
            }
        }
        return codes;
    }

    /** US dollars; {@code currency} is that of the other end of the range, null when none is said there. */
    static @Nullable Span money(String words, @Nullable String currency) {
        Matcher matcher = NUMBER.matcher(words.replace(",", ""));
        if (!matcher.matches()) {
            return null;
        }
        String unit = matcher.group(3);
        String after = matcher.group(4) == null ? "" : matcher.group(4).strip();
        if (!MONEY.containsKey(unit)) { // 20eur
            after = (unit + " " + after).strip();
            unit = "";
        }
        String code = code(matcher.group(1).strip(), after, currency);
        Double factor = MONEY.get(unit);
        if (code == null || factor == null) {
            return null;
        }
        double written = Double.parseDouble(matcher.group(2));
        double dollars = written * factor;
        if (!plausible(dollars)) {
            return null;
        }
        if (!code.equals("USD")) {
            BigDecimal converted = CURRENCIES.inDollars(BigDecimal.valueOf(dollars), code, null);
            if (converted == null) {
                return null;
            }
            dollars = converted.doubleValue();
        }
        return new Span(dollars, dollars, false, written, unit);
    }

    private static @Nullable String code(String before, String after, @Nullable String other) {
        if (before.isEmpty() && after.isEmpty()) {
            return other == null ? "USD" : other;
        }
        if (!before.isEmpty() && !after.isEmpty()) {
            return null;
        }
        return CODES.get(before + after);
    }

    /** The currency that is written at this end of a range; null when none is. */
    static @Nullable String currency(String words) {
        Matcher matcher = NUMBER.matcher(words.replace(",", ""));
        if (!matcher.matches()) {
            return null;
        }
        String after = matcher.group(4) == null ? "" : matcher.group(4).strip();
        String unit = MONEY.containsKey(matcher.group(3)) ? "" : matcher.group(3);
        return CODES.get((matcher.group(1).strip() + unit + " " + after).strip());
    }

    static @Nullable Span power(String words) {
        return number(words, MEGAWATTS);
    }

    static @Nullable Span count(String words) {
        return number(words, Map.of("", 1.0));
    }

    /** From 0 to 1; whole numbers above 1 are per cent too. */
    static @Nullable Span share(String words) {
        boolean percent = words.endsWith("%");
        Span span = number(percent ? words.substring(0, words.length() - 1) : words, Map.of("", 1.0));
        if (span == null) {
            return null;
        }
        double share = percent || span.first() > 1 ? span.first() / 100 : span.first();
        return Span.of(share, share);
    }

    private static @Nullable Span number(String words, Map<String, Double> units) {
        Matcher matcher = NUMBER.matcher(words.replace(",", ""));
        if (!matcher.matches() || !matcher.group(1).isEmpty() || matcher.group(4) != null) {
            return null;
        }
        Double unit = units.get(matcher.group(3));
        double written = Double.parseDouble(matcher.group(2));
        return unit == null || !plausible(written * unit)
                ? null
                : new Span(written * unit, written * unit, false, written, matcher.group(3));
    }

    /** What can be written again without an exponent, and read. */
    private static boolean plausible(double number) {
        return number == 0 || number >= LEAST && number <= MOST;
    }
}
