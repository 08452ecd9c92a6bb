package dealscope.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Sanitizes in one pass, without a tree, what most publishers write: paragraphs, links, emphasis, lists and images,
 * properly nested and quoted. Gives exactly what {@link SafeHtml} makes of the same text, or null for anything that it does
 * not know through and through; a test holds the two against each other.
 */
final class WellFormedHtml {
    private static final int DEEPEST = 40;
    private static final Set<String> PHRASES =
            Set.of("b", "i", "em", "strong", "span", "sub", "sup", "cite", "q", "abbr", "mark", "time", "a");
    private static final Set<String> BLOCKS = Set.of("p", "div", "blockquote", "figure", "figcaption", "section");
    private static final Set<String> LISTS = Set.of("ul", "ol");
    private static final Set<String> VOID = Set.of("br", "img");
    private static final Set<String> KEPT = Set.of("title", "lang", "dir", "align");
    /** Attributes kept besides; any other is left out. */
    private static final Map<String, Set<String>> OF_TAG = Map.of(
            "a", Set.of("href", "hreflang"),
            "img", Set.of("src", "alt", "width", "height", "longdesc"),
            "q", Set.of("cite"),
            "blockquote", Set.of("cite"),
            "time", Set.of("datetime"),
            "ol", Set.of("start", "type", "reversed"),
            "ul", Set.of("type"),
            "li", Set.of("value"));

    private static final Map<String, String> CHARACTERS =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "nbsp", "\u00A0");

    private final String in;
    private final String base;
    private final StringBuilder out;
    private final Deque<String> open = new ArrayDeque<>();
    private int at;

    private WellFormedHtml(String in, String base) {
        this.in = in;
        this.base = base;
        this.out = new StringBuilder(in.length() + 64);
    }

    /** The safe form of {@code html}, its links absolute by {@code base}; null when a parser has to see it. */
    static @Nullable String clean(String html, String base) {
        WellFormedHtml pass = new WellFormedHtml(html, base);
        return pass.run() ? pass.out.toString() : null;
    }

    private boolean run() {
        while (at < in.length()) {
            boolean known = in.charAt(at) == '<' ? tag() : text();
            if (!known) {
                return false;
            }
        }
        return open.isEmpty();
    }

    private boolean text() {
        int end = in.indexOf('<', at);
        end = end < 0 ? in.length() : end;
        boolean blank = isBlank(at, end);
        if (!blank && !open.isEmpty() && LISTS.contains(open.element())) {
            return false;
        }
        return characters(end, false);
    }

    private boolean isBlank(int from, int to) {
        int i = from;
        while (i < to && (in.charAt(i) == ' ' || in.charAt(i) == '\n')) {
            i++;
        }
        return i == to;
    }

    /** Copies up to {@code end} as jsoup writes it; false for a character or reference that is not plain. */
    private boolean characters(int end, boolean inAttribute) {
        while (at < end) {
            char c = in.charAt(at);
            if (c == '&') {
                String meant = reference(end);
                if (meant == null || (inAttribute && meant.charAt(0) != '&' && meant.charAt(0) != '"')) {
                    return false;
                }
                escaped(meant.charAt(0), inAttribute);
            } else if (isPlain(c)) {
                escaped(c, inAttribute);
                at++;
            } else if (Character.isHighSurrogate(c) && at + 1 < end && Character.isLowSurrogate(in.charAt(at + 1))) {
                out.append(c).append(in.charAt(at + 1));
                at += 2;
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c < 0x7F ? c >= ' ' || c == '\n' || c == '\t' : c >= 0xA0 && c < 0xD800;
    }

    private void escaped(char c, boolean inAttribute) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\u00A0' -> out.append("&nbsp;");
            case '"' -> out.append(inAttribute ? "&quot;" : "\"");
            default -> out.append(c);
        }
    }

    /** The character that the reference here means, one of the five that everybody writes; a lone ampersand is not plain. */
    private @Nullable String reference(int end) {
        int semicolon = in.indexOf(';', at);
        if (semicolon < 0 || semicolon >= end || semicolon - at > 6) {
            return isLoneAmpersand(end) ? "&" : null;
        }
        String meant = CHARACTERS.get(in.substring(at + 1, semicolon));
        if (meant != null) {
            at = semicolon + 1;
        }
        return meant != null || !isLoneAmpersand(end) ? meant : "&";
    }

    private boolean isLoneAmpersand(int end) {
        boolean lone = at + 1 < end && in.charAt(at + 1) == ' ';
        at += lone ? 1 : 0;
        return lone;
    }

    private boolean tag() {
        boolean closing = at + 1 < in.length() && in.charAt(at + 1) == '/';
        int start = at + (closing ? 2 : 1);
        int end = start;
        while (end < in.length() && isNameCharacter(in.charAt(end))) {
            end++;
        }
        if (end == start || end == in.length()) {
            return false;
        }
        String name = in.substring(start, end);
        at = end;
        return closing ? close(name) : open(name);
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private boolean close(String name) {
        if (in.charAt(at) != '>' || open.isEmpty() || !open.element().equals(name)) {
            return false;
        }
        open.pop();
        out.append("</").append(name).append('>');
        at++;
        return true;
    }

    private boolean open(String name) {
        if (!mayStandHere(name)) {
            return false;
        }
        out.append('<').append(name);
        while (at < in.length()) {
            char c = in.charAt(at);
            if (c == '>') {
                at++;
                out.append('>');
                if (!VOID.contains(name)) {
                    open.push(name);
                }
                return open.size() < DEEPEST;
            } else if (c == '/' && VOID.contains(name) && at + 1 < in.length() && in.charAt(at + 1) == '>') {
                at++;
            } else if (c == ' ' || c == '\n') {
                at++;
            } else if (!attribute(name)) {
                return false;
            }
        }
        return false;
    }

    /** Whether a parser would put it where it is written: no block in a paragraph or phrase, no link in a link. */
    private boolean mayStandHere(String name) {
        boolean inItem = !open.isEmpty() && LISTS.contains(open.element());
        if (name.equals("li")) {
            return inItem;
        }
        if (inItem) {
            return false;
        }
        if (VOID.contains(name) || PHRASES.contains(name)) {
            return name.equals("span") || !open.contains(name);
        }
        boolean block = BLOCKS.contains(name) || LISTS.contains(name) || isHeading(name);
        return block && open.stream().noneMatch(WellFormedHtml::holdsPhrases);
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    private static boolean holdsPhrases(String name) {
        return name.equals("p") || PHRASES.contains(name) || isHeading(name);
    }

    private boolean attribute(String tag) {
        int start = at;
        while (at < in.length() && (isNameCharacter(in.charAt(at)) || in.charAt(at) == '-')) {
            at++;
        }
        if (at == start || at + 1 >= in.length() || in.charAt(at) != '=') {
            return false;
        }
        String name = in.substring(start, at);
        char quote = in.charAt(at + 1);
        int end = quote == '"' || quote == '\'' ? in.indexOf(quote, at + 2) : -1;
        boolean separated = start > 0 && in.charAt(start - 1) <= ' ';
        if (end < 0 || !separated) {
            return false;
        }
        at += 2;
        boolean known = value(tag, name, end);
        at = end + 1;
        return known;
    }

    private boolean value(String tag, String name, int end) {
        boolean ofTag = OF_TAG.getOrDefault(tag, Set.of()).contains(name);
        if (!ofTag && !KEPT.contains(name)) {
            return true;
        }
        int tagSoFar = out.length();
        out.append(' ').append(name).append("=\"");
        if (out.indexOf(' ' + name + "=\"", out.lastIndexOf("<")) != tagSoFar) {
            return false;
        }
        boolean address = name.equals("href") || name.equals("src");
        boolean plain = address ? address(tag, name, end) : !needsJudgement(name) && characters(end, true);
        out.append('"');
        return plain;
    }

    private static boolean needsJudgement(String name) {
        return name.equals("cite") || name.equals("longdesc") || name.equals("reversed");
    }

    /** An address of the web, made absolute; false when it is anything else. */
    private boolean address(String tag, String name, int end) {
        String written = in.substring(at, end).replace("&amp;", "&");
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c <= ' ' || c >= 0x7F || "\"<>\\^`{|}'".indexOf(c) >= 0) {
                return false;
            }
        }
        if (written.isEmpty() || in.substring(at, end).replace("&amp;", "").indexOf('&') >= 0) {
            return false;
        }
        String absolute = absolute(tag, name, written);
        if (!absolute.toLowerCase(Locale.ROOT).startsWith("http")) {
            return false;
        }
        out.append(absolute.replace("&", "&amp;"));
        return true;
    }

    private String absolute(String tag, String name, String written) {
        if (isPlainAddress(written) || base.isEmpty()) {
            return written;
        }
        boolean fromRoot = written.startsWith("/") && !written.startsWith("//") && !written.contains("/.");
        if (fromRoot && isPlainAddress(base)) {
            return base.substring(0, base.indexOf('/', "https://".length())) + written;
        }
        return new Element(Tag.valueOf(tag), base).attr(name, written).absUrl(name);
    }

    /** Absolute, with nothing in it that resolving could change. */
    private static boolean isPlainAddress(String address) {
        int start = address.startsWith("https://") ? 8 : address.startsWith("http://") ? 7 : -1;
        int slash = start < 0 ? -1 : address.indexOf('/', start);
        return slash > start && address.indexOf("/.", start) < 0;
    }
}
