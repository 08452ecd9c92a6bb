package dealscope.nlp.name;

import dealscope.deal.MentionKind;
import dealscope.fact.Phrase;
import dealscope.fact.WordList;
import dealscope.nlp.text.Cues;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what an unknown name is the name of by its own last word and the words around it, before the name finder is believed. */
final class NameKinds {
    private static final int FAR_ROLE = 3;
    private static final Set<String> BEFORE_ROLE = Set.of("a", "an", "the", "its", "their", "his", "her");
    private static final Set<String> AFTER_ROLE =
            Set.of("at", "of", "with", "for", "who", "and", "in", "from", "said", "based");

    private final NameWords words;
    private final PhraseTrie<MentionKind> heads = new PhraseTrie<>();
    private final Set<String> companyHeads = WordList.load("company-heads.txt");
    private final PhraseTrie<Boolean> titles = NamePatterns.trie("person-titles.txt");
    private final Set<String> productTails = WordList.load("product-tails.txt");
    private final Set<String> roles = WordList.load("person-roles.txt");

    NameKinds(NameWords words) {
        this.words = words;
        for (Phrase phrase : Phrase.load("name-heads.csv", "kind")) {
            heads.add(phrase.words(), MentionKind.of(phrase.get("kind")));
        }
    }

    boolean isCompanyHead(Lexeme lexeme) {
        return companyHeads.contains(lexeme.folded());
    }

    /** Whether a person's title begins at the lexeme. */
    boolean isTitle(Draft draft, int at) {
        return Cues.after(titles, draft.lexemes(), at) != null;
    }

    /** Where the name begins after a title that was taken into it: "President Trump" is Trump. */
    int afterTitle(Draft draft, int from, int to) {
        PhraseTrie.Match<Boolean> title = Cues.after(titles, draft.lexemes(), from);
        if (title == null
                || title.to() >= to
                || !draft.lexemes().get(title.to()).spaced() && !draft.is(title.to(), ".")) {
            return from;
        }
        return draft.is(title.to(), ".") && title.to() + 1 < to ? title.to() + 1 : title.to();
    }

    /** The kind that words give away; null when nothing does. */
    @Nullable
    MentionKind kind(Draft draft, int from, int to) {
        Lexeme last = draft.lexemes().get(to - 1);
        PhraseTrie.Match<MentionKind> head = to - from > 1 ? Cues.before(heads, draft.lexemes(), to) : null;
        if (head != null && head.from() > from) {
            return head.value();
        }
        if (isCompanyHead(last) && to - from > 1) {
            return MentionKind.COMPANY;
        }
        Lexeme next = draft.lexeme(to);
        if (next != null && next.spaced() && productTails.contains(next.folded())) {
            return MentionKind.PRODUCT;
        }
        return isPerson(draft, from, to) ? MentionKind.PERSON : null;
    }

    private boolean isPerson(Draft draft, int from, int to) {
        if (to - from > 6) {
            return false;
        }
        int before = draft.is(from - 1, ".") ? from - 1 : from;
        if (Cues.before(titles, draft.lexemes(), before) != null
                && !isFigure(draft.lexemes().get(from))) {
            return true;
        }
        if (to - from > 1 && to - from < 5 && words.isFirstName(draft.lexemes().get(from))) {
            return true;
        }
        return draft.is(to, ",") && isRole(draft, to + 1);
    }

    /** "analyst", "an analyst at", "the firm's former head of". */
    private boolean isRole(Draft draft, int from) {
        int at = from;
        if (draft.lexeme(at) != null
                && BEFORE_ROLE.contains(draft.lexemes().get(at).folded())) {
            at++;
        }
        for (int end = at + FAR_ROLE; at < end; at++) {
            Lexeme lexeme = draft.lexeme(at);
            if (lexeme == null || !lexeme.letters() || lexeme.capital() && at > from + 1) {
                return false;
            }
            if (roles.contains(lexeme.folded())) {
                Lexeme next = draft.lexeme(at + 1);
                return at == from || next == null || !next.letters() || AFTER_ROLE.contains(next.folded());
            }
            if (at == from) {
                return false;
            }
        }
        return false;
    }

    private static boolean isFigure(Lexeme lexeme) {
        return lexeme.number() || lexeme.allCaps() && lexeme.text().length() > 1;
    }
}
