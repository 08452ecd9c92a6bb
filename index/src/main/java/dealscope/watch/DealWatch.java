package dealscope.watch;

import dealscope.alert.Alert;
import dealscope.alert.AlertEvent;
import dealscope.index.DealIndex;
import dealscope.index.SavedQueries;
import dealscope.store.AlertStore;
import dealscope.store.DealNews;
import dealscope.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks every deal that changed for all alerts, and notes what they have to tell. It goes by a cursor of its own in the
 * store, not by the index: making the index anew, or reading articles again, tells nobody anything unless facts changed.
 *
 * <p>One run at a time; of several processes on one store one notes each change.
 */
public final class DealWatch {
    private static final int BATCH = 200;
    /** How long "the last 30 days" of a query may stand still. */
    private static final Duration READ_ANEW = Duration.ofHours(1);

    private final AlertStore alerts;
    private final DealIndex index;
    private final InstantSource clock;
    private @Nullable Ready ready;

    /** The alerts as of one revision. */
    private record Ready(long revision, Instant at, Map<String, Alert> alerts, SavedQueries queries) {}

    public DealWatch(Store store, DealIndex index, InstantSource clock) {
        this.alerts = store.alerts();
        this.index = index;
        this.clock = clock;
    }

    /**
     * Asks all deals that changed since the last run.
     *
     * @return number of events
     */
    public synchronized int run() throws IOException {
        int count = 0;
        for (AlertStore.Pending pending = alerts.pending(BATCH);
                pending.from() < pending.to();
                pending = alerts.pending(BATCH)) {
            List<AlertEvent> events = events(pending);
            if (!alerts.note(pending, events)) {
                return count; // another process is at it
            }
            count += events.size();
        }
        return count;
    }

    private List<AlertEvent> events(AlertStore.Pending pending) throws IOException {
        List<AlertEvent> events = new ArrayList<>();
        if (!pending.news().isEmpty()) {
            Ready now = ready();
            if (!now.alerts().isEmpty()) {
                Instant at = clock.instant();
                for (DealNews news : pending.news()) {
                    events.addAll(new Telling(now.alerts(), now.queries(), pending.from(), at).of(news));
                }
            }
        }
        return events;
    }

    private Ready ready() throws IOException {
        Ready last = ready;
        Instant now = clock.instant();
        if (last != null
                && last.revision() == alerts.revision()
                && Duration.between(last.at(), now).abs().compareTo(READ_ANEW) < 0) {
            return last;
        }
        AlertStore.Active active = alerts.active();
        Map<String, Alert> byId = new HashMap<>();
        active.alerts().forEach(alert -> byId.put(alert.id(), alert));
        SavedQueries queries = index.saved(active.alerts().stream()
                .map(alert -> new SavedQueries.Saved(alert.id(), alert.query(), alert.background()))
                .toList());
        queries.unreadable().forEach(byId::remove);
        Ready next = new Ready(active.revision(), now, byId, queries);
        ready = next;
        return next;
    }
}
