package dealscope.story;

import java.text.Normalizer;
import java.util.Locale;

/** Reads a text word by word: runs of letters and digits; a sign of a script without spaces is a word of its own. */
final class Words {
    private final String text;
    private int at;
    private int start;
    private int end;
    private boolean begins = true;

    Words(String text) {
        this.text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    boolean next() {
        begins = end == 0;
        while (at < text.length() && !inWord(at)) {
            char c = text.charAt(at++);
            begins |= c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' || c == '"' || c == '“' || c == '|';
        }
        start = at;
        while (at < text.length() && continues()) {
            at += Character.charCount(text.codePointAt(at));
        }
        end = at;
        return end > start;
    }

    private boolean continues() {
        if (at > start && (ideograph(text.codePointAt(at)) || ideograph(text.codePointBefore(at)))) {
            return false;
        }
        return inWord(at) || separates();
    }

    private boolean inWord(int index) {
        return Character.isLetterOrDigit(text.codePointAt(index));
    }

    private static boolean ideograph(int c) {
        return c > 0x2E00 && Character.isIdeographic(c);
    }

    /** A point or comma between digits. */
    private boolean separates() {
        char c = text.charAt(at);
        return (c == '.' || c == ',')
                && at > start
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    String lower() {
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    boolean isNumber() {
        return Character.isDigit(text.charAt(start));
    }

    /** The figure that the word begins with: {@code 2.5} of "2.5bn", {@code 1200} of "1,200". */
    String number() {
        StringBuilder figure = new StringBuilder();
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c) || c == '.') {
                figure.append(c);
            } else if (c != ',') {
                break;
            }
        }
        return figure.toString();
    }

    /** A capital within a sentence; where a sentence begins a capital tells nothing. */
    boolean isName() {
        return !begins && end - start > 1 && Character.isUpperCase(text.charAt(start));
    }
}
