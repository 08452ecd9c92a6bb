package dealscope.store;

import com.sun.management.OperatingSystemMXBean;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.index.Change;
import dealscope.index.ChangeSource;
import dealscope.index.DealIndex;
import dealscope.ledger.Resolver;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a store of many articles costs. Prints two ratios: what it takes to store an article's findings and bring the
 * deals up to date at the end as a multiple of the same at the start (median over the second and the last tenth); and
 * what it takes to make all deals anew as a multiple of indexing the same articles, without deals, once. Times are those of
 * the processor, so that other programs do not disturb. Arguments:
 * number of articles, of deals.
 */
final class LedgerBench {
    private static final int BATCH = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private LedgerBench() {}

    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int deals = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        List<GeneratedNews.Told> news = new GeneratedNews(7, deals).articles(count);
        Path folder = Files.createTempDirectory("ledger-bench");
        try (Store store =
                Store.open("jdbc:sqlite:" + folder.resolve("bench.db"), new Resolver(), InstantSource.system())) {
            long[] nanos = save(store, news);
            System.out.printf(
                    Locale.ROOT,
                    "%d articles, %d deals: end/start %.2f (median %.2f ms and %.2f ms; mean %.2f and %.2f)%n",
                    count,
                    store.stats().deals(),
                    median(nanos, 0.9, 1) / (double) median(nanos, 0.1, 0.2),
                    median(nanos, 0.1, 0.2) / 1e6,
                    median(nanos, 0.9, 1) / 1e6,
                    mean(nanos, 0.1, 0.2) / 1e6,
                    mean(nanos, 0.9, 1) / 1e6);
            long indexing = index(folder.resolve("index"), news);
            long from = PROCESS.getProcessCpuTime();
            store.rebuildDeals();
            long rebuild = PROCESS.getProcessCpuTime() - from;
            System.out.printf(
                    Locale.ROOT,
                    "rebuild/indexing %.2f (%.1f s and %.1f s)%n",
                    rebuild / (double) indexing,
                    rebuild / 1e9,
                    indexing / 1e9);
        }
    }

    private static long[] save(Store store, List<GeneratedNews.Told> news) {
        store.addFeeds(List.of(StoreContract.feed("wire")));
        for (int start = 0; start < news.size(); start += BATCH) {
            List<Draft> drafts = news.subList(start, Math.min(news.size(), start + BATCH)).stream()
                    .map(told -> new Draft("guid-" + told.article().id(), told.article(), false))
                    .toList();
            store.saveVisit(StoreContract.feed("wire"), StoreContract.visit("wire", StoreContract.NOW), drafts);
        }
        long[] nanos = new long[news.size()];
        for (int i = 0; i < nanos.length; i++) {
            long from = THREADS.getCurrentThreadCpuTime();
            store.saveAnalysis(news.get(i).article(), news.get(i).analysis(), 1);
            nanos[i] = THREADS.getCurrentThreadCpuTime() - from;
        }
        return nanos;
    }

    /** Every article once through an index of its own. */
    private static long index(Path folder, List<GeneratedNews.Told> news) throws Exception {
        List<Change> changes = new ArrayList<>();
        for (GeneratedNews.Told told : news) {
            changes.add(new Change.OfArticle(changes.size() + 1L, told.article(), told.analysis(), List.of()));
        }
        ChangeSource source = new ChangeSource() {
            @Override
            public List<Change> changesAfter(long cursor, int limit) {
                int from = (int) cursor;
                return changes.subList(from, Math.min(changes.size(), from + limit));
            }

            @Override
            public String epoch() {
                return "bench";
            }
        };
        try (DealIndex index = DealIndex.open(folder)) {
            long from = PROCESS.getProcessCpuTime();
            index.rebuild(source);
            return PROCESS.getProcessCpuTime() - from;
        }
    }

    private static long[] part(long[] nanos, double from, double to) {
        return Arrays.copyOfRange(nanos, (int) (from * nanos.length), (int) (to * nanos.length));
    }

    private static long median(long[] nanos, double from, double to) {
        long[] part = part(nanos, from, to);
        Arrays.sort(part);
        return part[part.length / 2];
    }

    private static double mean(long[] nanos, double from, double to) {
        return Arrays.stream(part(nanos, from, to)).average().orElse(0);
    }
}
