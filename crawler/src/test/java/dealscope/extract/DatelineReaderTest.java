package dealscope.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class DatelineReaderTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/extract-datelines/datelines.csv", delimiter = ';', quoteCharacter = '`')
    void readsTheLineThatATextOpensWith(String text, String place, String date, String wire) {
        Dateline dateline = DatelineReader.read(text);
        String expected = String.join("; ", place, date, wire);
        assertEquals(
                expected,
                dateline == null
                        ? "none; none; none"
                        : String.join("; ", dateline.place(), told(dateline.date()), told(dateline.wire())));
    }

    private static String told(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    @Test
    void anEmptyTextOpensWithNothing() {
        assertNull(DatelineReader.read(""));
    }
}
