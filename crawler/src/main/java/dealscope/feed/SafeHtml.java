package dealscope.feed;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeFilter;

/**
 * HTML of strangers, made safe to show: known elements and attributes only, links absolute and of harmless schemes. What
 * runs, loads a frame, styles, names or asks for input goes; text inside of unknown elements stays.
 */
final class SafeHtml {
    private static final Set<String> WITH_THEIR_TEXT = Set.of(
            "script",
            "style",
            "iframe",
            "frameset",
            "noframes",
            "noembed",
            "template",
            "title",
            "xmp",
            "plaintext",
            "select");
    /** A parser takes quadratic time over a name without end. */
    private static final Pattern ENDLESS_NAME = Pattern.compile("<(/?+[A-Za-z][^\\s/>]{200})");

    private static final Safelist SAFE = safelist();
    private static final Safelist SAFE_WITHOUT_BASE = new Safelist(SAFE).preserveRelativeLinks(true);

    private SafeHtml() {}

    static String clean(String html, String base) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html.replace(">", "&gt;");
        }
        String quick = WellFormedHtml.clean(html, base);
        return quick != null ? quick : cleanTree(html, base);
    }

    /** The same by way of a tree: whatever state it is in. */
    static String cleanTree(String html, String base) {
        Document dirty = parse(html, base);
        Document clean = new Cleaner(base.isEmpty() ? SAFE_WITHOUT_BASE : SAFE).clean(dirty);
        clean.outputSettings().prettyPrint(false);
        return clean.body().html();
    }

    /** The text alone, scripts and styles left out, blanks as they are. */
    static String textOf(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        return parse(html, "").body().text();
    }

    private static Document parse(String html, String base) {
        if (html.indexOf('<') < 0) {
            return Jsoup.parseBodyFragment(html, base);
        }
        Document dirty = Jsoup.parseBodyFragment(ENDLESS_NAME.matcher(html).replaceAll("&lt;$1"), base);
        dirty.body()
                .filter((node, depth) -> WITH_THEIR_TEXT.contains(node.normalName())
                        ? NodeFilter.FilterResult.REMOVE
                        : NodeFilter.FilterResult.CONTINUE);
        return dirty;
    }

    private static Safelist safelist() {
        return new Safelist()
                .addTags("a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big")
                .addTags("blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del")
                .addTags("details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3")
                .addTags("h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "main", "mark", "ol", "p")
                .addTags("pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "source", "span", "strike")
                .addTags(
                        "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr")
                .addTags("tt", "u", "ul", "var", "video", "wbr")
                .addAttributes(":all", "title", "lang", "dir", "align")
                .addAttributes("a", "href", "hreflang")
                .addAttributes("abbr", "title")
                .addAttributes("audio", "src", "controls")
                .addAttributes("blockquote", "cite")
                .addAttributes("q", "cite")
                .addAttributes("del", "cite", "datetime")
                .addAttributes("ins", "cite", "datetime")
                .addAttributes("col", "span", "width")
                .addAttributes("colgroup", "span", "width")
                .addAttributes("img", "src", "alt", "width", "height", "longdesc")
                .addAttributes("ol", "start", "type", "reversed")
                .addAttributes("ul", "type")
                .addAttributes("li", "value")
                .addAttributes("source", "src", "type")
                .addAttributes("table", "summary")
                .addAttributes("td", "colspan", "rowspan", "headers")
                .addAttributes("th", "colspan", "rowspan", "headers", "scope", "abbr")
                .addAttributes("time", "datetime")
                .addAttributes("video", "src", "poster", "controls", "width", "height")
                .addProtocols("a", "href", "http", "https", "mailto")
                .addProtocols("audio", "src", "http", "https")
                .addProtocols("blockquote", "cite", "http", "https")
                .addProtocols("q", "cite", "http", "https")
                .addProtocols("del", "cite", "http", "https")
                .addProtocols("ins", "cite", "http", "https")
                .addProtocols("img", "src", "http", "https")
                .addProtocols("img", "longdesc", "http", "https")
                .addProtocols("source", "src", "http", "https")
                .addProtocols("video", "src", "http", "https")
                .addProtocols("video", "poster", "http", "https");
    }
}
