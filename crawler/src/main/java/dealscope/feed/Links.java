package dealscope.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;
import org.jspecify.annotations.Nullable;

/** Addresses as feeds write them, made absolute. Only {@code http} and {@code https} count as links. */
final class Links {
    private static final int LONGEST = 4_000;
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*+:");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\uFEFF\\u200B-\\u200F\\u2028\\u2029]++");

    private Links() {}

    /**
     * The address {@code link} relative to {@code base}, or null when it is blank, too long or of another scheme. Where
     * there is no base a relative address stays as it is.
     */
    static @Nullable String resolve(@Nullable String link, String base) {
        String clean = clean(link);
        if (clean == null) {
            return null;
        }
        if (!SCHEME.matcher(clean).lookingAt()) {
            return base.isEmpty() ? clean : web(join(base, clean));
        }
        return web(clean);
    }

    /** Like {@link #resolve}, but only what is absolute by itself. */
    static @Nullable String absolute(@Nullable String link) {
        String clean = clean(link);
        return clean == null ? null : web(clean);
    }

    /** The base that {@code declared} makes below {@code outer}; a base that is no address changes nothing. */
    static String base(@Nullable String declared, String outer) {
        String clean = clean(declared);
        if (clean == null) {
            return outer;
        }
        String resolved = SCHEME.matcher(clean).lookingAt() || outer.isEmpty() ? clean : join(outer, clean);
        return web(resolved) == null ? outer : resolved;
    }

    private static @Nullable String clean(@Nullable String link) {
        if (link == null || link.length() > LONGEST) {
            return null;
        }
        String clean = BREAKS.matcher(link).replaceAll("").strip();
        return clean.isEmpty() ? null : clean.replace(" ", "%20");
    }

    private static @Nullable String web(String address) {
        String start = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
        boolean web = start.startsWith("https://") || start.startsWith("http://");
        return web && address.length() > address.indexOf("//") + 2 ? address : null;
    }

    private static String join(String base, String relative) {
        try {
            return new URI(base).resolve(new URI(relative)).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return StringUtil.resolve(base, relative);
        }
    }
}
