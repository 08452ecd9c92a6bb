package dealscope.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Feed lists as other readers write and read them (<a href="http://opml.org/spec2.opml">OPML 2.0</a>), read leniently:
 * nested folders become the category of the feeds in them, broken XML gives the feeds before the break, a document type
 * is ignored. Two attributes of our own, {@code dealscope:enabled} and {@code dealscope:note}, keep a feed that is
 * switched off and why.
 */
public final class Opml {
    private static final int MOST_FEEDS = 100_000;
    private static final int LONGEST_ADDRESS = 4_000;

    private Opml() {}

    /**
     * A feed of a list.
     *
     * @param category names of the folders around it, joined by " / ", or null
     * @param enabled false when the list says that it is switched off
     * @param note why it is switched off, or terms to know
     */
    public record Outline(
            String title,
            String url,
            @Nullable String category,
            boolean enabled,
            @Nullable String note) {}

    /** Reads a list; each address once, the first one counts. Anything that is no OPML gives an empty list. */
    public static List<Outline> read(String xml) {
        Map<String, Outline> outlines = new LinkedHashMap<>();
        Deque<Element> open = new ArrayDeque<>(
                Jsoup.parse(xml, "", Parser.xmlParser().setMaxDepth(512)).children());
        while (!open.isEmpty() && outlines.size() < MOST_FEEDS) {
            Element element = open.pop();
            String url = attribute(element, "xmlUrl").strip();
            if (element.normalName().equals("outline") && isWebAddress(url)) {
                outlines.putIfAbsent(url, outline(element, url));
            }
            List<Element> children = element.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
        return List.copyOf(outlines.values());
    }

    private static Outline outline(Element element, String url) {
        String title = firstOf(attribute(element, "text"), attribute(element, "title"), url);
        String note = attribute(element, "dealscope:note");
        return new Outline(
                title,
                url,
                folders(element),
                !"false".equalsIgnoreCase(attribute(element, "dealscope:enabled")),
                note.isBlank() ? null : note);
    }

    private static @Nullable String folders(Element element) {
        List<String> names = new ArrayList<>();
        for (Element parent = element.parent(); parent != null; parent = parent.parent()) {
            String name = firstOf(attribute(parent, "text"), attribute(parent, "title"), "");
            if (parent.normalName().equals("outline") && !name.isEmpty()) {
                names.add(0, name);
            }
        }
        return names.isEmpty() ? null : String.join(" / ", names);
    }

    /** Attribute names are case-insensitive here: lists in the wild write {@code xmlurl} too. */
    private static String attribute(Element element, String name) {
        return element.attributes().getIgnoreCase(name);
    }

    private static String firstOf(String... texts) {
        for (String text : texts) {
            if (!text.isBlank()) {
                return text.strip();
            }
        }
        return "";
    }

    private static boolean isWebAddress(String url) {
        return url.length() <= LONGEST_ADDRESS && url.regionMatches(true, 0, "http", 0, 4) && url.contains("://");
    }

    /** Writes a list that {@link #read} gives back as it was, with one folder for each category. */
    public static byte[] write(String title, List<Outline> outlines) {
        Map<String, List<Outline>> folders = new LinkedHashMap<>();
        for (Outline outline : outlines) {
            String folder = outline.category() == null ? "" : outline.category();
            folders.computeIfAbsent(folder, name -> new ArrayList<>()).add(outline);
        }
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<opml version=\"2.0\" xmlns:dealscope=\"https://dealscope.example/opml\">\n  <head><title>"
                + escaped(title) + "</title></head>\n  <body>\n");
        folders.forEach((folder, feeds) -> {
            String indent = folder.isEmpty() ? "    " : "      ";
            if (!folder.isEmpty()) {
                xml.append("    <outline text=\"").append(escaped(folder)).append("\">\n");
            }
            feeds.forEach(feed -> xml.append(indent).append(line(feed)));
            if (!folder.isEmpty()) {
                xml.append("    </outline>\n");
            }
        });
        return xml.append("  </body>\n</opml>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Outline feed) {
        String line =
                "<outline type=\"rss\" text=\"" + escaped(feed.title()) + "\" xmlUrl=\"" + escaped(feed.url()) + '"';
        if (!feed.enabled()) {
            line += " dealscope:enabled=\"false\"";
        }
        if (feed.note() != null) {
            line += " dealscope:note=\"" + escaped(feed.note()) + '"';
        }
        return line + "/>\n";
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c < ' ' ? ' ' : c);
            }
        }
        return out.toString();
    }
}
