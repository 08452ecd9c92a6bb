package dealscope.extract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a short story inside a post begins with: a heading, a line in bold, or bold words at the beginning of a paragraph.
 *
 * @param title without a number before it
 * @param level 2 to 6 of a heading, then a line in bold, then bold words
 * @param start the element that holds it, in the tree
 * @param end exclusive
 * @param isNumbered whether a number stood before it
 */
record StoryHead(String title, int level, int start, int end, boolean isNumbered) {
    static final int HIGHEST = 2;
    private static final int BOLD_LINE = 7;
    static final int LOWEST = 8;

    private static final Pattern NUMBER = Pattern.compile("^(?:#?\\d{1,3}+\\s?+[.):、．]|[•▶►●■◆–—-])\\s*+");
    private static final int SHORTEST = 10;
    private static final int NODES_BEFORE = 3;
    private static final int NODES_TO_BOLD = 8;

    /** The head that {@code block} is or begins with, null without any. */
    static @Nullable StoryHead of(PageTree tree, Block block) {
        int owner = block.owner();
        if (block.isHeading()) {
            return head(block.text(), tree.tag(owner).charAt(1) - '0', owner, tree.end(owner));
        }
        if (Outline.isBoldLine(tree, block)) {
            return head(block.text(), BOLD_LINE, owner, tree.end(owner));
        }
        int bold = leadingBold(tree, owner);
        if (bold < 0 || tree.weight(bold) < SHORTEST || tree.weight(bold) * 5 > block.weight() * 3) {
            return null;
        }
        String lead = tree.element(bold).text().strip();
        return block.text().startsWith(lead) ? head(lead, LOWEST, bold, tree.end(bold)) : null;
    }

    private static @Nullable StoryHead head(String text, int level, int start, int end) {
        String title = NUMBER.matcher(text).replaceFirst("").strip();
        if (title.isEmpty()) {
            return null;
        }
        boolean numbered = Character.isDigit(text.charAt(0)) && title.length() < text.length();
        return new StoryHead(title, level, start, end, numbered);
    }

    private static int leadingBold(PageTree tree, int owner) {
        for (int i = owner + 1; i < Math.min(tree.end(owner), owner + NODES_TO_BOLD); i++) {
            if (tree.tag(i).equals("b") || tree.tag(i).equals("strong")) {
                return i;
            }
            boolean text = !tree.isElement(i) && !tree.text(i).isBlank();
            if (text || tree.role(i).isBlock() && tree.weight(i) > 0) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether the head is a block of its own. */
    boolean isBlock() {
        return level < LOWEST;
    }

    /** The rest of the paragraph that begins with this head. */
    String after(String paragraph) {
        int at = paragraph.indexOf(title);
        String rest = at < 0 ? paragraph : paragraph.substring(at + title.length());
        return rest.replaceFirst("^[\\s.:–—-]++", "");
    }

    /**
     * The fragment of an address that leads here: an id at or around the head that no other story shares, an anchor just
     * before it, else a text fragment.
     *
     * @param previous the last block before the head, in the tree
     * @param storyEnd where the story ends, in the tree
     */
    String fragment(PageTree tree, int previous, int storyEnd) {
        for (int i = start; i < end; i++) {
            String id = tree.isElement(i) ? id(tree.element(i)) : "";
            if (!id.isEmpty()) {
                return "#" + encoded(id);
            }
        }
        for (int at = tree.parent(start);
                at > previous && tree.end(at) <= Math.max(end, storyEnd);
                at = tree.parent(at)) {
            String id = id(tree.element(at));
            if (!id.isEmpty()) {
                return "#" + encoded(id);
            }
        }
        for (int i = start - 1; i > start - NODES_BEFORE && i > previous; i--) {
            String id = tree.isElement(i) && tree.weight(i) == 0 ? id(tree.element(i)) : "";
            if (!id.isEmpty()) {
                return "#" + encoded(id);
            }
        }
        return "#:~:text=" + encoded(title).replace("-", "%2D");
    }

    private static String id(Element element) {
        String id = element.id().strip();
        return id.isEmpty() && element.normalName().equals("a")
                ? element.attr("name").strip()
                : id;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
