package dealscope.store;

import dealscope.store.Store.FeedStats;
import dealscope.store.Store.Stats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The numbers on the feeds page and the about page. */
final class Counts {
    private static final int DAYS = 30;

    private final Handle handle;

    Counts(Handle handle) {
        this.handle = handle;
    }

    List<FeedStats> feeds(Instant now) {
        return handle.createQuery("""
                        select f.id,
                          coalesce(a.articles, 0) as articles, coalesce(a.complete, 0) as complete,
                          coalesce(d.deals, 0) as deals, coalesce(e.entries, 0) as entries
                        from feed f
                        left join (select feed_id, count(*) as articles,
                                     sum(case when completeness = 'full' then 1 else 0 end) as complete
                                   from article group by feed_id) a on a.feed_id = f.id
                        left join (select x.feed_id, count(distinct r.deal_id) as deals
                                   from article x join deal_report r on r.article_id = x.id
                                   group by x.feed_id) d on d.feed_id = f.id
                        left join (select feed_id, count(*) as entries from entry where seen > :since
                                   group by feed_id) e on e.feed_id = f.id
                        where f.removed is null order by f.id""")
                .bind("since", Column.millis(now.minus(Duration.ofDays(DAYS))))
                .map((row, context) -> new FeedStats(
                        row.getString("id"),
                        row.getInt("articles"),
                        row.getInt("complete"),
                        row.getInt("deals"),
                        (double) row.getInt("entries") / DAYS))
                .list();
    }

    Stats all() {
        return new Stats(
                count("feed where removed is null"),
                count("feed where removed is null and enabled = 1 and failures > 0"),
                count("article"),
                count("article where completeness = 'full'"),
                count("deal"),
                handle.createQuery("select coalesce(sum(claims), 0) from deal")
                        .mapTo(Integer.class)
                        .one(),
                count("article where page_pending = 1"),
                count("article where page_pending = 0 and (analyzer_version is null or analyzed_hash <> content_hash)"),
                count("article where sample = 1"));
    }

    private int count(String what) {
        return handle.createQuery("select count(*) from " + what)
                .mapTo(Integer.class)
                .one();
    }
}
