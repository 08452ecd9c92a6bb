package dealscope.store;

import java.util.List;
import java.util.Set;

/** The store's part about what changed when, see {@link dealscope.index.Change#seq}; {@link Store#changeHistory}. */
public final class ChangeHistory {
    private final Database database;

    ChangeHistory(Database database) {
        this.database = database;
    }

    /**
     * A change without the object that changed.
     *
     * @param kind {@code article}, {@code deal} or {@code removed}
     */
    public record Mark(long seq, String kind, String id) {}

    /** Which of these articles and deals, at most 1000, changed after the change with this number. */
    public Set<String> changed(List<String> ids, long seq) {
        return database.read(handle -> new ChangeLog(handle).changed(ids, seq));
    }

    /** Up to {@code limit} changes after the one with this number, in order; of an object changed twice the last. */
    public List<Mark> after(long seq, int limit) {
        return database.read(handle -> new ChangeLog(handle)
                .after(seq, limit).stream()
                        .map(mark -> new Mark(mark.seq(), mark.kind().label(), mark.id()))
                        .toList());
    }
}
