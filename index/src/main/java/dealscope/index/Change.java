package dealscope.index;

import dealscope.article.Article;
import dealscope.deal.Analysis;
import dealscope.deal.Deal;

/**
 * One change of the store that the index has to follow. {@code seq} grows with every change; the index commits the
 * highest one that it holds.
 */
public sealed interface Change {
    long seq();

    String id();

    record OfDeal(long seq, Deal deal) implements Change {
        @Override
        public String id() {
            return deal.id();
        }
    }

    record OfArticle(long seq, Article article, Analysis analysis, java.util.List<String> dealIds) implements Change {
        @Override
        public String id() {
            return article.id();
        }
    }

    /** A deal or article that is no more. */
    record Removed(long seq, String id) implements Change {}
}
