package dealscope.extract;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Whether a page writes 3/5/2026 for the third of May: as another date of the page tells (27/2/2026), else as the country of
 * its address does, else as its declared language does.
 */
final class DateOrder {
    private static final WordList LIST = WordList.load("dateorder.txt");
    private static final Set<String> DAY_FIRST = Set.copyOf(LIST.section("day-first-domains"));
    private static final List<String> MONTH_FIRST = LIST.section("month-first-languages");
    private static final Pattern DATE =
            Pattern.compile("(?<![\\d/-])(\\d{1,2})[/-](\\d{1,2})[/-](?:19|20)?\\d\\d(?![\\d/-])");
    private static final int MONTHS = 12;
    private static final int DAYS = 31;
    /** Longer texts are no dates. */
    private static final int MAX_TEXT = 160;
    /** Enough to know: a bound on time. */
    private static final int MAX_DATES = 200;

    private DateOrder() {}

    static boolean isDayFirst(PageAddress address, Document document, PageTree tree, MetaTags meta) {
        int days = 0;
        int months = 0;
        int seen = 0;
        for (int i = 0; i < tree.size() && seen < MAX_DATES; i++) {
            Matcher matcher = tree.isElement(i) || !mayHoldDate(tree.text(i)) ? null : DATE.matcher(tree.text(i));
            if (matcher != null && matcher.find()) {
                seen++;
                int first = Integer.parseInt(matcher.group(1));
                int second = Integer.parseInt(matcher.group(2));
                days += first > MONTHS && first <= DAYS && second <= MONTHS ? 1 : 0;
                months += second > MONTHS && second <= DAYS && first <= MONTHS ? 1 : 0;
            }
        }
        return days != months ? days > months : isDayFirst(address, document, meta);
    }

    private static boolean mayHoldDate(String text) {
        return text.length() <= MAX_TEXT && (text.indexOf('/') > 0 || text.indexOf('-') > 0);
    }

    private static boolean isDayFirst(PageAddress address, Document document, MetaTags meta) {
        URI url = address.url();
        String host = url == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        if (DAY_FIRST.contains(host.substring(host.lastIndexOf('.') + 1))) {
            return true;
        }
        Element html = document.selectFirst("html");
        String tag = html == null ? "" : html.attr("lang");
        if (tag.length() < 5 && tag.toLowerCase(Locale.ROOT).startsWith("en")) {
            String locale = meta.first("og:locale");
            tag = locale == null ? tag : locale;
        }
        String lower = tag.toLowerCase(Locale.ROOT).replace('_', '-');
        return !lower.isEmpty() && MONTH_FIRST.stream().noneMatch(lower::startsWith) && !lower.equals("en");
    }
}
