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
    private static final int LONGEST = 1_000_000;
    private static final int LONGEST_LINE = 20_000;
    private static final Pattern MARKUP =
            Pattern.compile("<(/?+)([A-Za-z][A-Za-z0-9]{0,15}+)(?=[\\s/>])[^<>]*+>|&(#?+[A-Za-z0-9]{1,31}+);");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u200B\\uFEFF]++");
    private static final Set<String> VOID = Set.of("br", "hr", "img", "p", "wbr");

    TextConstruct {
        if (value.length() > LONGEST) {
            value = value.substring(0, LONGEST);
        }
    }

    static TextConstruct plain(String value) {
        return new TextConstruct(value, false, "");
    }

    static TextConstruct html(String value, String base) {
        return new TextConstruct(value, true, base);
    }

    /**
     * RSS does not say whether a text is HTML: it is when it holds an entity, a known closing tag, or a known tag that
     * needs none, and no tag that HTML does not know. So {@code vector<int>} and {@code the <b> tag} stay as they are.
     */
    static TextConstruct guess(String value, String base) {
        return new TextConstruct(value, looksLikeHtml(value), base);
    }

    private static boolean looksLikeHtml(String value) {
        if (value.indexOf('<') < 0 && value.indexOf('&') < 0) {
            return false;
        }
        boolean markup = false;
        boolean unknown = false;
        Matcher matcher = MARKUP.matcher(value);
        while (matcher.find()) {
            if (matcher.group(3) != null) {
                markup |= isEntity(matcher.group(3));
                continue;
            }
            String tag = matcher.group(2).toLowerCase(Locale.ROOT);
            if (!Tag.isKnownTag(tag)) {
                unknown = true;
            } else if (!matcher.group(1).isEmpty() || VOID.contains(tag)) {
                markup = true;
            }
        }
        return markup || (!unknown && value.contains("<!--"));
    }

    private static boolean isEntity(String name) {
        return name.startsWith("#") || Entities.isNamedEntity(name);
    }

    boolean isBlank() {
        return value.isBlank();
    }

    /** One line of text without tags, entities decoded once; null when nothing is left. */
    @Nullable
    String plain() {
        String line = value.length() > LONGEST_LINE ? value.substring(0, LONGEST_LINE) : value;
        String text = html ? SafeHtml.textOf(line) : line;
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
