package dealscope.ledger;

import dealscope.deal.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reports taken to be of one deal, while they are being gathered. */
final class Cluster {
    private final List<Told> members = new ArrayList<>();
    private final Set<String> payers = new TreeSet<>();
    private final Set<String> payees = new TreeSet<>();
    private final Set<String> parties = new TreeSet<>();
    private boolean main;

    Cluster(Told first) {
        add(first);
    }

    /** @param members at least one */
    static Cluster of(List<Told> members) {
        Cluster cluster = new Cluster(members.getFirst());
        members.stream().skip(1).forEach(cluster::add);
        return cluster;
    }

    void add(Told told) {
        members.add(told);
        main |= told.main();
        if (!told.partnership()) {
            payers.addAll(told.payers());
            payees.addAll(told.payees());
        }
        parties.addAll(told.payers());
        parties.addAll(told.payees());
    }

    List<Told> members() {
        return members;
    }

    boolean main() {
        return main;
    }

    /** Whether no member says which way the money goes. */
    boolean undirected() {
        return payers.isEmpty() && payees.isEmpty();
    }

    Set<String> payers() {
        return payers;
    }

    Set<String> payees() {
        return payees;
    }

    Set<String> parties() {
        return parties;
    }

    boolean rumour() {
        return members.stream()
                .allMatch(told ->
                        told.report().status() == Status.TALKS || told.report().status() == Status.REPORTED);
    }

    /** Days to the nearest dated member, main ones if there are any; null when dates are missing. */
    @Nullable
    Long daysTo(@Nullable Instant time) {
        Long least = null;
        for (Told told : members) {
            Long days = told.main() == main ? Told.days(told.published(), time) : null;
            if (days != null && (least == null || days < least)) {
                least = days;
            }
        }
        return least;
    }

    /** Publication of the first dated member. */
    @Nullable
    Instant first() {
        Instant first = null;
        for (Told told : members) {
            Instant published = told.published();
            if (published != null && (first == null || published.isBefore(first))) {
                first = published;
            }
        }
        return first;
    }
}
