package dealscope.article;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding in its normal form (RFC 3986, section 6.2.2): upper case, nothing encoded that need not be. */
final class PercentEncoding {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNRESERVED = "-._~";
    private static final String DELIMITERS = "!$&'()*+,;=:@/";

    private PercentEncoding() {}

    /** The normal form of {@code text}, in which the characters of {@code alsoPlain} stay as they are, too. */
    static String normalize(String text, String alsoPlain) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int escaped = c == '%' ? hexAt(text, i + 1) : -1;
            if (escaped >= 0) {
                append(out, escaped);
                i += 3;
                continue;
            }
            if (isUnreserved(c) || (c < 128 && (DELIMITERS.indexOf(c) >= 0 || alsoPlain.indexOf(c) >= 0))) {
                out.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HEX.toHexDigits(b));
                }
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int value) {
        if (isUnreserved(value)) {
            out.append((char) value);
        } else {
            out.append('%').append(HEX.toHexDigits((byte) value));
        }
    }

    /** Every escape resolved, as UTF-8. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int escaped = c == '%' ? hexAt(text, i + 1) : -1;
            if (escaped >= 0) {
                out.write(escaped);
                i += 3;
            } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c < 128 && UNRESERVED.indexOf(c) >= 0);
    }

    private static int hexAt(String text, int from) {
        if (from + 2 > text.length()
                || !HexFormat.isHexDigit(text.charAt(from))
                || !HexFormat.isHexDigit(text.charAt(from + 1))) {
            return -1;
        }
        return HexFormat.fromHexDigits(text, from, from + 2);
    }
}
