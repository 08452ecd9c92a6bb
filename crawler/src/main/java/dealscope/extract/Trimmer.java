package dealscope.extract;

import java.util.List;

/** Drops inside the body what is not the story. */
final class Trimmer {
    private Trimmer() {}

    static void trim(PageTree tree, List<Integer> roots) {
        for (int root : roots) {
            for (int i = root + 1; i < tree.end(root); i++) {
                if (tree.isDropped(i)) {
                    i = tree.end(i) - 1;
                    continue;
                }
                if (tree.role(i).isBlock() && isNoise(tree, i)) {
                    tree.drop(i);
                    i = tree.end(i) - 1;
                }
            }
        }
        tree.measure();
    }

    private static boolean isNoise(PageTree tree, int i) {
        if (tree.tag(i).equals("h1") || tree.role(i) == Role.CAPTION) {
            return true;
        }
        return tree.role(i) != Role.HEADING
                && tree.weight(i) > 0
                && tree.linkShare(i) > 0.8
                && tree.prose(i) == 0
                && tree.role(i) != Role.PARAGRAPH
                && tree.role(i) != Role.ITEM;
    }
}
