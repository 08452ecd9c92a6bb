package dealscope.quality;

import dealscope.quality.GoldArticle.Chip;
import dealscope.quality.GoldArticle.Sum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds companies, money, hardware and power against one gold article. Each thing counts once, however often found. */
final class MentionScorer {
    /** Two amounts are the same within this part of the larger one. */
    private static final double AMOUNT = 0.005;

    private static final double CAPACITY = 0.01;

    private final GoldArticle gold;
    private final Found found;
    private final CompanyIndex index;
    private final Scores.Sheet sheet;

    MentionScorer(GoldArticle gold, Found found, CompanyIndex index, Scores.Sheet sheet) {
        this.gold = gold;
        this.found = found;
        this.index = index;
        this.sheet = sheet;
    }

    void score() {
        companies();
        money(Kind.MONEY, true);
        money(Kind.MONEY_WITHOUT_PERIOD, false);
        hardware();
        power();
    }

    static boolean close(@Nullable Double a, @Nullable Double b, double within) {
        return a != null && b != null && Math.abs(a - b) <= within * Math.max(Math.max(Math.abs(a), Math.abs(b)), 1e-9);
    }

    private void companies() {
        Set<Integer> right = new HashSet<>();
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String name : found.companies()) {
            Integer number = index.number(name);
            if (number != null) {
                right.add(number);
            } else if (!index.isIgnored(name)) {
                wrong.putIfAbsent(index.key(name), name);
            }
        }
        for (int i = 0; i < gold.companies().size(); i++) {
            if (!right.contains(i)) {
                sheet.miss(gold, "company MISS", gold.companies().get(i).name());
            }
        }
        wrong.values().forEach(name -> sheet.miss(gold, "company FALSE", name));
        sheet.add(Kind.COMPANIES, right.size(), wrong.size(), gold.companies().size() - right.size());
    }

    private void money(Kind kind, boolean period) {
        List<Sum> wanted = period ? gold.money() : distinct(gold.money(), false);
        Set<Integer> used = new HashSet<>();
        int wrong = 0;
        for (Sum sum : distinct(found.money(), period)) {
            int match = match(sum, wanted, used, period);
            if (match >= 0) {
                used.add(match);
            } else {
                wrong++;
                if (period) {
                    sheet.miss(gold, "money FALSE", words(sum));
                }
            }
        }
        int right = 0;
        int missed = 0;
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).optional()) {
                right += used.contains(i) ? 1 : 0;
                missed += used.contains(i) ? 0 : 1;
                if (period && !used.contains(i)) {
                    sheet.miss(gold, "money MISS", words(wanted.get(i)));
                }
            }
        }
        sheet.add(kind, right, wrong, missed);
    }

    private static int match(Sum sum, List<Sum> wanted, Set<Integer> used, boolean period) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!used.contains(i) && same(sum, wanted.get(i), period)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean same(Sum a, Sum b, boolean period) {
        return a.currency().equals(b.currency())
                && close(a.min(), b.min(), AMOUNT)
                && close(a.max(), b.max(), AMOUNT)
                && (!period || a.per().equals(b.per()));
    }

    private static List<Sum> distinct(List<Sum> sums, boolean period) {
        List<Sum> distinct = new ArrayList<>();
        for (Sum sum : sums) {
            if (distinct.stream().noneMatch(other -> same(sum, other, period))) {
                distinct.add(sum);
            }
        }
        return distinct;
    }

    private static String words(Sum sum) {
        String amount = sum.min() == sum.max()
                ? String.format(Locale.ROOT, "%,.2f", sum.min())
                : String.format(Locale.ROOT, "%,.2f to %,.2f", sum.min(), sum.max());
        return sum.currency() + " " + amount.replace(".00", "") + (sum.per().isEmpty() ? "" : " a " + sum.per());
    }

    private void hardware() {
        Map<String, Integer> numbers = new HashMap<>();
        Set<String> ignored = new HashSet<>();
        for (int i = 0; i < gold.hardware().size(); i++) {
            Chip chip = gold.hardware().get(i);
            numbers.putIfAbsent(Names.hardware(chip.name()), i);
            for (String alias : chip.aliases()) {
                numbers.putIfAbsent(Names.hardware(alias), i);
            }
        }
        gold.ignoredHardware().forEach(name -> ignored.add(Names.hardware(name)));
        if (gold.hardware().stream()
                .noneMatch(chip -> Names.hardware(chip.name()).equals("gpu"))) {
            ignored.add("gpu");
        }
        Map<Integer, List<Double>> counts = new HashMap<>();
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Found.Chip chip : found.hardware()) {
            String name = Names.hardware(chip.name());
            Integer number = numbers.get(name);
            if (number != null) {
                List<Double> given = counts.computeIfAbsent(number, n -> new ArrayList<>());
                if (chip.count() != null) {
                    given.add(chip.count());
                }
            } else if (!ignored.contains(name)) {
                wrong.putIfAbsent(name, chip.name());
            }
        }
        for (int i = 0; i < gold.hardware().size(); i++) {
            hardware(gold.hardware().get(i), counts.get(i));
        }
        wrong.values().forEach(name -> sheet.miss(gold, "hardware FALSE", name));
        sheet.add(Kind.HARDWARE, counts.size(), wrong.size(), gold.hardware().size() - counts.size());
    }

    private void hardware(Chip wanted, @Nullable List<Double> counts) {
        if (counts == null) {
            sheet.miss(gold, "hardware MISS", wanted.name());
        }
        if (wanted.count() != null) {
            List<Double> given = Objects.requireNonNullElse(counts, List.of());
            sheet.count(Rate.HARDWARE_COUNTS, given.stream().anyMatch(count -> close(count, wanted.count(), AMOUNT)));
        }
    }

    private void power() {
        List<Double> wanted = List.copyOf(new LinkedHashSet<>(gold.powerMw()));
        Set<Integer> used = new HashSet<>();
        int wrong = 0;
        for (Double capacity : new LinkedHashSet<>(found.powerMw())) {
            int match = -1;
            for (int i = 0; i < wanted.size() && match < 0; i++) {
                match = !used.contains(i) && close(capacity, wanted.get(i), CAPACITY) ? i : -1;
            }
            if (match >= 0) {
                used.add(match);
            } else if (!near(capacity, gold.ignoredPowerMw()) && !near(capacity, wanted)) {
                wrong++;
                sheet.miss(gold, "power FALSE", capacity);
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!used.contains(i)) {
                sheet.miss(gold, "power MISS", wanted.get(i));
            }
        }
        sheet.add(Kind.POWER, used.size(), wrong, wanted.size() - used.size());
    }

    private static boolean near(double capacity, List<Double> others) {
        return others.stream().anyMatch(other -> close(capacity, other, CAPACITY));
    }
}
