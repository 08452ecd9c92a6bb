package dealscope.store;

import static dealscope.store.Column.clean;
import static dealscope.store.Column.millis;

import dealscope.crawler.Outcome;
import dealscope.crawler.Visit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** The crawl's log, kept for {@link #KEPT}. */
final class VisitTable {
    private static final Duration KEPT = Duration.ofDays(90);

    private final Handle handle;

    VisitTable(Handle handle) {
        this.handle = handle;
    }

    void add(Visit visit) {
        handle.createUpdate("delete from visit where at < :oldest")
                .bind("oldest", millis(visit.at().minus(KEPT)))
                .execute();
        handle.createUpdate("""
                        insert into visit (id, feed_id, article_id, url, at, took, outcome, reason, status, bytes, entries, fresh)
                        values ((select coalesce(max(id), 0) + 1 from visit), :feedId, :articleId, :url, :at, :took,
                          :outcome, :reason, :status, :bytes, :entries, :fresh)""")
                .bind("feedId", visit.feedId())
                .bind("articleId", visit.articleId())
                .bind("url", clean(visit.url()))
                .bind("at", millis(visit.at()))
                .bind("took", visit.took().toMillis())
                .bind("outcome", visit.outcome().label())
                .bind("reason", clean(visit.reason()))
                .bind("status", visit.status())
                .bind("bytes", visit.bytes())
                .bind("entries", visit.entries())
                .bind("fresh", visit.fresh())
                .execute();
    }

    List<Visit> ofFeed(String feedId, boolean pages, int limit) {
        return handle.createQuery("""
                        select * from visit where feed_id = :feedId and (article_id is null or :pages = 1)
                        order by at desc, id desc limit :limit""")
                .bind("feedId", feedId)
                .bind("pages", Column.flag(pages))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    private static Visit read(ResultSet row) throws SQLException {
        return new Visit(
                row.getString("feed_id"),
                row.getString("article_id"),
                row.getString("url"),
                Column.requiredInstant(row, "at"),
                Duration.ofMillis(row.getLong("took")),
                Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getInt("status"),
                row.getLong("bytes"),
                row.getInt("entries"),
                row.getInt("fresh"));
    }
}
