package dealscope.extract;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
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
    private static final Terms OWN = new Terms(NAMES.section("own"));
    private static final List<String> PUBLISHED_LABELS =
            WordList.load("labels.txt").section("published");
    private static final List<String> FIRST_LABELS = WordList.load("labels.txt").section("first-published");
    private static final List<String> UPDATED_LABELS =
            WordList.load("labels.txt").section("updated");
    private static final Pattern YEAR =
            Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)|\\d\\d?[./-]\\d\\d?[./-]\\d\\d(?!\\d)");
    private static final Pattern DAY_OR_MONTH = Pattern.compile("(?<!\\d)\\d\\d?/\\d\\d?/(?:19|20)?\\d\\d(?!\\d)");
    private static final int MAX_LENGTH = 160;
    /** Of more texts with a date on one page only the first are weighed: a bound on time. */
    private static final int MAX_CANDIDATES = 300;

    private static final int PARENTS = 4;
    private static final int UNMARKED = -100;
    private static final int FIRST = 6;
    private static final int OF_UPDATE = 3;
    private static final int ENOUGH = 2;
    private static final int LAST_RESORT = -3;
    private static final int AT_HEADLINE = -1;
    private static final int PROMINENT = 4;
    /** A text with a date that is not much more than the date. */
    private static final int BARE = 32;

    private static final int MAX_WORDS = 5;

    private static final int MAX_LABEL = 40;

    private final PageTree tree;
    private final Function<String, @Nullable OffsetDateTime> parser;
    private final Headline headline;
    private final List<Candidate> candidates;

    private record Candidate(int at, int score, boolean atHeadline) {}

    VisibleDate(PageTree tree, Headline headline, Function<String, @Nullable OffsetDateTime> parser) {
        this.tree = tree;
        this.parser = parser;
        this.headline = headline;
        this.candidates = candidates();
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

    /** The day at the headline, be it that of an update. */
    @Nullable
    OffsetDateTime atHeadline() {
        return find(AT_HEADLINE, true);
    }

    /** The date of a page on which only one day stands alone in a text. */
    @Nullable
    OffsetDateTime sole() {
        OffsetDateTime sole = null;
        for (Candidate candidate : candidates) {
            int at = candidate.at();
            boolean alone = isBare(tree.text(at)) && !isUpdated(label(at)) && !isElsewhere(tree, headline, at);
            OffsetDateTime date = alone ? dateAt(at) : null;
            if (date != null && sole != null && !date.toLocalDate().equals(sole.toLocalDate())) {
                return null;
            }
            sole = date != null ? date : sole;
        }
        return sole;
    }

    private @Nullable OffsetDateTime find(int least) {
        return find(least, false);
    }

    private @Nullable OffsetDateTime find(int least, boolean atHeadline) {
        OffsetDateTime best = null;
        int bestAt = 0;
        int bestScore = least - 1;
        for (Candidate candidate : candidates) {
            boolean better = candidate.score() > bestScore && (candidate.atHeadline() || !atHeadline);
            OffsetDateTime date = better ? dateAt(candidate.at()) : null;
            if (date != null) {
                best = date;
                bestAt = candidate.at();
                bestScore = candidate.score();
            }
        }
        return best == null ? null : inOrder(bestAt, best);
    }

    /** The day, or that with day and month exchanged where it may be confused and another text of the page tells that. */
    private OffsetDateTime inOrder(int at, OffsetDateTime date) {
        if (!DAY_OR_MONTH.matcher(tree.text(at)).find()) {
            return date;
        }
        for (Candidate candidate : candidates) {
            String text = tree.text(candidate.at());
            OffsetDateTime other = DAY_OR_MONTH.matcher(text).find() ? null : parser.apply(text);
            if (other != null && isExchanged(date, other)) {
                return other;
            }
        }
        return date;
    }

    static boolean isExchanged(OffsetDateTime a, OffsetDateTime b) {
        return a.getYear() == b.getYear()
                && a.getMonthValue() != a.getDayOfMonth()
                && a.getMonthValue() == b.getDayOfMonth()
                && a.getDayOfMonth() == b.getMonthValue();
    }

    /** The day that the text says, with the time of its element; where day and month may be confused, the element's day. */
    private @Nullable OffsetDateTime dateAt(int i) {
        OffsetDateTime seen = parser.apply(tree.text(i));
        OffsetDateTime told = told(tree.parent(i));
        if (seen == null || told == null) {
            return seen;
        }
        boolean same = told.toLocalDate().equals(seen.toLocalDate());
        return same || DAY_OR_MONTH.matcher(tree.text(i)).find() ? told : seen;
    }

    private @Nullable OffsetDateTime told(int i) {
        return switch (tree.tag(i)) {
            case "time" -> parser.apply(tree.element(i).attr("datetime"));
            case "abbr" -> parser.apply(tree.element(i).attr("title"));
            default -> null;
        };
    }

    private List<Candidate> candidates() {
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < tree.size() && found.size() < MAX_CANDIDATES; i++) {
            if (!tree.isElement(i) && mayHoldDate(tree.text(i))) {
                int score = score(i);
                boolean beside = score > UNMARKED && headline.isNear(i) && !isElsewhere(tree, headline, i);
                found.add(new Candidate(i, score, beside));
            }
        }
        return found;
    }

    private static boolean mayHoldDate(String text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return YEAR.matcher(text).find();
            }
        }
        return false;
    }

    private int score(int i) {
        int score = headline.isNear(i) ? 2 : 0;
        if (headline.isJustBefore(i) && isBare(tree.text(i))) {
            score += 2;
        }
        String label = label(i);
        boolean updated = isUpdated(label);
        if (starts(label, FIRST_LABELS)) {
            score += FIRST;
        } else if (starts(label, PUBLISHED_LABELS)) {
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
        return isElsewhere(tree, headline, i) ? score - 4 : score;
    }

    /** Whether {@code i} stands in a part whose dates and names belong to something else, or in a link that says much more. */
    static boolean isElsewhere(PageTree tree, Headline headline, int i) {
        for (int at = tree.parent(i); at > 0 && !headline.isWithin(at, tree.end(at)); at = tree.parent(at)) {
            if (tree.role(at) == Role.LINK && tree.linked(at) > Math.max(MAX_LABEL, 2 * tree.weight(i))) {
                return true;
            }
            String signature = Signature.of(tree.element(at));
            boolean elsewhere =
                    tree.tag(at).equals("footer") || (ELSEWHERE.match(signature) && !PUBLISHED.match(signature));
            if (elsewhere && !OWN.match(signature)) {
                return true;
            }
        }
        return false;
    }

    /** The text itself, or where it is the bare date the text before it, unless that has a date of its own. */
    private String label(int i) {
        String text = tree.text(i).strip().toLowerCase(Locale.ROOT);
        if (isUpdated(text) || starts(text, PUBLISHED_LABELS) || starts(text, FIRST_LABELS)) {
            return text;
        }
        for (int before = i - 1; before > i - 8 && before > 0 && text.length() <= BARE; before--) {
            if (!tree.isElement(before) && !tree.text(before).isBlank()) {
                String label = tree.text(before).strip().toLowerCase(Locale.ROOT);
                return label.length() <= MAX_LABEL && !YEAR.matcher(label).find() ? label : text;
            }
        }
        return text;
    }

    private static boolean isBare(String text) {
        String date = text.strip();
        return date.length() <= BARE && !date.isEmpty() && date.split("\\s++", MAX_WORDS + 1).length <= MAX_WORDS;
    }

    private static boolean isUpdated(String text) {
        return starts(text, UPDATED_LABELS);
    }

    private static boolean starts(String text, List<String> labels) {
        return labels.stream().anyMatch(text::startsWith);
    }
}
