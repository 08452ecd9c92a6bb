package dealscope.nlp.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts text into {@link Lexeme}s in one pass. Any text: unpaired surrogates are signs, combining marks stay with their
 * letter, zero-width characters are white space.
 */
public final class Lexer {
    private Lexer() {}

    public static List<Lexeme> lex(String source) {
        return lex(source, 0, source.length());
    }

    /** The lexemes between two offsets, with offsets in the whole source. */
    public static List<Lexeme> lex(String source, int from, int to) {
        List<Lexeme> lexemes = new ArrayList<>();
        int at = from;
        boolean spaced = true;
        while (at < to) {
            int c = source.codePointAt(at);
            if (isSpace(c)) {
                at += Character.charCount(c);
                spaced = true;
                continue;
            }
            int end = end(source, at, to, c);
            lexemes.add(lexeme(source, at, end, spaced));
            at = end;
            spaced = false;
        }
        return lexemes;
    }

    private static int end(String source, int at, int to, int first) {
        if (Character.isDigit(first)) {
            return numberEnd(source, at, to);
        }
        int end = Math.min(to, at + Character.charCount(first));
        if (!Character.isLetter(first)) {
            return end;
        }
        while (end < to) {
            int c = source.codePointAt(end);
            if (!Character.isLetter(c) && !isMark(c)) {
                break;
            }
            end = Math.min(to, end + Character.charCount(c));
        }
        return end;
    }

    /** Digits, with single dots and commas between digits: 1,234.5 and 2026. */
    private static int numberEnd(String source, int at, int to) {
        int end = at;
        while (end < to) {
            int c = source.codePointAt(end);
            if (Character.isDigit(c)) {
                end = Math.min(to, end + Character.charCount(c));
            } else if ((c == '.' || c == ',') && end + 1 < to && Character.isDigit(source.codePointAt(end + 1))) {
                end++;
            } else {
                break;
            }
        }
        return end;
    }

    private static Lexeme lexeme(String source, int start, int end, boolean spaced) {
        String text = source.substring(start, end);
        int first = text.codePointAt(0);
        if (Character.isDigit(first)) {
            return new Lexeme(start, end, Lexeme.Kind.NUMBER, text, asciiDigits(text), spaced);
        }
        Lexeme.Kind kind = Character.isLetter(first) ? Lexeme.Kind.LETTERS : Lexeme.Kind.SIGN;
        return new Lexeme(start, end, kind, text, fold(text), spaced);
    }

    static String fold(String text) {
        if (isPlainLower(text)) {
            return text;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean isPlainLower(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static String asciiDigits(String number) {
        if (isPlainLower(number)) {
            return number;
        }
        StringBuilder ascii = new StringBuilder(number.length());
        number.codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            ascii.appendCodePoint(digit >= 0 ? '0' + digit : c);
        });
        return ascii.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.isISOControl(c);
    }
}
