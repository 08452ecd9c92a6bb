package dealscope.store;

import dealscope.deal.Analysis;
import dealscope.deal.Deal;
import dealscope.index.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Changes with the objects they are about, as the index wants them. */
final class ChangeReader {
    /** Keeps one answer, texts and all, within some tens of megabytes, and below what one statement can bind. */
    private static final int MOST = 1_000;

    private final Handle handle;

    ChangeReader(Handle handle) {
        this.handle = handle;
    }

    List<Change> after(long cursor, int limit) {
        List<ChangeLog.Mark> marks = new ChangeLog(handle).after(cursor, Math.min(limit, MOST));
        Map<String, Deal> deals = new DealTable(handle).byIds(ids(marks, ChangeLog.Kind.DEAL));
        List<String> articleIds = ids(marks, ChangeLog.Kind.ARTICLE);
        Map<String, List<String>> dealIds = new DealTable(handle).idsByArticle(articleIds);
        ArticleStories stories = ArticleStories.of(handle, articleIds);
        Map<String, ArticleTable.Row> articles = new HashMap<>();
        new ArticleTable(handle)
                .byIds(articleIds)
                .forEach(row -> articles.put(row.article().id(), row));
        return marks.stream()
                .<Change>map(mark -> switch (mark.kind()) {
                    case DEAL -> ofDeal(mark.seq(), Objects.requireNonNull(deals.get(mark.id())));
                    case ARTICLE ->
                        ofArticle(
                                mark.seq(),
                                Objects.requireNonNull(articles.get(mark.id())),
                                dealIds.getOrDefault(mark.id(), List.of()),
                                stories);
                    case REMOVED -> new Change.Removed(mark.seq(), mark.id());
                })
                .toList();
    }

    private static Change ofDeal(long seq, Deal deal) {
        return deal.hidden() ? new Change.Removed(seq, deal.id()) : new Change.OfDeal(seq, deal);
    }

    private static Change ofArticle(long seq, ArticleTable.Row row, List<String> dealIds, ArticleStories stories) {
        Analysis analysis = row.analysis() == null ? Analysis.EMPTY : row.analysis();
        String id = row.article().id();
        return new Change.OfArticle(
                seq, row.article(), analysis, dealIds, stories.of(id, analysis), stories.isCopy(id));
    }

    private static List<String> ids(List<ChangeLog.Mark> marks, ChangeLog.Kind kind) {
        return marks.stream()
                .filter(mark -> mark.kind() == kind)
                .map(ChangeLog.Mark::id)
                .toList();
    }
}
