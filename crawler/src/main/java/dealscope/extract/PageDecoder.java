package dealscope.extract;

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
 * Turns the bytes of a page into characters as browsers do: byte order mark, charset of the HTTP header, charset of a
 * meta element in the first 4096 bytes, strict UTF-8, windows-1252. A declared UTF-8 that is not valid falls through to
 * the next source. Labels mean what the WHATWG Encoding Standard says (ISO-8859-1 is windows-1252).
 */
final class PageDecoder {
    private static final int META_BYTES = 4096;
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s{0,9}+=\\s{0,9}+[\"']?+([\\w.:-]{1,40}+)", Pattern.CASE_INSENSITIVE);
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Map<String, String> WHATWG = Map.of(
            "iso-8859-1", "windows-1252",
            "latin1", "windows-1252",
            "us-ascii", "windows-1252",
            "ascii", "windows-1252",
            "gb2312", "gb18030",
            "gbk", "gb18030",
            "shift_jis", "windows-31j",
            "sjis", "windows-31j",
            "x-sjis", "windows-31j",
            "ks_c_5601-1987", "x-windows-949");

    private PageDecoder() {}

    static String decode(byte[] body, @Nullable String contentType) {
        Charset mark = byteOrderMark(body);
        if (mark != null) {
            int skip = mark.equals(StandardCharsets.UTF_8) ? 3 : 2;
            return new String(body, skip, body.length - skip, mark);
        }
        String declared = contentType == null ? null : declared(body, contentType, true);
        if (declared == null) {
            String head = new String(body, 0, Math.min(body.length, META_BYTES), StandardCharsets.ISO_8859_1);
            declared = declared(body, head, false);
        }
        if (declared == null) {
            declared = strict(body, StandardCharsets.UTF_8);
        }
        return declared == null ? new String(body, WINDOWS_1252) : declared;
    }

    private static @Nullable Charset byteOrderMark(byte[] body) {
        if (starts(body, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(body, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return starts(body, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean starts(byte[] body, int... mark) {
        if (body.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((body[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String declared(byte[] body, String declaration, boolean header) {
        Matcher matcher = CHARSET.matcher(declaration);
        if (!matcher.find()) {
            return null;
        }
        Charset charset = named(matcher.group(1));
        if (charset == null) {
            return null;
        }
        if (!header && charset.name().startsWith("UTF-16")) {
            charset = StandardCharsets.UTF_8;
        }
        return charset.equals(StandardCharsets.UTF_8) ? strict(body, charset) : new String(body, charset);
    }

    private static @Nullable Charset named(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        try {
            return Charset.forName(WHATWG.getOrDefault(name, name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** Few wrong bytes among many right ones are damage, not another charset: they are replaced. */
    private static @Nullable String strict(byte[] body, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            String lenient = new String(body, charset);
            long wrong = lenient.chars().filter(c -> c == 0xFFFD).count();
            long wide = lenient.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
            return wrong * 10 < wide ? lenient : null;
        }
    }
}
