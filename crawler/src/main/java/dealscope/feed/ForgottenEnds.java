package dealscope.feed;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Puts back beside it what fell into a field whose end tag was forgotten: {@code <title>One<link>…</link>} is a title and a
 * link, not a title with a link in it.
 */
final class ForgottenEnds {
    private static final Set<String> LINES = Set.of(
            "title",
            "link",
            "guid",
            "id",
            "pubdate",
            "author",
            "published",
            "updated",
            "dc:creator",
            "dc:date",
            "category");
    private static final Set<String> TEXTS = Set.of("description", "content:encoded", "summary", "content");
    /** Fields that no text contains as its markup. */
    private static final Set<String> NO_MARKUP = Set.of(
            "description",
            "content:encoded",
            "pubdate",
            "guid",
            "published",
            "updated",
            "dc:creator",
            "dc:date",
            "comments",
            "enclosure",
            "item",
            "entry");

    private static final Set<String> MARKUP = Set.of("title", "link", "author", "category", "summary", "content", "id");

    /** Moving is dear where there are many: more than this no honest feed needs. */
    private static final int MOST_MOVES = 3_000;

    private int moves;

    private ForgottenEnds() {}

    static void mend(Element root) {
        ForgottenEnds ends = new ForgottenEnds();
        root.traverse((Node node, int depth) -> {
            if (node instanceof Element element && element != root && element.firstElementChild() != null) {
                String name = element.normalName();
                if (LINES.contains(name) || (TEXTS.contains(name) && holds(element, NO_MARKUP))) {
                    ends.empty(element);
                }
            }
        });
    }

    private static boolean holds(Element element, Set<String> names) {
        for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            if (names.contains(child.normalName())) {
                return true;
            }
        }
        return false;
    }

    /** Moves the first field in {@code element}, and all behind it, behind the element. */
    private void empty(Element element) {
        Element child = element.firstElementChild();
        while (child != null && !NO_MARKUP.contains(child.normalName()) && !MARKUP.contains(child.normalName())) {
            child = child.nextElementSibling();
        }
        Node behind = element;
        for (Node node = child; node != null && ++moves <= MOST_MOVES; ) {
            Node next = node.nextSibling();
            behind.after(node);
            behind = node;
            node = next;
        }
    }
}
