package dealscope.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlCharsetTest {
    private static final String TEXT = "<p>caf\u00e9 \u2019</p>";

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "UTF-8, text/html; charset=utf-8",
                "UTF-8, none",
                "UTF-8, text/html",
                "UTF-8, text/html; charset=no-such",
                "windows-1252, none",
                "windows-1252, text/html; charset=ISO-8859-1",
                "windows-1252, text/html; Charset=\"latin1\"",
                "windows-1252, text/html; charset=utf-8"
            })
    void theTextComesOutWhateverTheHeaderSays(String charset, String contentType) {
        assertEquals(TEXT, HtmlCharset.decode(TEXT.getBytes(Charset.forName(charset)), contentType));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void aByteOrderMarkDecides(String charset) {
        byte[] bytes = ("\ufeff" + TEXT).getBytes(Charset.forName(charset));
        assertEquals(TEXT, HtmlCharset.decode(bytes, "text/html; charset=iso-8859-1"));
    }

    @Test
    void theMetaElementDecidesWhenTheHeaderIsSilent() {
        String page = "<meta http-equiv='Content-Type' content='text/html; charset=gb2312'><p>\u4e2d\u6587</p>";
        assertEquals(page, HtmlCharset.decode(page.getBytes(Charset.forName("gb18030")), "text/html"));
        String japanese = "<meta charset=\"Shift_JIS\"><p>\u65e5\u672c</p>";
        assertEquals(japanese, HtmlCharset.decode(japanese.getBytes(Charset.forName("windows-31j")), null));
    }

    @Test
    void aPageThatSaysUtf16InAsciiIsNot() {
        String page = "<meta charset=utf-16><p>caf\u00e9</p>";
        assertEquals(page, HtmlCharset.decode(page.getBytes(StandardCharsets.UTF_8), null));
    }

    @Test
    void oneBrokenByteDoesNotSpoilAPageInUtf8() {
        byte[] page = "<p>\u4e2d\u6587\u4e2d\u6587\u4e2d\u6587\u4e2d\u6587\u4e2d\u6587\u4e2d\u6587x</p>"
                .getBytes(StandardCharsets.UTF_8);
        page[page.length - 5] = (byte) 0x92;
        assertEquals('\u4e2d', HtmlCharset.decode(page, null).charAt(3));
    }
}
