package dealscope.extract;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Links that lead to a place on the same page and say nothing: the sign beside a heading, the number of a note. */
final class Anchors {
    private static final Terms NOTES = new Terms(WordList.load("names.txt").section("notes"));
    private static final int LONGEST = 6;
    private static final int MOST_DIGITS = 3;

    private Anchors() {}

    /** Whether {@code link} leads to a place on its page and its text is a sign, or the number of a note. */
    static boolean isMark(Element link) {
        String href = link.attr("href");
        if (href.length() < 2 || href.charAt(0) != '#' || link.childNodeSize() != 1) {
            return false;
        }
        Node only = link.childNode(0);
        return only instanceof TextNode text && (isSign(text.getWholeText()) || isNote(link, text.getWholeText()));
    }

    private static boolean isSign(String text) {
        return text.length() <= LONGEST && text.chars().noneMatch(Character::isLetterOrDigit);
    }

    /** "1" or "[1]", named as the mark of a note; any other number may be a page or a step. */
    private static boolean isNote(Element link, String text) {
        String number = text.strip().replace("[", "").replace("]", "");
        return !number.isEmpty()
                && number.length() <= MOST_DIGITS
                && number.chars().allMatch(Character::isDigit)
                && NOTES.match(Signature.of(link));
    }
}
