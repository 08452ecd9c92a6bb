package dealscope.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dealscope.deal.Hardware;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file under {@code cases/hardware} is a short article, a line of three hyphens, and then all hardware that is in
 * it: {@code Name}, or {@code Name=count}.
 */
class HardwareCasesTest {
    private static final Analyzer ANALYZER = Analyzer.load();

    static Stream<Path> cases() throws IOException {
        List<Path> files;
        try (Stream<Path> folder = Files.list(Path.of("src/test/resources/cases/hardware"))) {
            files = folder.sorted().toList();
        }
        assertFalse(files.isEmpty());
        return files.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void hardwareIsFoundWithItsCounts(Path file) throws IOException {
        String[] parts = Files.readString(file).split("\n---\n", 2);
        Analyzer.Input article = new Analyzer.Input("case", null, parts[0], null, null, null);
        List<String> found = ANALYZER.analyze(article).hardware().stream()
                .map(HardwareCasesTest::written)
                .sorted()
                .toList();
        assertEquals(parts[1].lines().sorted().toList(), found);
    }

    private static String written(Hardware hardware) {
        return hardware.count() == null ? hardware.name() : hardware.name() + "=" + hardware.count();
    }
}
