package dealscope.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NamesTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/dealscope/quality/names.csv", numLinesToSkip = 1)
    void namesAreComparedWithoutWhatDoesNotCount(String kind, String name, String compared) {
        String plain = kind.equals("company") ? Names.company(name) : Names.hardware(name);
        assertEquals(compared == null ? "" : compared, plain);
    }
}
