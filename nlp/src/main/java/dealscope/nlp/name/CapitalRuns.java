package dealscope.nlp.name;

import dealscope.fact.WordList;
import dealscope.nlp.text.Lexeme;
import java.util.Set;

/** Runs of capitalised words, which is what unknown names are: "Halden Compute", "Q5 Semi", "Form & Function", "nOps". */
final class CapitalRuns {
    private static final int LONGEST_NAME = 7;

    private final NameWords words;
    private final Set<String> domains = WordList.load("domains.txt");

    CapitalRuns(NameWords words) {
        this.words = words;
    }

    /** Where the run of capitalised words that ends before the lexeme begins; a first "The" is not part of it. */
    int runStart(Draft draft, int end) {
        int from = end;
        while (from > 0 && end - from < LONGEST_NAME && joins(draft, from - 1)) {
            from--;
        }
        if (from > 0 && from < end && isOddStart(draft, from - 1)) {
            return from - 1;
        }
        while (from < end && !startsName(draft.lexemes().get(from))) {
            from++;
        }
        return from;
    }

    /** A brand in lower case: the first word of a sentence, or letters of two scripts in one word. */
    private boolean isOddStart(Draft draft, int at) {
        Lexeme lexeme = draft.lexemes().get(at);
        if (!lexeme.letters()
                || lexeme.capital()
                || words.isFunctionWord(lexeme)
                || lexeme.text().length() > 20) {
            return false;
        }
        long scripts = lexeme.text()
                .codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .distinct()
                .count();
        return scripts > 1;
    }

    private boolean startsName(Lexeme lexeme) {
        boolean shape = lexeme.capital() || lexeme.number() || hasInnerCapital(lexeme);
        return shape && !words.isFunctionWord(lexeme);
    }

    int runEnd(Draft draft, int from) {
        if (from >= draft.lexemes().size()
                || !startsName(draft.lexemes().get(from))
                || !(draft.lexemes().get(from).letters() || startsWithNumber(draft, from))) {
            return from;
        }
        int to = from;
        while (to < draft.lexemes().size() && to - from < LONGEST_NAME && joins(draft, to)) {
            to++;
        }
        while (to > from && draft.lexemes().get(to - 1).kind() == Lexeme.Kind.SIGN) {
            to--;
        }
        return to;
    }

    /** 3Peaks. */
    private static boolean startsWithNumber(Draft draft, int at) {
        Lexeme next = draft.lexeme(at + 1);
        return draft.lexemes().get(at).number() && next != null && !next.spaced() && next.capital();
    }

    /** A capitalised word, a number glued to one, or "&" and "-" between them. */
    static boolean joins(Draft draft, int at) {
        Lexeme lexeme = draft.lexemes().get(at);
        if (lexeme.letters()) {
            return lexeme.capital() || hasInnerCapital(lexeme) || isPossessive(draft, at - 1);
        }
        if (isPossessive(draft, at)) {
            return true;
        }
        Lexeme next = draft.lexeme(at + 1);
        if (lexeme.number()) {
            return !lexeme.spaced() || (next != null && !next.spaced() && next.letters());
        }
        boolean glue = lexeme.is("&") || (lexeme.is("-") && !lexeme.spaced()) || (lexeme.is(".") && !lexeme.spaced());
        return glue && next != null && (lexeme.is("&") || !next.spaced()) && (next.capital() || next.number());
    }

    /** After "deepfield.ai", a brand that is written as its web address; the same place when none begins here. */
    int domainEnd(Draft draft, int from) {
        Lexeme end = draft.lexeme(from + 2);
        Lexeme before = draft.lexeme(from - 1);
        Lexeme after = draft.lexeme(from + 3);
        boolean domain = draft.lexemes().get(from).letters()
                && draft.is(from + 1, ".")
                && !draft.lexemes().get(from + 1).spaced()
                && end != null
                && !end.spaced()
                && domains.contains(end.text())
                && (before == null || draft.lexemes().get(from).spaced())
                && (after == null || after.spaced() || after.kind() == Lexeme.Kind.SIGN && !after.is("/"));
        return domain ? from + 3 : from;
    }

    /** The 's in "King's-Reach". */
    private static boolean isPossessive(Draft draft, int at) {
        boolean apostrophe = draft.is(at, "'") || draft.is(at, "\u2019");
        Lexeme hyphen = draft.lexeme(at + 2);
        Lexeme next = draft.lexeme(at + 3);
        return apostrophe
                && draft.is(at + 1, "s")
                && hyphen != null
                && hyphen.is("-")
                && !hyphen.spaced()
                && next != null
                && next.capital()
                && !next.spaced();
    }

    /** xAI, deepL. */
    private static boolean hasInnerCapital(Lexeme lexeme) {
        String text = lexeme.text();
        boolean inner = false;
        for (int i = 1; lexeme.letters() && !inner && i < text.length(); i++) {
            inner = Character.isUpperCase(text.charAt(i));
        }
        return inner;
    }
}
