package dealscope.extract;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends text that some system on its way read as ISO 8859-1 and wrote as UTF-8 once more. The sure sign is a run of UTF-8
 * with a byte that ISO 8859-1 gives to a C1 control (U+0080 to U+009F), which no text has; without it a text stays as it is.
 */
final class TwiceEncoded {
    private static final Pattern RUN = Pattern.compile(
            "[\u00C2-\u00DF][\u0080-\u00BF]" + "|[\u00E0-\u00EF][\u0080-\u00BF]{2}|[\u00F0-\u00F4][\u0080-\u00BF]{3}");
    /** A single one may be an accident. */
    private static final int SIGNS = 2;

    private TwiceEncoded() {}

    /** Returns {@code text} itself when there is nothing to mend. */
    static String mend(String text) {
        return hasSigns(text) ? RUN.matcher(text).replaceAll(TwiceEncoded::decoded) : text;
    }

    private static boolean hasSigns(String text) {
        int signs = 0;
        for (int i = 1; i < text.length() && signs < SIGNS; i++) {
            char c = text.charAt(i);
            if (c >= '\u0080' && c <= '\u009F' && text.charAt(i - 1) >= '\u0080' && text.charAt(i - 1) <= '\u00F4') {
                signs++;
            }
        }
        return signs == SIGNS;
    }

    private static String decoded(MatchResult run) {
        String text = new String(run.group().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return Matcher.quoteReplacement(text.indexOf('\uFFFD') < 0 ? text : run.group());
    }
}
