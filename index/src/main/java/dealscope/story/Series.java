package dealscope.story;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Numbers of a series by one outlet: "Daily GPU prices, 12 March" and "Daily GPU prices, 13 March" may begin with the
 * same words, or be nothing but a teaser, and are two articles.
 */
final class Series {
    private static final Set<String> DATES =
            new HashSet<>(DataLines.of("series.txt").kind("date"));
    private static final int SHORT = 60;

    private Series() {}

    static boolean apart(StoryText a, StoryText b) {
        if (!Outlets.same(a.publisher(), b.publisher())) {
            return false;
        }
        List<String> titleA = Titles.words(a.title());
        List<String> titleB = Titles.words(b.title());
        if (titleA.equals(titleB)) {
            return false;
        }
        boolean numbered = skeleton(titleA).equals(skeleton(titleB));
        boolean teaser = Math.min(a.words().size(), b.words().size()) < SHORT && !Titles.related(a.title(), b.title());
        return numbered || teaser;
    }

    /** A day or month, which may stand where a name is looked for. */
    static boolean isDate(String word) {
        return DATES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static List<String> skeleton(List<String> title) {
        return title.stream()
                .filter(word -> !Character.isDigit(word.charAt(0)) && !DATES.contains(word))
                .toList();
    }
}
