package dealscope.nlp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every static pattern of the module reads long runs in linear time and on a small stack. */
class PatternSafetyTest {
    private static final int LENGTH = 100_000;
    private static final String[] RUNS = {
        "a",
        "A",
        "Aa ",
        " ",
        "1",
        "1,",
        "1.",
        "$1 ",
        "-",
        "a-",
        "(",
        ")",
        "[",
        "[a](",
        "\"",
        "\n",
        "\t ",
        "é",
        "\uD83D\uDE80",
        ".",
        "a.",
        "Inc. "
    };

    static Stream<Pattern> patterns() throws IOException, ReflectiveOperationException {
        List<Pattern> patterns = new ArrayList<>();
        Path classes = Path.of("target/classes");
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                String name =
                        classes.relativize(file).toString().replace('/', '.').replace(".class", "");
                if (name.endsWith("-info")) {
                    continue;
                }
                for (Field field : Class.forName(name).getDeclaredFields()) {
                    if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        patterns.add((Pattern) field.get(null));
                    }
                }
            }
        }
        assertFalse(patterns.isEmpty());
        return patterns.stream();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void longRunsAreRead(Pattern pattern) {
        for (String run : RUNS) {
            String text = run.repeat(LENGTH / run.length());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                pattern.matcher(text).matches();
                pattern.matcher(text + "\u0001").find();
                pattern.matcher(text + "\u0001").replaceAll("");
            });
        }
    }
}
