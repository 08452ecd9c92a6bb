package dealscope.ledger;

import dealscope.deal.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How deals of the same companies stand to one another: a slice of a programme, an extension, or perhaps the same deal
 * twice, which is for an analyst to decide.
 */
final class Links {
    /** What a deal is to others; null for nothing. */
    record Link(
            @Nullable Draft partOf,
            @Nullable Draft supersedes,
            @Nullable Draft possibleDuplicateOf) {}

    private final Map<String, List<Draft>> byTie = new HashMap<>();

    /** @param drafts all deals, in {@link Draft#ORDER} */
    Links(List<Draft> drafts) {
        for (Draft draft : drafts) {
            for (String party : draft.cluster().parties()) {
                byTie.computeIfAbsent(family(draft) + party, key -> new ArrayList<>())
                        .add(draft);
            }
        }
    }

    private static Family family(Draft draft) {
        return Family.of(draft.type());
    }

    Link of(Draft draft) {
        List<Draft> others = neighbours(draft);
        Draft whole = LinkCues.PART_OF.in(draft.members()) ? whole(draft, others) : null;
        Draft before = whole == null && LinkCues.SUPERSEDES.in(draft.members()) ? lastBefore(draft, others) : null;
        Draft twin = whole == null && before == null ? twin(draft, others) : null;
        return new Link(whole, before, twin);
    }

    private List<Draft> neighbours(Draft draft) {
        Set<Draft> others = new TreeSet<>(Draft.ORDER);
        for (String party : draft.cluster().parties()) {
            others.addAll(byTie.getOrDefault(family(draft) + party, List.of()));
        }
        others.remove(draft);
        return List.copyOf(others);
    }

    /** The larger deal between the same sides; of several the nearest in time. */
    private static @Nullable Draft whole(Draft slice, List<Draft> others) {
        return nearest(
                slice,
                others.stream()
                        .filter(other -> other.main() && sameSides(slice, other) && larger(other, slice))
                        .toList());
    }

    private static boolean larger(Draft a, Draft b) {
        Money whole = a.value().money();
        Money slice = b.value().money();
        return whole != null
                && slice != null
                && whole.usd() != null
                && slice.usd() != null
                && whole.usd().compareTo(slice.usd()) > 0;
    }

    private static @Nullable Draft lastBefore(Draft draft, List<Draft> others) {
        Instant first = draft.cluster().first();
        Draft last = null;
        for (Draft other : others) {
            Instant earlier = other.cluster().first();
            if (first != null
                    && earlier != null
                    && earlier.isBefore(first)
                    && other.type() == draft.type()
                    && sameSides(draft, other)) {
                last = other;
            }
        }
        return last;
    }

    private static @Nullable Draft twin(Draft draft, List<Draft> others) {
        return nearest(
                draft,
                others.stream()
                        .filter(other -> weaker(draft, other) && doubtful(draft, other))
                        .toList());
    }

    /** Of a doubtful pair the weaker one points at the other: retold, then one-sided, then later. */
    private static boolean weaker(Draft draft, Draft other) {
        if (draft.main() != other.main()) {
            return other.main();
        }
        if (draft.twoSided() != other.twoSided()) {
            return other.twoSided();
        }
        return Draft.ORDER.compare(draft, other) > 0;
    }

    private static boolean doubtful(Draft draft, Draft other) {
        Told told = draft.voices().getFirst();
        if (TypeMatch.of(draft.type(), other.type()) == TypeMatch.NEVER) {
            return false;
        }
        Agreement value = Amounts.compare(
                draft.value().money(),
                told.report().term(),
                other.value().money(),
                other.voices().getFirst().report().term());
        Long days = days(draft, other);
        if (draft.twoSided() == other.twoSided()) {
            boolean near = value == Agreement.NEAR && within(days, Thresholds.SILENCE);
            boolean same = value == Agreement.SAME;
            boolean open = value == Agreement.UNKNOWN
                    && draft.type() == other.type()
                    && within(days, Thresholds.SAME_AMOUNT)
                    && !(draft.main() && draft.value().money() != null);
            return sameSides(draft, other) && (near || same || open);
        }
        return !draft.twoSided()
                && Likeness.namedSideFits(told, other.cluster())
                && within(days, Thresholds.EVENT)
                && (value == Agreement.SAME || value == Agreement.NEAR || value == Agreement.UNKNOWN);
    }

    private static boolean sameSides(Draft draft, Draft other) {
        return Likeness.sidesFit(draft.voices().getFirst(), other.cluster());
    }

    private static boolean within(@Nullable Long days, long limit) {
        return days == null || days <= limit;
    }

    private static @Nullable Long days(Draft a, Draft b) {
        return b.cluster().daysTo(a.cluster().first());
    }

    private static @Nullable Draft nearest(Draft draft, List<Draft> others) {
        Draft best = null;
        long least = Long.MAX_VALUE;
        for (Draft other : others) {
            Long days = days(draft, other);
            long distance = days == null ? Long.MAX_VALUE - 1 : days;
            if (distance < least) {
                best = other;
                least = distance;
            }
        }
        return best;
    }
}
