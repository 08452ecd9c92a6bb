package dealscope.store;

import static dealscope.store.Column.clean;
import static dealscope.store.Column.flag;
import static dealscope.store.Column.instant;
import static dealscope.store.Column.millis;

import dealscope.article.Article;
import dealscope.crawler.CrawlStore.Draft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Entries that their feed's rules drop, kept for {@link #KEPT}: what a feed still shows after that is met anew. */
final class DroppedTable {
    private static final Duration KEPT = Duration.ofDays(365);

    private final Handle handle;

    DroppedTable(Handle handle) {
        this.handle = handle;
    }

    void add(String feedId, Draft draft, Instant seen) {
        Article article = draft.article();
        handle.createUpdate("""
                        insert into dropped_entry (feed_id, guid, title, url, published, seen, fetch_page, publisher_host, body)
                        values (:feedId, :guid, :title, :url, :published, :seen, :fetchPage, :publisherHost, :body)
                        on conflict (feed_id, guid) do nothing""")
                .bind("feedId", feedId)
                .bind("guid", clean(draft.guid()))
                .bind("title", clean(article.title()))
                .bind("url", clean(article.url()))
                .bind("published", millis(article.published()))
                .bind("seen", millis(seen))
                .bind("fetchPage", flag(draft.fetchPage()))
                .bind("publisherHost", draft.publisherHost())
                .bind("body", clean(Json.write(article)))
                .execute();
    }

    void forgetOld(Instant now) {
        handle.createUpdate("delete from dropped_entry where seen < :oldest")
                .bind("oldest", millis(now.minus(KEPT)))
                .execute();
    }

    void remove(String feedId, String guid) {
        handle.createUpdate("delete from dropped_entry where feed_id = :feedId and guid = :guid")
                .bind("feedId", feedId)
                .bind("guid", clean(guid))
                .execute();
    }

    List<Draft> after(String feedId, String guid, int limit) {
        return handle.createQuery("""
                        select * from dropped_entry where feed_id = :feedId and guid > :guid
                        order by guid limit :limit""")
                .bind("feedId", feedId)
                .bind("guid", guid)
                .bind("limit", limit)
                .map((row, context) -> draft(row))
                .list();
    }

    List<DroppedEntry> newest(String feedId, int limit) {
        return handle.createQuery("""
                        select * from dropped_entry where feed_id = :feedId
                        order by seen desc, guid limit :limit""")
                .bind("feedId", feedId)
                .bind("limit", limit)
                .map((row, context) -> new DroppedEntry(
                        row.getString("title"),
                        row.getString("url"),
                        instant(row, "published"),
                        Column.requiredInstant(row, "seen")))
                .list();
    }

    int count(String feedId) {
        return handle.createQuery("select count(*) from dropped_entry where feed_id = :feedId")
                .bind("feedId", feedId)
                .mapTo(Integer.class)
                .one();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("guid"),
                Json.read(row.getString("body"), Article.class),
                flag(row, "fetch_page"),
                row.getString("publisher_host"),
                true);
    }
}
