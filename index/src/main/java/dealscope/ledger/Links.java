package dealscope.ledger;

import dealscope.deal.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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

    private final Map<String, List<Draft>> byKey = new HashMap<>();

    /** @param drafts all deals, in {@link Draft#ORDER} */
    Links(List<Draft> drafts) {
        for (Draft draft : drafts) {
            keys(draft).forEach(key -> byKey.computeIfAbsent(key, any -> new ArrayList<>())
                    .add(draft));
        }
    }

    /**
     * Deals between two are held against those of the same companies, others against those of the same size and days;
     * without an amount only against deals between two, for with one another it would be a guess.
     */
    private static Set<String> keys(Draft draft) {
        Set<String> keys = new LinkedHashSet<>();
        for (Told told : draft.core().members()) {
            for (Tie tie : told.ties()) {
                if (tie.kind() != Tie.Kind.LONE_DAYS) {
                    Tie lone = tie.kind().groups() || !told.twoSided() ? tie : tie.counterpart();
                    keys.add(lone.kind() + " " + lone.key());
                }
            }
        }
        return keys;
    }

    Link of(Draft draft) {
        List<Draft> others = neighbours(draft);
        Draft whole = LinkCues.PART_OF.in(draft.core().members()) ? whole(draft, others) : null;
        Draft before =
                whole == null && LinkCues.SUPERSEDES.in(draft.core().members()) ? lastBefore(draft, others) : null;
        Draft twin = whole == null && before == null ? twin(draft, others) : null;
        return new Link(whole, before, twin);
    }

    private List<Draft> neighbours(Draft draft) {
        Set<Draft> others = new TreeSet<>(Draft.ORDER);
        for (Told told : draft.core().members()) {
            for (Tie tie : told.ties()) {
                if (tie.kind().groups() == draft.twoSided()) {
                    others.addAll(byKey.getOrDefault(tie.kind() + " " + tie.key(), List.of()));
                }
            }
        }
        others.remove(draft);
        return List.copyOf(others);
    }

    /** The larger deal between the same sides; of several the nearest in time. */
    private static @Nullable Draft whole(Draft slice, List<Draft> others) {
        return nearest(
                slice,
                others.stream()
                        .filter(other -> other.core().main() && sameSides(slice, other) && larger(other, slice))
                        .toList());
    }

    private static boolean larger(Draft a, Draft b) {
        Money whole = a.coreValue().money();
        Money slice = b.coreValue().money();
        return whole != null
                && slice != null
                && whole.usd() != null
                && slice.usd() != null
                && whole.usd().compareTo(slice.usd()) > 0;
    }

    private static @Nullable Draft lastBefore(Draft draft, List<Draft> others) {
        Instant first = draft.core().first();
        Draft last = null;
        for (Draft other : others) {
            Instant earlier = other.core().first();
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
        if (draft.core().main() != other.core().main()) {
            return other.core().main();
        }
        if (draft.twoSided() != other.twoSided()) {
            return other.twoSided();
        }
        return Draft.ORDER.compare(draft, other) > 0;
    }

    private static boolean doubtful(Draft draft, Draft other) {
        Told told = draft.coreVoices().getFirst();
        if (TypeMatch.of(draft.type(), other.type()) == TypeMatch.NEVER) {
            return false;
        }
        Agreement value = Amounts.compare(
                draft.coreValue().money(),
                told.report().term(),
                other.coreValue().money(),
                other.coreVoices().getFirst().report().term());
        Long days = days(draft, other);
        if (draft.twoSided() == other.twoSided()) {
            boolean near = value == Agreement.NEAR && within(days, Thresholds.SILENCE);
            boolean same = value == Agreement.SAME;
            boolean open = value == Agreement.UNKNOWN
                    && draft.type() == other.type()
                    && within(days, Thresholds.SAME_AMOUNT)
                    && !(draft.core().main() && draft.coreValue().money() != null);
            return sameSides(draft, other) && (near || same || open);
        }
        return !draft.twoSided()
                && Likeness.namedSideFits(told, other.core())
                && within(days, Thresholds.EVENT)
                && (value == Agreement.SAME || value == Agreement.NEAR || value == Agreement.UNKNOWN);
    }

    private static boolean sameSides(Draft draft, Draft other) {
        return Likeness.sidesFit(draft.coreVoices().getFirst(), other.core());
    }

    private static boolean within(@Nullable Long days, long limit) {
        return days == null || days <= limit;
    }

    private static @Nullable Long days(Draft a, Draft b) {
        return b.core().daysTo(a.core().first());
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
