package dealscope.nlp.mention;

import dealscope.deal.Qualifier;
import dealscope.fact.Phrase;
import dealscope.nlp.text.Cues;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.util.List;

/** Hedges around an amount, from {@code hedges.csv}: "nearly", "up to", "or more". */
final class Hedges {
    private final PhraseTrie<Qualifier> before = new PhraseTrie<>();
    private final PhraseTrie<Qualifier> after = new PhraseTrie<>();

    /** An amount's hedge, and the lexemes that the amount covers together with it. */
    record Hedged(Qualifier qualifier, int from, int to) {}

    Hedges() {
        for (Phrase phrase : Phrase.load("hedges.csv", "qualifier", "where")) {
            PhraseTrie<Qualifier> trie = phrase.get("where").equals("before") ? before : after;
            trie.add(phrase.words(), Qualifier.of(phrase.get("qualifier")));
        }
    }

    /** Looks at both sides of the lexemes {@code [from, to)}; what is written before them wins. */
    Hedged around(List<Lexeme> lexemes, int from, int to) {
        int start = from;
        int end = to;
        Qualifier qualifier = Qualifier.EXACT;
        int plus = Numerals.isAt(lexemes, end, "-") ? end + 1 : end;
        PhraseTrie.Match<Qualifier> behind = Cues.after(after, lexemes, plus);
        if (behind != null
                && (!lexemes.get(behind.from()).is("+")
                        || !lexemes.get(behind.from()).spaced())) {
            qualifier = behind.value();
            end = behind.to();
        }
        PhraseTrie.Match<Qualifier> ahead = Cues.before(before, lexemes, start);
        if (ahead != null) {
            qualifier = ahead.value();
            start = ahead.from();
        }
        return new Hedged(qualifier, start, end);
    }
}
