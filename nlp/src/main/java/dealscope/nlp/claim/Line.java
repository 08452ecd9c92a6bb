package dealscope.nlp.claim;

import dealscope.nlp.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sentence laid out for the rules: its units in order, with what stands in brackets set aside.
 *
 * @param number place among the lines of the article
 * @param asides units in brackets, each with the number of the unit before which its bracket opens
 */
record Line(Sentence sentence, int number, List<Unit> units, List<Aside> asides, double[] walls) {
    private static final Set<String> PREPOSITIONS = Words.of("preposition");
    private static final Set<String> SUBORDINATING = Words.of("subordinating");
    private static final Set<String> TITLES = Words.of("job-title");
    /** Past forms that the tagger takes for nouns after a name. */
    private static final Set<String> DEALING = Words.of("dealing");

    private static final Set<String> BEFORE_TO = Words.of("before-to");
    private static final Set<String> ARMS = Words.of("arm");

    /** A unit in brackets. */
    record Aside(Unit unit, int before) {}

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return number;
    }

    int size() {
        return units.size();
    }

    boolean inTitle() {
        return sentence.inTitle();
    }

    Unit at(int i) {
        return units.get(i);
    }

    /** The word at a place; empty beyond the ends. */
    String word(int i) {
        return i < 0 || i >= units.size() ? "" : units.get(i).word();
    }

    boolean company(int i) {
        return i >= 0 && i < units.size() && units.get(i).company();
    }

    /** How much stands between two places: commas little, a new clause much, each word a trifle. */
    double path(int i, int j) {
        int from = Math.min(i, j);
        int to = Math.max(i, j);
        return walls[to] - walls[Math.min(from + 1, to)] + 0.05 * (to - from);
    }

    boolean possessive(int i) {
        String next = word(i + 1);
        String text = units.get(i).text();
        if (text.equals("it") || text.equals("It")) {
            return false;
        }
        return next.equals("'s") || next.equals("'") || units.get(i).word().equals("<its>");
    }

    /** Whether the company only describes the word after it: "OpenAI order". */
    boolean modifier(int i) {
        if (i + 1 >= size() || possessive(i)) {
            return false;
        }
        Unit next = at(i + 1);
        return !acts(i + 1)
                && !DEALING.contains(next.word())
                && !next.company()
                && next.found() == null
                && (next.pos("NOUN")
                        || (next.pos("ADJ", "PROPN") && !next.word().startsWith("<")))
                && !TITLES.contains(next.word());
    }

    /** "X hands Y an order": a verb that the tagger takes for a noun. */
    private boolean acts(int i) {
        return i > 0
                && i + 1 < size()
                && company(i - 1)
                && at(i).pos("NOUN")
                && at(i).word().endsWith("s")
                && (company(i + 1) || at(i + 1).money() || at(i + 1).pos("DET", "PRON"));
    }

    /** Whether the company is hyphened to the next word: "Nvidia-backed". */
    boolean hyphened(int i) {
        return i + 1 < size() && at(i + 1).glued();
    }

    boolean speaker(int i) {
        return TITLES.contains(word(i + 1)) || (possessive(i) && TITLES.contains(word(i + 2)));
    }

    /** Whether what follows the possessive is the company itself in another shape: "Amazon's cloud unit". */
    boolean arm(int i) {
        return possessive(i) && (ARMS.contains(word(i + 2)) || ARMS.contains(word(i + 3)));
    }

    /** The preposition that governs the noun phrase with this unit, or null. */
    @Nullable
    String preposition(int i) {
        for (int j = i - 1; j >= Math.max(0, i - 7); j--) {
            Unit unit = at(j);
            if (unit.pos("ADP") || PREPOSITIONS.contains(unit.word())) {
                if (unit.word().equals("to") && BEFORE_TO.contains(word(j - 1))) {
                    return word(j - 1);
                }
                boolean clause = SUBORDINATING.contains(unit.word()) && (finite(i + 1) || acts(i + 1));
                return clause ? null : unit.word();
            }
            boolean inside = unit.pos("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV")
                    || unit.word().equals("'s")
                    || unit.glued()
                    || (unit.pos("PRON") && unit.word().endsWith("s"))
                    || (at(j + 1).glued())
                    || (unit.found() != null && !unit.money())
                    || (unit.word().equals("and")
                            && j > 0
                            && (at(j - 1).found() != null || at(j - 1).pos("NOUN")))
                    || mistaken(j);
            if (!inside) {
                return null;
            }
        }
        return null;
    }

    /** A noun that the tagger took for a verb: "with cloud platform X". */
    private boolean mistaken(int j) {
        return at(j).pos("VERB")
                && j > 0
                && !inflected(at(j).word())
                && (at(j - 1).pos("NOUN", "ADJ")
                        || (at(j - 1).pos("ADV", "PROPN") && !company(j - 1) && company(j + 1)));
    }

    /** Whether the word is a verb of its own clause; a noun that the tagger took for a verb is none. */
    boolean finite(int i) {
        if (i < 0 || i >= size() || !at(i).pos("VERB", "AUX")) {
            return false;
        }
        boolean base = at(i).pos("VERB") && i > 0 && !inflected(at(i).word());
        boolean mistaken = base && (at(i - 1).pos("NOUN", "ADJ") || (at(i - 1).pos("ADV", "PROPN") && company(i + 1)));
        return !mistaken;
    }

    private static boolean inflected(String word) {
        return word.endsWith("s") || word.endsWith("ed") || word.endsWith("ing");
    }

    /** Number of the first unit after {@code from} where another clause begins, at most {@code reach} away. */
    int clauseEnd(int from, int reach, double height) {
        int to = Math.min(size(), from + 1 + reach);
        for (int i = from + 1; i < to; i++) {
            if (walls[i + 1] - walls[i] >= height) {
                return i;
            }
        }
        return to;
    }

    /** Number of the unit where this clause begins, at most {@code reach} away. */
    int clauseStart(int at, int reach, double height) {
        int least = Math.max(0, at - reach);
        for (int i = at - 1; i >= least; i--) {
            if (walls[i + 1] - walls[i] >= height) {
                return i + 1;
            }
        }
        return least;
    }

    /** The companies of all units, in order. */
    List<Party> parties() {
        List<Party> all = new ArrayList<>();
        for (Unit unit : units) {
            all.addAll(unit.parties());
        }
        return all;
    }

    /** The number of the unit at or after an offset of the source. */
    int unitAt(int offset) {
        for (int i = 0; i < size(); i++) {
            if (at(i).end() > offset) {
                return i;
            }
        }
        return size();
    }
}
