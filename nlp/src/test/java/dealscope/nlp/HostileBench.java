package dealscope.nlp;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What hostile texts cost: how thread CPU time grows when a text gets twice as long (2 is linear), what the longest that
 * is read costs as a multiple of ordinary text of the same length, and what 10 MB cost as a multiple of that.
 */
final class HostileBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int HALF = ArticleReader.LONGEST_TEXT / 2;

    private HostileBench() {}

    public static void main(String[] args) throws IOException {
        Analyzer analyzer = Analyzer.load();
        String prose = AnalyzeBench.gold().stream().map(Analyzer.Input::text).collect(Collectors.joining("\n"));
        for (int i = 0; i < 5; i++) {
            cpu(analyzer, HostileTexts.repeated(prose, 2 * HALF));
        }
        double ordinary = cpu(analyzer, HostileTexts.repeated(prose, 2 * HALF));
        System.out.printf(Locale.ROOT, "%-24s %6s %9s %8s %6s%n", "", "growth", "x prose", "10 MB", "ms");
        for (Map.Entry<String, String> each : HostileTexts.PATTERNS.entrySet()) {
            cpu(analyzer, HostileTexts.repeated(each.getValue(), HALF));
            double half = cpu(analyzer, HostileTexts.repeated(each.getValue(), HALF));
            double whole = cpu(analyzer, HostileTexts.repeated(each.getValue(), 2 * HALF));
            double huge = cpu(analyzer, HostileTexts.repeated(each.getValue(), 10_000_000));
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %6.2f %9.2f %8.2f %6.0f%n",
                    each.getKey(),
                    whole / half,
                    whole / ordinary,
                    huge / whole,
                    whole / 1e6);
        }
    }

    private static double cpu(Analyzer analyzer, String text) {
        Analyzer.Input input = new Analyzer.Input("id", text, text, null, null, null);
        long start = THREADS.getCurrentThreadCpuTime();
        analyzer.analyze(input);
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
