package dealscope.store;

import static dealscope.store.Column.clean;
import static dealscope.store.Column.duration;
import static dealscope.store.Column.flag;
import static dealscope.store.Column.instant;
import static dealscope.store.Column.millis;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dealscope.crawler.FeedHistory;
import dealscope.crawler.FeedMove;
import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.crawler.Pace;
import dealscope.crawler.Validators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
                        where removed is null and enabled = 1
                          and (next_check is null or next_check <= :now or last_check > :now)
                        order by next_check asc nulls first, last_check asc nulls first, id limit :limit""")
                .bind("now", millis(now))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    /** Returns false when the address is there already; one that was removed comes back with the new settings. */
    boolean add(FeedState feed) {
        Update restored = handle.createUpdate("""
                        update feed set removed = null, title = :title, category = :category, enabled = :enabled,
                          note = :note, every = :every, cron = :cron, keep_rule = :keep, drop_rule = :drop,
                          next_check = null
                        where (url = :url or id = :id) and removed is not null""").bind("url", feed.url());
        return bindChoice(restored, feed).execute() > 0 || insert(feed);
    }

    private boolean insert(FeedState feed) {
        Update update = handle.createUpdate("""
                insert into feed (id, url, title, category, enabled, sample, note, every, cron, keep_rule, drop_rule,
                  validators_url, etag, last_modified, body_hash, next_check, last_check, last_success, last_entry,
                  failures, reason, rhythm, ttl, fresh_for, skip_hours, skip_days, added, moved_to, moves)
                values (:id, :url, :title, :category, :enabled, :sample, :note, :every, :cron, :keep, :drop,
                  :validatorsUrl, :etag, :lastModified, :bodyHash, :nextCheck, :lastCheck, :lastSuccess, :lastEntry,
                  :failures, :reason, :rhythm, :ttl, :freshFor, :skipHours, :skipDays, :added, :movedTo, :moves)
                on conflict do nothing""");
        return bindCrawl(bindChoice(update, feed), feed)
                        .bind("sample", flag(feed.sample()))
                        .bind("added", millis(feed.added()))
                        .execute()
                > 0;
    }

    /** The feed as it is stored; one that came back may have kept another spelling of the address. */
    FeedState sameAs(FeedState feed) {
        return handle.createQuery("select * from feed where url = :url or id = :id order by url <> :url limit 1")
                .bind("url", feed.url())
                .bind("id", feed.id())
                .map((row, context) -> read(row))
                .one();
    }

    void change(FeedState feed) {
        Update update = handle.createUpdate("""
                        update feed set
                          title_edited = case when title = :title then title_edited else 1 end,
                          next_check = case
                            when enabled = 0 and :enabled = 1 then null
                            when failures = 0 and (coalesce(every, 0) <> coalesce(:every, 0)
                              or coalesce(cron, '') <> coalesce(:cron, '')) then null
                            else next_check end,
                          title = :title, category = :category, enabled = :enabled, note = :note,
                          every = :every, cron = :cron, keep_rule = :keep, drop_rule = :drop
                        where id = :id and removed is null""");
        bindChoice(update, feed).execute();
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
                  validators_url = :validatorsUrl, etag = :etag, last_modified = :lastModified, body_hash = :bodyHash,
                  next_check = :nextCheck, last_check = :lastCheck, last_success = :lastSuccess,
                  last_entry = :lastEntry, failures = :failures, reason = :reason, rhythm = :rhythm, ttl = :ttl,
                  fresh_for = :freshFor, skip_hours = :skipHours, skip_days = :skipDays, moved_to = :movedTo, moves = :moves
                where id = :id""");
        return bindCrawl(update, feed)
                        .bind("title", clean(feed.title()))
                        .bind("enabled", flag(feed.options().enabled()))
                        .bind("note", clean(feed.options().note()))
                        .execute()
                > 0;
    }

    /** Those that were asked since {@code latest} keep their time: they would not be asked, and forget when to be. */
    void makeDue(List<String> ids, Instant latest, Instant now) {
        for (String id : ids) {
            handle.createUpdate("""
                            update feed set next_check = null where id = :id
                              and (last_check is null or last_check <= :latest or last_check > :now)""")
                    .bind("id", id)
                    .bind("latest", millis(latest))
                    .bind("now", millis(now))
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

    List<FeedLog.Removed> removed() {
        return handle.createQuery("select * from feed where removed is not null order by removed desc, id")
                .map((row, context) -> new FeedLog.Removed(read(row), Column.requiredInstant(row, "removed")))
                .list();
    }

    List<String> removedBefore(Instant time) {
        return handle.createQuery("select id from feed where removed < :time order by id")
                .bind("time", millis(time))
                .mapTo(String.class)
                .list();
    }

    /** Deletes a feed and what is remembered of it; its articles stay. */
    void purge(String id) {
        for (String table : List.of("visit", "dropped_entry", "websub", "entry")) {
            handle.createUpdate("delete from " + table + " where feed_id = :id")
                    .bind("id", id)
                    .execute();
        }
        handle.createUpdate("delete from feed where id = :id").bind("id", id).execute();
    }

    void removeSamples() {
        handle.execute("delete from visit where feed_id in (select id from feed where sample = 1)");
        handle.execute("delete from dropped_entry where feed_id in (select id from feed where sample = 1)");
        handle.execute("delete from websub where feed_id in (select id from feed where sample = 1)");
        handle.execute("delete from entry where feed_id in (select id from feed where sample = 1)");
        handle.execute("delete from feed where sample = 1");
    }

    /** What the user chose. */
    private static Update bindChoice(Update update, FeedState feed) {
        FeedOptions options = feed.options();
        return update.bind("id", feed.id())
                .bind("title", clean(feed.title()))
                .bind("category", clean(feed.category()))
                .bind("enabled", flag(options.enabled()))
                .bind("note", clean(options.note()))
                .bind("every", millis(options.every()))
                .bind("cron", clean(options.cron()))
                .bind("keep", clean(options.keep()))
                .bind("drop", clean(options.drop()));
    }

    /** What the visits made of it. */
    private static Update bindCrawl(Update update, FeedState feed) {
        Validators validators = feed.validators();
        FeedHistory history = feed.history();
        return update.bind("id", feed.id())
                .bind("url", feed.url())
                .bind("validatorsUrl", clean(validators.url()))
                .bind("etag", clean(validators.etag()))
                .bind("lastModified", clean(validators.lastModified()))
                .bind("bodyHash", validators.bodyHash())
                .bind("nextCheck", millis(history.nextCheck()))
                .bind("lastCheck", millis(history.lastCheck()))
                .bind("lastSuccess", millis(history.lastSuccess()))
                .bind("lastEntry", millis(history.lastEntry()))
                .bind("failures", history.failures())
                .bind("reason", clean(history.reason()))
                .bind("rhythm", millis(history.pace().rhythm()))
                .bind("ttl", millis(history.pace().ttl()))
                .bind("freshFor", millis(history.pace().freshFor()))
                .bind("skipHours", joined(history.pace().skipHours()))
                .bind("skipDays", joined(history.pace().skipDays()))
                .bind("movedTo", clean(feed.move().target()))
                .bind("moves", feed.move().visits());
    }

    private static FeedState read(ResultSet row) throws SQLException {
        return new FeedState(
                row.getString("id"),
                row.getString("url"),
                row.getString("title"),
                row.getString("category"),
                Column.requiredInstant(row, "added"),
                flag(row, "sample"),
                new FeedOptions(
                        flag(row, "enabled"),
                        row.getString("note"),
                        duration(row, "every"),
                        row.getString("cron"),
                        row.getString("keep_rule"),
                        row.getString("drop_rule")),
                new Validators(
                        row.getString("validators_url"),
                        row.getString("etag"),
                        row.getString("last_modified"),
                        row.getString("body_hash")),
                history(row),
                new FeedMove(row.getString("moved_to"), row.getInt("moves")));
    }

    private static FeedHistory history(ResultSet row) throws SQLException {
        return new FeedHistory(
                instant(row, "next_check"),
                instant(row, "last_check"),
                instant(row, "last_success"),
                instant(row, "last_entry"),
                row.getInt("failures"),
                row.getString("reason"),
                new Pace(
                        duration(row, "rhythm"),
                        duration(row, "ttl"),
                        duration(row, "fresh_for"),
                        words(row, "skip_hours").map(Integer::valueOf).collect(toUnmodifiableSet()),
                        words(row, "skip_days").map(DayOfWeek::valueOf).collect(toUnmodifiableSet())));
    }

    private static String joined(Set<? extends Comparable<?>> values) {
        return values.stream().sorted().map(String::valueOf).collect(joining(","));
    }

    private static Stream<String> words(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text.isEmpty() ? Stream.empty() : Arrays.stream(text.split(",", -1));
    }
}
