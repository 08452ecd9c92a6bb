package dealscope.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Writes what is inside an XML element as HTML source: prefixes off, links of an inner {@code xml:base} made absolute. A
 * further item inside, the sign of a forgotten end tag, is left out; so is what goes beyond {@value #LONGEST} characters.
 */
final class Markup implements NodeFilter {
    static final int LONGEST = 1_000_000;
    private static final int MOST_BASES = 500;
    private static final Set<String> ENTRIES = Set.of("item", "entry");
    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "source", "track", "wbr", "col", "area");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "cite", "poster", "longdesc");
    private final Element container;
    private final boolean escape;
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> bases = new ArrayDeque<>();
    private int basesSeen;

    private Markup(Element container, String base, boolean escape) {
        this.container = container;
        this.escape = escape;
        bases.push(base);
    }

    static String inside(Element container, String base, boolean escape) {
        Markup markup = new Markup(container, base, escape);
        container.filter(markup);
        return markup.out.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (depth > 0 && ENTRIES.contains(node.normalName())) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (node instanceof TextNode text) {
            out.append(escape ? Entities.escape(text.getWholeText()) : text.getWholeText());
        } else if (node instanceof Element element && element != container) {
            if (element.hasAttr("xml:base")) {
                boolean one = ++basesSeen <= MOST_BASES;
                bases.push(one ? Links.base(element.attr("xml:base"), bases.element()) : bases.element());
            }
            open(element);
        }
        return out.length() > LONGEST ? FilterResult.STOP : FilterResult.CONTINUE;
    }

    private void open(Element element) {
        out.append('<').append(local(element.normalName()));
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            if (key.indexOf(':') < 0) {
                String value = attribute.getValue();
                if (bases.size() > 1 && ADDRESSES.contains(key)) {
                    String absolute = Links.resolve(value, bases.element());
                    value = absolute == null ? value : absolute;
                }
                out.append(' ').append(key).append("=\"").append(quoted(value)).append('"');
            }
        }
        out.append('>');
    }

    private static String quoted(String value) {
        return value.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element != container) {
            String name = local(element.normalName());
            if (!VOID.contains(name)) {
                out.append("</").append(name).append('>');
            }
            if (element.hasAttr("xml:base")) {
                bases.pop();
            }
        }
        return FilterResult.CONTINUE;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
