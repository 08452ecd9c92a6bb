package dealscope.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class DateParserTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/extract-dates/dates.csv", delimiter = ';')
    void findsTheFirstDate(String text, boolean dayFirst, String expected) {
        OffsetDateTime date = DateParser.parse(text, dayFirst);
        assertEquals(expected, date == null ? "none" : date.toString());
    }

    @Test
    void noTextHoldsNoDate() {
        assertNull(DateParser.parse(null, false));
        assertNull(DateParser.parse("", false));
    }
}
