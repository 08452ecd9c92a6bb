package dealscope.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the author that readers see: a link to an author's page, an element named for it, or a text with a label ("By").
 * Every such text is weighed by its marks and its distance from the headline; the first of the best wins, with those of
 * equal weight close behind it.
 */
final class VisibleByline {
    private static final Terms AUTHOR = new Terms(WordList.load("names.txt").section("author"));
    private static final Set<String> LABELS =
            Set.copyOf(WordList.load("labels.txt").section("by"));
    private static final Pattern AUTHOR_PAGE = Pattern.compile(
            "/(?:authors?|contributors?|people|profiles?|staff|writers?|journalists?|autor(?:en|es)?|by)/[^/]");
    /** "Ada B. Wexley", "Jan van der Muster". */
    private static final Pattern NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}.'’-]{0,20}+ (?:(?:\\p{Lu}[\\p{L}.'’-]{0,20}+|van|von|der|de|den|la|del|di|zu) ){0,3}+\\p{Lu}[\\p{L}'’-]{1,20}+");

    private static final int MAX_LENGTH = 100;
    private static final int MAX_NAMES = 10;
    private static final int CLOSE = 25;
    private static final int ENOUGH = 3;
    /** Of more texts with a mark of authorship on one page only the first are weighed: a bound on time. */
    private static final int MAX_CANDIDATES = 300;

    private static final int PARENTS = 3;

    private final PageTree tree;
    private final Headline headline;

    VisibleByline(PageTree tree, Headline headline) {
        this.tree = tree;
        this.headline = headline;
    }

    List<String> find() {
        List<String> names = new ArrayList<>();
        int best = ENOUGH - 1;
        int last = 0;
        int left = MAX_CANDIDATES;
        for (int i = 0; i < tree.size() && left > 0 && names.size() < MAX_NAMES; i++) {
            if (tree.isElement(i) || tree.text(i).length() > MAX_LENGTH || !isName(tree.text(i))) {
                continue;
            }
            int score = score(i);
            left -= score > 0 ? 1 : 0;
            if (score > best) {
                names.clear();
                best = score;
            }
            if (score == best && score >= ENOUGH && (names.isEmpty() || i - last < CLOSE)) {
                names.add(tree.text(i));
                last = i;
            }
        }
        return names.isEmpty() ? bareName() : names;
    }

    /** A name without any mark, alone between the headline and the date. */
    private List<String> bareName() {
        int name = -1;
        for (int i = headline.end(); i > 0 && i < tree.size() && headline.isJustBefore(i); i++) {
            if (tree.isElement(i) || tree.text(i).isBlank()) {
                continue;
            }
            String text = tree.text(i).strip();
            if (name > 0 && text.length() < MAX_LENGTH && DateParser.parse(text, false) != null) {
                return List.of(tree.text(name));
            }
            name = NAME.matcher(text).matches() ? i : -1;
        }
        return List.of();
    }

    /** A text that may be a name: a few words, and not only a label. */
    private static boolean isName(String text) {
        String name = text.strip();
        if (name.length() < 3 || Character.isDigit(name.charAt(0)) || LABELS.contains(bare(name))) {
            return false;
        }
        String rest = AuthorFinder.withoutLabel(name);
        return Letters.of(rest).weight() >= 3
                && rest.split("\\s++", 9).length < 9
                && !Character.isDigit(rest.charAt(0));
    }

    private static String bare(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(":") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private int score(int i) {
        if (headline.contains(i)) {
            return 0;
        }
        int score = 0;
        int at = tree.parent(i);
        for (int up = 0; up < PARENTS && at > 0; up++, at = tree.parent(at)) {
            if (tree.role(at) == Role.LINK
                    && AUTHOR_PAGE.matcher(tree.element(at).attr("href")).find()) {
                score += 3;
            } else if (AUTHOR.match(Signature.of(tree.element(at)))) {
                score += 2;
                break;
            }
        }
        if (isLabelled(i)) {
            score += 3;
        }
        if (score == 0) {
            return 0;
        }
        return VisibleDate.isElsewhere(tree, headline, i) ? 1 : score + (headline.isNear(i) ? 2 : 0);
    }

    private boolean isLabelled(int i) {
        if (Character.isLowerCase(
                AuthorFinder.withoutLabel(tree.text(i).strip()).charAt(0))) {
            return false;
        }
        if (!AuthorFinder.withoutLabel(tree.text(i).strip()).equals(tree.text(i).strip())) {
            return true;
        }
        for (int before = i - 1; before > i - 8 && before > 0; before--) {
            if (!tree.isElement(before) && !tree.text(before).isBlank()) {
                return LABELS.contains(bare(tree.text(before)));
            }
        }
        return false;
    }
}
