package dealscope.nlp.name;

import dealscope.deal.MentionKind;
import dealscope.fact.WordList;
import dealscope.nlp.name.Draft.Name;
import dealscope.nlp.name.Draft.Trust;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import dealscope.nlp.text.Token;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the words around a name say about it. */
final class Evidence {
    private static final int NEAR = 3;

    /** Between "with" and a public body. */
    private static final Set<String> COUNTRY = Set.of("the", "us", "u", "s", ".", "uk", "federal");

    private static final Set<String> COMPANY_PREPOSITIONS = Set.of("with", "by", "from");
    private static final Set<String> LIST = Set.of(",", "and", "or", "&");

    private final Set<String> actingVerbs = WordList.load("acting-verbs.txt");
    private final Set<String> modifiers = WordList.load("name-modifiers.txt");
    private final Set<String> hardwareNouns = WordList.load("hardware-nouns.txt");
    private final PhraseTrie<Boolean> partyCues = NamePatterns.trie("party-cues.txt");
    private final PhraseTrie<Boolean> publicBodies = NamePatterns.trie("public-bodies.txt");

    /** False when the name only modifies what comes after it: "Nvidia GPUs", "Google-scale". */
    boolean acts(Draft draft, Name name) {
        int at = name.to();
        if (draft.is(at, "-")) {
            Lexeme next = draft.lexeme(at + 1);
            return next == null || !modifiers.contains(next.folded());
        }
        if ((draft.is(at, "'") || draft.is(at, "\u2019")) && draft.is(at + 1, "s")) {
            at += 2;
        }
        for (int i = at; i < at + NEAR; i++) {
            Lexeme lexeme = draft.lexeme(i);
            if (lexeme == null) {
                return true;
            }
            if (isHardware(draft, lexeme)) {
                return false;
            }
            if (!lexeme.letters() || isVerb(draft, lexeme) || isSmall(lexeme)) {
                return true;
            }
        }
        return true;
    }

    private boolean isHardware(Draft draft, Lexeme lexeme) {
        if (hardwareNouns.contains(lexeme.folded())) {
            return true;
        }
        return draft.taken().stream().anyMatch(span -> span.length > 2 && span[0] == lexeme.start());
    }

    private boolean isVerb(Draft draft, Lexeme lexeme) {
        List<Token> tokens = draft.sentence().tokens();
        int at = draft.sentence().tokenAt(lexeme.start());
        String pos = at < tokens.size() ? tokens.get(at).pos() : "";
        return pos.equals("VERB") || pos.equals("AUX") || actingVerbs.contains(lexeme.folded());
    }

    private static boolean isSmall(Lexeme lexeme) {
        return Set.of("and", "or", "to", "for", "of", "in", "on", "with", "by", "from", "at", "as", "the", "a", "its")
                .contains(lexeme.folded());
    }

    private static String folded(@Nullable Lexeme lexeme) {
        return lexeme == null ? "" : lexeme.folded();
    }

    /** A verb of acting comes next, or the possessive. */
    boolean isSubject(Draft draft, Name name) {
        Lexeme next = draft.lexeme(name.to());
        if (next == null) {
            return false;
        }
        boolean possessive = (next.is("'") || next.is("\u2019")) && draft.is(name.to() + 1, "s");
        return possessive || actingVerbs.contains(next.folded());
    }

    /** It acts or is acted with, or is written as only brands are, or stands in a list beside such a one. */
    boolean isLikeCompany(Draft draft, Name name) {
        if (hasOwnSign(draft, name)) {
            return true;
        }
        Lexeme before = draft.lexeme(name.from() - 1);
        Lexeme next = draft.lexeme(name.to());
        boolean listed = LIST.contains(folded(before)) || LIST.contains(folded(next));
        return listed
                && draft.names().stream()
                        .anyMatch(other -> isNeighbour(name, other)
                                && (other.fact() != null || other.trust() == Trust.SURE || hasOwnSign(draft, other)));
    }

    private boolean hasOwnSign(Draft draft, Name name) {
        return isSubject(draft, name)
                || hasBrandShape(draft, name)
                || COMPANY_PREPOSITIONS.contains(folded(draft.lexeme(name.from() - 1)));
    }

    private static boolean isNeighbour(Name name, Name other) {
        int gap = other.from() >= name.to() ? other.from() - name.to() : name.from() - other.to();
        return other.kind() == MentionKind.COMPANY && gap >= 0 && gap <= 2;
    }

    /** CamelCase, or letters with digits: QumulusAI, 6D. */
    private static boolean hasBrandShape(Draft draft, Name name) {
        for (int i = name.from(); i < name.to(); i++) {
            Lexeme lexeme = draft.lexemes().get(i);
            boolean upperThenLower = lexeme.text().chars().skip(1).anyMatch(Character::isUpperCase)
                    && lexeme.text().chars().anyMatch(Character::isLowerCase);
            if (upperThenLower) {
                return true;
            }
        }
        return false;
    }

    /** A public body that signs, or with which somebody signs: "a $1 billion partnership with the Department of Energy". */
    boolean isParty(Draft draft, Name name) {
        boolean body = false;
        boolean cue = false;
        for (int i = 0; i < draft.lexemes().size(); i++) {
            cue |= !partyCues.at(draft.lexemes(), i).isEmpty();
            body |= i >= name.from()
                    && i < name.to()
                    && !publicBodies.at(draft.lexemes(), i).isEmpty();
        }
        int before = name.from() - 1;
        while (COUNTRY.contains(folded(draft.lexeme(before)))) {
            before--;
        }
        boolean with = draft.is(before, "with") && !draft.is(before - 1, "filed") && !draft.is(before - 1, "filing");
        Lexeme next = draft.lexeme(name.to());
        boolean signs = next != null
                && Set.of("signed", "signs", "awarded", "awards", "agreed").contains(next.folded());
        return body && cue && (with || signs);
    }
}
