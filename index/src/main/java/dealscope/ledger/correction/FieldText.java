package dealscope.ledger.correction;

import dealscope.deal.DealType;
import dealscope.deal.Field;
import dealscope.deal.Hardware;
import dealscope.deal.Money;
import dealscope.deal.Status;
import dealscope.deal.Term;
import dealscope.fact.Currencies;
import dealscope.fact.HardwareCatalog;
import dealscope.fact.HardwareFact;
import dealscope.nlp.mention.MoneyFinder;
import dealscope.nlp.mention.PowerFinder;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.Lexer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value that an analyst writes for a field: {@code about $45 billion}, {@code 1.2 GW},
 * {@code 220000 x NVIDIA GB200; NVIDIA H100}, {@code 5 years}, {@code 2026-06 to 2029-05}, {@code announced}. Amounts and
 * capacities are read as in articles. Safe for many threads.
 */
public final class FieldText {
    private static final int LONGEST = 300;
    private static final Pattern YEARS = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,2})?) ?(?:y|yr|yrs|years?)?");
    private static final Pattern DATES =
            Pattern.compile("(?:from )?([0-9-]{4,10})? ?(?:to|until|through|/|–) ?([0-9-]{4,10})");
    private static final Pattern COUNTED = Pattern.compile("([0-9][0-9,]{0,14}) ?[x×] ?(.+)");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,4})?) ?%?");
    private static final Pattern MEGAWATTS = Pattern.compile("[0-9]{1,7}(?:\\.[0-9]{1,4})?");

    private final MoneyFinder money = new MoneyFinder(Currencies.load());
    private final PowerFinder power = new PowerFinder();
    private final HardwareCatalog catalog = HardwareCatalog.load();

    /**
     * @param words blank, {@code none} and {@code undisclosed} say that there is no value
     * @throws BadCorrection when the words are none for this field, with an example
     */
    public FieldValue read(Field field, String words) throws BadCorrection {
        String text = words.strip().replaceAll("\\s+", " ");
        if (text.length() > LONGEST) {
            throw new BadCorrection("a value has at most " + LONGEST + " characters");
        }
        boolean none = text.isEmpty() || text.equalsIgnoreCase("none") || text.equalsIgnoreCase("undisclosed");
        if (none && field != Field.TYPE && field != Field.STATUS && field != Field.PAYER && field != Field.PAYEE) {
            return FieldValue.none(field, text);
        }
        return switch (field) {
            case PAYER, PAYEE -> throw new BadCorrection("a party is corrected by side, wrong and right company");
            case VALUE -> new FieldValue(field, text, amount(text), null, List.of(), null, null, null);
            case POWER_MW -> number(field, text, megawatts(text));
            case EQUITY_STAKE_PCT -> number(field, text, percent(text));
            case HARDWARE -> new FieldValue(field, text, null, null, hardware(text), null, null, null);
            case TERM -> new FieldValue(field, text, null, null, List.of(), term(text), null, null);
            case ANNOUNCED -> new FieldValue(field, text, null, null, List.of(), null, day(text, false), null);
            case SITE -> word(field, text, text);
            case TYPE -> word(field, text, type(text));
            case STATUS -> word(field, text, status(text));
        };
    }

    private static FieldValue number(Field field, String text, double number) {
        return new FieldValue(field, text, null, number, List.of(), null, null, null);
    }

    private static FieldValue word(Field field, String text, String word) {
        return new FieldValue(field, text, null, null, List.of(), null, null, word);
    }

    private Money amount(String text) throws BadCorrection {
        List<Found> found = money.find(text, false, Lexer.lex(text), null);
        if (found.size() == 1 && found.getFirst().detail() instanceof Detail.Amount amount) {
            return amount.money();
        }
        throw new BadCorrection("\"" + text + "\" is not one amount; write \"$45 billion\", \"about €2bn\","
                + " \"up to $5bn a year\" or \"undisclosed\"");
    }

    private double megawatts(String text) throws BadCorrection {
        if (MEGAWATTS.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        List<Found> found = power.find(text, false, Lexer.lex(text));
        if (found.size() == 1 && found.getFirst().detail() instanceof Detail.Capacity capacity) {
            return capacity.mw();
        }
        throw new BadCorrection("\"" + text + "\" is no capacity; write \"300 MW\" or \"1.2 GW\"");
    }

    private static double percent(String text) throws BadCorrection {
        Matcher matcher = PERCENT.matcher(text);
        if (matcher.matches() && Double.parseDouble(matcher.group(1)) <= 100) {
            return Double.parseDouble(matcher.group(1));
        }
        throw new BadCorrection("\"" + text + "\" is no stake; write \"4.9%\"");
    }

    private List<Hardware> hardware(String text) {
        List<Hardware> all = new ArrayList<>();
        for (String part : text.split(";")) {
            Matcher counted = COUNTED.matcher(part.strip());
            boolean count = counted.matches();
            String name = (count ? counted.group(2) : part).strip();
            if (!name.isEmpty()) {
                all.add(named(name, count ? Long.valueOf(counted.group(1).replace(",", "")) : null));
            }
        }
        return all;
    }

    private Hardware named(String name, @Nullable Long count) {
        for (HardwareFact fact : catalog.all()) {
            if (fact.names().stream().anyMatch(name::equalsIgnoreCase)) {
                return new Hardware(fact.name(), fact.vendor(), count);
            }
        }
        return new Hardware(name, null, count);
    }

    private static Term term(String text) throws BadCorrection {
        Matcher years = YEARS.matcher(text);
        if (years.matches()) {
            return new Term(null, null, Double.valueOf(years.group(1)));
        }
        Matcher dates = DATES.matcher(text);
        if (dates.matches()) {
            String start = dates.group(1);
            return new Term(start == null ? null : day(start, false), day(dates.group(2), true), null);
        }
        throw new BadCorrection("\"" + text + "\" is no term; write \"5 years\" or \"2026-06 to 2029-05\"");
    }

    /** @param last whether a month or year means its last day */
    private static LocalDate day(String text, boolean last) throws BadCorrection {
        try {
            LocalDate day = LocalDate.parse(
                    switch (text.length()) {
                        case 4 -> text + "-01-01";
                        case 7 -> text + "-01";
                        default -> text;
                    });
            if (!last || text.length() == 10) {
                return day;
            }
            return text.length() == 4
                    ? day.plusYears(1).minusDays(1)
                    : day.plusMonths(1).minusDays(1);
        } catch (DateTimeException e) {
            throw new BadCorrection("\"" + text + "\" is no day; write it as 2026-05-06");
        }
    }

    private static String type(String text) throws BadCorrection {
        try {
            return DealType.of(text.replace("data centre", "datacenter")).label();
        } catch (IllegalArgumentException e) {
            throw new BadCorrection("\"" + text + "\" is no type; one of " + labels(DealType.values()));
        }
    }

    private static String status(String text) throws BadCorrection {
        try {
            return Status.of(text).label();
        } catch (IllegalArgumentException e) {
            throw new BadCorrection("\"" + text + "\" is no status; one of " + labels(Status.values()));
        }
    }

    private static String labels(Enum<?>[] values) {
        List<String> labels = new ArrayList<>();
        for (Enum<?> value : values) {
            labels.add(value.name().toLowerCase(Locale.ROOT));
        }
        return String.join(", ", labels);
    }
}
