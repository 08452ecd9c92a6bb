package dealscope.feed;

/** The upper half of windows-1252, with the five undefined bytes as the control characters that browsers make of them. */
final class Windows1252 {
    private static final String FROM_80 =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                    + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private Windows1252() {}

    /** The character of a byte, or of a C1 control character that was a windows-1252 byte once. */
    static char character(int value) {
        return value >= 0x80 && value < 0xA0 ? FROM_80.charAt(value - 0x80) : (char) value;
    }
}
