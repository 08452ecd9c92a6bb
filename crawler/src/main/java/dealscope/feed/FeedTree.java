package dealscope.feed;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Mended text as a tree. Tags match without regard to case, missing end tags are taken as read, and elements nested more
 * than {@value #DEPTH} deep become siblings, so no walk over the tree can run out of stack.
 */
final class FeedTree {
    static final int DEPTH = 256;
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "entry", "item");
    private static final Pattern ROOT_TAG = Pattern.compile("(?i)<(?:[\\w.-]{1,40}+:)?+(?:rss|rdf|feed|channel)[\\s>]");

    private FeedTree() {}

    /** Whether a feed's outermost tag is in {@code text}. */
    static boolean hasRoot(String text) {
        return ROOT_TAG.matcher(text).find();
    }

    /** The outermost element of the feed, its whole tree under customary names. */
    static FeedElement root(String mended, String address) throws NotAFeed {
        Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault).setMaxDepth(DEPTH);
        Document document = parser.parseInput(mended, "");
        Element root = findRoot(document);
        if (root == null) {
            throw new NotAFeed(whatElse(document));
        }
        rename(root, new Namespaces(root));
        ForgottenEnds.mend(root);
        return FeedElement.of(root, address.isEmpty() ? ownAddress(root) : address);
    }

    private static @Nullable Element findRoot(Document document) {
        Element[] found = new Element[1];
        document.filter((node, depth) -> {
            if (node instanceof Element element && isRoot(element)) {
                found[0] = element;
                return NodeFilter.FilterResult.STOP;
            }
            boolean page =
                    node instanceof Element element && element.normalName().equals("html");
            return page ? NodeFilter.FilterResult.SKIP_ENTIRELY : NodeFilter.FilterResult.CONTINUE;
        });
        return found[0] == null ? null : container(found[0]);
    }

    /** An item in elements that nobody knows speaks for what is around it. */
    private static Element container(Element found) {
        boolean single = local(found).equals("item") || local(found).equals("entry");
        return single && found.parent() != null && !(found.parent() instanceof Document) ? found.parent() : found;
    }

    /** Where the feed says that it lies, else where its site is: base of its links when nobody told us the address. */
    private static String ownAddress(Element root) {
        String site = "";
        for (Element holder : List.of(root, channel(root))) {
            for (Element link : holder.children()) {
                String name = link.normalName();
                if (!name.equals("link") && !name.equals("atom:link")) {
                    continue;
                }
                String address = Links.base(link.hasAttr("href") ? link.attr("href") : link.wholeText(), "");
                if (link.attr("rel").equalsIgnoreCase("self") && !address.isEmpty()) {
                    return address;
                }
                site = site.isEmpty() ? address : site;
            }
        }
        return site;
    }

    private static Element channel(Element root) {
        for (Element child : root.children()) {
            if (child.normalName().equals("channel")) {
                return child;
            }
        }
        return root;
    }

    private static boolean isRoot(Element element) {
        return ROOTS.contains(local(element));
    }

    private static String whatElse(Document document) {
        Element top = document.firstElementChild();
        if (top == null) {
            return "text without any markup, not a feed";
        }
        return switch (local(top)) {
            case "html", "head", "body", "div", "p", "br", "script" -> "an HTML page, not a feed";
            case "opml" -> "an OPML list of feeds, not a feed";
            case "urlset", "sitemapindex" -> "a sitemap, not a feed";
            case "svg" -> "an image, not a feed";
            case "error" -> "an error message in XML, not a feed";
            default -> "XML, but not a feed: its outermost element is <" + shortened(top.normalName()) + ">";
        };
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    private static String local(Element element) {
        String name = element.normalName();
        return name.substring(name.indexOf(':') + 1);
    }

    private static void rename(Element root, Namespaces namespaces) {
        root.traverse((Node node, int depth) -> {
            if (node instanceof Element element) {
                String name = namespaces.nameOf(element);
                if (!name.equals(element.normalName()) && !name.isEmpty()) {
                    element.tagName(name, Parser.NamespaceXml);
                }
            }
        });
    }
}
