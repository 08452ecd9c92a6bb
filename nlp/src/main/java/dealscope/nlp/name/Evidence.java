package dealscope.nlp.name;

import dealscope.deal.MentionKind;
import dealscope.fact.WordList;
import dealscope.nlp.name.Draft.Name;
import dealscope.nlp.name.Draft.Trust;
import dealscope.nlp.text.Cues;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import dealscope.nlp.text.Token;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the words around a name say about it. */
final class Evidence {
    private static final int NEAR = 3;
    private static final int LONGEST_ACRONYM = 4;

    /** Between "with" and a public body. */
    private static final Set<String> COUNTRY = Set.of("the", "us", "u", "s", ".", "uk", "federal");

    private static final Set<String> COMPANY_PREPOSITIONS = Set.of("with", "by", "from");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    private static final Set<String> JOINED = Set.of("and", "or", "&", "/", "|");
    private static final Set<String> LIST = Set.of(",", "and", "or", "&");

    private final Set<String> actingVerbs = WordList.load("acting-verbs.txt");
    private final Set<String> companyHeads = WordList.load("company-heads.txt");
    private final Set<String> companyNouns = WordList.load("company-nouns.txt");
    private final Set<String> openers = WordList.load("name-openers.txt");
    private final Set<String> demonyms = WordList.load("demonyms.txt");
    private final PhraseTrie<Boolean> institutions = NamePatterns.trie("institutions.txt");
    private final Set<String> states = WordList.load("state-abbreviations.txt");
    private final PhraseTrie<Boolean> cuesBefore = NamePatterns.trie("company-cues-before.txt");
    private final PhraseTrie<Boolean> cuesAfter = NamePatterns.trie("company-cues-after.txt");
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
        Lexeme then = draft.lexeme(name.to() + 1);
        boolean future = next.is("to") && then != null && actingVerbs.contains(then.folded());
        return possessive || future || actingVerbs.contains(next.folded());
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
                        .anyMatch(other -> isNeighbour(draft, name, other)
                                && (other.fact() != null || other.trust() == Trust.SURE || hasOwnSign(draft, other)));
    }

    /** Before the name stands what is said of a party: "a stake in", "a contract with". */
    boolean isPartyBefore(Draft draft, int from) {
        return Cues.before(cuesBefore, draft.lexemes(), from) != null;
    }

    /** After the name stands what only a party does or has: "has agreed to", "'s shareholders". */
    boolean isPartyAfter(Draft draft, int to) {
        return Cues.after(cuesAfter, draft.lexemes(), to) != null;
    }

    boolean isCompanyHead(Lexeme lexeme) {
        return companyHeads.contains(lexeme.folded());
    }

    /** Letters that stand for some thing: "QPS". */
    boolean isAcronym(Draft draft, int from, int to) {
        Lexeme only = draft.lexemes().get(from);
        return to - from == 1 && only.allCaps() && only.text().length() <= LONGEST_ACRONYM;
    }

    /** Words that are no company by their place: a heading, a town, one of several persons, part of an institution. */
    boolean isCommonWord(Draft draft, int from, int to) {
        if (to - from == 1) {
            return isCommonSingle(draft, from, to);
        }
        if (openers.contains(draft.lexemes().get(from).folded())) {
            return true;
        }
        Lexeme last = draft.lexemes().get(to - 1);
        boolean heading = from == 0 && to >= draft.lexemes().size() - 1 && !companyHeads.contains(last.folded());
        return heading
                || demonyms.contains(last.folded())
                || Cues.before(institutions, draft.lexemes(), from) != null
                || isAmongPersons(draft, from, to)
                || isTown(draft, to);
    }

    private static boolean isAmongPersons(Draft draft, int from, int to) {
        return draft.names().stream()
                .anyMatch(other -> other.kind() == MentionKind.PERSON
                        && (other.to() == from - 1 && LIST.contains(folded(draft.lexeme(from - 1)))
                                || other.from() == to + 1 && LIST.contains(folded(draft.lexeme(to)))));
    }

    /** "a Nordic bank", "Pipeline.", "our CISO". */
    private boolean isCommonSingle(Draft draft, int from, int to) {
        Lexeme only = draft.lexemes().get(from);
        Lexeme next = draft.lexeme(to);
        List<Token> tokens = draft.sentence().tokens();
        int token = draft.sentence().tokenAt(only.start());
        String pos = token < tokens.size() ? tokens.get(token).pos() : "";
        if (!pos.startsWith("PROPN") && !pos.startsWith("PRON+")) {
            return true;
        }
        if (companyNouns.contains(only.folded())
                || companyHeads.contains(only.folded())
                || demonyms.contains(only.folded())) {
            return true;
        }
        if (Cues.before(institutions, draft.lexemes(), from) != null || isAmongPersons(draft, from, to)) {
            return true;
        }
        boolean heading = from == 0 && (next == null || next.is(".") || next.is(":"));
        boolean modifier = ARTICLES.contains(folded(draft.lexeme(from - 1)))
                && next != null
                && next.spaced()
                && next.letters()
                && !isSmall(next)
                && !isVerb(draft, next);
        return heading || modifier || isTown(draft, to);
    }

    /** Before a comma and a place or the short form of a state: "Pottsboro, Tex.", "Amberly, Finland". */
    private boolean isTown(Draft draft, int to) {
        Lexeme state = draft.lexeme(to + 1);
        return draft.is(to, ",")
                && state != null
                && (states.contains(state.text())
                        || draft.names().stream()
                                .anyMatch(name -> name.from() == to + 1 && name.kind() == MentionKind.PLACE));
    }

    /** In a list with a company: "Andra Capital and SGW", "Halden / Oracle", "3. Orlop Labs from Grange Point". */
    boolean isListed(Draft draft, int from, int to) {
        boolean opens = from == 0 || draft.is(from - 1, ".");
        for (Name other : draft.names()) {
            boolean company = other.kind() == MentionKind.COMPANY && other.trust() != Trust.DOUBTFUL;
            boolean after = other.from() == to + 1
                    && (JOINED.contains(folded(draft.lexeme(to))) || opens && draft.is(to, "from"));
            boolean before = other.to() == from - 1 && JOINED.contains(folded(draft.lexeme(from - 1)));
            if (company && (after || before) && !isModifier(draft, Math.max(to, other.to()))) {
                return true;
            }
        }
        return false;
    }

    /** "Nvidia and Kestrel chips". */
    private boolean isModifier(Draft draft, int to) {
        Lexeme next = draft.lexeme(to);
        return next != null && next.spaced() && hardwareNouns.contains(next.folded());
    }

    private boolean hasOwnSign(Draft draft, Name name) {
        return isSubject(draft, name)
                || isPartyBefore(draft, name.from())
                || isPartyAfter(draft, name.to())
                || hasBrandShape(draft, name)
                || COMPANY_PREPOSITIONS.contains(folded(draft.lexeme(name.from() - 1)));
    }

    /** Nothing but commas and "and" between them. */
    private static boolean isNeighbour(Draft draft, Name name, Name other) {
        int from = Math.min(name.to(), other.to());
        int to = Math.max(name.from(), other.from());
        return other.kind() == MentionKind.COMPANY
                && to > from
                && to - from <= 2
                && draft.lexemes().subList(from, to).stream().allMatch(between -> LIST.contains(between.folded()));
    }

    /** CamelCase, or letters with digits: QumulusAI, 6D. */
    private static boolean hasBrandShape(Draft draft, Name name) {
        for (int i = name.from(); i < name.to(); i++) {
            Lexeme lexeme = draft.lexemes().get(i);
            boolean plural = lexeme.text().endsWith("s")
                    && lexeme.text().chars().filter(Character::isLowerCase).count() == 1;
            boolean upperThenLower = !plural
                    && lexeme.text().chars().skip(1).anyMatch(Character::isUpperCase)
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
