package dealscope.extract;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Parses pages on which a select was never closed: a parser swallows the rest of the page as the text of its last option
 * (HTML, "in select" insertion mode, as browsers had it until 2025). Such a page is parsed as if it had no selects.
 */
final class OpenSelect {
    private static final Pattern TAGS = Pattern.compile("</?+(?:select|option|optgroup)\\b", Pattern.CASE_INSENSITIVE);
    private static final String OPENING = "<select";
    private static final String CLOSING = "</select";
    /** No option is as long as this. */
    private static final int LONGEST = 400;

    private OpenSelect() {}

    static Document parse(String html) {
        Document document = Jsoup.parse(html);
        if (count(html, OPENING) <= count(html, CLOSING) || !hasSwallowed(document)) {
            return document;
        }
        return Jsoup.parse(TAGS.matcher(html).replaceAll("<br data-was"));
    }

    private static int count(String html, String tag) {
        int count = 0;
        for (int at = html.indexOf(tag); at >= 0; at = html.indexOf(tag, at + tag.length())) {
            count++;
        }
        return count;
    }

    private static boolean hasSwallowed(Document document) {
        for (Element option : document.getElementsByTag("option")) {
            if (option.wholeText().length() > LONGEST) {
                return true;
            }
        }
        return false;
    }
}
