package dealscope.nlp.name;

import dealscope.deal.MentionKind;
import dealscope.fact.WordList;
import dealscope.nlp.name.Draft.Name;
import dealscope.nlp.name.Draft.Trust;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.Token;
import java.util.List;
import java.util.Set;

/** Weighs what the name finder sees against what lists and patterns found. */
final class GuessJudge {
    private final NamePatterns patterns;
    private final Set<String> heads = WordList.load("company-heads.txt");

    GuessJudge(NamePatterns patterns) {
        this.patterns = patterns;
    }

    void add(Draft draft, List<NameFinder.Guess> guesses, ArticleMemory memory) {
        List<Token> tokens = draft.sentence().tokens();
        for (NameFinder.Guess guess : guesses) {
            int from = draft.lexemeAt(tokens.get(guess.from()).start());
            int to = draft.lexemeAt(tokens.get(guess.to() - 1).end());
            while (from < to
                    && patterns.isFunctionWord(draft.lexemes().get(from))
                    && draft.lexemes().get(from).capital()
                    && to - from > 1) {
                from++;
            }
            if (from < to) {
                weigh(draft, guess, from, to, memory);
            }
        }
        extendDoubtful(draft);
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

    /** The same span: a doubtful company is one now, or is another kind of name. */
    private static void confirm(Draft draft, Name name, NameFinder.Guess guess) {
        if (name.trust() != Trust.DOUBTFUL) {
            return;
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
        if (name.kind() != MentionKind.COMPANY || name.trust() == Trust.DOUBTFUL) {
            return true;
        }
        return name.from() == from && heads.contains(draft.lexemes().get(to - 1).folded());
    }

    private void addUnknown(Draft draft, NameFinder.Guess guess, int from, int to, ArticleMemory memory) {
        if (!draft.free(from, to) || !memory.plausible(draft, guess, from, to)) {
            return;
        }
        draft.names().add(new Name(from, to, guess.kind(), null, Trust.GUESSED));
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
            if (next.capital()
                    && next.spaced()
                    && heads.contains(next.folded())
                    && draft.free(name.to(), name.to() + 1)) {
                draft.names().set(i, new Name(name.from(), name.to() + 1, MentionKind.COMPANY, null, Trust.GUESSED));
            }
        }
    }
}
