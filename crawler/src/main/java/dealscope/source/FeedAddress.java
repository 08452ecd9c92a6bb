package dealscope.source;

import dealscope.fetch.DataFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an address alone tells about feeds. The lists are {@code feed-*.txt} and {@code comment-words.txt}. */
final class FeedAddress {
    static final List<String> USUAL_PLACES = DataFile.lines(FeedAddress.class, "feed-places.txt");
    private static final List<String> ENDINGS = DataFile.lines(FeedAddress.class, "feed-endings.txt");
    private static final List<String> COMMENT_WORDS = DataFile.lines(FeedAddress.class, "comment-words.txt");

    private FeedAddress() {}

    /** The address as a person types it, with a scheme: {@code example.com} and {@code feed://example.com} are understood. */
    static String typed(String text) {
        String address = text.strip();
        if (address.regionMatches(true, 0, "feed:", 0, 5)) {
            String rest = address.substring(5);
            address = rest.startsWith("//") ? "https:" + rest : rest;
        }
        return address.contains("://") ? address : "https://" + address;
    }

    /** Whether the path ends as those of feeds do. */
    static boolean isFeedLike(String url) {
        int end = url.length();
        for (char mark : new char[] {'#', '?'}) {
            int found = url.indexOf(mark);
            end = found < 0 ? end : Math.min(end, found);
        }
        int slashes = url.indexOf("//");
        int path = url.indexOf('/', slashes < 0 ? 0 : slashes + 2);
        if (path < 0 || path >= end) {
            return false;
        }
        String plain = url.substring(path, end).toLowerCase(Locale.ROOT);
        String trimmed = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        return ENDINGS.stream().anyMatch(trimmed::endsWith);
    }

    /** Whether a feed with this address and title carries comments. */
    static boolean isForComments(String url, @Nullable String title) {
        String text = (url + " " + (title == null ? "" : title)).toLowerCase(Locale.ROOT);
        for (String word : COMMENT_WORDS) {
            int found = text.indexOf(word);
            boolean begins = found > 0 ? !Character.isLetterOrDigit(text.charAt(found - 1)) : found == 0;
            if (found >= 0 && begins) {
                return true;
            }
        }
        return false;
    }

    /** {@code https://example.com} of any address on that host, or null. */
    static @Nullable String site(String url) {
        try {
            URI uri = new URI(url);
            return uri.getScheme() == null || uri.getRawAuthority() == null
                    ? null
                    : uri.getScheme() + "://" + uri.getRawAuthority();
        } catch (URISyntaxException e) {
            int slashes = url.indexOf("//");
            int path = slashes < 0 ? -1 : url.indexOf('/', slashes + 2);
            return slashes < 0 ? null : path < 0 ? url : url.substring(0, path);
        }
    }

    /** {@code link} relative to {@code base}, or null when it leads to no web page. */
    static @Nullable String resolve(String link, String base) {
        String clean = link.strip();
        if (clean.regionMatches(true, 0, "feed:", 0, 5)) {
            String rest = clean.substring(5);
            clean = rest.startsWith("//") ? base.substring(0, base.indexOf(':') + 1) + rest : rest;
        }
        try {
            String absolute = org.jsoup.internal.StringUtil.resolve(base, clean);
            boolean web = absolute.regionMatches(true, 0, "http://", 0, 7)
                    || absolute.regionMatches(true, 0, "https://", 0, 8);
            return web ? absolute : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
