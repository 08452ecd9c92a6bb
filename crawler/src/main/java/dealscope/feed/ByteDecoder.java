package dealscope.feed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text. Asked in this order: byte order mark, {@code charset} of the HTTP header, the pattern of zero bytes that
 * UTF-16 and UTF-32 leave, the XML declaration, {@link EncodingGuess}, else UTF-8. UTF-8 is read strictly; each byte that is not UTF-8 is read as
 * windows-1252, which is what such bytes nearly always are.
 *
 * <p>A declaration that the bytes refute is ignored: a 16-bit encoding for bytes without zeros, a western single-byte
 * encoding in the header for bytes that are valid UTF-8 with accents (servers send their default for everything).
 */
final class ByteDecoder {
    private static final int HEAD = 1024;
    private static final Pattern HTTP_CHARSET = Pattern.compile("(?i)charset\\s*+[=:]\\s*+[\"']?+([^\"';,\\s]++)");
    private static final Pattern DECLARATION =
            Pattern.compile("<\\?xml\\s[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']?([^\"'?>]{1,60})");
    private static final byte[] EBCDIC_XML = {0x4C, 0x6F, (byte) 0xA7, (byte) 0x94};

    private ByteDecoder() {}

    static String decode(byte[] body, @Nullable String contentType, List<String> warnings) {
        Mark mark = Mark.of(body);
        if (mark != null) {
            return decode(body, mark.length, mark.charset, warnings);
        }
        Charset header = usable(Encodings.named(find(HTTP_CHARSET, contentType)), body);
        Charset declared = usable(Encodings.named(find(DECLARATION, head(body))), body);
        if (header != null && header.equals(Encodings.WINDOWS_1252) && !header.equals(declared) && isUtf8(body)) {
            header = null;
        }
        Charset wide = Mark.wideWithoutMark(body);
        Charset charset = first(wide, header, declared, isEbcdic(body) ? Encodings.named("cp037") : null);
        if (charset == null) {
            charset = EncodingGuess.of(body);
        }
        return decode(body, 0, charset == null ? StandardCharsets.UTF_8 : charset, warnings);
    }

    private static String decode(byte[] body, int from, Charset charset, List<String> warnings) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return utf8(body, from, warnings);
        }
        return new String(body, from, body.length - from, charset);
    }

    private static String utf8(byte[] body, int from, List<String> warnings) {
        ByteBuffer in = ByteBuffer.wrap(body, from, body.length - from);
        try {
            return strictUtf8().decode(in).toString();
        } catch (CharacterCodingException e) {
            warnings.add("bytes that are not UTF-8 were read as windows-1252");
            return mixed(ByteBuffer.wrap(body, from, body.length - from));
        }
    }

    private static String mixed(ByteBuffer in) {
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        CharsetDecoder utf8 = strictUtf8();
        while (true) {
            CoderResult result = utf8.decode(in, out, true);
            if (!result.isError()) {
                return out.flip().toString();
            }
            for (int i = 0; i < result.length() && in.hasRemaining(); i++) {
                out.put(Windows1252.character(in.get() & 0xFF));
            }
        }
    }

    private static CharsetDecoder strictUtf8() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static boolean isUtf8(byte[] body) {
        boolean accents = false;
        for (byte b : body) {
            if (b < 0) {
                accents = true;
                break;
            }
        }
        if (!accents) {
            return false;
        }
        try {
            strictUtf8().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A 16- or 32-bit encoding cannot be what bytes without zeros are in. */
    private static @Nullable Charset usable(@Nullable Charset charset, byte[] body) {
        if (charset == null
                || !(charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32"))) {
            return charset;
        }
        for (int i = 0; i < Math.min(HEAD, body.length); i++) {
            if (body[i] == 0) {
                return charset;
            }
        }
        return null;
    }

    private static String head(byte[] body) {
        int length = Math.min(HEAD, body.length);
        Charset ebcdic = isEbcdic(body) ? Encodings.named("cp037") : null;
        if (ebcdic == null) {
            return new String(body, 0, length, StandardCharsets.ISO_8859_1);
        }
        // Quotes differ among the code pages of this family, the letters of a name do not.
        return new String(body, 0, length, ebcdic).replaceFirst("encoding=[^A-Za-z0-9]?([\\w.:-]+)", "encoding='$1'");
    }

    private static boolean isEbcdic(byte[] body) {
        return body.length > EBCDIC_XML.length && Arrays.equals(body, 0, 4, EBCDIC_XML, 0, 4);
    }

    private static @Nullable String find(Pattern pattern, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static @Nullable Charset first(@Nullable Charset... charsets) {
        for (Charset charset : charsets) {
            if (charset != null) {
                return charset;
            }
        }
        return null;
    }

    /** The byte order mark at the beginning, and what zero bytes tell where there is none. */
    private record Mark(Charset charset, int length) {
        static @Nullable Mark of(byte[] b) {
            if (starts(b, 0xEF, 0xBB, 0xBF)) {
                return new Mark(StandardCharsets.UTF_8, 3);
            }
            if (starts(b, 0xFF, 0xFE, 0, 0)) {
                return new Mark(Charset.forName("UTF-32LE"), 4);
            }
            if (starts(b, 0, 0, 0xFE, 0xFF)) {
                return new Mark(Charset.forName("UTF-32BE"), 4);
            }
            if (starts(b, 0xFF, 0xFE)) {
                return new Mark(StandardCharsets.UTF_16LE, 2);
            }
            return starts(b, 0xFE, 0xFF) ? new Mark(StandardCharsets.UTF_16BE, 2) : null;
        }

        static @Nullable Charset wideWithoutMark(byte[] b) {
            if (b.length < 8) {
                return null;
            }
            int zeros = 0;
            for (int i = 0; i < 8; i++) {
                zeros |= b[i] == 0 ? 1 << i : 0;
            }
            return switch (zeros) {
                case 0b01110111 -> Charset.forName("UTF-32BE");
                case 0b11101110 -> Charset.forName("UTF-32LE");
                case 0b01010101 -> StandardCharsets.UTF_16BE;
                case 0b10101010 -> StandardCharsets.UTF_16LE;
                default -> null;
            };
        }

        private static boolean starts(byte[] b, int... prefix) {
            if (b.length < prefix.length) {
                return false;
            }
            for (int i = 0; i < prefix.length; i++) {
                if ((b[i] & 0xFF) != prefix[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
