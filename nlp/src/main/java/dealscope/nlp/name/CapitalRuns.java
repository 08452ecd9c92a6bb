package dealscope.nlp.name;

import dealscope.nlp.text.Lexeme;

/** Runs of capitalised words, which is what unknown names are: "Halden Compute", "Q5 Semi", "Form & Function", "nOps". */
final class CapitalRuns {
    private static final int LONGEST_NAME = 7;

    private final NameWords words;

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
                || !draft.lexemes().get(from).letters()) {
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

    /** A capitalised word, a number glued to one, or "&" and "-" between them. */
    static boolean joins(Draft draft, int at) {
        Lexeme lexeme = draft.lexemes().get(at);
        if (lexeme.letters()) {
            return lexeme.capital() || hasInnerCapital(lexeme);
        }
        Lexeme next = draft.lexeme(at + 1);
        if (lexeme.number()) {
            return !lexeme.spaced() || (next != null && !next.spaced() && next.letters());
        }
        boolean glue = lexeme.is("&") || (lexeme.is("-") && !lexeme.spaced()) || (lexeme.is(".") && !lexeme.spaced());
        return glue && next != null && (lexeme.is("&") || !next.spaced()) && (next.capital() || next.number());
    }

    /** xAI, deepL. */
    private static boolean hasInnerCapital(Lexeme lexeme) {
        return lexeme.letters() && lexeme.text().chars().skip(1).anyMatch(Character::isUpperCase);
    }
}
