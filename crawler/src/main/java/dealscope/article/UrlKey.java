package dealscope.article;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a page: two addresses of the same page give the same key.
 *
 * {@snippet :
 * UrlKey.of("http://www.example.com/a/?utm_source=x#top"); // https://example.com/a
 * }
 *
 * <p>The key ignores scheme, {@code www.}, mobile and AMP variants, default ports, a trailing slash, tracking parameters
 * ({@code tracking-parameters.txt}) and fragments other than {@code #!}; it looks through redirectors
 * ({@code redirectors.csv}) without a request. It is for comparing: fetch and show the address as it was given.
 *
 * <p>The key of a key is that key. Never throws; safe for use by many threads.
 */
public final class UrlKey {
    private static final int LONGEST = 8_192;
    private static final int MOST_STEPS = 1_000;
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u00AD\\u200B-\\u200F\\u2028-\\u202E\\u2060\\uFEFF]++");
    private static final Pattern ESCAPED_AMPERSAND = Pattern.compile("(?i)&(?:amp;|#0{0,5}38;)++");
    private static final String CDATA = "<![CDATA[";

    private UrlKey() {}

    /** Returns the key of {@code url}; an address that cannot be understood is its own key, trimmed. */
    public static String of(String url) {
        String key = url;
        for (int step = 0; step < MOST_STEPS; step++) {
            String next = step(key);
            if (next.equals(key)) {
                break;
            }
            key = next;
        }
        return key;
    }

    private static String step(String url) {
        String clean = clean(url);
        WebAddress address = clean.length() > LONGEST ? null : WebAddress.parse(clean);
        if (address == null) {
            return clean;
        }
        String target = Redirectors.target(address);
        return target != null ? target : key(address);
    }

    private static String clean(String url) {
        String clean = INVISIBLE.matcher(url).replaceAll("").strip();
        while (clean.startsWith(CDATA) && clean.endsWith("]]>") && clean.length() >= CDATA.length() + 3) {
            clean = clean.substring(CDATA.length(), clean.length() - 3).strip();
        }
        return ESCAPED_AMPERSAND.matcher(clean).replaceAll("&");
    }

    private static String key(WebAddress address) {
        StringBuilder key = new StringBuilder("https://").append(address.plainHost());
        if (address.port() >= 0) {
            key.append(':').append(address.port());
        }
        key.append(KeyPath.of(address.path()));
        String query = KeyQuery.of(address.query(), address.plainHost());
        if (!query.isEmpty()) {
            key.append('?').append(query);
        }
        return key.append(hashBang(address.fragment())).toString();
    }

    /** {@code #!…} names a page of its own; every other fragment a place within the page. */
    private static String hashBang(@Nullable String fragment) {
        if (fragment == null || !fragment.startsWith("!")) {
            return "";
        }
        int directive = fragment.indexOf(":~:");
        String page = directive < 0 ? fragment : fragment.substring(0, directive);
        return page.length() > 1 ? "#" + PercentEncoding.normalize(page, "#") : "";
    }
}
