package dealscope.nlp.claim;

import dealscope.deal.DealType;
import dealscope.deal.Hardware;
import dealscope.deal.MentionKind;
import dealscope.deal.Term;
import dealscope.nlp.text.Detail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Power, hardware, term, site, stake and day of a deal: what stands in its own lines, nearest to its word, and hardware of lines that go
 * on about it. */
final class DetailBinder {
    private static final double LIMIT = 4.0;

    private DetailBinder() {}

    /** A detail with the unit that gives it. */
    record Bound<T>(T value, Line line, Unit unit) {}

    /** All that was found; each may be missing. */
    record Details(
            @Nullable Bound<Double> power,
            List<Bound<Hardware>> hardware,
            @Nullable Bound<Term> term,
            @Nullable Bound<String> site,
            @Nullable Bound<Double> stake,
            @Nullable Bound<LocalDate> announced) {}

    static Details details(Draft draft, List<Draft> all) {
        Map<String, Bound<Hardware>> hardware = new LinkedHashMap<>();
        Bound<Double> power = null;
        Bound<Term> term = null;
        Bound<String> site = null;
        Bound<Double> stake = null;
        Bound<LocalDate> announced = null;
        for (Near near : units(draft, all)) {
            Unit unit = near.unit;
            Object detail = unit.found() == null ? null : unit.found().detail();
            if (detail instanceof Detail.Capacity c && !c.ignored() && power == null && physical(draft.type())) {
                power = new Bound<>(c.mw(), near.line, unit);
            } else if (detail instanceof Detail.Gear g && Draft.CONTRACTS.contains(draft.type())) {
                hardware.merge(g.hardware().name(), new Bound<>(g.hardware(), near.line, unit), DetailBinder::counted);
            } else if (detail instanceof Detail.Length l && term == null && l.years() != null | l.until() != null) {
                term = new Bound<>(new Term(null, l.until(), l.years()), near.line, unit);
            } else if (unit.is(MentionKind.FACILITY) && site == null && physical(draft.type())) {
                site = new Bound<>(unit.text(), near.line, unit);
            } else if (detail instanceof Detail.Share s && s.equity() && stake == null && equity(draft.type())) {
                stake = new Bound<>(s.percent(), near.line, unit);
            } else if (detail instanceof Detail.When w && w.isDay() && announced == null && near.said) {
                announced = new Bound<>(w.from(), near.line, unit);
            }
        }
        for (Line line : draft.following) {
            for (Unit unit : line.units()) {
                if (unit.found() != null && unit.found().detail() instanceof Detail.Gear g) {
                    hardware.merge(g.hardware().name(), new Bound<>(g.hardware(), line, unit), DetailBinder::counted);
                }
            }
        }
        return new Details(power, List.copyOf(hardware.values()), term, site, stake, announced);
    }

    private record Near(Line line, Unit unit, boolean said) {}

    /** The units of the deal's lines, those left out that stand nearer to another deal's word. */
    private static List<Near> units(Draft draft, List<Draft> all) {
        List<Near> near = new ArrayList<>();
        for (Line line : draft.lines) {
            int at = place(draft, line);
            for (int i = 0; i < line.size(); i++) {
                Unit unit = line.at(i);
                if (unit.found() == null) {
                    continue;
                }
                double mine = at < 0 ? 1 : line.path(at, i);
                boolean nearest = mine < LIMIT;
                for (Draft other : all) {
                    int there = other == draft ? -1 : place(other, line);
                    nearest &= there < 0 || line.path(there, i) >= mine;
                }
                if (nearest) {
                    near.add(new Near(line, unit, at >= 0 && mine < 2.4));
                }
            }
        }
        return near;
    }

    private static int place(Draft draft, Line line) {
        return draft.tellings.stream()
                .filter(t -> t.line() == line)
                .mapToInt(Candidate::from)
                .findFirst()
                .orElse(-1);
    }

    private static Bound<Hardware> counted(Bound<Hardware> first, Bound<Hardware> later) {
        return first.value.count() == null && later.value.count() != null ? later : first;
    }

    private static boolean physical(DealType type) {
        return Draft.CONTRACTS.contains(type) || type == DealType.ENERGY || type == DealType.ACQUISITION;
    }

    private static boolean equity(DealType type) {
        return type == DealType.INVESTMENT || type == DealType.ACQUISITION;
    }
}
