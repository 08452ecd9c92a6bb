package dealscope.store;

import dealscope.alert.Alert;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.index.DealIndex;
import dealscope.ledger.Resolver;
import dealscope.watch.DealWatch;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What saved queries cost while news are indexed, 64 articles at a time as the program does it: findings are stored, deals
 * made of them, alerts asked, the search index brought up to date. Prints the time of all that as a multiple of the same
 * without asking for alerts, and what asking takes as a multiple of the search index alone; without any alert and with
 * many, the same news in stores of their own, of which a quarter is there before. Times are those of the processor. Arguments: number of articles, of deals, of
 * alerts.
 */
final class AlertBench {
    private static final int BATCH = 64;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private AlertBench() {}

    /** Nanoseconds, and events in all. */
    private record Cost(long storing, long searching, long asking, int events) {
        double ratio() {
            return (storing + searching + asking) / (double) (storing + searching);
        }
    }

    public static void main(String[] args) throws Exception {
        int articles = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int deals = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
        int alerts = args.length > 2 ? Integer.parseInt(args[2]) : 10_000;
        List<GeneratedNews.Told> news = new GeneratedNews(7, deals).articles(articles);
        List<String> queries = GeneratedQueries.of(new Random(11), alerts);
        measure(news.subList(0, Math.min(1_000, articles)), queries.subList(0, Math.min(1_000, alerts)));
        print("no alerts", measure(news, List.of()));
        print(alerts + " alerts", measure(news, queries));
    }

    private static void print(String what, Cost cost) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f times storing and indexing without; asking is %.2f times the search index alone"
                        + " (%.1f s storing, %.1f s search index, %.1f s asking, %d events)%n",
                what,
                cost.ratio(),
                cost.asking() / (double) cost.searching(),
                cost.storing() / 1e9,
                cost.searching() / 1e9,
                cost.asking() / 1e9,
                cost.events());
    }

    private static Cost measure(List<GeneratedNews.Told> news, List<String> queries) throws Exception {
        Path folder = Files.createTempDirectory("alert-bench");
        InstantSource clock = InstantSource.system();
        try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("bench.db"), new Resolver(), clock);
                DealIndex index = DealIndex.open(folder.resolve("index"))) {
            store.addFeeds(List.of(StoreContract.feed("wire")));
            int known = news.size() / 4;
            read(store, news.subList(0, known));
            DealWatch watch = new DealWatch(store, index, clock);
            watch.run();
            index.catchUp(store);
            for (int i = 0; i < queries.size(); i++) {
                store.alerts()
                        .save(new Alert("q" + i, "q", queries.get(i), true, null, null, false, Instant.EPOCH), null);
            }
            long storing = 0;
            long searching = 0;
            long asking = 0;
            int events = 0;
            for (int start = known; start < news.size(); start += BATCH) {
                long from = THREADS.getCurrentThreadCpuTime();
                read(store, news.subList(start, Math.min(news.size(), start + BATCH)));
                long stored = THREADS.getCurrentThreadCpuTime();
                events += watch.run();
                long asked = THREADS.getCurrentThreadCpuTime();
                index.catchUp(store);
                storing += stored - from;
                asking += asked - stored;
                searching += THREADS.getCurrentThreadCpuTime() - asked;
            }
            return new Cost(storing, searching, asking, events);
        }
    }

    private static void read(Store store, List<GeneratedNews.Told> batch) {
        List<Draft> drafts = batch.stream()
                .map(told -> new Draft("guid-" + told.article().id(), told.article(), false))
                .toList();
        store.saveVisit(StoreContract.feed("wire"), StoreContract.visit("wire", StoreContract.NOW), drafts);
        batch.forEach(told -> store.saveAnalysis(told.article(), told.analysis(), 1));
    }
}
