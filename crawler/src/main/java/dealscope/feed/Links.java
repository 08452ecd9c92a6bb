package dealscope.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as feeds write them, made absolute. Only {@code http} and {@code https} count as links. */
final class Links {
    private static final int LONGEST = 4_000;
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*+:");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\uFEFF\\u200B-\\u200F\\u2028\\u2029]++");

    private static final Pattern ABOVE_ROOT = Pattern.compile("^(https?://[^/]++)(?:/\\.\\.)++(?:/|$)");
    private static final String FORBIDDEN = " \"<>\\^`{|}";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

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
        String resolved = web(SCHEME.matcher(clean).lookingAt() || outer.isEmpty() ? clean : join(outer, clean));
        return resolved == null ? outer : resolved;
    }

    private static @Nullable String clean(@Nullable String link) {
        if (link == null || link.length() > LONGEST) {
            return null;
        }
        String clean = BREAKS.matcher(link).replaceAll("").strip().replace("&amp;", "&");
        if (clean.isEmpty()) {
            return null;
        }
        return encoded(clean.startsWith("www.") ? "http://" + clean : clean);
    }

    private static @Nullable String web(@Nullable String address) {
        if (address == null) {
            return null;
        }
        String start = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
        boolean web = start.startsWith("https://") || start.startsWith("http://");
        return web && address.length() > address.indexOf("//") + 2 ? address : null;
    }

    /** What an address must not hold is percent-encoded; the rest stays as written, letters beyond ASCII, too. */
    private static String encoded(String address) {
        StringBuilder out = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (FORBIDDEN.indexOf(c) >= 0) {
                out.append('%').append(HEX.toHexDigits((byte) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** RFC 3986, section 5.3. Java resolves all but a query alone, and keeps dots above the root. */
    private static @Nullable String join(String base, String relative) {
        try {
            URI outer = new URI(base);
            if (relative.startsWith("?")) {
                return outer.getScheme() + "://" + outer.getRawAuthority() + outer.getRawPath() + relative;
            }
            URI from = outer.getRawPath().isEmpty() ? outer.resolve("/") : outer;
            return ABOVE_ROOT
                    .matcher(from.resolve(new URI(relative)).toString())
                    .replaceFirst("$1/");
        } catch (URISyntaxException | IllegalArgumentException noAddress) {
            return null;
        }
    }
}
