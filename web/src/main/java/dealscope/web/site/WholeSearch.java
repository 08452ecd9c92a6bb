package dealscope.web.site;

import dealscope.deal.Deal;
import dealscope.index.BadQuery;
import dealscope.index.DealIndex;
import dealscope.index.SearchRequest;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.index.SearchResult.Hit;
import dealscope.store.Store;
import dealscope.store.Store.StoredArticle;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a query finds, without a cap: one page after another is read and handed on, so that memory holds one page and
 * no query of the store stays open while a slow reader reads. What comes in between is found or not; nothing is given
 * twice and nothing that stays is lost.
 */
public final class WholeSearch {
    private static final int PAGE = 200;

    private final Store store;
    private final DealIndex index;
    private final Ask ask;

    /**
     * What to walk through.
     *
     * @param background whether deals told only in passing are found too
     * @param reversed the other way round than the sort says; not of a former day
     * @param day the day whose knowledge is asked for; null for today
     */
    public record Ask(
            String query,
            boolean background,
            Sort sort,
            boolean reversed,
            @Nullable LocalDate day,
            ChangedSince since) {}

    public WholeSearch(Store store, DealIndex index, Ask ask) {
        this.store = store;
        this.index = index;
        this.ask = ask;
    }

    /** Takes a page of what was found. */
    @FunctionalInterface
    public interface Receiver<T> {
        void take(List<T> page) throws IOException;
    }

    /** Some of the whole; {@code next} is null on the last page. */
    public record Page<T>(List<T> rows, @Nullable String next) {}

    /** A page after a cursor; the first one is also how a query is tried out before an answer begins. */
    @FunctionalInterface
    public interface Pages<T> {
        Page<T> after(@Nullable String cursor) throws BadQuery, IOException;
    }

    /** @throws BadQuery when the query cannot be read; a {@link Pages#after} of the first page tells it */
    public Page<Deal> deals(@Nullable String cursor) throws BadQuery, IOException {
        if (ask.day() != null) {
            PastSearch.Page past =
                    new PastSearch(store, index).search(ask.query(), ask.background(), ask.day(), cursor, PAGE);
            return new Page<>(ask.since().deals(past.deals(), store), past.next());
        }
        SearchResult found = search(Kind.DEALS, ask.query(), cursor);
        return new Page<>(ask.since().deals(store.deals(ids(found)), store), found.next());
    }

    /** Articles; of a former day those that were published by then. */
    public Page<StoredArticle> articles(@Nullable String cursor) throws BadQuery, IOException {
        String query = ask.day() == null ? ask.query() : until(ask.query(), ask.day());
        SearchResult found = search(Kind.ARTICLES, query, cursor);
        return new Page<>(ask.since().articles(store.articles(ids(found)), store), found.next());
    }

    /** The query, of articles published by the end of this day. */
    public static String until(String query, LocalDate day) {
        return ((query.isEmpty() ? "" : "(" + query + ") ") + "published:.." + day).strip();
    }

    private SearchResult search(Kind kind, String query, @Nullable String cursor) throws BadQuery, IOException {
        return index.search(
                new SearchRequest(kind, query, ask.sort(), cursor, PAGE, false, ask.background(), ask.reversed())
                        .inFull());
    }

    private static List<String> ids(SearchResult found) {
        return found.hits().stream().map(Hit::id).toList();
    }

    /** Hands on all pages, {@code first} among them. */
    public static <T> void walk(Page<T> first, Pages<T> pages, Receiver<T> receiver) throws BadQuery, IOException {
        receiver.take(first.rows());
        for (Page<T> page = first; page.next() != null; ) {
            page = pages.after(page.next());
            receiver.take(page.rows());
        }
    }
}
