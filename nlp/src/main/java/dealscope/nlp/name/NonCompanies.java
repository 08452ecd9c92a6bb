package dealscope.nlp.name;

import dealscope.deal.MentionKind;
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

    private static final Set<String> AFTER_FACILITY =
            Set.of("near", "in", "at", "of", "that", "which", "where", "outside", "on", "with", "for", "and", "owned");
    private static final int NEAR = 5;

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
        if (isTown(draft, name)
                || draft.is(from - 1, "-") && !draft.lexemes().get(from).spaced()) {
            return true;
        }
        Lexeme first = draft.lexemes().get(from);
        if (to - from == 1) {
            boolean word = !first.allCaps() && (general.contains(first.folded()) || heads.contains(first.folded()));
            return word || isPronoun(draft, from, to) || isState(draft, from);
        }
        return isPronoun(draft, from, to) || isGeneral(draft, from, to) || isAmongPersons(draft, name);
    }

    /** "Jason Warner and Eiso Kant": one of two persons. */
    private boolean isAmongPersons(Draft draft, Name name) {
        boolean head = heads.contains(draft.lexemes().get(name.to() - 1).folded());
        return !head
                && name.to() - name.from() < 4
                && draft.names().stream()
                        .anyMatch(other -> other.kind() == MentionKind.PERSON
                                && other.to() - other.from() > 1
                                && (other.to() == name.from() - 1 && draft.is(other.to(), "and")
                                        || other.from() == name.to() + 1 && draft.is(name.to(), "and")));
    }

    /** "Livingston, New Jersey-based". */
    private static boolean isTown(Draft draft, Name name) {
        return draft.is(name.to(), ",")
                && draft.names().stream()
                        .anyMatch(other -> other.kind() == MentionKind.PLACE
                                && other.from() == name.to() + 1
                                && draft.is(other.to(), "-")
                                && draft.is(other.to() + 1, "based"));
    }

    /** A place where something stands: unless other places of the article show a company of that name. */
    boolean isFacility(Draft draft, Name name) {
        if (isCalledFacility(draft, name.to())) {
            return true;
        }
        Lexeme before = draft.lexeme(name.from() - 1);
        int at = afterOthers(draft, name.to());
        return before != null
                && WHEREABOUTS.contains(before.folded())
                && Cues.after(facilities, draft.lexemes(), at) != null;
    }

    /** ", a campus near", ", the former steel plant". */
    private boolean isCalledFacility(Draft draft, int comma) {
        boolean article = draft.is(comma + 1, "a") || draft.is(comma + 1, "an") || draft.is(comma + 1, "the");
        if (!draft.is(comma, ",") || !article) {
            return false;
        }
        for (int at = comma + 2; at < comma + 2 + NEAR; at++) {
            Lexeme lexeme = draft.lexeme(at);
            if (lexeme == null || lexeme.kind() == Lexeme.Kind.SIGN && !lexeme.is("-")) {
                return false;
            }
            PhraseTrie.Match<Boolean> facility = Cues.after(facilities, draft.lexemes(), at);
            if (facility != null) {
                Lexeme next = draft.lexeme(facility.to());
                return next == null || !next.letters() || AFTER_FACILITY.contains(next.folded());
            }
        }
        return false;
    }

    /** Where "and Texas", numbers and general words behind a name end. */
    private int afterOthers(Draft draft, int from) {
        int at = from;
        for (Lexeme lexeme = draft.lexeme(at); lexeme != null; lexeme = draft.lexeme(at)) {
            boolean plain = lexeme.number() || general.contains(lexeme.folded());
            int end = plain ? at + 1 : draft.is(at, "and") ? endOfName(draft, at + 1) : at;
            if (end <= at || (!plain && end == at + 1)) {
                return at;
            }
            at = end;
        }
        return at;
    }

    private static int endOfName(Draft draft, int from) {
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
