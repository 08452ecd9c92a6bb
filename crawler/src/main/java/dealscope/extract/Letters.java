package dealscope.extract;

import java.util.Locale;

/**
 * What a piece of text weighs.
 *
 * @param weight letters and digits, ideographs, kana and hangul as two
 * @param marks commas and sentence ends, of any script
 */
record Letters(int weight, int marks) {
    static final Letters NONE = new Letters(0, 0);

    static Letters of(String text) {
        int weight = 0;
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x3040 && isWide(c)) {
                weight += 2;
            } else if (isMark(c)) {
                marks++;
            } else if (c > ' ' && (c < 0x80 ? isAsciiLetter(c) : Character.isLetterOrDigit(c))) {
                weight++;
            }
        }
        return weight == 0 && marks == 0 ? NONE : new Letters(weight, marks);
    }

    /** The letters and digits of {@code text} in lower case: two texts that differ in signs alone are the same. */
    static String only(String text) {
        StringBuilder only = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(only::appendCodePoint);
        return only.toString();
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Kana, ideographs, hangul syllables. */
    static boolean isWide(char c) {
        return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
    }

    private static boolean isMark(char c) {
        return switch (c) {
            case ',', '.', ';', ':', '!', '?', '、', '。', '，', '．', '！', '？', '；', '：', '،', '।', '؟' -> true;
            default -> false;
        };
    }
}
