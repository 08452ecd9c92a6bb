package dealscope.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain text | plain text",
                "<p>One</p><p>Two</p> | One/Two",
                "<p>One <b>bold</b>word</p> | One boldword",
                "One<br>Two<br/><br/>Three | One/Two/Three",
                "<ul><li>a</li><li>b</li></ul> | a/b",
                "<div>a<div>b</div>c</div> | a/b/c",
                "a&nbsp;&nbsp; b&amp;c | a b&c",
                "a<script>x</script><style>y</style>b | ab",
                "<figure><img><figcaption>cap</figcaption></figure><p>x</p> | x",
                "<p>unclosed <i>tags | unclosed tags"
            })
    void paragraphsBecomeLines(String html, String expected) {
        assertEquals(expected, HtmlText.of(html, 1_000).replace('\n', '/'));
    }

    @Test
    void deepNestingAndLengthAreBounded() {
        assertEquals("x", HtmlText.of("<div>".repeat(100_000) + "x", 1_000));
        assertEquals(10, HtmlText.of("a".repeat(1_000_000), 10).length());
        assertEquals("a", HtmlText.of("a\ud83d\ude00", 2));
    }
}
