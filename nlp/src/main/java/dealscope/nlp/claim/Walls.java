package dealscope.nlp.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much a word parts what stands before it from what comes after: {@code walls.csv}, and "and" before a new clause. */
final class Walls {
    private static final Map<String, Double> HEIGHTS = load();
    private static final Set<String> FINITE = Set.of("VERB", "AUX");

    private Walls() {}

    private static Map<String, Double> load() {
        Map<String, Double> heights = new HashMap<>();
        CueFile.rows("walls.csv").forEach(row -> heights.put(row.get("word"), row.number("height")));
        return Map.copyOf(heights);
    }

    static double before(List<Unit> units, int i) {
        Unit unit = units.get(i);
        if (unit.found() != null || unit.company()) {
            return 0;
        }
        Double fixed = HEIGHTS.get(unit.word());
        if (fixed != null) {
            return i == 0 ? 0 : fixed;
        }
        boolean and = unit.word().equals("and");
        if (i == 0 || !(and || unit.word().equals("as"))) {
            return 0;
        }
        if (startsClause(units, i + 1)) {
            return 1.5;
        }
        return and && startsPredicate(units, i + 1) ? 1.45 : 0;
    }

    private static boolean startsClause(List<Unit> units, int i) {
        return i + 1 < units.size()
                && (units.get(i).company() || units.get(i).pos("PRON"))
                && FINITE.contains(units.get(i + 1).pos());
    }

    /** "... and pledges $100bn": the same subject does another thing. */
    private static boolean startsPredicate(List<Unit> units, int i) {
        if (i + 1 >= units.size() || !FINITE.contains(units.get(i).pos())) {
            return false;
        }
        String word = units.get(i).word();
        return !word.endsWith("ing") && !units.get(i + 1).pos("NOUN");
    }
}
