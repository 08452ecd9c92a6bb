package dealscope.crawler;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an HTML page as browsers do: byte order mark, HTTP header, {@code <meta charset>} in the first kilobytes, and
 * else UTF-8 if it is valid, or windows-1252. After "determining the character encoding" of the HTML standard, with the
 * labels of the WHATWG Encoding standard that differ from Java's.
 */
final class HtmlCharset {
    private static final int PRESCAN = 4_096;
    private static final Pattern LABEL = Pattern.compile("(?i)charset\\s{0,8}=\\s{0,8}[\"']?([a-z0-9_:.-]{1,40})");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Map<String, String> LABELS = Map.of(
            "iso-8859-1", "windows-1252",
            "latin1", "windows-1252",
            "us-ascii", "windows-1252",
            "ascii", "windows-1252",
            "iso-8859-9", "windows-1254",
            "gb2312", "gb18030",
            "gbk", "gb18030",
            "ks_c_5601-1987", "windows-949",
            "shift_jis", "windows-31j",
            "x-sjis", "windows-31j");

    private HtmlCharset() {}

    static String decode(byte[] body, @Nullable String contentType) {
        if (startsWith(body, 0xef, 0xbb, 0xbf)) {
            return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(body, 0xfe, 0xff) || startsWith(body, 0xff, 0xfe)) {
            return new String(body, StandardCharsets.UTF_16);
        }
        Charset named = contentType == null ? null : named(contentType);
        if (named == null) {
            String start = new String(body, 0, Math.min(body.length, PRESCAN), StandardCharsets.ISO_8859_1);
            named = named(start);
            // A page whose ASCII we could just read is not UTF-16, whatever it says.
            named = named != null && named.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : named;
        }
        if (named != null && !named.equals(StandardCharsets.UTF_8)) {
            return new String(body, named);
        }
        return utf8OrWindows(body);
    }

    private static String utf8OrWindows(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            String lenient = new String(body, StandardCharsets.UTF_8);
            boolean mostlyUtf8 = lenient.codePoints().filter(c -> c == 0xfffd).count() * 10
                    < lenient.codePoints().filter(c -> c > 0x7f).count();
            return mostlyUtf8 ? lenient : new String(body, WINDOWS_1252);
        }
    }

    private static @Nullable Charset named(String text) {
        Matcher matcher = LABEL.matcher(text.substring(0, Math.min(text.length(), PRESCAN)));
        if (!matcher.find()) {
            return null;
        }
        String label = matcher.group(1).toLowerCase(Locale.ROOT);
        try {
            return Charset.forName(LABELS.getOrDefault(label, label));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static boolean startsWith(byte[] body, int... prefix) {
        if (body.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((body[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
