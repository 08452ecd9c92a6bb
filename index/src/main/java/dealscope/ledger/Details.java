package dealscope.ledger;

import dealscope.deal.Field;
import dealscope.deal.Hardware;
import dealscope.deal.Report;
import dealscope.deal.Term;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields beside type, parties, value and status, each chosen by the rule of {@link Choice}. */
record Details(
        @Nullable Double powerMw,
        List<Hardware> hardware,
        @Nullable Term term,
        @Nullable String site,
        @Nullable Double equityStakePct,
        @Nullable LocalDate announced,
        List<Field> conflicts) {
    /** Days between which an announcement is dated by time zone, embargo and weekday alone. */
    private static final long SAME_DAY = 3;

    static Details of(List<Told> voices) {
        List<Field> conflicts = new ArrayList<>();
        Double power = number(voices, Field.POWER_MW, Report::powerMw, conflicts);
        Double stake = number(voices, Field.EQUITY_STAKE_PCT, Report::equityStakePct, conflicts);
        Choice<Term> term = new Choice<>(
                voices,
                Field.TERM,
                told -> told.report().term(),
                (a, b) -> sameTerm(
                        Objects.requireNonNull(a.report().term()),
                        Objects.requireNonNull(b.report().term())));
        Choice<String> site = new Choice<>(
                voices,
                Field.SITE,
                told -> told.report().site(),
                (a, b) -> Objects.equals(a.report().site(), b.report().site()));
        Choice<LocalDate> announced =
                new Choice<>(voices, Field.ANNOUNCED, told -> told.report().announced(), Details::sameDay);
        if (term.split()) {
            conflicts.add(Field.TERM);
        }
        if (announced.split()) {
            conflicts.add(Field.ANNOUNCED);
        }
        return new Details(
                power,
                hardware(voices, conflicts),
                fullest(term.winner()),
                first(site.winner()),
                stake,
                first(announced.winner()),
                conflicts);
    }

    private static @Nullable Double number(
            List<Told> voices, Field field, Function<Report, @Nullable Double> value, List<Field> conflicts) {
        Choice<Double> choice = new Choice<>(
                voices,
                field,
                told -> value.apply(told.report()),
                (a, b) -> Amounts.compare(value.apply(a.report()), value.apply(b.report()), 1) == Agreement.SAME);
        if (choice.split()) {
            conflicts.add(field);
        }
        return first(choice.winner());
    }

    /** Every model that is named, the most named first, with the count that most give for it. */
    private static List<Hardware> hardware(List<Told> voices, List<Field> conflicts) {
        Map<String, Integer> named = new TreeMap<>();
        voices.forEach(told -> told.report().hardware().stream()
                .map(Hardware::name)
                .distinct()
                .forEach(name -> named.merge(name, 1, Integer::sum)));
        List<String> names = new ArrayList<>(named.keySet());
        names.sort(Comparator.comparing(name -> -named.getOrDefault(name, 0)));
        List<Hardware> all = new ArrayList<>();
        boolean differ = false;
        for (String name : names) {
            Choice<Hardware> choice = new Choice<>(
                    voices,
                    Field.HARDWARE,
                    told -> counted(told, name),
                    (a, b) -> Objects.equals(count(a, name), count(b, name)));
            differ |= choice.split();
            Hardware counted = first(choice.winner());
            all.add(counted != null ? counted : new Hardware(name, vendor(voices, name), null));
        }
        if (differ) {
            conflicts.add(Field.HARDWARE);
        }
        return all;
    }

    private static @Nullable Hardware counted(Told told, String name) {
        return told.report().hardware().stream()
                .filter(hardware -> hardware.name().equals(name) && hardware.count() != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long count(Told told, String name) {
        Hardware hardware = counted(told, name);
        return hardware == null ? null : hardware.count();
    }

    private static @Nullable String vendor(List<Told> voices, String name) {
        return voices.stream()
                .flatMap(told -> told.report().hardware().stream())
                .filter(hardware -> hardware.name().equals(name))
                .map(Hardware::vendor)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Terms conflict when both give a length or an end and these differ. */
    private static boolean sameTerm(Term a, Term b) {
        boolean years = Amounts.compare(a.years(), b.years(), 1) != Agreement.DIFFERENT;
        boolean end = a.end() == null
                || b.end() == null
                || a.end().getYear() == b.end().getYear();
        return years && end;
    }

    private static @Nullable Term fullest(List<Term> terms) {
        return terms.stream().max(Comparator.comparingInt(Details::known)).orElse(null);
    }

    private static int known(Term term) {
        return (term.start() == null ? 0 : 1) + (term.end() == null ? 0 : 1) + (term.years() == null ? 0 : 1);
    }

    private static boolean sameDay(Told a, Told b) {
        LocalDate one = Objects.requireNonNull(a.report().announced());
        LocalDate other = Objects.requireNonNull(b.report().announced());
        return Math.abs(ChronoUnit.DAYS.between(one, other)) <= SAME_DAY;
    }

    private static <T> @Nullable T first(List<T> values) {
        return values.isEmpty() ? null : values.getFirst();
    }
}
