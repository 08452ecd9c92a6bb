package dealscope.store;

import dealscope.crawler.CrawlStore.Draft;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Entries on their way in: to the articles, or to those that a rule drops. */
final class Arrivals {
    private final EntryTable entries;
    private final DroppedTable dropped;

    Arrivals(Handle handle) {
        this.entries = new EntryTable(handle);
        this.dropped = new DroppedTable(handle);
    }

    /** Returns how many were new to the feed and kept. */
    int add(String feedId, List<Draft> drafts, Instant seen) {
        dropped.forgetOld(seen);
        int fresh = 0;
        for (Draft draft : drafts) {
            if (!draft.dropped()) {
                dropped.remove(feedId, draft.guid());
                fresh += entries.add(feedId, draft, seen) ? 1 : 0;
            } else if (!entries.has(feedId, draft.guid())) {
                dropped.add(feedId, draft, seen);
            }
        }
        return fresh;
    }
}
