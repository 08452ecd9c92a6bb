package dealscope.app;

import dealscope.article.Article;
import dealscope.deal.Analysis;
import dealscope.index.DealIndex;
import dealscope.nlp.Analyzer;
import dealscope.store.Store;
import dealscope.watch.DealWatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From stored articles to deals that can be searched: analyze, resolve, index. Articles are read side by side and stored
 * one after another, oldest first, so that the same articles give the same deals. Whatever is cut off here is taken up
 * again by the next {@link #run}: the store knows which articles still wait, the index knows its cursor.
 */
final class Pipeline implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Pipeline.class);
    private static final int BATCH = 64;

    private final Store store;
    private final Analyzer analyzer;
    private final DealIndex index;
    private final DealWatch watch;
    private final ExecutorService readers =
            Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()), task -> {
                Thread thread = new Thread(task, "analyze");
                thread.setDaemon(true);
                return thread;
            });
    private final AtomicInteger waiting = new AtomicInteger();

    Pipeline(Store store, Analyzer analyzer, DealIndex index, DealWatch watch) {
        this.store = store;
        this.analyzer = analyzer;
        this.index = index;
        this.watch = watch;
    }

    /** Articles of the current run that are still to be read, roughly. */
    int waiting() {
        return waiting.get();
    }

    /**
     * Reads all articles that wait and brings the index up to date. One run at a time.
     *
     * @return number of articles read
     */
    synchronized int run() throws IOException {
        int count = 0;
        for (List<Article> batch = next(); !batch.isEmpty(); batch = next()) {
            waiting.set(batch.size());
            analyze(batch);
            count += batch.size();
            catchUp();
        }
        waiting.set(0);
        catchUp();
        return count;
    }

    /** Has alerts and index know what changed in the store. What alerts cannot be asked for now they are asked for later. */
    void catchUp() throws IOException {
        try {
            watch.run();
        } catch (IOException | RuntimeException e) {
            log.error("alerts could not be asked; they are next time", e);
        }
        index.catchUp(store);
    }

    private List<Article> next() {
        return store.unanalyzed(analyzer.version(), BATCH);
    }

    private void analyze(List<Article> batch) {
        List<Future<Analysis>> analyses = new ArrayList<>();
        for (Article article : batch) {
            analyses.add(readers.submit(() -> analyzer.analyze(input(article))));
        }
        for (int i = 0; i < batch.size(); i++) {
            save(batch.get(i), analyses.get(i));
            waiting.decrementAndGet();
        }
    }

    private static Analyzer.Input input(Article article) {
        return new Analyzer.Input(
                article.id(),
                article.title(),
                article.text(),
                article.published(),
                article.publisher(),
                article.fetched());
    }

    private void save(Article article, Future<Analysis> analysis) {
        try {
            store.saveAnalysis(article, analysis.get(), analyzer.version());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            log.warn("Article {} could not be analyzed: {}", article.id(), cause.toString());
            store.saveAnalysisError(article, cause.toString(), analyzer.version());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while analyzing", e);
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
