package dealscope.web.data;

import dealscope.deal.Deal;
import dealscope.index.BadQuery;
import dealscope.index.DealIndex;
import dealscope.store.Store;
import dealscope.store.Store.StoredArticle;
import dealscope.story.StoryPlace;
import dealscope.web.data.Tables.ArticleRow;
import dealscope.web.data.Tables.ClaimRow;
import dealscope.web.site.WholeSearch;
import dealscope.web.site.WholeSearch.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One of the tables as a file: all rows that a query finds, without a cap, in constant memory (companies: in memory for
 * each company). Claims and companies are those of the deals that are found.
 */
public final class Export {
    private final Store store;
    private final What what;
    private final WholeSearch search;
    private final Page<Deal> deals;
    private final Page<StoredArticle> articles;

    /** Which table. */
    public enum What {
        DEALS,
        CLAIMS,
        ARTICLES,
        COMPANIES;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads the first page, so that a bad query is told before anything is written.
     *
     * @throws BadQuery when the query cannot be read
     */
    public Export(Store store, DealIndex index, What what, WholeSearch.Ask ask) throws BadQuery, IOException {
        this.store = store;
        this.what = what;
        this.search = new WholeSearch(store, index, ask);
        this.articles = what == What.ARTICLES ? search.articles(null) : new Page<>(List.of(), null);
        this.deals = what == What.ARTICLES ? new Page<>(List.of(), null) : search.deals(null);
    }

    /** The name of the file: {@code deals.csv}. */
    public String fileName(Format format) {
        return what.label() + "." + format.extension();
    }

    /** Writes all rows; the stream stays open. @param properties see {@link Format#begin} */
    public void writeTo(OutputStream out, Format format, Map<String, String> properties) throws IOException {
        try {
            switch (what) {
                case DEALS -> walkDeals(format.begin(out, Tables.DEALS, properties), List::of);
                case CLAIMS -> walkDeals(format.begin(out, Tables.CLAIMS, properties), ClaimRow::of);
                case ARTICLES -> walkArticles(format.begin(out, Tables.ARTICLES, properties));
                case COMPANIES -> companies(format.begin(out, Tables.COMPANIES, properties));
            }
        } catch (BadQuery e) {
            throw new IOException("a query that was read cannot be read again", e);
        }
    }

    private interface Rows<T> {
        List<T> of(Deal deal);
    }

    private <T> void walkDeals(RowFile<T> file, Rows<T> rows) throws BadQuery, IOException {
        WholeSearch.walk(deals, search::deals, page -> {
            for (Deal deal : page) {
                write(file, rows.of(deal));
            }
            file.flush();
        });
        file.finish();
    }

    private void walkArticles(RowFile<ArticleRow> file) throws BadQuery, IOException {
        WholeSearch.walk(articles, search::articles, page -> {
            write(file, rows(page));
            file.flush();
        });
        file.finish();
    }

    private List<ArticleRow> rows(List<StoredArticle> page) {
        List<String> ids = page.stream().map(stored -> stored.article().id()).toList();
        Map<String, StoryPlace> places = store.stories(ids);
        List<ArticleRow> rows = new ArrayList<>(page.size());
        for (StoredArticle stored : page) {
            String id = stored.article().id();
            rows.add(new ArticleRow(stored, places.getOrDefault(id, new StoryPlace(id, null))));
        }
        return rows;
    }

    private void companies(RowFile<Store.CompanySummary> file) throws BadQuery, IOException {
        CompanySums sums = new CompanySums();
        WholeSearch.walk(deals, search::deals, page -> page.forEach(sums::add));
        write(file, sums.all());
        file.finish();
    }

    private static <T> void write(RowFile<T> file, List<T> rows) throws IOException {
        for (T row : rows) {
            file.write(row);
        }
    }
}
