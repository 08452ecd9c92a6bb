package dealscope.nlp.claim;

import java.util.Set;

/** Says whether a cue stands as the verb or noun that its frame wants. */
final class CueWord {
    private static final Set<String> NEGATIONS = Words.of("negation");
    private static final Set<String> DETERMINERS = Words.of("determiner");
    private static final Set<String> BESIDE = Words.of("beside-noun");

    private final Lexicon lexicon;

    CueWord(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether the word stands as a verb here. The tagger errs in headlines, so the words before it have a say. */
    static boolean verb(Line line, int at, Inflection.Form form) {
        String before = line.word(at - 1);
        boolean contracted = before.equals("'s") && form == Inflection.Form.ING && !line.possessive(at - 2);
        if ((DETERMINERS.contains(before) && !contracted) || line.at(at).glued() || habit(line, at, form)) {
            return false;
        }
        boolean gerund = form == Inflection.Form.ING
                && !(line.at(at).pos("NOUN") && at > 0 && line.at(at - 1).pos("NOUN", "ADJ") && !line.inTitle());
        if (line.at(at).pos("VERB", "AUX") || gerund) {
            return !negated(line, at);
        }
        boolean free =
                at == 0 || line.company(at - 1) || before.equals("to") || before.equals("will") || before.equals("and");
        boolean acts = form == Inflection.Form.PRESENT
                && at > 0
                && at + 1 < line.size()
                && (line.company(at - 1) || before.equals(","))
                && (line.at(at + 1).pos("DET", "PRON")
                        || line.company(at + 1)
                        || line.at(at + 1).money());
        if (acts) {
            return !negated(line, at);
        }
        return free
                && !negated(line, at)
                && (line.inTitle()
                        || before.equals("to")
                        || before.equals("will")
                        || line.at(at).pos("PROPN", "ADJ", "X"));
    }

    private static boolean objectFollows(Unit next) {
        return next.pos("DET", "NUM", "PUNCT")
                || next.company()
                || next.money()
                || next.word().equals("<its>");
    }

    /** "X, which builds data centers": what a company does, not a deal. */
    private static boolean habit(Line line, int at, Inflection.Form form) {
        String before = line.word(at - 1);
        return form == Inflection.Form.PRESENT
                && (before.equals("which") || before.equals("that") || before.equals("who"));
    }

    private static boolean negated(Line line, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            if (NEGATIONS.contains(line.word(i))) {
                return true;
            }
            if (line.company(i)) {
                return false;
            }
        }
        return false;
    }

    boolean noun(Line line, int from, int to) {
        Unit unit = line.at(to - 1);
        String before = line.word(from - 1);
        boolean verbal = unit.pos("VERB", "AUX") || before.equals("to") || before.equals("will");
        if (verbal
                && !DETERMINERS.contains(before)
                && !(from > 0 && line.at(from - 1).pos("ADJ"))) {
            return line.inTitle() && !before.equals("to") && !before.equals("will");
        }
        if (NEGATIONS.contains(before) || (before.equals("in") && BESIDE.contains(line.word(from)))) {
            return false;
        }
        Phrases.Hit<Lexicon.Cue> next = to < line.size() ? lexicon.frames.at(line, to) : null;
        boolean headFollows = next != null
                && next.values().stream().anyMatch(c -> !c.frame().verb())
                && line.at(next.to() - 1).pos("NOUN", "PROPN");
        boolean nounFollows = !line.inTitle()
                && to < line.size()
                && line.at(to).pos("NOUN")
                && !line.at(to).glued()
                && !line.word(to).equals("'s");
        return !headFollows && !nounFollows;
    }
}
