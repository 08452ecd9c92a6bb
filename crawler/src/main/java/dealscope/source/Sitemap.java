package dealscope.source;

import dealscope.feed.FeedDate;
import dealscope.feed.XmlText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * A sitemap (<a href="https://www.sitemaps.org/protocol.html">protocol</a>), an index of sitemaps, or one of news (Google's
 * extension), read whatever its namespaces and prefixes, packed or not, whole or cut: what is before the break counts.
 *
 * @param pages in the order of the file, at most {@value #MOST_PAGES}
 * @param children sitemaps that an index names
 * @param understood whether anything of a sitemap was found
 */
record Sitemap(List<Location> pages, List<Location> children, boolean understood) {
    static final int MOST_PAGES = 50_000;
    private static final int MOST_CHILDREN = 5_000;
    private static final int DEPTH = 64;
    private static final int LONGEST_TITLE = 1_000;

    /**
     * An address in a sitemap.
     *
     * @param title of the article, in sitemaps of news
     * @param published likewise
     * @param modified when the page changed last
     */
    record Location(
            String url,
            @Nullable String title,
            @Nullable Instant published,
            @Nullable Instant modified) {
        /** What tells best how old it is. */
        @Nullable
        Instant date() {
            return published != null ? published : modified;
        }
    }

    /** @param cap decoded size up to which a packed file is read */
    static Sitemap read(byte[] body, @Nullable String contentType, FeedDate dates, int cap) {
        String xml = XmlText.of(unpacked(body, cap), contentType);
        List<Location> pages = new ArrayList<>();
        List<Location> children = new ArrayList<>();
        boolean understood = false;
        try (StreamParser parser = new StreamParser(Parser.xmlParser().setMaxDepth(DEPTH)).parse(xml, "")) {
            Iterator<Element> elements = parser.iterator();
            while (pages.size() < MOST_PAGES && children.size() < MOST_CHILDREN && elements.hasNext()) {
                Element element = elements.next();
                String name = local(element);
                understood |= name.equals("urlset") || name.equals("sitemapindex");
                if (name.equals("url") || name.equals("sitemap")) {
                    Location location = location(element, dates);
                    if (location != null) {
                        understood = true;
                        (name.equals("url") ? pages : children).add(location);
                    }
                    element.remove();
                }
            }
        }
        return new Sitemap(pages, children, understood);
    }

    private static @Nullable Location location(Element element, FeedDate dates) {
        String url = null;
        String title = null;
        Instant published = null;
        Instant modified = null;
        for (Element part : element.getAllElements()) {
            switch (part.normalName()) {
                case "news:title", "n:title", "title" -> title = title == null ? text(part) : title;
                case "news:publication_date", "n:publication_date", "publication_date" ->
                    published = published == null ? dates.parse(part.text()) : published;
                default -> {
                    String name = local(part);
                    boolean other = isMedia(part) || isMedia(part.parent());
                    if (!other && name.equals("loc") && url == null) {
                        url = part.text().strip();
                    } else if (!other && name.equals("lastmod") && modified == null) {
                        modified = dates.parse(part.text());
                    } else if (!other && name.equals("publication_date") && published == null) {
                        published = dates.parse(part.text());
                    }
                }
            }
        }
        return url == null || Opml.trouble(url) != null ? null : new Location(url, title, published, modified);
    }

    /** Pictures and films of a page have addresses and titles of their own. */
    private static boolean isMedia(@Nullable Element element) {
        String name = element == null ? "" : element.normalName();
        return name.startsWith("image:") || name.startsWith("video:") || name.startsWith("xhtml:");
    }

    private static @Nullable String text(Element element) {
        String text = element.text().strip();
        return text.isEmpty() || text.length() > LONGEST_TITLE ? null : text;
    }

    private static String local(Element element) {
        String name = element.normalName();
        return name.substring(name.indexOf(':') + 1);
    }

    private static byte[] unpacked(byte[] body, int cap) {
        boolean packed = body.length > 2 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b;
        if (!packed) {
            return body;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[16_384];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            for (int read = in.read(chunk); read >= 0 && out.size() < cap; read = in.read(chunk)) {
                out.write(chunk, 0, Math.min(read, cap - out.size()));
            }
        } catch (IOException cut) {
            // What came before the break is read.
            return out.toByteArray();
        }
        return out.toByteArray();
    }
}
