package dealscope.ledger;

import dealscope.deal.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reports taken to be of one deal, while they are being gathered. */
final class Cluster {
    private final List<Told> members = new ArrayList<>();
    private final Set<String> parties = new TreeSet<>();
    /** Members whose type or direction another deal of these companies seemed to have. */
    private final List<Told> misread = new ArrayList<>();

    /** Which way the money goes; null until asked for after a member came. */
    private @Nullable Sides sides;

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
        sides = null;
        parties.addAll(told.payers());
        parties.addAll(told.payees());
    }

    /** Takes over the members of a cluster that tells the same deal in another way. */
    void addMisread(Cluster other) {
        other.members.forEach(this::add);
        misread.addAll(other.members);
    }

    /** The members without those that were misread. */
    List<Told> understood() {
        List<Told> understood = new ArrayList<>(members);
        understood.removeAll(misread);
        return understood;
    }

    List<Told> members() {
        return members;
    }

    boolean main() {
        return main;
    }

    /** Whether no member says which way the money goes. */
    boolean undirected() {
        return payers().isEmpty() && payees().isEmpty();
    }

    Set<String> payers() {
        return sides().payers();
    }

    Set<String> payees() {
        return sides().payees();
    }

    private Sides sides() {
        Sides known = sides;
        if (known == null) {
            known = Sides.of(members);
            sides = known;
        }
        return known;
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

    /** The same by the time that reports were told, which is always known. */
    long daysToTime(Instant time) {
        long least = Long.MAX_VALUE;
        for (Told told : members) {
            if (told.main() == main) {
                least = Math.min(
                        least, Duration.between(told.time(), time).abs().toDays());
            }
        }
        return least;
    }

    /** Publication of the first dated main member. */
    @Nullable
    Instant firstMain() {
        return members.stream()
                .filter(Told::main)
                .map(Told::published)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The main members of the first {@code days} in which it was news. */
    List<Told> begunWithin(long days) {
        Instant first = firstMain();
        return members.stream()
                .filter(told -> {
                    Long since = Told.days(first, told.published());
                    return told.main() && since != null && since <= days;
                })
                .toList();
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
