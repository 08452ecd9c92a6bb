package dealscope.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages made to hurt: each is read on a thread with a stack of 512 KB, and has to end. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HostilePageTest {
    private static final String URL = "https://www.example.com/story";
    private static final String PARAGRAPH =
            "<p>The harbour town signed a lease for its old cannery, the mayor said, and the tenants move in by May.</p>";
    private final Extractor extractor = new Extractor(InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z")));

    static Stream<Arguments> pages() {
        return Stream.of(
                page("a depth of 200 000", "<div>".repeat(200_000) + PARAGRAPH),
                page("inline depth of 200 000", "<b><i>".repeat(100_000) + "text"),
                page("a million opened links", "<a ".repeat(1_000_000)),
                page("a million links", "<a href=x>y</a>".repeat(300_000)),
                page("5 MB of one word", "<p>" + "a".repeat(5_000_000)),
                page("5 MB of one word in the title", "<title>" + "a".repeat(5_000_000)),
                page("5 MB of digits", "<h1>x</h1><p>" + "20".repeat(2_500_000)),
                page("5 MB of blanks", "<p>" + " ".repeat(5_000_000) + "x"),
                page("5 MB of hyphens in a class", "<p class='" + "-a".repeat(2_500_000) + "'>x"),
                page("foster-parented tables", "<table>".repeat(3_000) + "x<td>".repeat(3_000)),
                page("unclosed list items", "<ul><li>".repeat(50_000) + "x"),
                page("entities", "<p>" + "&amp".repeat(1_000_000)),
                page("deep JSON-LD", "<script type='application/ld+json'>" + "[".repeat(1_000_000) + "</script>"),
                page(
                        "wide JSON-LD",
                        "<script type='application/ld+json'>[" + "{\"@type\":\"Article\"},".repeat(100_000)
                                + "{}]</script>"),
                page("a script of dates", "<script>" + "datePublished\"\\\\\\\\\\\\".repeat(100_000) + "</script>"),
                page("many h1", "<h1>A headline of a few words</h1>".repeat(50_000)),
                page("many metas", "<meta name=author content=x>".repeat(100_000)),
                page("many line breaks", "<p>" + "x<br>".repeat(300_000)),
                page("dates at depth", "<div class=date>".repeat(500) + "<p>May 5, 2026</p>".repeat(100_000)),
                page("names at depth", "<div class=author>".repeat(500) + "<i>By A. Reader</i>".repeat(100_000)),
                page("comments at depth", "<div class=comments>".repeat(500) + PARAGRAPH.repeat(20_000)),
                page("nested data rows", "<table><tr><td>a<td>".repeat(400) + "<b>x</b>".repeat(100_000)),
                page("pictures at depth", "<div>".repeat(500) + "<div><img src=x>a</div>".repeat(50_000)),
                page("one link over everything", "<a href=x>" + PARAGRAPH.repeat(20_000)),
                page("shadow roots", "<div><template shadowrootmode=open>x".repeat(50_000)),
                page(
                        "linked headings",
                        "<article><div><h2><a href=/a>A heading of a story</a></h2><p>x</div>".repeat(30_000)),
                page(
                        "linked headings at depth",
                        "<div>".repeat(480) + "<b><h2><a href=/a>A heading of a story</a></h2></b>".repeat(30_000)),
                page("open selects", "<select><option>".repeat(1_000) + "a".repeat(3_000_000)),
                page("dates of many forms", "<p>7/4/2026<p>4 July 2026".repeat(50_000)),
                page("lives", PARAGRAPH.repeat(20_000) + "<p>" + "Ann ".repeat(5_000) + "is a writer"),
                page("lines in bold without end", "<div>" + "<b>a line</b><br><br>".repeat(50_000)),
                page(
                        "empty elements before lines",
                        "<div>" + "<i></i>".repeat(100_000) + "a line<br><br>".repeat(50_000)),
                page("linked heads", "<title>Weekly</title>" + "<h2><a href=/a>A head</a></h2>x".repeat(50_000)),
                page("lawyers", PARAGRAPH + "<p>About Acme</p><p>SOURCE Acme</p>".repeat(50_000)),
                page("dashes", "<p>" + "A 1 -- ".repeat(500_000)),
                page("pictures", "<figure>".repeat(400) + "<img src=a.jpg>".repeat(100_000)),
                page("canonical links", "<link rel=canonical href=/a>".repeat(100_000)),
                page("preformatted lines", "<pre><code>" + "a\n".repeat(300_000)),
                page("deep state", "<script type=application/json>" + "[".repeat(1_000_000) + "</script>"),
                page(
                        "wide state",
                        "<script type=application/json>[" + "{\"body\":\"x\"},".repeat(60_000) + "{}]</script>"),
                page("NUL", "<p>\0\0\0 a\0b" + PARAGRAPH.repeat(5)),
                page("nothing", ""),
                page("only a tag", "<"));
    }

    private static Arguments page(String name, String html) {
        return Arguments.of(name, html);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void isReadOnASmallStack(String name, String html) throws InterruptedException {
        Extract extract = onSmallStack(html);
        assertNotNull(extract, name);
        assertFalse(String.valueOf(extract.reason()).startsWith("the page could not be read"), extract.reason());
    }

    private Extract onSmallStack(String html) throws InterruptedException {
        AtomicReference<Extract> result = new AtomicReference<>();
        Thread thread = new Thread(null, () -> result.set(extractor.extract(URL, html)), "small", 512 * 1024);
        thread.start();
        thread.join();
        return result.get();
    }

    @Test
    void textBelowTheDepthLimitIsStillRead() throws InterruptedException {
        Extract extract = onSmallStack("<div>".repeat(200_000) + PARAGRAPH.repeat(3));
        assertTrue(extract.text().contains("old cannery"), extract.toString());
    }

    @Test
    void loneSurrogatesDoNotReachTheText() {
        Extract extract =
                extractor.extract(URL, "<title>a\uD800b</title>" + "<p>\uDC00 lone \uD83D.</p>" + PARAGRAPH.repeat(4));
        assertTrue(extract.text().codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), extract.text());
        assertTrue(StandardCharsets.UTF_8
                .newEncoder()
                .canEncode(extract.text() + extract.fields().title().value()));
    }

    @Test
    void controlCharactersDoNotReachTheText() {
        Extract extract = extractor.extract(URL, "<p>one\0two\u0008 three\u0085</p>" + PARAGRAPH.repeat(4));
        assertFalse(extract.text().chars().anyMatch(c -> (c < ' ' && c != '\n') || c == 0x85), extract.text());
    }

    @Test
    void onlyTheFirst20MegabytesAreRead() {
        byte[] body = new byte[Extractor.MAX_LENGTH + 1000];
        Arrays.fill(body, (byte) ' ');
        byte[] end = PARAGRAPH.repeat(3).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, body, body.length - end.length, end.length);
        assertEquals("", extractor.extract(URL, body, "text/html").text());
    }

    @Test
    void randomBytesAndRandomMarkupAreReadWithoutAnException() {
        Random random = new Random(20260601);
        String[] pieces = {
            "<div>",
            "</div>",
            "<p class=\"comment\">",
            "<a href='",
            "\"",
            ">",
            "By ",
            "2026-05-01",
            "<h1>",
            "<!--",
            "<script type=application/ld+json>{",
            "}",
            "</script>",
            "<time datetime=",
            "<table><tr><td>",
            "&#xD800;",
            "関連記事",
            "<svg>",
            "<template>",
            "\uD800",
            "<meta name=author content=",
            "word word word, word word word word word. "
        };
        for (int round = 0; round < 300; round++) {
            StringBuilder html = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                html.append(pieces[random.nextInt(pieces.length)]);
            }
            assertNotNull(extractor.extract(URL, html.toString()), html.toString());
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            assertNotNull(extractor.extract("not a url \uD800", bytes, "text/html; charset=x-none"));
        }
    }
}
