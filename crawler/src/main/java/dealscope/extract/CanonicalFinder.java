package dealscope.extract;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address that the page calls its own: link element, og:url, JSON-LD. It counts only as http or https on the same
 * registrable domain; and a page deeper in a site that calls the site's front its own is mistaken.
 */
final class CanonicalFinder {
    private static final int MOST = 4;

    private CanonicalFinder() {}

    static Field<String> find(PageAddress address, Document document, MetaTags meta, JsonLd jsonLd) {
        List<Field<String>> told = new ArrayList<>();
        for (Element link : document.getElementsByTag("link")) {
            if (told.size() < MOST && link.attr("rel").strip().equalsIgnoreCase("canonical")) {
                add(told, Source.META, address, link.attr("href"));
            }
        }
        add(told, Source.OPENGRAPH, address, meta.first("og:url"));
        add(told, Source.JSON_LD, address, jsonLd.address());
        return told.isEmpty() ? Field.none() : told.getFirst().among(told, String::equals);
    }

    private static void add(List<Field<String>> told, Source source, PageAddress address, @Nullable String href) {
        URI found = href == null ? null : address.resolve(href);
        URI page = address.url();
        if (found == null || page == null || !sameSite(page.getHost(), found.getHost())) {
            return;
        }
        if (isFront(found) && !isFront(page)) {
            return;
        }
        String whole = found.toString();
        int fragment = whole.indexOf('#');
        told.add(Field.of(fragment < 0 ? whole : whole.substring(0, fragment), source));
    }

    private static boolean isFront(URI address) {
        String path = address.getRawPath();
        return (path == null || path.isEmpty() || path.equals("/")) && address.getRawQuery() == null;
    }

    static boolean sameSite(String a, String b) {
        if (a.equalsIgnoreCase(b)) {
            return true;
        }
        String domain = EffectiveTldFinder.getAssignedDomain(a.toLowerCase(Locale.ROOT), true, false);
        return domain != null
                && domain.equals(EffectiveTldFinder.getAssignedDomain(b.toLowerCase(Locale.ROOT), true, false));
    }
}
