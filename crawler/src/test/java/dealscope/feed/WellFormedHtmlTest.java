package dealscope.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pass without a tree gives what the tree gives, or leaves it to the tree. A failure prints the seed. */
class WellFormedHtmlTest {
    private static final int ROUNDS = Integer.getInteger("html.rounds", 60_000);
    private static final String[] PIECES = {
        "<p>",
        "</p>",
        "<p class=\"lead\" align=\"left\">",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<em>",
        "</em>",
        "<a href=\"https://e.example/a?b=1&amp;c=2\" onclick=\"x()\">",
        "<a href='../up'>",
        "<a href=\"#top\" title=\"a &amp; &quot;b&quot;\">",
        "<a href=\"javascript:alert(1)\">",
        "<a href=\"HTTP://e.example\" rel=\"nofollow\">",
        "<a href=\"https://e.example/x/../y\">",
        "</a>",
        "<ul>",
        "</ul>",
        "<ol start=\"3\" type=\"a\">",
        "</ol>",
        "<li>",
        "<li value=\"2\">",
        "</li>",
        "<br>",
        "<br />",
        "<img src=\"/i.png\" alt=\"\" width=\"5\"/>",
        "<img src=\"data:image/png;base64,AA\">",
        "<img alt=\"x\" alt=\"y\" src=\"https://e.example/i.png\">",
        "<h2>",
        "</h2>",
        "<blockquote cite=\"/c\">",
        "<blockquote>",
        "</blockquote>",
        "<span style=\"color:red\">",
        "</span>",
        "<time datetime=\"2026-03-09\">",
        "</time>",
        "<script>",
        "</script>",
        "<table><tr><td>",
        "&nbsp;",
        "&amp;",
        "&lt;b&gt;",
        "&quot;",
        "&#8217;",
        "&copy;",
        "&",
        " & ",
        ">",
        "<",
        " ",
        "\n",
        "\t",
        "\r",
        "\u00A0",
        "é",
        "\uD83D\uDE00",
        "\uD83D",
        "\u0001",
        "words ",
        "'",
        "\"",
        "=",
        "/",
        "<!-- c -->"
    };

    @Test
    void bothWaysGiveTheSame() {
        int quick = 0;
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            StringBuilder html = new StringBuilder();
            for (int n = 1 + random.nextInt(7); n > 0; n--) {
                html.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String base = random.nextBoolean() ? "https://news.example/a/b" : "";
            String ours = WellFormedHtml.clean(html.toString(), base);
            if (ours != null) {
                quick++;
                String shown = html + " (seed " + seed + ")";
                assertEquals(SafeHtml.cleanTree(html.toString(), base), ours, shown);
            }
        }
        assertTrue(quick > ROUNDS / 100, "nothing went the quick way: " + quick);
    }

    @Test
    void properlyNestedTextGoesTheQuickWay() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder html = new StringBuilder();
            nested(html, random, 0);
            String quick = WellFormedHtml.clean(html.toString(), "https://news.example/a/b");
            assertNotNull(quick, html::toString);
            assertEquals(SafeHtml.cleanTree(html.toString(), "https://news.example/a/b"), quick, html::toString);
        }
    }

    private static void nested(StringBuilder html, Random random, int depth) {
        for (int n = random.nextInt(4); n >= 0; n--) {
            switch (random.nextInt(depth < 3 ? 6 : 2)) {
                case 0 ->
                    html.append("<p class=\"a\">Words &amp; <em>more</em> <a href=\"/x?y=1&amp;z\">here</a>é</p>\n");
                case 1 -> html.append("<p><img src=\"i/").append(n).append(".jpg\" alt=\"a\"/><br/>text</p>");
                case 2 -> around(html, random, depth, "<div id=\"x\">", "</div>");
                case 3 -> around(html, random, depth, "<blockquote>", "</blockquote>");
                case 4 -> around(html, random, depth, "<ul>\n<li>one</li><li>", "</li>\n</ul>");
                default -> html.append("<h3>Head</h3>");
            }
        }
    }

    private static void around(StringBuilder html, Random random, int depth, String start, String end) {
        html.append(start);
        nested(html, random, depth + 1);
        html.append(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a",
                "a</p>",
                "<p><div>a</div></p>",
                "<b><i>a</b></i>",
                "<a href=\"/x\"><a href=\"/y\">a</a></a>",
                "<script>a</script>",
                "<a href=\"javascript:a\">a</a>",
                "<P>a</P>",
                "<p style=a>a</p>",
                "&#106;",
                "a\u0000"
            })
    void anythingElseIsLeftToTheTree(String html) {
        assertNull(WellFormedHtml.clean(html, "https://news.example/"));
    }
}
