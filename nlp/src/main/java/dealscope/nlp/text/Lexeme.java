package dealscope.nlp.text;

/**
 * A run of letters, a number, or a single sign: finer than a token, and cut by the characters alone, so that the same
 * words are cut alike everywhere ("GB300s" is {@code GB}, {@code 300}, {@code s}).
 *
 * @param text as written
 * @param folded NFKC, lower case; digits as ASCII
 * @param spaced whether white space (or the beginning) comes before it
 */
public record Lexeme(int start, int end, Kind kind, String text, String folded, boolean spaced) {
    /** What it is made of. */
    public enum Kind {
        LETTERS,
        NUMBER,
        SIGN
    }

    public boolean is(String lower) {
        return folded.equals(lower);
    }

    public boolean letters() {
        return kind == Kind.LETTERS;
    }

    public boolean number() {
        return kind == Kind.NUMBER;
    }

    /** Begins with a capital letter (title case counts). */
    public boolean capital() {
        int first = text.codePointAt(0);
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }

    /** Has a letter, and none of them is lower case. */
    public boolean allCaps() {
        boolean none = kind == Kind.LETTERS;
        for (int i = 0; none && i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            none = !Character.isLowerCase(text.codePointAt(i));
        }
        return none;
    }
}
