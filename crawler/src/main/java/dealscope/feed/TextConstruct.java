package dealscope.feed;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A text of a feed that is either plain or HTML (RFC 4287, section 3.1).
 *
 * @param value as written, entities of the XML level decoded
 * @param html whether tags and entities in it are markup
 * @param base address that links in it are relative to
 */
record TextConstruct(String value, boolean html, String base) {
    private static final int LONGEST_LINE = 20_000;
    private static final Pattern MARKUP =
            Pattern.compile("<(/?+)([A-Za-z][A-Za-z0-9]{0,15}+)(?=[\\s/>])[^<>]*+>|&(#?+[A-Za-z0-9]{1,31}+);");
    private static final Pattern ACTIVE = Pattern.compile(
            "(?is)<(?:script|style|iframe|object|embed|applet|svg|math|form|meta"
                    + "|link|base|frame|frameset)(?=[\\s/>])[^<>]*+>[^<]*+</"
                    + "|<[a-z][a-z0-9]{0,15}[^<>]{0,500}?[\\s/\"'`](?:on[a-z]{3,20}|src|href|srcdoc|style|action|data)\\s*+=");
    private static final int MOST_ESCAPES = 4;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u200B\\uFEFF]++");
    private static final Set<String> ALONE = Set.of("br", "hr", "img", "p", "wbr");

    TextConstruct {
        if (value.length() > Markup.LONGEST) {
            value = value.substring(0, Markup.LONGEST);
        }
    }

    static TextConstruct plain(String value) {
        return new TextConstruct(value, false, "");
    }

    static TextConstruct html(String value, String base) {
        return new TextConstruct(value, true, base);
    }

    /**
     * A title of RSS, which does not say whether it is HTML: it is when it holds an entity, a known closing tag, a known
     * tag that needs none, or one with an attribute. So {@code vector<int>} and {@code the <b> tag} stay as they are.
     */
    static TextConstruct title(String value, String base) {
        return new TextConstruct(value, looksLikeHtml(value), base);
    }

    /** A longer text of RSS: HTML, unless all that looks like a tag is unknown to HTML and never closed. */
    static TextConstruct body(String value, String base) {
        return new TextConstruct(value, value.contains("</") || holdsKnownTag(value) || looksLikeHtml(value), base);
    }

    private static boolean holdsKnownTag(String value) {
        Matcher matcher = MARKUP.matcher(value);
        while (matcher.find()) {
            if (matcher.group(2) != null && Tag.isKnownTag(matcher.group(2).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksLikeHtml(String value) {
        if (value.indexOf('<') < 0 && value.indexOf('&') < 0) {
            return false;
        }
        Matcher matcher = MARKUP.matcher(value);
        while (matcher.find()) {
            if (matcher.group(3) != null) {
                if (isEntity(matcher.group(3))) {
                    return true;
                }
                continue;
            }
            String tag = matcher.group(2).toLowerCase(Locale.ROOT);
            boolean complete = !matcher.group(1).isEmpty()
                    || ALONE.contains(tag)
                    || matcher.group().indexOf('=') > 0;
            if (complete && Tag.isKnownTag(tag)) {
                return true;
            }
        }
        return value.contains("<!--");
    }

    private static boolean isEntity(String name) {
        return name.startsWith("#") || Entities.isNamedEntity(name);
    }

    boolean isBlank() {
        return value.isBlank();
    }

    /**
     * One line of text without tags, entities decoded once; null when nothing is left. Tags that are plain text stay, unless
     * they would do something if anybody took them for tags after all.
     */
    @Nullable
    String plain() {
        String line = value.length() > LONGEST_LINE ? value.substring(0, LONGEST_LINE) : value;
        String text = html ? SafeHtml.textOf(line) : line;
        for (int round = 0; round < MOST_ESCAPES && ACTIVE.matcher(text).find(); round++) {
            text = SafeHtml.textOf(text);
        }
        String tidy = BLANKS.matcher(LegalCharacters.only(text)).replaceAll(" ").strip();
        return tidy.isEmpty() ? null : tidy;
    }

    /** HTML with nothing active in it; null when nothing is left. */
    @Nullable
    String safeHtml() {
        String safe = html ? SafeHtml.clean(value, base) : Entities.escape(value);
        String tidy = LegalCharacters.only(safe).strip();
        return tidy.isEmpty() ? null : tidy;
    }
}
