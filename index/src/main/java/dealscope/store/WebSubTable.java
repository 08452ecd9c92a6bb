package dealscope.store;

import static dealscope.store.Column.clean;
import static dealscope.store.Column.instant;
import static dealscope.store.Column.millis;

import dealscope.source.Subscription;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Subscriptions to hubs, one for a feed at most. */
final class WebSubTable {
    private final Handle handle;

    WebSubTable(Handle handle) {
        this.handle = handle;
    }

    Optional<Subscription> byFeed(String feedId) {
        return handle.createQuery("select * from websub where feed_id = :feedId")
                .bind("feedId", feedId)
                .map((row, context) -> read(row))
                .findOne();
    }

    Optional<Subscription> byToken(String token) {
        return handle.createQuery("select * from websub where token = :token")
                .bind("token", clean(token))
                .map((row, context) -> read(row))
                .findOne();
    }

    List<Subscription> due(Instant now, int limit) {
        return handle.createQuery("""
                        select * from websub where next_try <= :now order by next_try, feed_id limit :limit""")
                .bind("now", millis(now))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    List<Subscription> orphans(int limit) {
        return handle.createQuery("""
                        select * from websub where state <> 'ending'
                          and feed_id not in (select id from feed where removed is null and enabled = 1)
                        order by feed_id limit :limit""")
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    void save(Subscription subscription) {
        handle.createUpdate("""
                        insert into websub (feed_id, token, secret, topic, hub, state, reason, next_try, tries,
                          lease_end, last_push)
                        values (:feedId, :token, :secret, :topic, :hub, :state, :reason, :nextTry, :tries,
                          :leaseEnd, :lastPush)
                        on conflict (feed_id) do update set token = excluded.token, secret = excluded.secret,
                          topic = excluded.topic, hub = excluded.hub, state = excluded.state, reason = excluded.reason,
                          next_try = excluded.next_try, tries = excluded.tries, lease_end = excluded.lease_end,
                          last_push = excluded.last_push""")
                .bind("feedId", subscription.feedId())
                .bind("token", subscription.token())
                .bind("secret", subscription.secret())
                .bind("topic", clean(subscription.topic()))
                .bind("hub", clean(subscription.hub()))
                .bind("state", subscription.state().label())
                .bind("reason", clean(subscription.reason()))
                .bind("nextTry", millis(subscription.nextTry()))
                .bind("tries", subscription.tries())
                .bind("leaseEnd", millis(subscription.leaseEnd()))
                .bind("lastPush", millis(subscription.lastPush()))
                .execute();
    }

    void remove(String feedId) {
        handle.createUpdate("delete from websub where feed_id = :feedId")
                .bind("feedId", feedId)
                .execute();
    }

    private static Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                row.getString("feed_id"),
                row.getString("token"),
                row.getString("secret"),
                row.getString("topic"),
                row.getString("hub"),
                Subscription.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                instant(row, "next_try"),
                row.getInt("tries"),
                instant(row, "lease_end"),
                instant(row, "last_push"));
    }
}
