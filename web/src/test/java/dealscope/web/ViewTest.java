package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.deal.Term;
import dealscope.web.view.Amounts;
import dealscope.web.view.Dates;
import dealscope.web.view.Links;
import dealscope.web.view.QueryTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How values are written for people. */
class ViewTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/dealscope/web/amounts.csv", numLinesToSkip = 1)
    void anAmountIsShort(
            String currency, BigDecimal min, BigDecimal max, String qualifier, String per, String expected) {
        Money money = new Money("words", currency, min, max, per, Qualifier.of(qualifier), max, false);
        assertEquals(expected, Amounts.of(money));
    }

    @Test
    void anAbsurdAmountIsStillWritten() {
        BigDecimal huge = new BigDecimal("9".repeat(400));
        Money money = new Money("words", "USD", huge, huge, null, Qualifier.EXACT, huge, false);
        assertEquals("$1.00E+400", Amounts.of(money));
    }

    @ParameterizedTest
    @CsvSource({"300, 300 MW", "999.6, 1000 MW", "1000, 1 GW", "1234, 1.23 GW", "4500, 4.5 GW", "0.4, 0.4 MW"})
    void powerIsInMegawattsOrGigawatts(double megawatts, String expected) {
        assertEquals(expected, Amounts.power(megawatts).replace(",", ""));
    }

    @Test
    void aTermTellsWhatIsKnownOfIt() {
        assertEquals("5 years", Amounts.term(new Term(null, null, 5.0)));
        assertEquals("1 year", Amounts.term(new Term(null, null, 1.0)));
        assertEquals("to May 2029", Amounts.term(new Term(null, LocalDate.of(2029, 5, 31), null)));
        assertEquals(
                "3 years, May 2026 – May 2029",
                Amounts.term(new Term(LocalDate.of(2026, 5, 1), LocalDate.of(2029, 5, 1), 3.0)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, never",
                "2026-05-20T11:59:30Z, just now",
                "2026-05-20T11:50:00Z, 10 min ago",
                "2026-05-20T02:00:00Z, 10 h ago",
                "2026-05-10T12:00:00Z, 10 days ago",
                "2026-05-20T12:30:00Z, in 30 min"
            })
    void aTimeIsToldFromNow(Instant at, String expected) {
        assertEquals(expected, Dates.relative(at, Instant.parse("2026-05-20T12:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://a.example/x   | The price is $5bn. | https://a.example/x#:~:text=The%20price%20is%20%245bn.
            https://a.example/x#y | Short, well-known. | https://a.example/x#y:~:text=Short%2C%20well%2Dknown.
            https://a.example/x   | one two three four five six seven eight nine ten eleven | https://a.example/x#:~:text=one%20two%20three%20four,eight%20nine%20ten%20eleven
            """)
    void aLinkOpensAtTheSentence(String url, String sentence, String expected) {
        assertEquals(expected, Links.atSentence(url, sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JavaScript:alert(1)",
                "data:text/html,x",
                "//evil.example/",
                "/\\evil",
                "file:///etc",
                ""
            })
    void anAddressThatNoBrowserShouldOpenIsNoLink(String url) {
        assertNull(Links.out(url, UnaryOperator.identity()));
    }

    @Test
    void aValueWithABlankIsOneTerm() {
        assertEquals(
                java.util.List.of("value:>= 1.5 billion", "gb200", "-published:last week", "gpu NEAR/8 cloud"),
                QueryTerms.of("value:>= 1.5 billion gb200 -published:last week gpu NEAR/8 cloud")
                        .terms());
    }

    @Test
    void termsOfAQueryAreAddedAndTakenAway() {
        QueryTerms terms = QueryTerms.of("gb200  company:\"Core Scientific\" (a OR b) -type:debt");
        assertEquals(List.of("gb200", "company:\"Core Scientific\"", "(a OR b)", "-type:debt"), terms.terms());
        assertEquals(List.of("company:\"Core Scientific\"", "-type:debt"), terms.filters());
        assertEquals("gb200 (a OR b) -type:debt", terms.without("company:\"Core Scientific\""));
        assertEquals(terms.text(), terms.with("gb200"));
        assertEquals("hardware:\"NVIDIA GB200\"", QueryTerms.filter("hardware", "NVIDIA GB200"));
        assertEquals("value:>=10bn", QueryTerms.filter("value", ">=10bn"));
    }
}
