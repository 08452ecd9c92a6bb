package dealscope.nlp.name;

import dealscope.deal.MentionKind;
import dealscope.nlp.name.Draft.Name;
import dealscope.nlp.name.Draft.Trust;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weighs what the name finder sees against what lists and patterns found. */
final class GuessJudge {
    private static final Set<String> NO_NAME = Set.of("VERB", "AUX", "ADP", "DET", "SCONJ", "CCONJ", "ADV", "PRON");

    private final NameWords words;
    private final NameKinds kinds;

    GuessJudge(NameWords words, NameKinds kinds) {
        this.words = words;
        this.kinds = kinds;
    }

    void add(Draft draft, List<NameFinder.Guess> guesses, ArticleMemory memory) {
        List<Token> tokens = draft.sentence().tokens();
        for (NameFinder.Guess guess : guesses) {
            int from = draft.lexemeAt(tokens.get(guess.from()).start());
            int to = draft.lexemeAt(tokens.get(guess.to() - 1).end());
            for (int[] part : parts(draft, from, to)) {
                weighTrimmed(draft, guess, part[0], part[1], memory);
            }
        }
        extendDoubtful(draft);
        joinOf(draft);
    }

    /** "Bank of Ardmore": two guesses around "of" are one name. */
    private static void joinOf(Draft draft) {
        Map<Integer, Name> starts = new HashMap<>();
        draft.names().forEach(name -> starts.put(name.from(), name));
        for (Name head : List.copyOf(draft.names())) {
            Name tail = starts.get(head.to() + 1);
            if (tail == null || !draft.is(head.to(), "of") || !draft.names().contains(head)) {
                continue;
            }
            if (isGuessedCompany(head) && isGuessedCompany(tail)) {
                draft.names().remove(head);
                draft.names().remove(tail);
                draft.names().add(new Name(head.from(), tail.to(), MentionKind.COMPANY, null, Trust.GUESSED));
            }
        }
    }

    private static boolean isGuessedCompany(Name name) {
        return name.trust() == Trust.GUESSED && name.fact() == null && name.kind() == MentionKind.COMPANY;
    }

    /** "Reliance's Jio Platforms", "OpenAI CEO Sam Altman" and "Halden / Oracle" are two names each. */
    private List<int[]> parts(Draft draft, int from, int end) {
        List<int[]> parts = new ArrayList<>();
        int to = end;
        int start = from;
        for (int at = from + 1; at + 1 < to; at++) {
            boolean column = draft.is(at, "/") || draft.is(at, "|");
            boolean possessive = isApostrophe(draft.lexemes().get(at))
                    && draft.is(at + 1, "s")
                    && at + 2 < to
                    && !draft.is(at + 2, "-");
            if (draft.is(at, "class") || draft.is(at, "series")) {
                to = at; // "Rumble Class A"
                break;
            }
            if (column || possessive || kinds.isTitle(draft, at)) {
                parts.add(new int[] {start, at});
                start = column ? at + 1 : possessive ? at + 2 : at;
            }
        }
        parts.add(new int[] {start, to});
        return parts;
    }

    private void weighTrimmed(Draft draft, NameFinder.Guess guess, int start, int end, ArticleMemory memory) {
        int from = isPossessiveInside(draft, start) ? start - 1 : start;
        int to = end;
        while (from > 0 && isGlued(draft, from)) {
            from--;
        }
        while (from < to && (isLeading(draft.lexemes().get(from), to - from) || isOpeningVerb(draft, from, to))) {
            from++;
        }
        if (to - from > 2
                && draft.is(to - 1, "s")
                && isApostrophe(draft.lexemes().get(to - 2))) {
            to -= 2;
        }
        while (to > from && (isTrailing(draft.lexemes().get(to - 1)) || draft.isTaken(to - 1))) {
            to--;
        }
        if (from < to) {
            weigh(draft, guess, from, to, memory);
        }
    }

    /** "3Peaks", cut inside the word. */
    private static boolean isGlued(Draft draft, int at) {
        Lexeme lexeme = draft.lexemes().get(at);
        return lexeme.letters()
                && !lexeme.spaced()
                && draft.lexemes().get(at - 1).number();
    }

    /** "King's-Reach Capital", cut before the apostrophe. */
    private static boolean isPossessiveInside(Draft draft, int start) {
        return start > 0
                && isApostrophe(draft.lexemes().get(start))
                && draft.is(start + 1, "s")
                && draft.is(start + 2, "-");
    }

    /** A quotation mark, or a capitalised "The" before a name. */
    private boolean isLeading(Lexeme lexeme, int length) {
        return lexeme.kind() == Lexeme.Kind.SIGN || (length > 1 && lexeme.capital() && words.isFunctionWord(lexeme));
    }

    /** "Visit Hunt Electric", "Using Nvidia": the first word of a sentence has its capital from there. */
    private static boolean isOpeningVerb(Draft draft, int at, int to) {
        if (at != 0 || to - at < 2 || !draft.lexemes().get(1).spaced()) {
            return false;
        }
        List<Token> tokens = draft.sentence().tokens();
        int token = draft.sentence().tokenAt(draft.start(0));
        return token < tokens.size() && NO_NAME.contains(tokens.get(token).pos());
    }

    private static boolean isApostrophe(Lexeme lexeme) {
        return lexeme.is("'") || lexeme.is("\u2019");
    }

    private static boolean isTrailing(Lexeme lexeme) {
        boolean sign = lexeme.kind() == Lexeme.Kind.SIGN && !lexeme.is(".") && !lexeme.is("+");
        return sign || (lexeme.letters() && lexeme.spaced() && lexeme.text().equals(lexeme.folded()));
    }

    private void weigh(Draft draft, NameFinder.Guess guess, int from, int to, ArticleMemory memory) {
        List<Name> inside = draft.names().stream()
                .filter(name -> name.from() < to && from < name.to())
                .toList();
        if (inside.isEmpty()) {
            addUnknown(draft, guess, from, to, memory);
            return;
        }
        Name first = inside.getFirst();
        boolean pair = inside.size() > 1 && hasAmpersand(draft, from, to) && guess.kind() == MentionKind.COMPANY;
        if (pair && inside.stream().allMatch(name -> name.trust() == Trust.DOUBTFUL)) {
            draft.names().removeAll(inside);
            addUnknown(draft, guess, from, to, memory);
            return;
        }
        if (inside.size() > 1 || first.from() < from || first.to() > to) {
            return;
        }
        if (first.from() == from && first.to() == to) {
            confirm(draft, first, guess);
        } else if (outgrows(draft, first, guess, from, to)) {
            draft.names().remove(first);
            addUnknown(draft, guess, from, to, memory);
        }
    }

    private static boolean hasAmpersand(Draft draft, int from, int to) {
        return draft.lexemes().subList(from, to).stream().anyMatch(lexeme -> lexeme.is("&"));
    }

    /** The same span: a doubtful company is one now, or is another kind of name. */
    private static void confirm(Draft draft, Name name, NameFinder.Guess guess) {
        if (name.trust() != Trust.DOUBTFUL) {
            return;
        }
        boolean anyWord = (name.from() == 0 || draft.headline())
                && !draft.lexemes().get(name.from()).allCaps();
        if (guess.kind() == MentionKind.COMPANY && anyWord) {
            return; // a capital says nothing here
        }
        int at = draft.names().indexOf(name);
        if (guess.kind() == MentionKind.COMPANY) {
            draft.names().set(at, name.as(Trust.GUESSED));
        } else {
            draft.names().remove(at);
        }
    }

    /** Whether the longer name is another thing than the known one in it: "Oracle Park", "Redwood Energy". */
    private boolean outgrows(Draft draft, Name name, NameFinder.Guess guess, int from, int to) {
        if (draft.headline() && name.trust() == Trust.SURE) {
            return false;
        }
        if (guess.kind() != MentionKind.COMPANY) {
            boolean more = name.from() > from || draft.lexemes().get(to - 1).capital();
            return name.kind() == MentionKind.COMPANY ? more : name.kind() != guess.kind();
        }
        if (name.kind() == MentionKind.PRODUCT || name.kind() == MentionKind.PUBLISHER) {
            return false;
        }
        if (name.kind() != MentionKind.COMPANY || name.trust() == Trust.DOUBTFUL) {
            return true;
        }
        return name.from() == from
                && kinds.isCompanyHead(draft.lexemes().get(to - 1))
                && !words.isNoName(draft.text(name.to(), to));
    }

    private void addUnknown(Draft draft, NameFinder.Guess guess, int start, int to, ArticleMemory memory) {
        int from = kinds.afterTitle(draft, start, to);
        if (!draft.free(from, to) || !memory.plausible(draft, guess, from, to)) {
            return;
        }
        MentionKind kind = kinds.kind(draft, from, to);
        boolean sure = kind != null && (kind == MentionKind.PERSON) == (guess.kind() == MentionKind.PERSON);
        Trust trust = sure && !draft.headline() ? Trust.SURE : Trust.GUESSED;
        draft.names().add(new Name(from, to, kind == null ? guess.kind() : kind, null, trust));
    }

    /** "Redwood Energy" is not the Redwood of the list: a doubtful name with a company noun after it is a longer name. */
    private void extendDoubtful(Draft draft) {
        if (draft.headline()) {
            return;
        }
        for (int i = 0; i < draft.names().size(); i++) {
            Name name = draft.names().get(i);
            if (name.trust() != Trust.DOUBTFUL || name.to() >= draft.lexemes().size()) {
                continue;
            }
            Lexeme next = draft.lexemes().get(name.to());
            if (next.capital() && next.spaced() && kinds.isCompanyHead(next) && draft.free(name.to(), name.to() + 1)) {
                draft.names().set(i, new Name(name.from(), name.to() + 1, MentionKind.COMPANY, null, Trust.GUESSED));
            }
        }
    }
}
