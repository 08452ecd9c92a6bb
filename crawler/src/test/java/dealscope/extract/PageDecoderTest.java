package dealscope.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PageDecoderTest {
    private static final String WORDS = "Zürich – “Größe” 10 €";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @Test
    void aByteOrderMarkWinsOverTheHeader() {
        assertEquals(WORDS, decode(marked(0xEF, 0xBB, 0xBF, StandardCharsets.UTF_8), "text/html; charset=iso-8859-1"));
        assertEquals(WORDS, decode(marked(0xFF, 0xFE, -1, StandardCharsets.UTF_16LE), "text/html; charset=utf-8"));
        assertEquals(WORDS, decode(marked(0xFE, 0xFF, -1, StandardCharsets.UTF_16BE), null));
    }

    @Test
    void theHeaderWinsOverTheMetaElement() {
        String page = "<meta charset=utf-8>" + WORDS;
        assertEquals(page, decode(page.getBytes(WINDOWS_1252), "text/html; charset=\"ISO-8859-1\""));
    }

    @Test
    void theMetaElementIsHeeded() {
        String page = "<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>港のクラウド①";
        assertEquals(page, decode(page.getBytes(Charset.forName("windows-31j")), "text/html"));
    }

    @Test
    void aDeclaredUtf8ThatIsNoneFallsThrough() {
        assertEquals(WORDS, decode(WORDS.getBytes(WINDOWS_1252), "text/html; charset=utf-8"));
    }

    @Test
    void withoutADeclarationValidUtf8IsUtf8() {
        assertEquals(WORDS, decode(WORDS.getBytes(StandardCharsets.UTF_8), null));
        assertEquals(WORDS, decode(WORDS.getBytes(WINDOWS_1252), null));
    }

    @Test
    void aCutCharacterAtTheEndDoesNotMakeAnotherCharset() {
        byte[] whole = (WORDS.repeat(20) + "€").getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
        assertEquals(WORDS.repeat(20) + "\uFFFD", decode(cut, "text/html; charset=utf-8"));
    }

    @Test
    void anUnknownCharsetIsPassedOver() {
        assertEquals(WORDS, decode(WORDS.getBytes(StandardCharsets.UTF_8), "text/html; charset=x-klingon"));
        assertEquals(WORDS, decode(WORDS.getBytes(StandardCharsets.UTF_8), "text/html; charset=::"));
    }

    private static String decode(byte[] body, String contentType) {
        return PageDecoder.decode(body, contentType);
    }

    private static byte[] marked(int first, int second, int third, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(first);
        bytes.write(second);
        if (third >= 0) {
            bytes.write(third);
        }
        bytes.writeBytes(WORDS.getBytes(charset));
        return bytes.toByteArray();
    }
}
