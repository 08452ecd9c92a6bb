package dealscope.crawler;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who stands behind an address. */
public final class Hosts {
    private Hosts() {}

    /** Host name, lower-case, without {@code www.}; empty when there is none. */
    static String name(@Nullable String url) {
        if (url == null) {
            return "";
        }
        try {
            String host = new URI(url.strip().replace(" ", "%20")).getHost();
            String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
            return lower.startsWith("www.") ? lower.substring(4) : lower;
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** Whether both belong to one registrable domain ({@code feeds.example.co.uk} and {@code www.example.co.uk}). */
    public static boolean sameDomain(@Nullable String urlA, @Nullable String urlB) {
        String a = name(urlA);
        String b = name(urlB);
        return !a.isEmpty() && !b.isEmpty() && (a.equals(b) || domain(a).equals(domain(b)));
    }

    private static String domain(String host) {
        String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
        return domain == null ? host : domain;
    }
}
