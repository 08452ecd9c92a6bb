package dealscope.nlp.claim;

import dealscope.deal.MentionKind;
import java.util.List;
import java.util.Set;

/**
 * Finds companies that certain words point at, wherever they stand in the clause: "led by X", "backers including X", "a
 * round that valued X at". Each answer is the number of a unit, or {@link Arguments#NONE}.
 */
final class PointedArguments {
    private static final double RIGHT_LIMIT = 2.6;
    private static final Set<String> RAISING = Words.of("raising");
    private static final Set<String> BACKERS = Words.of("backer");

    private PointedArguments() {}

    /** "led by X", "X-led". */
    static int led(Line line, int from) {
        for (int i = Math.max(0, from - 12); i < Math.min(line.size() - 1, from + 30); i++) {
            boolean leads = line.word(i).equals("led")
                    || line.word(i).equals("anchored")
                    || line.word(i).equals("headed");
            if (!leads || line.path(from, i) > RIGHT_LIMIT + 1) {
                continue;
            }
            if (line.at(i).glued() && line.company(i - 1)) {
                return i - 1;
            }
            if (line.word(i + 1).equals("by")) {
                int by = Arguments.after(line, i, "by");
                if (by != Arguments.NONE) {
                    return by;
                }
            }
        }
        return Arguments.NONE;
    }

    /** The subject of the verb that brings a round about: "X announced a Series F". */
    static int raiser(Line line, int noun) {
        for (int i = noun - 1; i >= Math.max(0, noun - 9); i--) {
            if (RAISING.contains(line.word(i))) {
                return Arguments.subject(line, i);
            }
        }
        return Arguments.NONE;
    }

    /** A public body right behind the preposition: "a deal with the Department of Energy". */
    static int agencyAfter(Line line, int noun, String preposition) {
        for (int i = noun + 1; i < Math.min(line.size(), noun + 6); i++) {
            if (line.at(i).is(MentionKind.AGENCY) && preposition.equals(line.preposition(i))) {
                return i;
            }
        }
        return Arguments.NONE;
    }

    /** "for two campuses that X is building": the loan is for X. */
    static int beneficiary(Line line, int from) {
        for (int i = from + 1; i < Math.min(line.size() - 1, from + 14); i++) {
            boolean relative = line.word(i).equals("that") || line.word(i).equals("which");
            if (relative && line.company(i + 1) && line.at(i - 1).pos("NOUN") && line.path(from, i) < 1.5) {
                return i + 1;
            }
        }
        return Arguments.NONE;
    }

    /** The maker of the chips that are bought: "millions of Nvidia's processors". */
    static int vendor(Line line, int from, int to) {
        for (int i = from; i < Math.min(line.size(), to); i++) {
            if (line.path(from, i) > 1.2) {
                return Arguments.NONE;
            }
            boolean modifier = (line.at(i).is(MentionKind.COMPANY) && !line.company(i))
                    || (line.company(i) && line.modifier(i) && !line.possessive(i));
            if (modifier || line.at(i).is(MentionKind.HARDWARE)) {
                return i;
            }
        }
        return Arguments.NONE;
    }

    /** "stakes in five makers: A, B and C". */
    static int listed(Line line, int from) {
        for (int i = from + 1; i + 1 < Math.min(line.size(), from + 14); i++) {
            if (line.word(i).equals(":")) {
                return line.company(i + 1) ? i + 1 : Arguments.NONE;
            }
            if (line.company(i)) {
                return Arguments.NONE;
            }
        }
        return Arguments.NONE;
    }

    /** "with backers including X", "from investors such as X". */
    static int backer(Line line, int from) {
        for (int i = from; i + 2 < Math.min(line.size(), from + 30); i++) {
            boolean listing = line.word(i + 1).equals("including")
                    || line.word(i + 1).equals("like")
                    || (line.word(i + 1).equals("such") && line.word(i + 2).equals("as"));
            if (BACKERS.contains(line.word(i)) && listing) {
                int at = line.company(i + 2) ? i + 2 : i + 3;
                return line.company(at) ? at : Arguments.NONE;
            }
        }
        return Arguments.NONE;
    }

    /** "pay $7bn for X": the company itself, not something of it. */
    static int whole(Line line, int from) {
        int at = Arguments.after(line, from, "for");
        return at == Arguments.NONE || line.possessive(at) || line.modifier(at) || line.hyphened(at)
                ? Arguments.NONE
                : at;
    }

    /** "in X's halls", "at X's site". */
    static int host(Line line, int from) {
        for (String preposition : List.of("in", "at")) {
            int at = Arguments.after(line, from, preposition);
            if (at != Arguments.NONE && line.possessive(at)) {
                return at;
            }
        }
        return Arguments.NONE;
    }

    /** The company that a round or deal is said to value: "a round that valued X at". */
    static int valued(Line line, int from) {
        for (int i = from + 1; i < Math.min(line.size(), from + 24); i++) {
            if (line.word(i).startsWith("valu")
                    && (line.at(i).pos("VERB") || line.word(i).endsWith("ing"))) {
                return Arguments.object(line, i);
            }
        }
        return Arguments.NONE;
    }

    /** An unnamed customer stands in the clause. */
    static boolean customer(Line line, int from, Lexicon lexicon) {
        return lexicon.needs.in(line, from - 12, from + 14).stream()
                .anyMatch(h -> h.values().contains("customer"));
    }

    static boolean place(Line line, int from, int to) {
        for (int i = from; i < Math.min(to, line.size()); i++) {
            if (line.at(i).is(MentionKind.PLACE) || line.at(i).is(MentionKind.FACILITY)) {
                return true;
            }
        }
        return false;
    }
}
