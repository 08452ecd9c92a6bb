package dealscope.feed;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * An element of a feed with the address that its links are relative to (https://www.w3.org/TR/xmlbase/). What is asked for
 * by name are direct children, so that an item's title is never that of its image or source.
 */
final class FeedElement {
    private final Element element;
    private final String base;

    private FeedElement(Element element, String base) {
        this.element = element;
        this.base = base;
    }

    /** The element with the base that its ancestors and itself declare, {@code address} being that of the document. */
    static FeedElement of(Element element, String address) {
        return new FeedElement(element, baseOf(element, null, address));
    }

    private static String baseOf(Element element, @Nullable Element below, String outermost) {
        List<String> declared = new ArrayList<>();
        for (Element at = element; at != null && at != below; at = at.parent()) {
            if (at.hasAttr("xml:base")) {
                declared.add(at.attr("xml:base"));
            }
        }
        String base = outermost;
        for (String next : declared.reversed()) {
            base = Links.base(next, base);
        }
        return base;
    }

    private FeedElement child(Element child) {
        String own = child.hasAttr("xml:base") ? Links.base(child.attr("xml:base"), base) : base;
        return new FeedElement(child, own);
    }

    String name() {
        return element.normalName();
    }

    String base() {
        return base;
    }

    /** The first child with one of these names; earlier names win over earlier children. */
    @Nullable
    FeedElement first(String... names) {
        for (String name : names) {
            for (Node node : element.childNodes()) {
                if (node instanceof Element child && child.normalName().equals(name)) {
                    return child(child);
                }
            }
        }
        return null;
    }

    /** All children with one of these names, the first name's first. */
    List<FeedElement> all(String... names) {
        List<FeedElement> found = new ArrayList<>();
        for (String name : names) {
            for (Node node : element.childNodes()) {
                if (node instanceof Element child && child.normalName().equals(name)) {
                    found.add(child(child));
                }
            }
        }
        return found;
    }

    /** All children with one of these names, as they stand in the document. */
    List<FeedElement> inOrder(String... names) {
        List<String> wanted = List.of(names);
        List<FeedElement> found = new ArrayList<>();
        for (Node node : element.childNodes()) {
            if (node instanceof Element child && wanted.contains(child.normalName())) {
                found.add(child(child));
            }
        }
        return found;
    }

    /** The first {@code limit} elements with this name below this one, however deep, in the order of the document. */
    List<FeedElement> below(String name, int limit) {
        List<Element> found = new ArrayList<>();
        element.filter((node, depth) -> {
            if (depth > 0 && node instanceof Element child && child.normalName().equals(name)) {
                found.add(child);
            }
            return found.size() < limit ? NodeFilter.FilterResult.CONTINUE : NodeFilter.FilterResult.STOP;
        });
        return found.stream()
                .map(child -> new FeedElement(child, baseOf(child, element, base)))
                .toList();
    }

    /** The attribute without surrounding blanks, or null when it is absent or blank. */
    @Nullable
    String attribute(String name) {
        String value = element.attr(name).strip();
        return value.isEmpty() ? null : value;
    }

    /** What {@code rdf:about} says, whatever its prefix. */
    @Nullable
    String about() {
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            if (key.equals("about") || key.endsWith(":about")) {
                return attribute(key);
            }
        }
        return null;
    }

    /** Whether it says nothing at all: no elements, no text, no attributes. */
    boolean isEmpty() {
        return !hasElements() && element.attributesSize() == 0 && !element.hasText();
    }

    boolean hasElements() {
        return element.firstElementChild() != null;
    }

    /** The element's own text, not that of its children; CDATA counts as text. */
    String ownText() {
        Node only = element.childNodeSize() == 1 ? element.childNode(0) : null;
        if (only instanceof TextNode text) {
            return text.getWholeText();
        }
        StringBuilder text = new StringBuilder();
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode part) {
                text.append(part.getWholeText());
            }
        }
        return text.toString();
    }

    /** All text below, without blanks around; null when there is none. */
    @Nullable
    String text() {
        String text =
                hasElements() ? SafeHtml.textOf(markup()).strip() : ownText().strip();
        return text.isEmpty() ? null : text;
    }

    /** What is inside as HTML source, text escaped, without the {@code div} that {@code type="xhtml"} demands around it. */
    String markup() {
        Element only = element.firstElementChild();
        if (only == null || !isWrapper(only)) {
            return Markup.inside(element, base, true);
        }
        return Markup.inside(only, base, true);
    }

    private boolean isWrapper(Element only) {
        return only.normalName().endsWith("div")
                && only.nextElementSibling() == null
                && !only.hasAttr("xml:base")
                && ownText().isBlank();
    }

    /** The children as HTML source where text is HTML already, as in an RSS description. */
    String source() {
        return hasElements() ? Markup.inside(element, base, false) : ownText();
    }
}
