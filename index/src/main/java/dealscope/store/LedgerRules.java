package dealscope.store;

import dealscope.ledger.Resolver;
import dealscope.ledger.correction.Correction;
import dealscope.ledger.correction.Corrections;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which deals are made: the resolver's own, and the corrections of the store. Corrections are read anew
 * only when the last one is another. Safe for many threads.
 */
final class LedgerRules {
    private final Resolver resolver;
    private volatile Known known = new Known(null, Corrections.NONE, List.of());

    private record Known(@Nullable String last, Corrections inForce, List<Correction> log) {}

    LedgerRules(Resolver resolver) {
        this.resolver = resolver;
    }

    /** The resolver with the corrections that hold in this transaction. */
    Resolver at(Handle handle) {
        Corrections inForce = corrections(handle);
        return resolver.with(inForce, new AnchorPlaces(handle, inForce));
    }

    Corrections corrections(Handle handle) {
        return current(handle).inForce();
    }

    /** All corrections, also those undone, in order. */
    List<Correction> log(Handle handle) {
        return current(handle).log();
    }

    private Known current(Handle handle) {
        CorrectionTable table = new CorrectionTable(handle);
        String last = table.last();
        Known now = known;
        if (!Objects.equals(last, now.last())) {
            List<Correction> log = table.all();
            now = new Known(last, Corrections.of(log), log);
            known = now;
        }
        return now;
    }
}
