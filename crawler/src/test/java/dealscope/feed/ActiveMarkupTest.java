package dealscope.feed;

import java.util.Random;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.Test;

/**
 * Markup that would do something, put together by chance thousands of times and written in every way that feeds know: none
 * of it is left in what was read. A failure prints the seed; repeat it with {@code -Dfeed.seed=…}.
 */
class ActiveMarkupTest {
    private static final int ROUNDS = Integer.getInteger("feed.rounds", 4_000);
    private static final long SEED = Long.getLong("feed.seed", 20_261_120L);
    private static final String[] PIECES = {
        "<script>x()</script>",
        "<scr<script>ipt>",
        "</script>",
        "<SCRIPT SRC=//e.example/x.js>",
        "<img src=x onerror=x()>",
        "<img/src/onerror=x()>",
        "<img src=`x` onerror=x()>",
        "<a href=\"javascript:x()\">",
        "<a href=\"jav&#x09;ascript:x()\">",
        "<a href=' \u0001javascript:x()'>",
        "<a href=data:text/html,x>",
        "<a href=\"vbscript:x\" onclick=\"x()\">",
        "</a>",
        "<svg onload=x()>",
        "<svg><a xlink:href=\"javascript:x()\">",
        "<svg><style><!--</style>",
        "</svg>",
        "<math><mtext><mglyph><style>",
        "</math>",
        "<style>@import 'x'</style>",
        "<style>",
        "<div style=\"width:expression(x())\">",
        "<p style='background:url(javascript:x())' id=a name=b>",
        "<iframe srcdoc=\"&lt;script>x()&lt;/script>\">",
        "<iframe src=javascript:x()></iframe>",
        "<object data=x><embed src=x>",
        "<base href=\"javascript:/\">",
        "<meta http-equiv=refresh content=\"0;url=javascript:x()\">",
        "<link rel=stylesheet href=x>",
        "<form action=javascript:x()><input onfocus=x() autofocus>",
        "<button formaction=javascript:x()>",
        "<select><option>",
        "<textarea>",
        "</textarea>",
        "<title>",
        "</title>",
        "<noscript><p title=\"</noscript><img src=x onerror=x()>\">",
        "<template><script>x()</script></template>",
        "<video poster=javascript:x()><source onerror=x()>",
        "<details open ontoggle=x()>",
        "<table background=javascript:x()><td>",
        "<marquee onstart=x()>",
        "<xmp>",
        "</xmp>",
        "<plaintext>",
        "<!--",
        "--!>",
        "-->",
        "<![CDATA[",
        "<?php ?>",
        "<p title=\"",
        "\">",
        "'>",
        "&lt;script&gt;x()&lt;/script&gt;",
        "&#60;img src=x onerror=x()&#62;",
        "\u0000",
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        " words "
    };
    private final FeedReader reader = new FeedReader(FeedCases.CLOCK);

    @Test
    void nothingActiveIsLeft() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            StringBuilder html = new StringBuilder();
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                html.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String url = random.nextBoolean() ? "https://wire.example/f" : "";
            byte[] feed = feed(html.toString(), random.nextInt(5)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            try {
                Promises.check(reader.read(feed, "application/xml", url, null));
            } catch (AssertionError e) {
                throw new AssertionError("-Dfeed.seed=" + (SEED + round) + " of " + html, e);
            }
        }
    }

    private static String feed(String html, int way) {
        String escaped = Entities.escape(html);
        return switch (way) {
            case 0 -> rss("<description>" + escaped + "</description>");
            case 1 -> rss("<description>" + html + "</description>");
            case 2 -> rss("<content:encoded><![CDATA[" + html + "]]></content:encoded>");
            case 3 -> atom("<content type=\"html\">" + escaped + "</content><summary>" + escaped + "</summary>");
            default ->
                atom("<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">" + html
                        + "</div></content>");
        };
    }

    private static String rss(String fields) {
        return "<rss><channel><item><title>One</title>" + fields + "</item></channel></rss>";
    }

    private static String atom(String fields) {
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>One</title>" + fields + "</entry></feed>";
    }
}
