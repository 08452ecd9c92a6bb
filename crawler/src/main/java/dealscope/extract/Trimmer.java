package dealscope.extract;

import java.util.List;

/** Drops inside the body what is not the story. */
final class Trimmer {
    private static final double LINK_LINE = 0.9;
    private static final double LINK_BLOCK = 0.8;
    private static final int LONG_LINE = 120;
    private static final int LONG_NAME = 60;

    private Trimmer() {}

    static void trim(PageTree tree, List<Integer> roots, Headline headline) {
        for (int root : roots) {
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

    private static boolean isNoise(PageTree tree, int i) {
        Role role = tree.role(i);
        if (role == Role.CAPTION) {
            return true;
        }
        if (role == Role.HEADING || role == Role.ITEM || tree.weight(i) == 0) {
            return false;
        }
        if (role == Role.PARAGRAPH) {
            return tree.linkShare(i) > LINK_LINE && tree.weight(i) < LONG_LINE && tree.marks(i) == 0;
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
