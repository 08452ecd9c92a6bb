package dealscope.nlp.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dealscope.deal.Money;
import dealscope.fact.Currencies;
import dealscope.fact.HardwareCatalog;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.Lexer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Amounts, capacities, products and times as the files under {@code cases} have them. */
class NumberCasesTest {
    private static final MoneyFinder MONEY = new MoneyFinder(Currencies.load());
    private static final PowerFinder POWER = new PowerFinder();
    private static final HardwareFinder HARDWARE = new HardwareFinder(HardwareCatalog.load());
    private static final TimeFinder TIME = new TimeFinder();
    private static final PercentFinder PERCENT = new PercentFinder();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/money.csv", useHeadersInDisplayName = false, numLinesToSkip = 1, emptyValue = "")
    void moneyIsRead(String text, String amounts) {
        List<Found> found = MONEY.find(text, false, Lexer.lex(text), YearMonth.of(2026, 5));
        assertEquals(orEmpty(amounts), join(found, f -> amount(((Detail.Amount) f.detail()).money())));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/power.csv", numLinesToSkip = 1, emptyValue = "")
    void powerIsRead(String text, String megawatts) {
        List<Found> found = POWER.find(text, false, Lexer.lex(text));
        assertEquals(orEmpty(megawatts), join(found, f -> capacity((Detail.Capacity) f.detail())));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/hardware.csv", numLinesToSkip = 1, emptyValue = "")
    void hardwareIsRead(String text, String products) {
        List<Found> found = HARDWARE.find(text, false, Lexer.lex(text), HARDWARE.begin(List.of(Lexer.lex(text))));
        found = found.stream().filter(f -> f.detail() instanceof Detail.Gear).toList();
        assertEquals(orEmpty(products), join(found, f -> {
            var hardware = ((Detail.Gear) f.detail()).hardware();
            return hardware.name() + (hardware.count() == null ? "" : "=" + hardware.count());
        }));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/time.csv", numLinesToSkip = 1, emptyValue = "")
    void timesAndPercentagesAreRead(String text, String expected) {
        List<Found> found = new ArrayList<>(PERCENT.find(text, false, Lexer.lex(text)));
        found.addAll(TIME.find(text, false, Lexer.lex(text), LocalDate.of(2026, 5, 20)));
        assertEquals(
                orEmpty(expected),
                join(found, f -> f.mention().kind().label() + ":" + f.mention().entity()));
    }

    private static String orEmpty(String cell) {
        return cell == null ? "" : cell;
    }

    private static String join(List<Found> found, java.util.function.Function<Found, String> word) {
        return found.stream().map(word).collect(Collectors.joining(";"));
    }

    private static String amount(Money m) {
        String range = plain(m.min()) + (m.min().compareTo(m.max()) == 0 ? "" : "-" + plain(m.max()));
        return m.currency() + " " + range + (m.per() == null ? "" : "/" + m.per()) + " "
                + m.qualifier().label();
    }

    private static String capacity(Detail.Capacity c) {
        String range = c.minMw() == c.mw() ? "" : plain(BigDecimal.valueOf(c.minMw())) + "-";
        return (c.ignored() ? "!" : "") + range + plain(BigDecimal.valueOf(c.mw()));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
