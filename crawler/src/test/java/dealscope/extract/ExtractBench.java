package dealscope.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;

/**
 * Measures what an extraction costs as a multiple of parsing the same page with jsoup: thread CPU time, one thread, warm.
 * Give it a file of stage lines ({@code {"id","url","html"}}).
 */
final class ExtractBench {
    private static final int ROUNDS = 5;

    private record Input(String url, String html) {}

    private ExtractBench() {}

    public static void main(String[] args) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Input> inputs = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            var node = json.readTree(line);
            inputs.add(new Input(node.get("url").asText(), node.get("html").asText()));
        }
        Extractor extractor = new Extractor(InstantSource.system());
        for (int round = 0; round < ROUNDS; round++) {
            long parse = 0;
            long extract = 0;
            for (Input input : inputs) {
                parse += cost(() -> Jsoup.parse(input.html()).hasText());
                extract += cost(() ->
                        extractor.extract(input.url(), input.html()).text().isEmpty());
            }
            System.out.printf(
                    "parse %d ms, extract %d ms, ratio %.2f%n",
                    parse / 1_000_000, extract / 1_000_000, (double) extract / parse);
        }
    }

    private static long cost(java.util.function.BooleanSupplier work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        boolean any = work.getAsBoolean();
        long spent = threads.getCurrentThreadCpuTime() - start;
        return any ? spent : spent + 1;
    }
}
