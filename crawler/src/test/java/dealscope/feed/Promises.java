package dealscope.feed;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Entry;
import dealscope.article.Feed;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** What holds for every feed that was read, whatever its bytes were. */
final class Promises {
    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "form",
            "input",
            "button",
            "select",
            "textarea",
            "option",
            "link",
            "meta",
            "base",
            "svg",
            "math",
            "template",
            "noscript",
            "map",
            "area",
            "marquee",
            "isindex",
            "keygen",
            "portal",
            "dialog",
            "title",
            "xmp",
            "plaintext",
            "noembed",
            "slot",
            "param");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "cite", "poster", "longdesc");
    private static final Set<String> ATTRIBUTES_NEVER =
            Set.of("style", "srcdoc", "srcset", "id", "name", "class", "background", "formaction", "action", "usemap");

    private Promises() {}

    static void check(Feed feed) {
        for (Entry entry : feed.entries()) {
            assertFalse(entry.title().isBlank());
            assertTrue(entry.link() == null || entry.link().matches("(?is)https?://.+"), entry::link);
            checkDate(entry.published());
            checkDate(entry.updated());
            checkSafe(entry.summary());
            checkSafe(entry.content());
        }
    }

    private static void checkDate(Instant date) {
        assertTrue(date == null
                || (!date.isBefore(FeedDate.EARLIEST)
                        && !date.isAfter(FeedCases.CLOCK.instant().plus(FeedDate.AHEAD))));
    }

    /** Nothing active, neither as a browser reads it nor as it reads what it would write of it again. */
    static void checkSafe(String html) {
        if (html == null) {
            return;
        }
        Element once = Jsoup.parseBodyFragment(html).body();
        checkElements(once, html);
        checkElements(Jsoup.parseBodyFragment(once.html()).body(), html);
    }

    private static void checkElements(Element body, String html) {
        for (Element element : body.select("*")) {
            assertFalse(NEVER.contains(element.normalName()), html);
            for (Attribute attribute : element.attributes()) {
                String key = attribute.getKey().toLowerCase(Locale.ROOT);
                assertFalse(key.startsWith("on") || ATTRIBUTES_NEVER.contains(key) || key.contains(":"), html);
                if (ADDRESSES.contains(key)) {
                    assertTrue(attribute.getValue().matches("(?is)(?:https?|mailto):.*"), html);
                }
            }
        }
    }
}
