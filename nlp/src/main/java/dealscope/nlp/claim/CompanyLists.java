package dealscope.nlp.claim;

import dealscope.deal.MentionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Joins companies that are told as a list into one unit. */
final class CompanyLists {
    private static final Set<String> ARMS = Words.of("arm");

    private CompanyLists() {}

    /** "A, B and C", "A and B", "A-B", "A/B" become one unit. */
    static List<Unit> join(List<Unit> units) {
        List<Unit> joined = new ArrayList<>();
        int i = 0;
        while (i < units.size()) {
            int end = units.get(i).company() ? listEnd(units, i) : i + 1;
            if (end > i + 1) {
                List<Party> all = new ArrayList<>();
                for (int k = i; k < end; k++) {
                    all.addAll(units.get(k).parties());
                }
                joined.add(units.get(i)
                        .withParties(
                                Party.distinct(all),
                                units.get(i).start(),
                                units.get(end - 1).end(),
                                false));
            } else {
                joined.add(units.get(i));
            }
            i = end;
        }
        return joined;
    }

    /** End of the list that begins here; the place after the one company when it is no list. */
    private static int listEnd(List<Unit> units, int from) {
        int end = from + 1;
        int at = from + 1;
        if (from == 0 && headed(units)) {
            return 3;
        }
        if (at + 1 < units.size()
                && ARMS.contains(units.get(at).word())
                && units.get(at + 1).word().equals("and")) {
            at++;
        }
        while (at < units.size()) {
            Unit unit = units.get(at);
            if (unit.company() && (unit.glued() || at > end)) {
                at++;
                if (last(units, at - 1)) {
                    boolean gapped = at < units.size()
                            && units.get(at).money()
                            && !units.get(at - 1).glued();
                    end = gapped ? end : at;
                    break;
                }
            } else if (separator(unit.word()) && at + 1 < units.size() && listed(units, at + 1)) {
                if (governed(units, from) && newClause(units, at)) {
                    return end;
                }
                at++;
            } else if (unit.word().equals("and") && others(units, at + 1) && at > from + 1) {
                return at;
            } else if (unit.word().equals("and") && described(units, at + 1) > 0) {
                return described(units, at + 1);
            } else {
                break;
            }
        }
        return end;
    }

    /** "Microsoft, Nvidia to invest $15bn": a headline's "and", when one amount stands for both. */
    private static boolean headed(List<Unit> units) {
        return units.size() > 3
                && units.get(1).word().equals(",")
                && units.get(2).company()
                && units.get(3).word().equals("to")
                && units.subList(4, Math.min(units.size(), 7)).stream().anyMatch(Unit::money);
    }

    private static boolean others(List<Unit> units, int at) {
        return at < units.size()
                && (units.get(at).word().equals("others")
                        || units.get(at).word().equals("other"));
    }

    /** "and the utility X": the place after the company; 0 when no such company follows. */
    private static int described(List<Unit> units, int from) {
        boolean definite = from < units.size()
                && (units.get(from).word().equals("the") || units.get(from).is(MentionKind.PLACE));
        for (int i = from + 1; definite && i < Math.min(units.size(), from + 5); i++) {
            Unit unit = units.get(i);
            if (unit.company()) {
                return unit.glued() || i == from + 1 ? 0 : i + 1;
            }
            if (!unit.pos("NOUN", "ADJ") && !unit.word().equals("'s")) {
                return 0;
            }
        }
        return 0;
    }

    /** "of A, and B lands a lease": behind a preposition the list ends where another company begins to act. */
    private static boolean newClause(List<Unit> units, int at) {
        int next = units.get(at + 1).company() ? at + 1 : at + 2;
        boolean verb = next + 2 < units.size()
                && (units.get(next + 1).pos("VERB", "AUX")
                        || (units.get(next + 1).word().endsWith("s")
                                && units.get(next + 2).pos("DET")));
        boolean owns = units.get(next).company()
                && next + 1 < units.size()
                && units.get(next + 1).word().equals("'s");
        return (verb || owns)
                && units.get(next).company()
                && !units.get(next + 1).word().endsWith("ing")
                && units.get(at).word().matches(",|and");
    }

    private static boolean governed(List<Unit> units, int from) {
        return from > 0 && units.get(from - 1).pos("ADP");
    }

    private static boolean separator(String word) {
        return word.equals(",")
                || word.equals("and")
                || word.equals("&")
                || word.equals("/")
                || word.equals("or")
                || word.equals("plus");
    }

    private static boolean listed(List<Unit> units, int at) {
        return units.get(at).company()
                || (units.get(at).word().equals("and")
                        && at + 1 < units.size()
                        && units.get(at + 1).company());
    }

    /** Whether the company ends its list: it is glued to the one before, or comes after "and", "or", "&amp;", "/". */
    private static boolean last(List<Unit> units, int at) {
        String before = units.get(at - 1).word();
        boolean more = at + 2 < units.size()
                && separator(units.get(at + 1).word())
                && listed(units, at + 2)
                && !units.get(at + 1).word().equals(",");
        return !more && (units.get(at).glued() || (separator(before) && !before.equals(",")));
    }
}
