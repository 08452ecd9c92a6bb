package dealscope.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP header {@code Link} (RFC 8288), read leniently: {@code <https://example.com/feed>; rel="alternate"}. What
 * cannot be understood is left out; one pass, never throws.
 */
final class LinkHeader {
    private static final int LONGEST = 16_000;
    private static final int MOST = 100;

    private final String text;
    private int at;

    private LinkHeader(String text) {
        this.text = text;
    }

    /**
     * A link of the header.
     *
     * @param target as written, perhaps relative
     * @param rels relation types, lower-case
     * @param type media type without parameters, lower-case, or null
     */
    record Link(String target, List<String> rels, @Nullable String type) {}

    static List<Link> parse(List<String> values) {
        List<Link> links = new ArrayList<>();
        for (String value : values) {
            if (value.length() <= LONGEST && links.size() < MOST) {
                new LinkHeader(value).read(links);
            }
        }
        return links;
    }

    private void read(List<Link> links) {
        while (at < text.length() && links.size() < MOST) {
            int open = text.indexOf('<', at);
            int close = open < 0 ? -1 : text.indexOf('>', open);
            if (close < 0) {
                return;
            }
            at = close + 1;
            links.add(parameters(text.substring(open + 1, close).strip()));
        }
    }

    private Link parameters(String target) {
        List<String> rels = new ArrayList<>();
        String type = null;
        while (skipTo(';')) {
            String name = word("=;,").toLowerCase(Locale.ROOT);
            String value = at < text.length() && text.charAt(at) == '=' ? value() : "";
            if (name.equals("rel") && rels.isEmpty()) {
                rels.addAll(List.of(value.toLowerCase(Locale.ROOT).strip().split("\\s++")));
            } else if (name.equals("type") && type == null) {
                type = value.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
            }
        }
        return new Link(target, rels, type);
    }

    /** Moves behind the next {@code wanted}; false at the end of this link. */
    private boolean skipTo(char wanted) {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == wanted) {
                return true;
            }
            if (c == ',') {
                return false;
            }
        }
        return false;
    }

    private String word(String ends) {
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private String value() {
        at++;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at >= text.length() || text.charAt(at) != '"') {
            return word(";,");
        }
        at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        at++;
        return value.toString();
    }
}
