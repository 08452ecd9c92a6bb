package dealscope.extract;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the address that the page calls its own. It counts only as http or https on the same registrable domain. */
final class CanonicalFinder {
    private static final int MAX_LENGTH = 2000;

    private CanonicalFinder() {}

    static @Nullable String find(String url, Document document, MetaTags meta) {
        URI base = parse(url);
        if (base == null || base.getHost() == null) {
            return null;
        }
        for (Element link : document.select("link[rel~=(?i)^canonical$]")) {
            String canonical = accept(base, link.attr("href"));
            if (canonical != null) {
                return canonical;
            }
        }
        String og = meta.first("og:url");
        return og == null ? null : accept(base, og);
    }

    private static @Nullable String accept(URI base, String href) {
        URI relative = parse(href.strip());
        if (relative == null || href.isBlank()) {
            return null;
        }
        URI found = base.resolve(relative);
        String scheme = found.getScheme();
        if (found.getHost() == null || scheme == null || found.getUserInfo() != null) {
            return null;
        }
        boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
        return web && sameSite(base.getHost(), found.getHost()) ? found.toString() : null;
    }

    private static boolean sameSite(String a, String b) {
        if (a.equalsIgnoreCase(b)) {
            return true;
        }
        String domain = EffectiveTldFinder.getAssignedDomain(a.toLowerCase(Locale.ROOT), true, false);
        return domain != null
                && domain.equals(EffectiveTldFinder.getAssignedDomain(b.toLowerCase(Locale.ROOT), true, false));
    }

    private static @Nullable URI parse(String url) {
        if (url.length() > MAX_LENGTH) {
            return null;
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
