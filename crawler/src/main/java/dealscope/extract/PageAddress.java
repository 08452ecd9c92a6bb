package dealscope.extract;

import java.net.URI;
import java.net.URISyntaxException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The address of a page, and what its relative references mean (HTML, "document base URL").
 *
 * @param url the address that answered, null when it is none of http or https
 * @param base where relative references start: {@code url}, unless a base element says otherwise
 */
record PageAddress(@Nullable URI url, @Nullable URI base) {
    private static final int MAX_LENGTH = 2000;

    static PageAddress of(String url, Document document) {
        URI page = web(parse(url));
        URI base = null;
        for (Element element : document.head().children()) {
            if (page != null && base == null && element.normalName().equals("base")) {
                base = web(resolve(page, element.attr("href")));
            }
        }
        return new PageAddress(page, base == null ? page : base);
    }

    /** The http or https address that {@code href} leads to; null when it is no such address. */
    @Nullable
    URI resolve(String href) {
        URI start = base;
        return start == null ? web(parse(href)) : web(resolve(start, href));
    }

    private static @Nullable URI resolve(URI start, String href) {
        URI relative = parse(href);
        return relative == null || href.isBlank() ? null : withoutClimbing(start.resolve(relative));
    }

    /** Java leaves steps above the root as they are; browsers end at the root (WHATWG URL, "shorten a path"). */
    private static @Nullable URI withoutClimbing(URI address) {
        String path = address.getRawPath();
        if (path == null || !path.startsWith("/../")) {
            return address;
        }
        String rest = path.replaceFirst("^(?:/\\.\\.)++", "");
        return parse(address.toString().replace(path, rest));
    }

    private static @Nullable URI web(@Nullable URI address) {
        if (address == null || address.getHost() == null || address.getUserInfo() != null) {
            return null;
        }
        String scheme = address.getScheme();
        boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        return web ? address : null;
    }

    private static @Nullable URI parse(String href) {
        if (href.length() > MAX_LENGTH) {
            return null;
        }
        try {
            return new URI(href.strip().replace(" ", "%20").replace("|", "%7C"));
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
