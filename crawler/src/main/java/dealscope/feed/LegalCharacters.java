package dealscope.feed;

/** What XML 1.0 allows in a document; C1 control characters become the windows-1252 characters they were meant to be. */
final class LegalCharacters {
    private LegalCharacters() {}

    /** Returns {@code text} itself when nothing had to go. */
    static String only(String text) {
        int i = 0;
        while (i < text.length() && isPlain(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, i);
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (c >= 0x80 && c < 0xA0) {
                char mended = Windows1252.character(c);
                if (mended >= 0xA0) {
                    out.append(mended);
                }
            } else if (isLegal(c)) {
                out.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' ? c < 0x7F || (c >= 0xA0 && c < 0xD800) : c == '\n' || c == '\r' || c == '\t';
    }

    static boolean isLegal(int c) {
        if (c < ' ') {
            return c == '\n' || c == '\r' || c == '\t';
        }
        return c != 0x7F && !(c >= 0xD800 && c < 0xE000) && c != 0xFFFE && c != 0xFFFF && c != 0xFEFF;
    }
}
