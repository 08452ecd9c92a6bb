package dealscope.nlp.name;

import dealscope.fact.WordList;
import dealscope.nlp.name.Draft.Name;
import dealscope.nlp.text.Cues;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What the name finder takes for a company and what is none, whatever stands around it: adjectives of nations ("Swiss"),
 * general words ("Swedish AI", "Technology &amp; Infrastructure"), the short form of a state, a plant or campus by its place
 * ("the Freedom and Guernsey plants"). Immutable.
 */
final class NonCompanies {
    private static final Set<String> APOSTROPHES = Set.of("'", "\u2019");
    private static final Set<String> WHEREABOUTS = Set.of("in", "near", "outside", "at", "the", "and", "of");

    private final Set<String> states = WordList.load("state-abbreviations.txt");
    private final Set<String> heads = WordList.load("company-heads.txt");
    private final Set<String> general = new HashSet<>(WordList.load("general-words.txt"));
    private final Set<String> places = new HashSet<>();
    private final PhraseTrie<Boolean> facilities = NamePatterns.trie("facility-nouns.txt");

    NonCompanies() {
        general.addAll(WordList.load("demonyms.txt"));
        WordList.load("places.txt").forEach(place -> places.add(place.toLowerCase(Locale.ROOT)));
    }

    boolean includes(Draft draft, Name name) {
        int from = name.from();
        int to = name.to();
        Lexeme first = draft.lexemes().get(from);
        if (to - from == 1) {
            boolean word = !first.allCaps() && (general.contains(first.folded()) || heads.contains(first.folded()));
            return word || isPronoun(draft, from, to) || isState(draft, from);
        }
        return isPronoun(draft, from, to) || isGeneral(draft, from, to);
    }

    /** A place where something stands: unless other places of the article show a company of that name. */
    boolean isFacility(Draft draft, Name name) {
        Lexeme before = draft.lexeme(name.from() - 1);
        int at = name.to();
        while (draft.lexeme(at) != null
                && (draft.lexemes().get(at).number()
                        || general.contains(draft.lexemes().get(at).folded())
                        || draft.is(at, "and") && draft.names().stream().anyMatch(n -> n.from() == name.to() + 1))) {
            at = draft.is(at, "and") ? nextEnd(draft, name.to() + 1) : at + 1;
        }
        return before != null
                && WHEREABOUTS.contains(before.folded())
                && Cues.after(facilities, draft.lexemes(), at) != null;
    }

    private static int nextEnd(Draft draft, int from) {
        return draft.names().stream()
                .filter(n -> n.from() == from)
                .mapToInt(Name::to)
                .findFirst()
                .orElse(from);
    }

    /** "I've". */
    private static boolean isPronoun(Draft draft, int from, int to) {
        Lexeme next = draft.lexeme(from + 1);
        return draft.is(from, "i") && to - from <= 3 && next != null && APOSTROPHES.contains(next.folded());
    }

    /** "Luzerne County, Pa." */
    private boolean isState(Draft draft, int from) {
        return draft.is(from - 1, ",")
                && states.contains(draft.lexemes().get(from).text());
    }

    /** Nothing but general words and adjectives of nations, or the kinds of business that a heading joins by "&". */
    private boolean isGeneral(Draft draft, int from, int to) {
        boolean joined = false;
        boolean ofBusiness = true;
        boolean all = true;
        for (int i = from; i < to; i++) {
            Lexeme lexeme = draft.lexemes().get(i);
            joined |= lexeme.is("&");
            if (lexeme.letters()) {
                boolean word = general.contains(lexeme.folded()) || places.contains(lexeme.folded());
                all &= word;
                ofBusiness &= word || heads.contains(lexeme.folded());
            }
        }
        return all || joined && ofBusiness;
    }
}
