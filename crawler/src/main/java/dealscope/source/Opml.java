package dealscope.source;

import dealscope.crawler.FeedOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Feed lists as other readers write and read them (<a href="http://opml.org/spec2.opml">OPML 2.0</a>), read leniently:
 * nested folders become the category of the feeds in them, broken XML gives the feeds before the break, a document type
 * is ignored. Attributes of our own ({@code dealscope:enabled}, {@code note}, {@code every}, {@code cron}, {@code keep},
 * {@code drop}) carry what the user has set for a feed.
 */
public final class Opml {
    static final String ENABLED = "dealscope:enabled";
    static final String NOTE = "dealscope:note";
    static final String EVERY = "dealscope:every";
    static final String CRON = "dealscope:cron";
    static final String KEEP = "dealscope:keep";
    static final String DROP = "dealscope:drop";

    private Opml() {}

    /**
     * A feed of a list.
     *
     * @param category names of the folders around it, joined by " / ", or null
     * @param options what the list says in attributes of our own; those of other programs' lists are the default
     */
    public record Outline(
            String title, String url, @Nullable String category, FeedOptions options) {}

    /**
     * A list as read.
     *
     * @param feeds each address once, by {@link dealscope.article.UrlKey}; the first one counts
     * @param repeated outlines left out because their address was there already
     * @param refused outlines that name no usable address, the first thousand
     * @param cut whether the list is longer than what is read of it
     */
    public record Listing(List<Outline> feeds, int repeated, List<Refusal> refused, boolean cut) {
        public Listing {
            feeds = List.copyOf(feeds);
            refused = List.copyOf(refused);
        }
    }

    /**
     * An outline that is no feed we can follow.
     *
     * @param name as the list calls it
     * @param reason in words
     */
    public record Refusal(String name, String reason) {}

    /**
     * Reads at most 100,000 feeds from bytes in any encoding and state; anything that is no OPML gives an empty list. The
     * caller caps the size; memory is some times the size of the body, time linear. Never throws.
     */
    public static Listing read(byte[] opml) {
        return new OpmlReader().read(opml);
    }

    /** What is wrong with the address of a feed, or null. */
    static @Nullable String trouble(String url) {
        if (OpmlReader.isTooLong(url)) {
            return "the address is too long";
        }
        boolean web = url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8);
        if (!web || url.length() <= url.indexOf("//") + 2) {
            return "not a web address";
        }
        boolean odd = url.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == '\\' || c == '<' || c == '>' || c == '"');
        return odd ? "the address contains characters that do not belong in an address" : null;
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
        FeedOptions options = feed.options();
        return "<outline type=\"rss\"" + attribute("text", feed.title()) + attribute("xmlUrl", feed.url())
                + attribute(ENABLED, options.enabled() ? null : "false")
                + attribute(NOTE, options.note())
                + attribute(
                        EVERY, options.every() == null ? null : options.every().toString())
                + attribute(CRON, options.cron())
                + attribute(KEEP, options.keep())
                + attribute(DROP, options.drop())
                + "/>\n";
    }

    private static String attribute(String name, @Nullable String value) {
        return value == null ? "" : " " + name + "=\"" + escaped(value) + '"';
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
                default -> out.append(c < ' ' ? ' ' : c >= 0xfffe ? '\ufffd' : c);
            }
        }
        return out.toString();
    }
}
