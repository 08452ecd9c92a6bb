package dealscope.nlp.claim;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the companies around a word of a line by their place in the sentence: its subject, its object, the one after
 * "with". Each answer is the number of a unit, or {@link #NONE}.
 */
final class Arguments {
    static final int NONE = -1;

    private static final double SUBJECT_LIMIT = 4.2;
    private static final double RIGHT_LIMIT = 2.6;
    private static final double NOUN_LIMIT = 1.7;
    private static final Set<String> BE = Words.of("be");
    private static final Set<String> RELATIVE = Words.of("relative");
    private static final Set<String> SAYING = Words.of("saying");
    private static final Set<String> DEALING = Words.of("dealing");
    private static final Set<String> FACILITY_HEADS = Words.of("facility-head");
    private static final Set<String> RELATED = Words.of("related");
    private static final Set<String> FILLERS = Words.of("filler");

    private Arguments() {}

    /** Whether the verb at the place is in the passive: "was acquired", "led by". */
    static boolean passive(Line line, int verb, Inflection.Form form) {
        if (form != Inflection.Form.PAST) {
            return false;
        }
        for (int i = verb - 1; i >= Math.max(0, verb - 4); i--) {
            if (BE.contains(line.word(i))) {
                return true;
            }
            if (!line.at(i).pos("ADV", "PART", "AUX")) {
                break;
            }
        }
        return line.word(verb + 1).equals("by");
    }

    static int subject(Line line, int verb) {
        int relative = relative(line, verb);
        if (relative != NONE) {
            return relative;
        }
        int best = NONE;
        double bestCost = SUBJECT_LIMIT;
        for (int i = verb - 1; i >= Math.max(0, verb - 45); i--) {
            if (!line.company(i) || line.hyphened(i)) {
                continue;
            }
            double cost = line.path(i, verb) + subjectPenalty(line, i);
            if (cost < bestCost) {
                bestCost = cost;
                best = i;
            }
        }
        return best;
    }

    /** The company that "which" or "that" before the verb stands for. */
    private static int relative(Line line, int verb) {
        int i = verb - 1;
        while (i >= 0 && verb - i < 6 && line.at(i).pos("AUX", "ADV", "PART", "VERB")) {
            i--;
        }
        if (i < 1 || !RELATIVE.contains(line.word(i)) || SAYING.contains(line.word(i - 1))) {
            return NONE;
        }
        for (int j = i - 1; j >= Math.max(0, i - 3); j--) {
            if (line.company(j) && !line.modifier(j)) {
                return j;
            }
        }
        return NONE;
    }

    private static double subjectPenalty(Line line, int i) {
        double cost = 0;
        String preposition = line.preposition(i);
        if (preposition != null) {
            cost += preposition.equals("by") || preposition.equals("than") ? 3.5 : 2.6;
        }
        if (line.possessive(i) && !line.arm(i) && !line.speaker(i)) {
            cost += 2.2;
        }
        if (line.modifier(i)) {
            cost += 1.8;
        }
        if (line.word(i - 1).startsWith("what") || BE.contains(line.word(i - 1))) {
            cost += 2.0;
        }
        if (i > 0
                && line.at(i - 1).pos("VERB")
                && !SAYING.contains(line.word(i - 1))
                && !line.at(i - 1).glued()) {
            cost += 2.0;
        }
        return cost;
    }

    /** The company right after the verb, not one that owns or describes what comes next. */
    static int object(Line line, int verb) {
        for (int i = verb + 1; i < Math.min(line.size(), verb + 10); i++) {
            Unit unit = line.at(i);
            if (unit.company()) {
                if (line.hyphened(i)) {
                    continue;
                }
                if (unit.word().equals("<its>")) {
                    continue;
                }
                if (line.possessive(i)) {
                    return NONE;
                }
                if (line.modifier(i)) {
                    int apposed = apposed(line, i);
                    return apposed == NONE && line.at(i + 1).pos("NOUN") && !line.inTitle()
                            ? NONE
                            : apposed == NONE ? i : apposed;
                }
                return i;
            }
            boolean skip = unit.pos("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV")
                    || unit.glued()
                    || line.hyphened(i)
                    || FILLERS.contains(unit.word());
            if (!skip || unit.money()) {
                return NONE;
            }
        }
        return NONE;
    }

    /** "OpenAI rival Anthropic": the second company is meant. */
    private static int apposed(Line line, int i) {
        for (int j = i + 1; j < Math.min(line.size(), i + 4); j++) {
            if (line.company(j)) {
                return j;
            }
            if (!line.at(j).pos("NOUN", "ADJ") || line.at(j).word().equals(",")) {
                return NONE;
            }
        }
        return NONE;
    }

    /** The first company to the right that the preposition governs. */
    static int after(Line line, int from, String preposition) {
        for (int i = from + 1; i < Math.min(line.size(), from + 32); i++) {
            if (line.path(from, i) > RIGHT_LIMIT + 1.6) {
                return NONE;
            }
            boolean relative =
                    line.word(i - 2).equals("that") || line.word(i - 2).equals("which");
            if (i > from + 2 && line.company(i - 1) && line.finite(i) && !relative) {
                return NONE;
            }
            boolean through = line.word(i).equals(preposition) && ofCompany(line, i) != NONE;
            if (through && line.path(from, i) < RIGHT_LIMIT) {
                return ofCompany(line, i);
            }
            if (!line.company(i) || line.hyphened(i) || !preposition.equals(line.preposition(i))) {
                continue;
            }
            if (line.path(from, i) > RIGHT_LIMIT) {
                return NONE;
            }
            if (line.possessive(i) && owned(line, i + 2)) {
                return i + 2;
            }
            int apposed = line.modifier(i) ? apposed(line, i) : NONE;
            if (apposed == NONE && line.modifier(i) && RELATED.contains(line.word(i + 1))) {
                return NONE;
            }
            return apposed == NONE ? i : apposed;
        }
        return NONE;
    }

    /** "Shell's Savion": a company that another one owns, not a plant of it. */
    private static boolean owned(Line line, int at) {
        if (!line.company(at) || FACILITY_HEADS.contains(line.word(at + 1))) {
            return false;
        }
        Party party = line.at(at).parties().getFirst();
        String name = party.company().name();
        String head = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return party.sure() && !FACILITY_HEADS.contains(head);
    }

    /** "to data centers of X": the company is reached through what is its own. */
    private static int ofCompany(Line line, int preposition) {
        for (int i = preposition + 1; i < Math.min(line.size() - 1, preposition + 6); i++) {
            if (line.word(i).equals("of") && i > preposition + 1) {
                return line.company(i + 1) ? i + 1 : NONE;
            }
            if (!line.at(i).pos("NOUN", "ADJ", "DET")) {
                return NONE;
            }
        }
        return NONE;
    }

    /** The company that stands before a noun in its phrase: with 's (owning) or bare (describing). */
    static int before(Line line, int noun, boolean owning) {
        for (int i = noun - 1; i >= Math.max(0, noun - 8); i--) {
            Unit unit = line.at(i);
            if (unit.company()) {
                if (line.hyphened(i) || (owning && !line.possessive(i))) {
                    continue;
                }
                return line.possessive(i) == owning ? i : NONE;
            }
            if (owning
                    && i > 0
                    && (unit.word().equals("a") || unit.word().equals("an"))
                    && line.word(i - 1).equals("and")) {
                return coordinated(line, i - 1);
            }
            boolean inside = unit.pos("ADJ", "NOUN", "PROPN", "NUM", "ADV")
                    || unit.word().equals("'s")
                    || unit.word().equals("'")
                    || unit.glued()
                    || unit.money()
                    || (i + 1 < noun && line.at(i + 1).glued())
                    || (unit.found() != null)
                    || (unit.pos("VERB")
                            && (unit.word().endsWith("ed") || line.inTitle())
                            && i < noun - 1
                            && !SAYING.contains(unit.word()));
            if (!inside) {
                return NONE;
            }
        }
        return NONE;
    }

    /** Number of the first unit of the noun's phrase; companies that describe the noun belong to it. */
    static int phraseStart(Line line, int noun) {
        int start = noun;
        for (int i = noun - 1; i >= Math.max(0, noun - 8); i--) {
            Unit unit = line.at(i);
            boolean inside =
                    unit.pos("ADJ", "NOUN", "NUM", "PROPN") || unit.glued() || unit.found() != null || unit.company();
            if (!inside || (unit.company() && line.possessive(i))) {
                break;
            }
            if (unit.pos("NOUN") && line.inTitle() && i > 0 && line.company(i - 1)) {
                break;
            }
            start = i;
        }
        return line.company(start) && start < noun && !line.word(start - 1).isEmpty() ? start : noun;
    }

    /** "X's loan from A and a stake from B": the owner of the first is the owner of the second. */
    private static int coordinated(Line line, int and) {
        for (int i = and - 1; i >= Math.max(0, and - 12); i--) {
            if (line.company(i) && line.possessive(i) && line.path(i, and) < 1.2) {
                return i;
            }
        }
        return NONE;
    }

    /** The company of a relative clause right behind a noun: "an agreement Amazon struck with OpenAI". */
    static int relativeSubject(Line line, int after) {
        int near = relativeAt(line, after);
        for (int i = after; near == NONE && i < Math.min(line.size(), after + 9); i++) {
            boolean relative = (line.word(i).equals("that") && !line.word(i - 1).equals("so"))
                    || line.word(i).equals("which");
            if (relative || line.finite(i)) {
                return relative ? relativeAt(line, i) : NONE;
            }
        }
        return near;
    }

    private static int relativeAt(Line line, int after) {
        int at = line.word(after).equals("that") || line.word(after).equals("which") ? after + 1 : after;
        boolean under = line.word(at - 1).equals("which") && line.word(at - 2).equals("under");
        boolean acts = line.company(at)
                && at + 1 < line.size()
                && !line.possessive(at)
                && (under
                        || line.at(at + 1).pos("VERB", "AUX")
                        || line.word(at + 1).endsWith("ed")
                        || DEALING.contains(line.word(at + 1)));
        return acts ? at : NONE;
    }

    /** As {@link #after}, but the preposition must hang on the noun: no other clause begins between. */
    static int afterNoun(Line line, int noun, String preposition) {
        int at = after(line, noun, preposition);
        if (at != NONE && line.path(noun, at) > NOUN_LIMIT) {
            return NONE;
        }
        for (int i = noun + 1; i < at; i++) {
            Unit unit = line.at(i);
            boolean participle = unit.word().endsWith("ed")
                    || unit.word().endsWith("ing")
                    || line.word(i - 1).equals("to");
            if (line.finite(i) && !participle && !BE.contains(unit.word())) {
                return NONE;
            }
        }
        return at;
    }

    /** The nearest company to the left, whatever governs it. */
    static int left(Line line, int from) {
        for (int i = from - 1; i >= Math.max(0, from - 14); i--) {
            if (line.company(i) && !line.hyphened(i)) {
                return line.path(i, from) < 1.6 ? i : NONE;
            }
        }
        return NONE;
    }

    /** The company whose stake or round it is: "a stake in X", "X's shares", "X stock", "X's funding round". */
    static int owner(Line line, int noun) {
        int owning = before(line, noun, true);
        if (owning != NONE) {
            return owning;
        }
        int bare = before(line, noun, false);
        if (bare != NONE) {
            return bare;
        }
        for (String preposition : List.of("in", "of", "for")) {
            int governed = after(line, noun, preposition);
            if (governed != NONE && line.path(noun, governed) < 0.9) {
                return governed;
            }
        }
        return NONE;
    }
}
