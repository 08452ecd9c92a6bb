package dealscope.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactFileTest {
    private static final String HEADER = String.join(",", Companies.HEADER) + "\n";
    private static final String GOOD = "acme,Acme,Acme Inc,,lab,US,,\n";

    private static Companies companies(String lines) {
        return Companies.of(FactFile.csv("companies.csv", Companies.HEADER, new StringReader(HEADER + lines)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme,Other,,,lab,US,,\n",
                "other,Acme,,,lab,US,,\n",
                "other,Other,Acme Inc,,lab,US,,\n",
                "Other One,Other,,,lab,US,,\n",
                "other,,,,lab,US,,\n",
                "other,Other,,,,US,,\n",
                "other,Other,,,lab,US,nobody,\n",
                "other,Other,,,lab,US,,word:Another\n",
                "other,Other,,,lab,US\n"
            })
    void aBadLineIsNamed(String bad) {
        BadFact e = assertThrows(BadFact.class, () -> companies(GOOD + bad));
        assertTrue(e.getMessage().startsWith("companies.csv:3: "), e.getMessage());
    }

    @Test
    void aWrongHeaderIsNamed() {
        BadFact e = assertThrows(
                BadFact.class, () -> FactFile.csv("companies.csv", Companies.HEADER, new StringReader("id,title\n")));
        assertTrue(e.getMessage().startsWith("companies.csv:1: "), e.getMessage());
    }

    @Test
    void countriesAreWrittenOutButForThoseKnownByTheirLetters() {
        assertEquals(
                List.of("UAE", "UK", "US"),
                Companies.load().all().stream()
                        .map(CompanyFact::country)
                        .filter(country -> country.length() < 4 && !country.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void theShippedFilesAreGood() {
        Companies companies = Companies.load();
        assertTrue(companies.all().size() >= 4_000);
        assertTrue(HardwareCatalog.load().all().size() >= 480);
        assertEquals("alphabet", companies.root("google-cloud"));
        assertEquals("anthropic", companies.root("anthropic"));
        assertEquals("unheard-of", companies.root("unheard-of"));
        List.of("publishers", "products", "agencies", "places", "first-names", "not-names")
                .forEach(name -> assertTrue(WordList.load(name + ".txt").size() > 90, name));
    }

    @Test
    void everyHardwareVendorIsACompany() {
        Companies companies = Companies.load();
        for (HardwareFact fact : HardwareCatalog.load().all()) {
            String vendor = fact.vendor();
            boolean known = vendor == null
                    || vendor.equals("HBM")
                    || companies.all().stream().anyMatch(c -> c.company().name().equals(vendor));
            assertTrue(known, fact.name() + ": " + vendor);
        }
    }

    @Test
    void figuresOfAChipComeWithTheirSource() {
        HardwareFigures h100 = figures("NVIDIA H100");
        assertEquals(new HardwareFigures("Hopper", 80.0, 700, 1.0, h100.source()), h100);
        assertTrue(String.valueOf(h100.source()).contains("989 TFLOPS"), h100::toString);
        long known = HardwareCatalog.load().all().stream()
                .filter(fact -> fact.figures().h100Equivalents() != null)
                .count();
        assertTrue(known >= 60, known + " products");
    }

    private static HardwareFigures figures(String name) {
        return HardwareCatalog.load().all().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .figures();
    }

    @Test
    void figuresWithoutASourceAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new HardwareFigures(null, 80.0, null, null, null));
    }

    @Test
    void everyCurrencyHasARate() {
        Currencies currencies = Currencies.load();
        for (Currencies.Currency currency : currencies.all()) {
            assertNotNull(
                    currencies.inDollars(BigDecimal.TEN, currency.code(), YearMonth.of(2024, 2)), currency.code());
        }
    }

    @Test
    void monthsOutsideTheTableTakeTheNearestOne() {
        Currencies currencies = Currencies.load();
        BigDecimal billion = new BigDecimal("1e9");
        assertEquals(
                currencies.inDollars(billion, "EUR", null),
                currencies.inDollars(billion, "EUR", YearMonth.of(2050, 1)));
        assertEquals(
                currencies.inDollars(billion, "EUR", YearMonth.of(2023, 1)),
                currencies.inDollars(billion, "EUR", YearMonth.of(1999, 1)));
    }
}
