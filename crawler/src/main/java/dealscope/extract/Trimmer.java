package dealscope.extract;

import java.util.ArrayList;
import java.util.List;

/** Drops inside the body what is not the story. */
final class Trimmer {
    private static final double LINK_LINE = 0.9;
    private static final double LINK_BLOCK = 0.9;
    /** Other stories are no more than this share of the prose. */
    private static final double TEASERS = 0.4;

    private static final int LONG_LINE = 120;
    private static final int FEW_NODES = 30;
    /** A dek is shorter than this. */
    private static final int DEK = 300;

    private static final int DEK_SHARE = 5;
    private static final int FEW_WORDS = 60;
    private static final int LONG_NAME = 60;

    private Trimmer() {}

    static void trim(PageTree tree, List<Integer> roots, Headline headline, PageAddress address) {
        dropDek(tree, headline);
        for (int root : roots) {
            if (headline.isWithin(root, tree.end(root))) {
                dropAbove(tree, root, headline);
            }
            dropTeasers(tree, root, headline);
            Cards.drop(tree, root, headline, address);
            for (int i = root + 1; i < tree.end(root); i++) {
                if (tree.isDropped(i)) {
                    i = tree.end(i) - 1;
                    continue;
                }
                if (i == headline.start() || (tree.role(i).isBlock() && isNoise(tree, i))) {
                    tree.drop(i);
                    i = tree.end(i) - 1;
                }
            }
        }
        tree.measure();
    }

    /** Articles inside the body that together say much less than it: other stories (HTML, "the article element"). */
    private static void dropTeasers(PageTree tree, int root, Headline headline) {
        List<Integer> inside = new ArrayList<>();
        int prose = 0;
        for (int i = root + 1; i < tree.end(root); i++) {
            if (tree.isDropped(i)) {
                i = tree.end(i) - 1;
            } else if (tree.tag(i).equals("article")) {
                inside.add(i);
                prose += tree.prose(i);
                i = tree.end(i) - 1;
            }
        }
        if (prose < TEASERS * tree.prose(root)) {
            inside.stream().filter(i -> !headline.isWithin(i, tree.end(i))).forEach(tree::drop);
        }
    }

    /** What stands between the headline and the date, if it is short: the dek. */
    private static void dropDek(PageTree tree, Headline headline) {
        int date = dateAfter(tree, headline);
        for (int i = headline.end(); i < date; i++) {
            if (tree.end(i) <= date && tree.role(i).isBlock()) {
                tree.drop(i);
                i = tree.end(i) - 1;
            }
        }
    }

    private static int dateAfter(PageTree tree, Headline headline) {
        int most = Math.min(DEK, tree.weight(0) / DEK_SHARE);
        int weight = 0;
        for (int i = headline.end(); i > 0 && i < tree.size() && headline.isNear(i) && weight < most; i++) {
            if (tree.isElement(i)) {
                continue;
            }
            String text = tree.text(i);
            if (text.length() < LONG_LINE && DateParser.parse(text, false) != null) {
                return i;
            }
            weight += tree.weight(i);
        }
        return -1;
    }

    /** A few words of navigation above the headline. */
    private static void dropAbove(PageTree tree, int root, Headline headline) {
        int weight = 0;
        for (int i = root; i < headline.start() && weight < FEW_WORDS; i++) {
            weight += tree.isElement(i) ? 0 : tree.weight(i);
        }
        for (int i = root; i < headline.start() && weight < FEW_WORDS; i++) {
            if (!tree.isElement(i)) {
                tree.drop(i);
            }
        }
    }

    /** A picture with a few words below it. */
    private static boolean isPicture(PageTree tree, int i) {
        boolean frame = tree.role(i) == Role.BLOCK || tree.tag(i).equals("table");
        if (!frame || tree.weight(i) > LONG_LINE || tree.end(i) - i > FEW_NODES) {
            return false;
        }
        for (int at = i; at < tree.end(i); at++) {
            if (tree.role(at) == Role.HEADING || tree.role(at) == Role.ITEM) {
                return false;
            }
        }
        return tree.element(i).selectFirst("img, picture, amp-img") != null;
    }

    private static boolean isNoise(PageTree tree, int i) {
        Role role = tree.role(i);
        if (role == Role.CAPTION || isPicture(tree, i)) {
            return true;
        }
        if (role == Role.HEADING || role == Role.ITEM || tree.weight(i) == 0) {
            return false;
        }
        if (role == Role.PARAGRAPH) {
            return tree.role(tree.parent(i)) != Role.ITEM
                    && tree.linkShare(i) > LINK_LINE
                    && tree.weight(i) < LONG_LINE
                    && tree.marks(i) == 0;
        }
        return tree.linkShare(i) > LINK_BLOCK && tree.prose(i) == 0 && !(role == Role.CELL && isName(tree, i));
    }

    /** A cell of a table of data that links what it names. */
    private static boolean isName(PageTree tree, int cell) {
        if (tree.weight(cell) > LONG_NAME || tree.linkShare(tree.parent(cell)) > LINK_BLOCK) {
            return false;
        }
        int links = 0;
        for (int i = cell; i < tree.end(cell); i++) {
            links += tree.role(i) == Role.LINK ? 1 : 0;
        }
        return links == 1;
    }
}
