package dealscope.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dealscope.deal.Analysis;
import dealscope.deal.Company;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file under {@code cases/companies} is a text, a line of three hyphens, and then names: {@code + Name} must be
 * found, {@code - Name} must not.
 */
class CompanyCasesTest {
    private static final Analyzer ANALYZER = Analyzer.load();

    static Stream<Path> cases() throws IOException {
        List<Path> files;
        try (Stream<Path> folder = Files.list(Path.of("src/test/resources/cases/companies"))) {
            files = folder.sorted().toList();
        }
        assertFalse(files.isEmpty());
        return files.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void companiesAreFound(Path file) throws IOException {
        String[] parts = Files.readString(file).split("\n---\n", 2);
        Analysis analysis = ANALYZER.analyze(new Analyzer.Input("case", null, parts[0], null, null, null));
        List<String> found = analysis.companies().stream().map(Company::name).toList();
        List<String> missing = parts[1].lines()
                .filter(l -> l.startsWith("+ "))
                .map(l -> l.substring(2))
                .filter(name -> !found.contains(name))
                .toList();
        List<String> wrong = parts[1].lines()
                .filter(l -> l.startsWith("- "))
                .map(l -> l.substring(2))
                .filter(found::contains)
                .toList();
        assertEquals("missing [], wrong []", "missing " + missing + ", wrong " + wrong, () -> "found " + found);
    }
}
