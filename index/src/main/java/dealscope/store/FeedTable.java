package dealscope.store;

import static dealscope.store.Column.clean;
import static dealscope.store.Column.flag;
import static dealscope.store.Column.instant;
import static dealscope.store.Column.millis;

import dealscope.crawler.FeedState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Feeds. A removed feed keeps its row, so that it can come back as it was; only removed samples go for good. */
final class FeedTable {
    private final Handle handle;

    FeedTable(Handle handle) {
        this.handle = handle;
    }

    List<FeedState> all() {
        return handle.createQuery("select * from feed where removed is null order by lower(title), id")
                .map((row, context) -> read(row))
                .list();
    }

    Optional<FeedState> byId(String id) {
        return handle.createQuery("select * from feed where id = :id and removed is null")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    List<FeedState> due(Instant now, int limit) {
        return handle.createQuery("""
                        select * from feed
                        where removed is null and enabled = 1 and (next_check is null or next_check <= :now)
                        order by next_check asc nulls first, last_check asc nulls first, id limit :limit""")
                .bind("now", millis(now))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    /** Returns false when the address is there already; one that was removed comes back with the new settings. */
    boolean add(FeedState feed) {
        int restored = handle.createUpdate("""
                        update feed set removed = null, title = :title, category = :category, enabled = :enabled,
                          note = :note, next_check = null
                        where (url = :url or id = :id) and removed is not null""")
                .bind("url", feed.url())
                .bind("id", feed.id())
                .bind("title", clean(feed.title()))
                .bind("category", clean(feed.category()))
                .bind("enabled", flag(feed.enabled()))
                .bind("note", clean(feed.note()))
                .execute();
        return restored > 0 || insert(feed);
    }

    private boolean insert(FeedState feed) {
        Update update = handle.createUpdate("""
                insert into feed (id, url, title, category, enabled, sample, note, etag, last_modified, body_hash,
                  next_check, last_check, last_success, last_entry, failures, reason, added, moved_to, moves)
                values (:id, :url, :title, :category, :enabled, :sample, :note, :etag, :lastModified, :bodyHash,
                  :nextCheck, :lastCheck, :lastSuccess, :lastEntry, :failures, :reason, :added, :movedTo, :moves)
                on conflict do nothing""");
        return bindCrawl(update, feed)
                        .bind("title", clean(feed.title()))
                        .bind("category", clean(feed.category()))
                        .bind("enabled", flag(feed.enabled()))
                        .bind("sample", flag(feed.sample()))
                        .bind("note", clean(feed.note()))
                        .bind("added", millis(feed.added()))
                        .execute()
                > 0;
    }

    FeedState byUrl(String url) {
        return handle.createQuery("select * from feed where url = :url")
                .bind("url", url)
                .map((row, context) -> read(row))
                .one();
    }

    void change(FeedState feed) {
        handle.createUpdate("""
                        update feed set
                          title_edited = case when title = :title then title_edited else 1 end,
                          next_check = case when enabled = 0 and :enabled = 1 then null else next_check end,
                          title = :title, category = :category, enabled = :enabled, note = :note
                        where id = :id and removed is null""")
                .bind("id", feed.id())
                .bind("title", clean(feed.title()))
                .bind("category", clean(feed.category()))
                .bind("enabled", flag(feed.enabled()))
                .bind("note", clean(feed.note()))
                .execute();
    }

    /**
     * Stores what a visit changed. What the user may have changed meanwhile stays: a title of his own, the category;
     * the crawler can switch a feed off (with a note), never on. An address that another feed has is not taken over.
     *
     * @return false when there is no such feed any more
     */
    boolean visited(FeedState feed) {
        Update update = handle.createUpdate("""
                update feed set
                  url = case when exists (select 1 from feed o where o.url = :url and o.id <> :id) then url else :url end,
                  title = case when title_edited = 1 then title else :title end,
                  note = case when enabled = 1 and :enabled = 0 then :note else note end,
                  enabled = case when :enabled = 0 then 0 else enabled end,
                  etag = :etag, last_modified = :lastModified, body_hash = :bodyHash, next_check = :nextCheck,
                  last_check = :lastCheck, last_success = :lastSuccess, last_entry = :lastEntry,
                  failures = :failures, reason = :reason, moved_to = :movedTo, moves = :moves
                where id = :id""");
        return bindCrawl(update, feed)
                        .bind("title", clean(feed.title()))
                        .bind("enabled", flag(feed.enabled()))
                        .bind("note", clean(feed.note()))
                        .execute()
                > 0;
    }

    void makeDue(List<String> ids) {
        for (String id : ids) {
            handle.createUpdate("update feed set next_check = null where id = :id")
                    .bind("id", id)
                    .execute();
        }
    }

    boolean remove(String id, Instant now) {
        return handle.createUpdate("update feed set removed = :now where id = :id and removed is null")
                        .bind("id", id)
                        .bind("now", millis(now))
                        .execute()
                > 0;
    }

    boolean restore(String id) {
        return handle.createUpdate("update feed set removed = null where id = :id and removed is not null")
                        .bind("id", id)
                        .execute()
                > 0;
    }

    void removeSamples() {
        handle.execute("delete from visit where feed_id in (select id from feed where sample = 1)");
        handle.execute("delete from entry where feed_id in (select id from feed where sample = 1)");
        handle.execute("delete from feed where sample = 1");
    }

    private static Update bindCrawl(Update update, FeedState feed) {
        return update.bind("id", feed.id())
                .bind("url", feed.url())
                .bind("etag", clean(feed.etag()))
                .bind("lastModified", clean(feed.lastModified()))
                .bind("bodyHash", feed.bodyHash())
                .bind("nextCheck", millis(feed.nextCheck()))
                .bind("lastCheck", millis(feed.lastCheck()))
                .bind("lastSuccess", millis(feed.lastSuccess()))
                .bind("lastEntry", millis(feed.lastEntry()))
                .bind("failures", feed.failures())
                .bind("reason", clean(feed.reason()))
                .bind("movedTo", clean(feed.movedTo()))
                .bind("moves", feed.moves());
    }

    private static FeedState read(ResultSet row) throws SQLException {
        return new FeedState(
                row.getString("id"),
                row.getString("url"),
                row.getString("title"),
                row.getString("category"),
                flag(row, "enabled"),
                flag(row, "sample"),
                row.getString("note"),
                row.getString("etag"),
                row.getString("last_modified"),
                row.getString("body_hash"),
                instant(row, "next_check"),
                instant(row, "last_check"),
                instant(row, "last_success"),
                instant(row, "last_entry"),
                row.getInt("failures"),
                row.getString("reason"),
                Column.requiredInstant(row, "added"),
                row.getString("moved_to"),
                row.getInt("moves"));
    }
}
