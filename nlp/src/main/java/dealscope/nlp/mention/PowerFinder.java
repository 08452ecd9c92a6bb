package dealscope.nlp.mention;

import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.deal.Qualifier;
import dealscope.fact.Phrase;
import dealscope.nlp.mention.Numerals.Numeral;
import dealscope.nlp.text.Cues;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds capacities in watts and makes them megawatts. Energy ("12 GWh", "megawatt-hours") is never taken for power; a
 * chip's or a rack's own draw (below one megawatt) is left out.
 */
public final class PowerFinder {
    /** How many lexemes away a cue may stand. */
    private static final int NEAR = 8;

    private static final Set<String> CONNECTORS = Set.of("-", "\u2013", "\u2014", "to", "and", "or", ",");
    private static final Set<String> HOURS = Set.of("hour", "hours", "hr", "hrs", "h");

    private final Numerals numerals = new Numerals();
    private final Hedges hedges = new Hedges();
    private final PhraseTrie<Unit> units = new PhraseTrie<>();
    private final PhraseTrie<String> cues = new PhraseTrie<>();

    private record Unit(String written, BigDecimal megawatts) {}

    /** A number with its unit over the lexemes {@code [from, to)}; min differs from max in a range. */
    private record Capacity(int from, int to, double min, double max) {}

    public PowerFinder() {
        for (Phrase phrase : Phrase.load("power-units.csv", "megawatts")) {
            units.add(phrase.words(), new Unit(phrase.words(), new BigDecimal(phrase.get("megawatts"))));
        }
        for (Phrase phrase : Phrase.load("power-cues.csv", "load")) {
            cues.add(phrase.words(), phrase.get("load"));
        }
    }

    public List<Found> find(String source, boolean inTitle, List<Lexeme> lexemes) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < lexemes.size()) {
            List<Capacity> capacities = at(lexemes, at);
            if (capacities.isEmpty()) {
                at++;
                continue;
            }
            for (Capacity capacity : capacities) {
                if (capacity.max() >= 1) {
                    found.add(found(source, inTitle, lexemes, capacity));
                }
            }
            at = capacities.getLast().to();
        }
        return found;
    }

    /** One capacity; or several that share a unit: "10, 20 and 30 MW". */
    private List<Capacity> at(List<Lexeme> lexemes, int from) {
        if (from > 0 && !lexemes.get(from).spaced() && !isSeparator(lexemes.get(from - 1))) {
            return List.of();
        }
        Numerals.Fraction part = isOne(lexemes, from)
                ? new Numerals.Fraction(BigDecimal.ONE, from + 1)
                : Numerals.fraction(lexemes, from);
        Unit whole = part == null ? null : unit(lexemes, part.to());
        if (part != null && whole != null) {
            double mw = part.value().multiply(whole.megawatts()).doubleValue();
            return List.of(new Capacity(from, part.to() + 1, mw, mw));
        }
        List<Numeral> numbers = new ArrayList<>();
        List<String> connectors = new ArrayList<>();
        int at = from;
        while (numbers.size() < 8) {
            Numeral numeral = numerals.at(lexemes, at, false);
            if (numeral == null) {
                return List.of();
            }
            numbers.add(numeral);
            int unitAt = Numerals.isAt(lexemes, numeral.to(), "-") ? numeral.to() + 1 : numeral.to();
            Unit unit = unit(lexemes, unitAt);
            if (unit != null) {
                return capacities(lexemes, numbers, connectors, unit, unitAt + 1);
            }
            at = numeral.to();
            if (at >= lexemes.size() || !CONNECTORS.contains(lexemes.get(at).folded())) {
                return List.of();
            }
            connectors.add(lexemes.get(at).folded());
            at++;
            if (Numerals.isAt(lexemes, at, "and") || Numerals.isAt(lexemes, at, "or")) {
                at++;
            }
        }
        return List.of();
    }

    /** "more than a gigawatt", "a gigawatt of"; not "$50 billion a gigawatt". */
    private boolean isOne(List<Lexeme> lexemes, int from) {
        if (!Numerals.isAt(lexemes, from, "a")) {
            return false;
        }
        Lexeme before = from > 0 ? lexemes.get(from - 1) : null;
        boolean price = before != null && (before.number() || numerals.isMagnitude(before));
        boolean hedged = hedges.around(lexemes, from, from + 1).qualifier() != Qualifier.EXACT;
        return !price && (hedged || Numerals.isAt(lexemes, from + 2, "of"));
    }

    private static boolean isSeparator(Lexeme lexeme) {
        return lexeme.kind() == Lexeme.Kind.SIGN && !lexeme.is("$") && !lexeme.is("\u20ac") && !lexeme.is("\u00a3");
    }

    private List<Capacity> capacities(
            List<Lexeme> lexemes, List<Numeral> numbers, List<String> connectors, Unit unit, int to) {
        List<Capacity> capacities = new ArrayList<>();
        Numeral first = numbers.getFirst();
        boolean between = first.from() > 0 && lexemes.get(first.from() - 1).is("between");
        if (numbers.size() == 2 && isRange(connectors.getFirst(), between)) {
            double min = megawatts(first, unit);
            double max = megawatts(numbers.getLast(), unit);
            if (min < max) {
                return List.of(new Capacity(first.from() - (between ? 1 : 0), to, min, max));
            }
        }
        for (Numeral numeral : numbers) {
            double mw = megawatts(numeral, unit);
            capacities.add(new Capacity(numeral.from(), numeral == numbers.getLast() ? to : numeral.to(), mw, mw));
        }
        return capacities;
    }

    private static boolean isRange(String connector, boolean between) {
        return connector.equals("and") ? between : !connector.equals(",") && !connector.equals("or");
    }

    private static double megawatts(Numeral numeral, Unit unit) {
        return numeral.value().multiply(unit.megawatts()).doubleValue();
    }

    private @Nullable Unit unit(List<Lexeme> lexemes, int at) {
        PhraseTrie.Match<Unit> match = Cues.after(units, lexemes, at);
        if (match == null) {
            return null;
        }
        int next = Numerals.isAt(lexemes, match.to(), "-") ? match.to() + 1 : match.to();
        if (Numerals.isAt(lexemes, next, "scale")) {
            return null;
        }
        if (next < lexemes.size() && HOURS.contains(lexemes.get(next).folded())) {
            return null;
        }
        boolean glued = match.to() < lexemes.size()
                && !lexemes.get(match.to()).spaced()
                && lexemes.get(match.to()).number();
        // "mw" may be written in any case, a lone "w" only as W
        boolean fits =
                match.value().written().length() > 1 || lexemes.get(at).text().equals("W");
        return glued || !fits ? null : match.value();
    }

    private Found found(String source, boolean inTitle, List<Lexeme> lexemes, Capacity capacity) {
        Hedges.Hedged hedged = hedges.around(lexemes, capacity.from(), capacity.to());
        int start = lexemes.get(hedged.from()).start();
        int end = lexemes.get(hedged.to() - 1).end();
        Qualifier qualifier = capacity.min() < capacity.max() ? Qualifier.RANGE : hedged.qualifier();
        String load = isLack(lexemes, hedged.from()) ? "ignored" : load(lexemes, capacity);
        Detail.Load kind = load.equals("ignored")
                ? Detail.Load.UNKNOWN
                : Detail.Load.valueOf(load.toUpperCase(java.util.Locale.ROOT));
        String entity = BigDecimal.valueOf(capacity.max()).stripTrailingZeros().toPlainString() + " MW";
        Mention mention = new Mention(MentionKind.POWER, source.substring(start, end), start, end, entity, inTitle);
        return new Found(
                mention, new Detail.Capacity(capacity.max(), capacity.min(), qualifier, kind, load.equals("ignored")));
    }

    /** "a shortfall of 6 GW". */
    private boolean isLack(List<Lexeme> lexemes, int from) {
        PhraseTrie.Match<String> cue =
                Numerals.isAt(lexemes, from - 1, "of") ? Cues.before(cues, lexemes, from - 1) : null;
        return cue != null && cue.value().equals("ignored");
    }

    /** The cue nearest to the capacity; one behind it is nearer than one before it at the same distance. */
    private String load(List<Lexeme> lexemes, Capacity capacity) {
        for (int distance = 0; distance < NEAR; distance++) {
            PhraseTrie.Match<String> after = Cues.after(cues, lexemes, capacity.to() + distance);
            if (after != null) {
                return after.value();
            }
            PhraseTrie.Match<String> before = Cues.before(cues, lexemes, capacity.from() - distance);
            if (before != null && !before.value().equals("ignored")) {
                return before.value();
            }
        }
        return "unknown";
    }
}
