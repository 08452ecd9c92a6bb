package dealscope.extract;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the date that readers see: a short text with a date near the headline, in an element named for it, or with a
 * label. Every such text is weighed; the first of the best wins.
 */
final class VisibleDate {
    private static final WordList NAMES = WordList.load("names.txt");
    private static final Terms DATE = new Terms(NAMES.section("date"));
    private static final Terms PUBLISHED = new Terms(NAMES.section("date-published"));
    private static final Terms UPDATED = new Terms(NAMES.section("date-updated"));
    private static final Terms ELSEWHERE = new Terms(NAMES.section("elsewhere"));
    private static final WordList LABELS = WordList.load("labels.txt");
    private static final Pattern YEAR =
            Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)|\\d\\d?[./-]\\d\\d?[./-]\\d\\d(?!\\d)");
    private static final int MAX_LENGTH = 160;
    private static final int PARENTS = 4;
    private static final int UNMARKED = -100;
    private static final int OF_UPDATE = 3;
    private static final int ENOUGH = 2;
    private static final int LAST_RESORT = -3;
    private static final int PROMINENT = 4;

    private final PageTree tree;
    private final Function<String, @Nullable OffsetDateTime> parser;
    private final Headline headline;

    VisibleDate(PageTree tree, Headline headline, Function<String, @Nullable OffsetDateTime> parser) {
        this.tree = tree;
        this.parser = parser;
        this.headline = headline;
    }

    /** The date in plain sight: near the headline, and named or labelled as that of publication. */
    @Nullable
    OffsetDateTime prominent() {
        return find(PROMINENT);
    }

    @Nullable
    OffsetDateTime any() {
        return find(ENOUGH);
    }

    /** Any date near the headline or named as one, even that of an update. */
    @Nullable
    OffsetDateTime lastResort() {
        return find(LAST_RESORT);
    }

    private @Nullable OffsetDateTime find(int least) {
        OffsetDateTime best = null;
        int bestScore = least - 1;
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isElement(i)
                    || tree.text(i).length() > MAX_LENGTH
                    || !YEAR.matcher(tree.text(i)).find()) {
                continue;
            }
            int score = score(i);
            OffsetDateTime date = score > bestScore ? parser.apply(tree.text(i)) : null;
            if (date != null) {
                best = date;
                bestScore = score;
            }
        }
        return best;
    }

    private int score(int i) {
        int score = headline.isNear(i) ? 2 : 0;
        String label = label(i);
        boolean updated = starts(label, "updated");
        if (starts(label, "published")) {
            score += 3;
        }
        int at = tree.parent(i);
        for (int up = 0; up < PARENTS && at > 0; up++, at = tree.parent(at)) {
            String signature = Signature.of(tree.element(at));
            if (tree.tag(at).equals("time") || DATE.match(signature)) {
                score += 2;
                updated |= UPDATED.match(signature) && !PUBLISHED.match(signature);
                break;
            }
        }
        if (score == 0 && !updated) {
            return UNMARKED;
        }
        if (updated) {
            score -= OF_UPDATE;
        }
        return isElsewhere(tree, i) ? score - 4 : score;
    }

    /** Whether {@code i} stands in a part whose dates and names belong to something else. */
    static boolean isElsewhere(PageTree tree, int i) {
        for (int at = tree.parent(i); at > 0; at = tree.parent(at)) {
            if (tree.tag(at).equals("footer") || ELSEWHERE.match(Signature.of(tree.element(at)))) {
                return true;
            }
        }
        return false;
    }

    /** The text itself, or where it is the bare date the text before it. */
    private String label(int i) {
        String text = tree.text(i).strip().toLowerCase(Locale.ROOT);
        for (int before = i - 1; before > i - 8 && before > 0 && Character.isDigit(text.charAt(0)); before--) {
            if (!tree.isElement(before) && !tree.text(before).isBlank()) {
                return tree.text(before).strip().toLowerCase(Locale.ROOT);
            }
        }
        return text;
    }

    private static boolean starts(String text, String section) {
        return LABELS.section(section).stream().anyMatch(text::startsWith);
    }
}
