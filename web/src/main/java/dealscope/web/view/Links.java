package dealscope.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Addresses inside the site and out of it. */
public final class Links {
    private static final int WHOLE_UP_TO_WORDS = 10;
    private static final int WORDS_AT_EACH_END = 4;

    private Links() {}

    public static String deal(String id) {
        return "/deals/" + encode(id);
    }

    public static String article(String id) {
        return "/articles/" + encode(id);
    }

    public static String company(String id) {
        return "/companies/" + encode(id);
    }

    public static String feed(String id) {
        return "/feeds/" + encode(id);
    }

    /** @param format {@code atom} or {@code feed.json} */
    public static String alertFeed(String id, String format) {
        return "/alerts/" + encode(id) + "." + format;
    }

    /** The deals that a query finds. */
    public static String deals(String query) {
        return with("/deals", Map.of("q", query));
    }

    /** A path with parameters, blank ones left out. */
    public static String with(String path, Map<String, String> parameters) {
        StringBuilder link = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, String> each : new LinkedHashMap<>(parameters).entrySet()) {
            if (!each.getValue().isEmpty()) {
                link.append(separator).append(each.getKey()).append('=').append(encode(each.getValue()));
                separator = '&';
            }
        }
        return link.toString();
    }

    /** Where a click on a publisher's article goes; null for an address that no browser should open. */
    public static @Nullable String out(String url, UnaryOperator<String> articleLink) {
        String link = articleLink.apply(url.strip());
        String lower = link.toLowerCase(Locale.ROOT);
        boolean own = link.startsWith("/") && !link.startsWith("//") && !link.startsWith("/\\");
        return own || lower.startsWith("https://") || lower.startsWith("http://") ? link : null;
    }

    /**
     * The address with a text fragment, so that the browser opens it at this sentence
     * (<a href="https://wicg.github.io/scroll-to-text-fragment/">WICG</a>). A long sentence is named by its first and
     * last words: pages break sentences with links and footnotes, and short pieces still match.
     */
    public static String atSentence(String link, String sentence) {
        String[] words = sentence.strip().split("\\s+", 400);
        String text;
        if (words.length <= WHOLE_UP_TO_WORDS) {
            text = fragment(words, 0, words.length);
        } else {
            text = fragment(words, 0, WORDS_AT_EACH_END)
                    + ","
                    + fragment(words, words.length - WORDS_AT_EACH_END, words.length);
        }
        int hash = link.indexOf('#');
        return hash < 0 ? link + "#:~:text=" + text : link + ":~:text=" + text;
    }

    private static String fragment(String[] words, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : "%20").append(encode(words[i]).replace("-", "%2D"));
        }
        return text.toString();
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
