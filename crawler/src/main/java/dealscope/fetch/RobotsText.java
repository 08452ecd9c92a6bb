package dealscope.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Puts right what crawler-commons 1.6 reads otherwise than RFC 9309 and Google's parser, by rewriting the lines concerned:
 * a {@code $} that is not at the end of a path stands for itself, and {@code User-agent: * anything} speaks to all.
 */
final class RobotsText {
    private RobotsText() {}

    static byte[] mended(byte[] robots) {
        // Latin-1 keeps every byte as it is.
        String text = new String(robots, StandardCharsets.ISO_8859_1);
        var mended = new StringBuilder(text.length() + 64);
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                mended.append(line(text.substring(start, i)));
                if (i < text.length()) {
                    mended.append(text.charAt(i));
                }
                start = i + 1;
            }
        }
        return mended.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String line(String line) {
        int colon = line.indexOf(':');
        if (colon < 0 || (line.indexOf('$') < 0 && line.indexOf('*') < 0)) {
            return line;
        }
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        int comment = line.indexOf('#', colon);
        String value =
                line.substring(colon + 1, comment < 0 ? line.length() : comment).strip();
        if (name.equals("user-agent")) {
            boolean all = value.startsWith("*") && value.length() > 1 && Character.isWhitespace(value.charAt(1));
            return all ? "User-agent: *" : line;
        }
        if (name.equals("allow") || name.equals("disallow")) {
            int last = value.length() - 1;
            int dollar = value.indexOf('$');
            boolean inside = dollar >= 0 && dollar < last;
            return inside ? name + ": " + value.substring(0, last).replace("$", "%24") + value.charAt(last) : line;
        }
        return line;
    }
}
