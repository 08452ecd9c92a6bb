package dealscope.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The order in which articles and deals changed. Every change takes the next number in the transaction that makes it;
 * writers come one at a time, so a number that can be seen has no smaller one still on its way.
 */
final class ChangeLog {
    private final Handle handle;

    ChangeLog(Handle handle) {
        this.handle = handle;
    }

    long next() {
        return handle.createQuery("update change_counter set seq = seq + 1 where id = 1 returning seq")
                .mapTo(Long.class)
                .one();
    }

    /** The number of the last change. */
    long last() {
        return handle.createQuery("select seq from change_counter where id = 1")
                .mapTo(Long.class)
                .one();
    }

    /** An object is there (again): no tombstone of it may outlive this. */
    void exists(String id) {
        handle.createUpdate("delete from tombstone where id = :id")
                .bind("id", id)
                .execute();
    }

    void removed(String id) {
        handle.createUpdate("""
                        insert into tombstone (id, seq) values (:id, :seq)
                        on conflict (id) do update set seq = excluded.seq""").bind("id", id).bind("seq", next()).execute();
    }

    enum Kind {
        ARTICLE,
        DEAL,
        REMOVED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Mark(long seq, Kind kind, String id) {}

    List<Mark> after(long cursor, int limit) {
        return handle.createQuery("""
                        select seq, 'ARTICLE' as kind, id from article where seq > :cursor
                        union all select seq, 'DEAL' as kind, id from deal where seq > :cursor
                        union all select seq, 'REMOVED' as kind, id from tombstone where seq > :cursor
                        order by seq limit :limit""")
                .bind("cursor", cursor)
                .bind("limit", limit)
                .map((row, context) -> mark(row))
                .list();
    }

    /** Those of these articles and deals that changed after {@code seq}. */
    Set<String> changed(List<String> ids, long seq) {
        return ids.isEmpty()
                ? Set.of()
                : handle.createQuery("""
                        select id from deal where id in (<ids>) and seq > :seq
                        union all select id from article where id in (<ids>) and seq > :seq""")
                        .bindList("ids", ids)
                        .bind("seq", seq)
                        .mapTo(String.class)
                        .set();
    }

    /** The same without articles; what is removed may be an article. */
    List<Mark> dealsAfter(long cursor, int limit) {
        return handle.createQuery("""
                        select seq, 'DEAL' as kind, id from deal where seq > :cursor
                        union all select seq, 'REMOVED' as kind, id from tombstone where seq > :cursor
                        order by seq limit :limit""")
                .bind("cursor", cursor)
                .bind("limit", limit)
                .map((row, context) -> mark(row))
                .list();
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(row.getLong("seq"), Kind.valueOf(row.getString("kind")), row.getString("id"));
    }
}
