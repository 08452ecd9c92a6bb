package dealscope.store;

import static dealscope.store.Column.clean;
import static dealscope.store.Column.millis;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Hosts that asked to be left alone for a while. */
final class HostPauseTable {
    private final Handle handle;

    HostPauseTable(Handle handle) {
        this.handle = handle;
    }

    Map<String, Instant> from(Instant now) {
        Map<String, Instant> pauses = new HashMap<>();
        handle.createQuery("select host, until from host_pause where until > :now")
                .bind("now", millis(now))
                .map((row, context) -> Map.entry(row.getString("host"), Column.requiredInstant(row, "until")))
                .forEach(pause -> pauses.put(pause.getKey(), pause.getValue()));
        return pauses;
    }

    /** Those that are over are forgotten on the way. */
    void pause(String host, Instant until, Instant now) {
        handle.createUpdate("delete from host_pause where until <= :now")
                .bind("now", millis(now))
                .execute();
        handle.createUpdate("""
                        insert into host_pause (host, until) values (:host, :until)
                        on conflict (host) do update set until = excluded.until
                        where host_pause.until < excluded.until""")
                .bind("host", clean(host))
                .bind("until", millis(until))
                .execute();
    }
}
