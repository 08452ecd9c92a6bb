package dealscope.extract;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Measures what an extraction costs as a multiple of parsing the same page with jsoup, and beside it what Readability4J
 * costs: thread CPU time, one thread, warm. Over the case folders, or over the files of stage lines
 * ({@code {"id","url","html"}}) that are given.
 */
final class ExtractBench {
    private static final Path CASES = Path.of("src/test/resources/extract");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WARM_ROUNDS = 3;
    private static final int ROUNDS = 3;
    /** The case folders are small: gone through this often in a round. */
    private static final int REPEATS = 40;

    private static final int LONG_PAGE = 2_000_000;
    private static final int LONG_ROUNDS = 12;

    private record Input(String url, String html) {}

    private ExtractBench() {}

    public static void main(String[] args) throws IOException {
        silence();
        List<Input> inputs = args.length == 0 ? cases() : lines(args);
        Extractor extractor = new Extractor(InstantSource.system());
        long characters =
                inputs.stream().mapToLong(input -> input.html().length()).sum();
        System.out.printf("%d pages, %d kB%n", inputs.size(), characters / 1000);
        for (int round = 1; round <= WARM_ROUNDS + ROUNDS; round++) {
            long parse = 0;
            long ours = 0;
            long readability = 0;
            for (Input input : inputs) {
                parse += cost(() -> Jsoup.parse(input.html()).hasText());
                ours += cost(() ->
                        extractor.extract(input.url(), input.html()).blocks().isEmpty());
                readability += cost(() -> readability(input) == null);
            }
            System.out.printf(
                    "%s parse %d ms, extract %d ms = %.2f, Readability4J %d ms = %.2f%n",
                    round <= WARM_ROUNDS ? "warming:" : "warm:",
                    parse / 1_000_000,
                    ours / 1_000_000,
                    (double) ours / parse,
                    readability / 1_000_000,
                    (double) readability / parse);
        }
        longPage(extractor);
    }

    /** A page of 2 MB, as the longest of the web are: the best of some rounds, warm. */
    private static void longPage(Extractor extractor) {
        StringBuilder html = new StringBuilder("<title>A long report</title><main><h1>A long report</h1>");
        for (int i = 0; html.length() < LONG_PAGE; i++) {
            html.append("<div class='s")
                    .append(i % 7)
                    .append("'><h2>Part ")
                    .append(i)
                    .append("</h2><p>The hall number ");
            html.append(i)
                    .append(" draws its power from the river, the owner says, and <a href='/h")
                    .append(i);
            html.append("'>its fans</a> are heard in the town when the wind is from the west.</p></div>");
        }
        String page = html.toString();
        long parse = Long.MAX_VALUE;
        long ours = Long.MAX_VALUE;
        for (int round = 0; round < LONG_ROUNDS; round++) {
            parse = Math.min(parse, cost(() -> Jsoup.parse(page).hasText()));
            ours = Math.min(ours, cost(() -> extractor
                    .extract("https://www.example.com/long", page)
                    .blocks()
                    .isEmpty()));
        }
        System.out.printf(
                "a page of 2 MB: parse %d ms, extract %d ms = %.2f%n",
                parse / 1_000_000, ours / 1_000_000, (double) ours / parse);
    }

    /** Readability4J logs all that it removes, which costs more than the rest of its work. */
    private static void silence() {
        LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
        loggers.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    }

    private static @Nullable String readability(Input input) {
        return new Readability4J(input.url(), input.html()).parse().getTextContent();
    }

    private static List<Input> cases() throws IOException {
        List<Input> inputs = new ArrayList<>();
        try (Stream<Path> folders = Files.list(CASES)) {
            for (Path folder : folders.sorted().toList()) {
                JsonNode expected =
                        JSON.readTree(folder.resolve("expected.json").toFile());
                JsonNode type = expected.path("contentType");
                byte[] page = Files.readAllBytes(folder.resolve("page.html"));
                String html = PageDecoder.decode(page, type.isMissingNode() ? null : type.asText());
                inputs.add(new Input(expected.get("url").asText(), html));
            }
        }
        List<Input> repeated = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            repeated.addAll(inputs);
        }
        return repeated;
    }

    private static List<Input> lines(String[] files) throws IOException {
        List<Input> inputs = new ArrayList<>();
        for (String file : files) {
            for (String line : Files.readAllLines(Path.of(file))) {
                JsonNode node = JSON.readTree(line);
                inputs.add(new Input(node.get("url").asText(), node.get("html").asText()));
            }
        }
        return inputs;
    }

    private static long cost(BooleanSupplier work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        boolean any = work.getAsBoolean();
        long spent = threads.getCurrentThreadCpuTime() - start;
        return any ? spent : spent + 1;
    }
}
