package dealscope.store;

import static dealscope.store.Column.millis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The numbers behind {@link FeedStats}, of all feeds in one query. */
final class FeedCounts {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(28);
    private static final Duration QUARTER = Duration.ofDays(90);
    private static final Duration YEAR = Duration.ofDays(365);
    /** Whose newest entry is older may have fallen silent, so its rhythm is looked at. */
    private static final Duration QUIET = Duration.ofDays(3);

    private static final int DAYS_OF_A_RHYTHM = 3;

    private final Handle handle;

    FeedCounts(Handle handle) {
        this.handle = handle;
    }

    List<FeedStats> of(Instant now) {
        return handle.createQuery("""
                        select f.id, f.added, a.articles, a.complete, n.items, n.recent, n.oldest,
                          d.deals, d.deals28, d.deals90, d.telling, r.refused, t.days, t.first, t.last
                        from feed f
                        left join (select feed_id, count(*) as articles,
                                     sum(case when completeness = 'full' then 1 else 0 end) as complete
                                   from article group by feed_id) a on a.feed_id = f.id
                        left join (select feed_id, count(*) as recent, min(coalesce(published, first_seen)) as oldest,
                                     sum(case when coalesce(published, first_seen) > :month then 1 else 0 end) as items
                                   from article where coalesce(published, first_seen) > :quarter
                                   group by feed_id) n on n.feed_id = f.id
                        left join (select x.feed_id, count(distinct p.deal_id) as deals,
                                     count(distinct case when coalesce(x.published, x.first_seen) > :month
                                       then p.deal_id end) as deals28,
                                     count(distinct case when coalesce(x.published, x.first_seen) > :quarter
                                       then p.deal_id end) as deals90,
                                     count(distinct case when coalesce(x.published, x.first_seen) > :quarter
                                       then x.id end) as telling
                                   from article x join deal_report p on p.article_id = x.id
                                   group by x.feed_id) d on d.feed_id = f.id
                        left join (select feed_id, count(distinct article_id) as refused
                                   from visit where outcome = 'robots' and at > :month
                                   group by feed_id) r on r.feed_id = f.id
                        left join (select q.id as feed_id, min(coalesce(y.published, y.first_seen)) as first,
                                     max(coalesce(y.published, y.first_seen)) as last,
                                     count(distinct coalesce(y.published, y.first_seen) / 86400000) as days
                                   from feed q join article y on y.feed_id = q.id
                                   where q.last_entry < :quiet
                                     and coalesce(y.published, y.first_seen) between q.last_entry - :year and q.last_entry
                                   group by q.id) t on t.feed_id = f.id
                        where f.removed is null order by f.id""")
                .bind("month", millis(now.minus(MONTH)))
                .bind("quarter", millis(now.minus(QUARTER)))
                .bind("quiet", millis(now.minus(QUIET)))
                .bind("year", YEAR.toMillis())
                .map((row, context) -> read(row, now))
                .list();
    }

    private static FeedStats read(ResultSet row, Instant now) throws SQLException {
        return new FeedStats(
                row.getString("id"),
                row.getInt("articles"),
                row.getInt("complete"),
                row.getInt("deals"),
                row.getInt("items") / days(row, now),
                row.getInt("deals28"),
                row.getInt("deals90"),
                row.getInt("recent"),
                row.getInt("telling"),
                row.getInt("refused"),
                rhythm(row));
    }

    /** A feed that is new here began with the oldest article that it brought along. */
    private static double days(ResultSet row, Instant now) throws SQLException {
        Instant added = Column.requiredInstant(row, "added");
        Instant oldest = Objects.requireNonNullElse(Column.instant(row, "oldest"), added);
        Duration known = Duration.between(oldest.isBefore(added) ? oldest : added, now);
        Duration counted = known.compareTo(MONTH) > 0 ? MONTH : known.compareTo(DAY) < 0 ? DAY : known;
        return (double) counted.toSeconds() / DAY.toSeconds();
    }

    private static @Nullable Duration rhythm(ResultSet row) throws SQLException {
        int days = row.getInt("days");
        return days < DAYS_OF_A_RHYTHM
                ? null
                : Duration.ofMillis((row.getLong("last") - row.getLong("first")) / (days - 1));
    }
}
