package dealscope.index;

import dealscope.article.Article;
import dealscope.deal.Analysis;
import dealscope.deal.Deal;
import java.util.List;

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

    /**
     * @param story the deal that the article is about, else the article that its text comes from, else its own id; all of
     *     one story are shown as one
     * @param isCopy whether its text comes from another article
     */
    record OfArticle(long seq, Article article, Analysis analysis, List<String> dealIds, String story, boolean isCopy)
            implements Change {
        /** An article that is a story of its own. */
        public OfArticle(long seq, Article article, Analysis analysis, List<String> dealIds) {
            this(seq, article, analysis, dealIds, article.id(), false);
        }

        @Override
        public String id() {
            return article.id();
        }
    }

    /** A deal or article that is no more. */
    record Removed(long seq, String id) implements Change {}
}
