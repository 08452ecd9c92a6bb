package dealscope.store;

import dealscope.crawler.CrawlStore.Draft;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Entries on their way in: to the articles, or to those that a rule drops. */
final class Arrivals {
    private final EntryTable entries;
    private final DroppedTable dropped;
    private final ArticleRemoval removal;

    Arrivals(Handle handle, ArticleRemoval removal) {
        this.entries = new EntryTable(handle);
        this.dropped = new DroppedTable(handle);
        this.removal = removal;
    }

    /**
     * Returns how many were new to the feed and kept.
     *
     * @param follow whether known entries tell what the publisher says now, so that their articles follow them
     */
    int add(String feedId, List<Draft> drafts, Instant seen, boolean follow) {
        dropped.forgetOld(seen);
        int fresh = 0;
        for (Draft draft : drafts) {
            if (!draft.dropped()) {
                dropped.remove(feedId, draft.guid());
                fresh += entries.add(feedId, draft, seen, follow) ? 1 : 0;
                if (!draft.fetchPage()) {
                    removal.ofHeadlines(draft.article().id());
                }
            } else if (!entries.has(feedId, draft.guid())) {
                dropped.add(feedId, draft, seen);
            }
        }
        return fresh;
    }
}
