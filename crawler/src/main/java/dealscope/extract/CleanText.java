package dealscope.extract;

/** Removes from a text what is no character: lone surrogates become U+FFFD, control characters a blank. */
final class CleanText {
    private CleanText() {}

    /** Returns {@code text} itself when there is nothing to remove. */
    static String of(String text) {
        int at = firstBad(text, 0);
        if (at == text.length()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        while (at < text.length()) {
            clean.append(text, from, at).append(Character.isSurrogate(text.charAt(at)) ? '\uFFFD' : ' ');
            from = at + 1;
            at = firstBad(text, from);
        }
        return clean.append(text, from, text.length()).toString();
    }

    private static int firstBad(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                return i;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return text.length();
    }
}
