package dealscope.nlp;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How much live heap the models and facts take after garbage collection: the whole program's, after it has loaded them
 * and after as many threads as are asked for (4) have read all gold texts at once.
 */
final class HeapBench {
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private HeapBench() {}

    public static void main(String[] args) throws Exception {
        int threads = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        double before = live();
        Analyzer analyzer = Analyzer.load();
        double loaded = live();
        List<Analyzer.Input> inputs = AnalyzeBench.gold();
        try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                readers.execute(() -> inputs.forEach(analyzer::analyze));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "live heap: %.0f MB before loading, %.0f MB loaded, %.0f MB after %d threads read %d texts each%n",
                before,
                loaded,
                live(),
                threads,
                inputs.size());
        if (analyzer.version() < 0) {
            throw new IllegalStateException();
        }
    }

    private static double live() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return MEMORY.getHeapMemoryUsage().getUsed() / 1e6;
    }
}
