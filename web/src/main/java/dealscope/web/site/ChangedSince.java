package dealscope.web.site;

import dealscope.article.Article;
import dealscope.deal.Deal;
import dealscope.index.Snapshot;
import dealscope.store.Store;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * "What is new since": a snapshot that an earlier answer named, which loses nothing, or a time, by which deals go by
 * their last change and articles by when they were read.
 */
public sealed interface ChangedSince {
    /** All there is. */
    ChangedSince EVER = new Ever();

    /** Those of these deals that changed since. */
    List<Deal> deals(List<Deal> deals, Store store);

    /** Those of these articles that changed since. */
    List<Store.StoredArticle> articles(List<Store.StoredArticle> articles, Store store);

    /**
     * Reads {@code 2026-11-20}, {@code 2026-11-20T09:00:00Z}, or a snapshot; empty when it is none of these.
     *
     * @param epoch of the store that is asked; a snapshot of another one is none
     */
    static Optional<ChangedSince> parse(String text, String epoch) {
        Optional<Snapshot> snapshot = Snapshot.parse(text);
        if (snapshot.isPresent()) {
            return snapshot.filter(each -> each.epoch().equals(epoch)).map(each -> new After(each.seq()));
        }
        try {
            return Optional.of(new At(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** No bound. */
    record Ever() implements ChangedSince {
        @Override
        public List<Deal> deals(List<Deal> deals, Store store) {
            return deals;
        }

        @Override
        public List<Store.StoredArticle> articles(List<Store.StoredArticle> articles, Store store) {
            return articles;
        }
    }

    /** From a time on. */
    record At(Instant time) implements ChangedSince {
        @Override
        public List<Deal> deals(List<Deal> deals, Store store) {
            return deals.stream().filter(deal -> isSince(deal.lastChanged())).toList();
        }

        @Override
        public List<Store.StoredArticle> articles(List<Store.StoredArticle> articles, Store store) {
            return articles.stream()
                    .filter(stored -> isSince(stored.article().fetched()))
                    .toList();
        }

        private boolean isSince(@Nullable Instant changed) {
            return changed == null || !changed.isBefore(time);
        }
    }

    /** After the change with this number. */
    record After(long seq) implements ChangedSince {
        @Override
        public List<Deal> deals(List<Deal> deals, Store store) {
            Set<String> changed =
                    store.changeHistory().changed(deals.stream().map(Deal::id).toList(), seq);
            return deals.stream().filter(deal -> changed.contains(deal.id())).toList();
        }

        @Override
        public List<Store.StoredArticle> articles(List<Store.StoredArticle> articles, Store store) {
            List<String> ids = articles.stream()
                    .map(Store.StoredArticle::article)
                    .map(Article::id)
                    .toList();
            Set<String> changed = store.changeHistory().changed(ids, seq);
            return articles.stream()
                    .filter(stored -> changed.contains(stored.article().id()))
                    .toList();
        }
    }
}
