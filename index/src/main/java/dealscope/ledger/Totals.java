package dealscope.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums of deals, in groups, each with what was left out of it and why. Built by one thread.
 *
 * <p>A deal of several payers stands with each of them, so the sums of such groups may be more than the sum of all.
 */
public final class Totals {
    private final Map<String, String> labels = new TreeMap<>();
    private final Map<String, Adding> groups = new TreeMap<>();
    private final Adding all = new Adding();

    /**
     * A sum of money.
     *
     * @param deals that count, with {@code usd} in all
     * @param ceilings deals of which only the most that they may come to is known; not in {@code usd}
     * @param leftOut what does not count, by reason
     */
    public record Sum(int deals, BigDecimal usd, Part ceilings, List<LeftOut> leftOut) {
        public Sum {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Some deals, and what they come to as far as that is known. */
    public record Part(int deals, BigDecimal usd) {
        static final Part NONE = new Part(0, BigDecimal.ZERO);

        Part plus(Tally tally) {
            BigDecimal more = tally.usd();
            return new Part(deals + 1, more == null ? usd : usd.add(more));
        }
    }

    /** Deals that do not count, for one reason. */
    public record LeftOut(Tally.Reason reason, int deals, BigDecimal usd) {}

    /** @param key the group's name in queries */
    public record Group(String key, String label, Sum sum) {}

    private static final class Adding {
        private final Map<Tally.Reason, Part> parts = new EnumMap<>(Tally.Reason.class);

        void add(Tally tally) {
            parts.put(
                    tally.reason(),
                    parts.getOrDefault(tally.reason(), Part.NONE).plus(tally));
        }

        Sum sum() {
            Part counted = parts.getOrDefault(Tally.Reason.COUNTED, Part.NONE);
            List<LeftOut> left = new ArrayList<>();
            parts.forEach((reason, part) -> {
                if (reason != Tally.Reason.COUNTED && reason != Tally.Reason.CEILING) {
                    left.add(new LeftOut(reason, part.deals(), part.usd()));
                }
            });
            return new Sum(counted.deals(), counted.usd(), parts.getOrDefault(Tally.Reason.CEILING, Part.NONE), left);
        }
    }

    /** Adds a deal to the sum of all and to those of its groups. @param keys with their labels */
    public void add(Map<String, String> keys, Tally tally) {
        all.add(tally);
        keys.forEach((key, label) -> {
            labels.putIfAbsent(key, label);
            groups.computeIfAbsent(key, group -> new Adding()).add(tally);
        });
    }

    public Sum all() {
        return all.sum();
    }

    /** The groups, the largest sum first. */
    public List<Group> bySum() {
        return groups().stream()
                .sorted(Comparator.comparing((Group group) -> group.sum().usd())
                        .thenComparing(group -> group.sum().ceilings().usd())
                        .thenComparing(group -> group.sum().deals())
                        .reversed()
                        .thenComparing(Group::key))
                .toList();
    }

    /** The groups, the last by key first. */
    public List<Group> byKey() {
        return groups().reversed();
    }

    private List<Group> groups() {
        List<Group> all = new ArrayList<>();
        groups.forEach((key, adding) -> all.add(new Group(key, labels.getOrDefault(key, key), adding.sum())));
        return all;
    }
}
