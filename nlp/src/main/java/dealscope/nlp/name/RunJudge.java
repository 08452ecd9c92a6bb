package dealscope.nlp.name;

import dealscope.deal.MentionKind;
import dealscope.nlp.name.Draft.Name;
import dealscope.nlp.name.Draft.Trust;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.Token;
import java.util.List;

/**
 * Companies that neither a list, a pattern nor the name finder sees: a run of capitalised words whose last one is a noun
 * of companies ("Corriedale Cloud"), or beside which a deal is told ("a stake in Halden", "Halden has agreed to lease").
 */
final class RunJudge {
    private static final int SHORTEST = 3;
    /** Words of a name that was seen in part. */
    private static final int LONGEST = 4;

    private final NameWords words;
    private final CapitalRuns runs;
    private final NameKinds kinds;
    private final Evidence evidence;

    RunJudge(NameWords words, CapitalRuns runs, NameKinds kinds, Evidence evidence) {
        this.words = words;
        this.runs = runs;
        this.kinds = kinds;
        this.evidence = evidence;
    }

    void add(Draft draft, ArticleMemory memory) {
        if (draft.headline()) {
            return;
        }
        int at = 0;
        while (at < draft.lexemes().size()) {
            int to = bankEnd(draft, at, Math.max(runs.runEnd(draft, at), runs.domainEnd(draft, at)));
            if (to > at) {
                weigh(draft, at, to, memory);
            }
            at = Math.max(at + 1, to);
        }
    }

    /** After "Bank of Ardmore". */
    private int bankEnd(Draft draft, int from, int to) {
        boolean bank = to == from + 1 && draft.is(from, "bank") && draft.is(to, "of");
        return bank ? Math.max(to, runs.runEnd(draft, to + 1)) : to;
    }

    private void weigh(Draft draft, int from, int to, ArticleMemory memory) {
        List<Name> inside = draft.names().stream()
                .filter(name -> name.from() < to && from < name.to())
                .toList();
        if (inside.isEmpty() && draft.free(from, to)) {
            if (isCompany(draft, from, to, memory)) {
                draft.names().add(new Name(from, to, MentionKind.COMPANY, null, trust(draft, from, to)));
            }
            return;
        }
        boolean cut = isCutShort(inside, from) || isCutInFront(draft, inside, from, to);
        if (cut && !isExcluded(draft, from, to)) {
            replace(draft, inside, from, to, trust(draft, from, to));
            return;
        }
        Name first = inside.isEmpty() ? null : inside.getFirst();
        if (inside.size() == 1 && first != null && isWhereabouts(draft, first, from, to)) {
            replace(draft, List.of(), first.to(), to, Trust.SURE);
            return;
        }
        boolean guessedPlace = inside.size() == 1
                && first != null
                && first.trust() == Trust.GUESSED
                && first.kind() == MentionKind.PLACE
                && first.from() == from
                && first.to() == to;
        if (guessedPlace && evidence.isPartyBefore(draft, from)) {
            replace(draft, inside, from, to, Trust.SURE);
        }
    }

    /** Puts a company in the place of shorter names, unless a number or hardware is there too. */
    private static void replace(Draft draft, List<Name> shorter, int from, int to, Trust trust) {
        draft.names().removeAll(shorter);
        if (draft.free(from, to)) {
            draft.names().add(new Name(from, to, MentionKind.COMPANY, null, trust));
        } else {
            draft.names().addAll(shorter);
        }
    }

    /** "In Zurich Hatherleigh Systems": the town is no part of the name. */
    private boolean isWhereabouts(Draft draft, Name first, int from, int to) {
        return first.kind() == MentionKind.PLACE
                && first.from() == from
                && draft.is(from - 1, "in")
                && first.to() < to
                && hasCompanyHead(draft, first.to(), to);
    }

    /** The name finder saw the end of the name only: "Mesa Energy" of "Copper Mesa Energy". */
    private boolean isCutInFront(Draft draft, List<Name> inside, int from, int to) {
        if (inside.size() != 1) {
            return false;
        }
        Name only = inside.getFirst();
        return only.to() == to
                && only.from() > from
                && to - from <= LONGEST
                && only.fact() == null
                && only.trust() == Trust.GUESSED
                && only.kind() == MentionKind.COMPANY
                && hasCompanyHead(draft, from, to)
                && (from > 0 || to - from == only.to() - only.from() + 1)
                && draft.lexemes().subList(from, only.from()).stream().allMatch(l -> l.letters() && l.spaced())
                && !(from == 0 && isOpener(draft));
    }

    /** The first word of a sentence, when that is why it has its capital. */
    private static boolean isOpener(Draft draft) {
        List<Token> tokens = draft.sentence().tokens();
        int token = draft.sentence().tokenAt(draft.start(0));
        return token >= tokens.size() || !tokens.get(token).pos().equals("PROPN");
    }

    /** The name finder saw the first word of the name only: "Plum" of "Plum Harbor". */
    private static boolean isCutShort(List<Name> inside, int from) {
        if (inside.size() != 1) {
            return false;
        }
        Name only = inside.getFirst();
        return only.from() == from
                && only.to() == from + 1
                && only.fact() == null
                && only.trust() == Trust.GUESSED
                && only.kind() == MentionKind.COMPANY;
    }

    private Trust trust(Draft draft, int from, int to) {
        return hasCompanyHead(draft, from, to) ? Trust.SURE : Trust.GUESSED;
    }

    private boolean isCompany(Draft draft, int from, int to, ArticleMemory memory) {
        boolean domain = runs.domainEnd(draft, from) == to;
        if (!domain && (!memory.plausible(draft, from, to) || isExcluded(draft, from, to))) {
            return false;
        }
        return hasCompanyHead(draft, from, to)
                || evidence.isPartyBefore(draft, from)
                || evidence.isPartyAfter(draft, to)
                || evidence.isListed(draft, from, to);
    }

    private boolean hasCompanyHead(Draft draft, int from, int to) {
        return to - from > 1 && kinds.kind(draft, from, to) == MentionKind.COMPANY;
    }

    private boolean isExcluded(Draft draft, int from, int to) {
        Lexeme first = draft.lexemes().get(from);
        MentionKind kind = kinds.kind(draft, from, to);
        return to - from == 1 && first.text().length() < SHORTEST
                || words.isFirstName(first)
                || kinds.isTitle(draft, from)
                || (kind != null && kind != MentionKind.COMPANY)
                || evidence.isCommonWord(draft, from, to);
    }
}
